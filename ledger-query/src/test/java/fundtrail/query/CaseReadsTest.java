package fundtrail.query;

import static fundtrail.query.Chenghu.COUNTY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.contract.Line;
import fundtrail.contract.Lines;
import fundtrail.contract.Role;
import fundtrail.contract.fact.AdvancePaid;
import fundtrail.contract.fact.AppealFiled;
import fundtrail.contract.fact.AppealWaived;
import fundtrail.contract.fact.CaseClosed;
import fundtrail.contract.fact.CaseReferred;
import fundtrail.contract.fact.ChargeCollected;
import fundtrail.contract.fact.ClaimFlagged;
import fundtrail.contract.fact.FraudType;
import fundtrail.contract.fact.InspectionFindingRecorded;
import fundtrail.contract.fact.InstitutionMerged;
import fundtrail.contract.fact.Instalment;
import fundtrail.contract.fact.PaymentHoldPlaced;
import fundtrail.contract.fact.RecoveryPlanAgreed;
import fundtrail.contract.fact.RectificationRequested;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.CaseId;
import fundtrail.contract.id.ChargeId;
import fundtrail.contract.id.ClaimId;
import fundtrail.contract.id.FindingId;
import fundtrail.contract.id.HoldId;
import fundtrail.contract.id.InstitutionId;
import fundtrail.postgres.TestPostgres;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** An inspector's work read back: what a claim was paid, what rests on it, what came back to which source. */
@ExtendWith(TestPostgres.class)
@TestInstance(Lifecycle.PER_CLASS)
class CaseReadsTest {
    private static final ClaimId INVENTED = new ClaimId("HEADS-1");

    private RunningQuery running;

    @BeforeAll void read(@TempDir Path keys) {
        running = RunningQuery.of(keys, CaseReadsTest::write);
    }

    @AfterAll void closed() {
        running.close();
    }

    /**
     * Of the 3,750.00 determined 1,400.00 comes on 5 May, which is learned on the 8th; an appeal on 20 May takes 700.00 away,
     * of which 100.00 was still owed and 600.00 is to be refunded; 500.00 are offset, 214.29 written off, 350.00 restored.
     */
    private static void write(WrittenLedger ledger) {
        TwoCounties.write(ledger);
        ledger.on("2018-03-24").signedBy(Role.IN, "p-in").write(
                new PaymentHoldPlaced(new HoldId("hold-2"), FraudCase.H1, null, null, null, "财政违法行为处罚处分条例第六条",
                        LocalDate.of(2018, 4, 24), LocalDate.of(2018, 6, 24)),
                new ClaimFlagged(INVENTED, COUNTY, FraudCase.H1, Chenghu.BPH, Chenghu.YEAR, null, 3, FraudType.FALSE_CLAIM, "人头虚增", null, null));
        ledger.on("2018-04-01").signedBy(Role.LO, "p-lo").write(FraudCase.demanded("2018-05-01"));
        ledger.on("2018-05-02").write(FraudCase.demanded("2018-05-01"));
        ledger.recorded("2018-05-08").effective("2018-05-05").signedBy(Role.CS, "p-cs").write(FraudCase.recovered("BK-20", "1200.00", "200.00"));
        ledger.on("2018-05-10").signedBy(Role.IS, "p-is1").write(
                new AppealFiled(AppealFiled.Against.CLAWBACK, FraudCase.CB1, null, COUNTY, FraudCase.H1, true, "部分体检有据可查"));
        ledger.on("2018-05-20").signedBy(Role.LO, "p-lo", Role.BH, "p-bh").write(FraudCase.reduced("50.00", "550.00", "50.00", "50.00"));
        ledger.on("2018-06-01").signedBy(Role.CS, "p-cs").write(offset("500.00"));
        ledger.on("2018-06-02").signedBy(Role.CL, "p-cl", Role.CK, "p-ck").write(FraudCase.restored("250.00", "100.00"));
        ledger.on("2018-06-03").signedBy(Role.LO, "p-lo").write(FraudCase.writtenOff("214.29"));
        ledger.signedBy(Role.LO, "p-lo").write(new RecoveryPlanAgreed(FraudCase.CB1, COUNTY, FraudCase.H1, 1, Chenghu.yuan("1535.71"),
                List.of(new Instalment(LocalDate.of(2018, 7, 1), Chenghu.yuan("500.00")), new Instalment(LocalDate.of(2018, 8, 1), Chenghu.yuan("1035.71")))));
        ledger.signedBy(Role.IN, "p-in").write(new InspectionFindingRecorded(new FindingId("F1"), COUNTY, FraudCase.H1, new CaseId("case-1"),
                        LocalDate.of(2018, 6, 1), "体检表系补填", null),
                new RectificationRequested(new FindingId("F1"), COUNTY, FraudCase.H1, "建立体检影像留存制度", LocalDate.of(2018, 8, 1)));
        ledger.signedBy(Role.IN, "p-in", Role.LO, "p-lo").write(new CaseReferred(new CaseId("case-1"), COUNTY, FraudCase.H1, "澄湖县公安局（虚构）", "涉嫌诈骗"));
        ledger.signedBy(Role.CS, "p-cs").write(new ChargeCollected(new ChargeId("PEN1"), COUNTY, FraudCase.H1, new BankAccountId("CT"), "BK-21",
                Chenghu.yuan("75.00"), Lines.NONE));
        ledger.on("2018-06-10").write(FraudCase.recovered("BK-22", "600.00", "35.71"));
        ledger.on("2018-06-11").signedBy(Role.CL, "p-cl", Role.CK, "p-ck", Role.CA, "p-ca").write(FraudCase.goesOver("H2", "650.00", "250.00"),
                new InstitutionMerged(FraudCase.H1, new InstitutionId("H2"), 1, 4, "ab".repeat(32)));
    }

    private static AdvancePaid offset(String amount) {
        AdvancePaid paid = Chenghu.paid(COUNTY, "B3", "H1", new Chenghu.Paying(2, "CEN", "H1", "H1-main", "1000.00"));
        List<Line> lines = new ArrayList<>(paid.lines().list());
        lines.addAll(FraudCase.offset(amount));
        return new AdvancePaid(paid.payment(), paid.batch(), paid.row(), paid.institution(), paid.payee(), paid.payeeAccount(), paid.allotment(),
                paid.bankAccount(), paid.amount(), paid.purpose(), paid.instalment(), new Lines(lines));
    }

    private JsonNode item(String person, String path) {
        return running.get(person, path).get("item");
    }

    @Test void a_claim_was_paid_as_far_as_the_advances_reach_in_their_composition() {
        JsonNode claim = item("p-in", "/api/claims/H1.3?known=2018-03-22&effective=2018-03-22");
        assertEquals("H1.3 H1 VOL-H1 3 HC-65 400 p-doctor REPORTED 3750.00",
                text(claim, "claim", "institution", "report", "row", "item", "quantity", "practitioner", "status", "paid"));
        assertEquals("CEN 3214.29, CTY 535.71", amounts(claim.get("bySource")));
        assertEquals("ADVANCED ADVANCED_WORK 35000.00 1000 2000 3.75",
                text(claim.get("paidFor"), "stage", "formula", "all", "measure", "allMeasure", "unitStandard"));
        assertEquals("2.5 1000 2", text(claim.get("evidence"), "weight", "equivalents", "rowCount"));
        assertEquals(List.of("B1.2", "B1.4"), claim.get("payments").findValuesAsText("payment"));
    }

    @Test void what_was_clawed_back_does_not_lessen_what_the_claim_was_paid() {
        assertEquals("3750.00", item("p-in", "/api/claims/H1.3?known=2018-03-23&effective=2018-03-23").get("paid").textValue());
    }

    @Test void a_claims_page_tells_what_became_of_it_at_both_clocks() {
        JsonNode claim = item("p-in", "/api/claims/H1.3");
        assertEquals("CLAWED_BACK", claim.get("status").textValue());
        assertEquals("CB1 case-1 3750.00 700.00 DECIDED", text(claim.get("clawbacks").get(0), "clawback", "caseId", "determined", "appealed", "appeal"));
        assertEquals("CEN 2614.29, CTY 435.71", amounts(claim.get("clawbacks").get(0).get("bySource")));
        assertEquals("体检人次与就诊记录不符", claim.at("/flag/reason").textValue());
        assertEquals("APPEALED", item("p-in", "/api/claims/H1.3?effective=2018-05-11").get("status").textValue());
        assertEquals("REPORTED", item("p-in", "/api/claims/H1.3?effective=2018-03-22").get("status").textValue());
    }

    @Test void an_institution_sees_its_claim_and_the_claw_back_and_not_the_flag() {
        JsonNode claim = item("p-is1", "/api/claims/H1.3");
        assertTrue(claim.path("flag").isMissingNode() && claim.path("inquiry").isMissingNode());
        assertEquals("CB1", claim.at("/clawbacks/0/clawback").textValue());
    }

    @Test void the_demand_opens_a_claw_back_to_the_bureau_and_the_institution_and_not_the_case() {
        for (String person : List.of("p-cl", "p-ia1")) {
            assertEquals("CB1", item(person, "/api/clawbacks/CB1").get("clawback").textValue());
            assertEquals("CLAWED_BACK", item(person, "/api/claims/H1.3").get("status").textValue());
            assertEquals(List.of("ClawbackDetermined"),
                    running.get(person, "/api/facts?clawback=CB1&type=ClawbackDetermined").get("items").findValuesAsText("type"));
            assertEquals(404, running.ask(person, "/api/cases/case-1").statusCode());
        }
        assertTrue(running.get("p-ia1", "/api/institutions/H1/statement").get("items").findValuesAsText("account").contains("CLAWBACK_RECEIVABLE"));
        assertEquals("CLAWED_BACK", item("p-cl", "/api/claims/H1.3").get("status").textValue());
        assertEquals("3750.00", item("p-cl", "/api/claims/H1.3?known=2018-03-23&effective=2018-03-23").get("paid").textValue());
    }

    @Test void claims_are_found_by_practitioner_item_month_and_status_heads_among_them() {
        assertEquals(List.of("H1.3"), claims("p-in", "practitioner=p-doctor"));
        assertEquals(List.of("H1.2"), claims("p-in", "item=GP-01"));
        assertEquals(List.of("H1.2", "H1.3"), claims("p-in", "month=2017-12"));
        assertEquals(List.of(), claims("p-in", "month=2018-12"));
        assertEquals(List.of("HEADS-1"), claims("p-in", "status=FLAGGED"));
        assertEquals(List.of("H1.2", "H1.3", "HEADS-1"), claims("p-in", "institution=H1"));
        assertEquals(List.of("H1.2", "H1.3"), claims("p-ia1", "institution=H1"));
    }

    @Test void a_search_goes_on_page_by_page_from_rows_to_heads() {
        List<String> found = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = running.get("p-in", "/api/claims?limit=1" + cursor);
            found.addAll(page.get("items").findValuesAsText("claim"));
            cursor = page.hasNonNull("next") ? "&cursor=" + page.get("next").textValue() : null;
        } while (cursor != null);
        assertEquals(List.of("H1.2", "H1.3", "H2-HEADS", "HEADS-1"), found);
    }

    private List<String> claims(String person, String asked) {
        return running.get(person, "/api/claims?" + asked).get("items").findValuesAsText("claim");
    }

    @Test void a_claw_backs_terms_add_up_source_by_source() {
        JsonNode clawback = item("p-lo", "/api/clawbacks/CB1?effective=2018-06-09");
        assertEquals("3750.00 700.00 1400.00 500.00 214.29 1535.71 350.00 0.00 600.00 1550.00", text(clawback.get("total"),
                "determined", "reduced", "recovered", "offset", "writtenOff", "outstanding", "restored", "refunded", "refundDue", "held"));
        assertEquals("CEN 3214.29 600.00 550.00 1200.00 500.00 214.29 250.00 1250.00 1450.00", text(clawback.get("bySource").get(0),
                "fundSource", "determined", "reduced", "refundGranted", "recovered", "offset", "writtenOff", "returnedToUpperLevel",
                "outstanding", "held"));
        assertEquals("CTY 100.00 0.00", text(clawback.get("bySource").get(1), "fundSource", "restoredToTreasury", "returnedToUpperLevel"));
        assertEquals("2018-05-31", clawback.get("lastDayToAppeal").textValue());
        assertTrue(clawback.path("restitutionBlocked").isMissingNode(), "the appeal is decided");
    }

    @Test void money_learned_later_than_it_counts_is_there_as_soon_as_it_is_known() {
        assertEquals("0.00", recovered("?effective=2018-05-06&known=2018-05-07"));
        assertEquals("1400.00", recovered("?effective=2018-05-06&known=2018-05-08"));
        assertEquals("0.00", recovered("?effective=2018-05-04&known=2018-05-08"));
    }

    private String recovered(String clocks) {
        return item("p-lo", "/api/clawbacks/CB1" + clocks).at("/total/recovered").textValue();
    }

    @Test void what_blocks_restitution_and_offset_is_told_with_the_day_it_ends() {
        assertEquals("NOT_DEMANDED", text(item("p-lo", "/api/clawbacks/CB1?effective=2018-03-31"), "restitutionBlocked"));
        assertEquals("DAYS_TO_APPEAL 2018-06-01", text(item("p-lo", "/api/clawbacks/CB1?effective=2018-05-09"), "restitutionBlocked", "restitutionFrom"));
        assertEquals("APPEAL_PENDING STAY", text(item("p-lo", "/api/clawbacks/CB1?effective=2018-05-10"), "restitutionBlocked", "offsetBlocked"));
    }

    @Test void the_forecast_dates_what_it_can() {
        JsonNode forecast = running.get("p-lo", "/api/recovery-forecast?effective=2018-05-09");
        assertEquals("2350.00 1400.00", text(forecast, "payments", "restitutions"));
        assertEquals("PAYMENT 2018-05-01 8 2350.00", text(forecast.get("items").get(0), "expected", "on", "overdue", "amount"));
        assertEquals("RESTITUTION 2018-06-01 1400.00 DAYS_TO_APPEAL 2018-05-31", text(forecast.get("items").get(1), "expected", "on", "amount", "blockedBy", "until"));
        assertEquals("APPEAL_PENDING ", text(running.get("p-lo", "/api/recovery-forecast?effective=2018-05-11").get("items").get(1), "blockedBy", "on"));
    }

    @Test void what_an_appeal_gave_back_is_not_forecast_to_go_back_to_its_sources() {
        JsonNode forecast = running.get("p-lo", "/api/recovery-forecast?effective=2018-06-09");
        assertEquals("950.00", forecast.get("restitutions").textValue());
        JsonNode restitution = StreamSupport.stream(forecast.get("items").spliterator(), false)
                .filter(one -> one.get("expected").textValue().equals("RESTITUTION")).findFirst().orElseThrow();
        assertEquals("CEN 900.00, CTY 50.00", amounts(restitution.get("bySource")));
    }

    @Test void a_demand_made_again_gives_no_more_time_to_appeal() {
        assertEquals("2018-05-31", item("p-lo", "/api/clawbacks/CB1?effective=2018-05-09").get("lastDayToAppeal").textValue());
    }

    @Test void what_is_outstanding_ages_from_the_last_day_to_pay() {
        assertEquals("NOT_DUE", age("2018-05-01"));
        assertEquals("UP_TO_30_DAYS", age("2018-05-31"));
        assertEquals("UP_TO_90_DAYS", age("2018-06-01"));
        assertEquals("CEN 650.00, CTY 250.00", StreamSupport.stream(running.get("p-lo", "/api/clawbacks/aging").get("items").spliterator(), false)
                .map(one -> text(one, "fundSource", "outstanding")).collect(Collectors.joining(", ")));
    }

    private String age(String effective) {
        return running.get("p-lo", "/api/clawbacks/aging?effective=" + effective).at("/items/0/age").textValue();
    }

    @Test void restitution_is_stated_by_source_and_every_term_opens_its_facts() {
        JsonNode cen = running.get("p-bo", "/api/restitution?fundSource=CEN&effective=2018-06-09").get("items").get(0);
        assertEquals("2614.29 250.00 1450.00 214.29 1250.00 550.00", text(cen, "taken", "restored", "held", "writtenOff", "outstanding", "refundDue"));
        for (JsonNode term : cen.get("terms")) {
            for (JsonNode position : term.get("positions")) {
                JsonNode fact = item("p-bo", "/api/facts/" + position.asText());
                assertTrue(fact.get("lines").findValuesAsText("clawback").contains("CB1"), term + " opens " + fact.get("type"));
            }
        }
        assertEquals(List.of("DETERMINED", "REDUCED", "REFUND_GRANTED", "RECOVERED", "OFFSET", "WRITTEN_OFF", "RETURNED_TO_UPPER_LEVEL"),
                cen.get("terms").findValuesAsText("term"));
    }

    @Test void a_successor_owes_what_goes_over_to_it_as_it_stands_and_is_told_of_it() {
        JsonNode owed = item("p-is2", "/api/clawbacks/CB1");
        assertEquals("H1 H2 900.00", text(owed, "institution", "owedBy") + " " + owed.at("/total/outstanding").textValue());
        assertEquals(List.of("CB1"), running.get("p-is2", "/api/clawbacks?institution=H2").get("items").findValuesAsText("clawback"));
        assertEquals(200, running.ask("p-is2", "/api/claims/H1.3").statusCode(), "it answers for the claims too");
        assertEquals(List.of("CB1"), item("p-in", "/api/claims/H1.3").get("clawbacks").findValuesAsText("clawback"));
    }

    @Test void instalments_are_paid_the_earliest_first_and_share_what_is_left_to_the_fen() {
        JsonNode before = running.get("p-lo", "/api/recovery-forecast?effective=2018-06-09");
        assertEquals("2018-07-01 500.00 CEN 406.98, CTY 93.02; 2018-08-01 1035.71 CEN 843.02, CTY 192.69", payments(before));
        JsonNode after = running.get("p-lo", "/api/recovery-forecast");
        assertEquals("2018-08-01 900.00 CEN 650.00, CTY 250.00", payments(after));
        assertEquals("UP_TO_30_DAYS 406.98", text(running.get("p-lo", "/api/clawbacks/aging?effective=2018-07-31&known=" + head("RecoveryPlanAgreed"))
                .get("items").get(1), "age", "outstanding"));
    }

    private static String payments(JsonNode forecast) {
        return StreamSupport.stream(forecast.get("items").spliterator(), false)
                .filter(one -> one.get("expected").textValue().equals("PAYMENT"))
                .map(one -> text(one, "on", "amount") + " " + amounts(one.get("bySource")))
                .collect(Collectors.joining("; "));
    }

    /** The position of the last fact of a type. */
    private String head(String type) {
        return running.get("p-au", "/api/facts?order=NEWEST_FIRST&type=" + type).at("/items/0/position").asText();
    }

    @Test void a_case_has_its_flags_holds_claw_backs_and_charges() {
        JsonNode inquiry = item("p-au", "/api/cases/case-1");
        assertEquals("OPEN", inquiry.get("state").textValue());
        assertEquals(List.of("H1.3"), inquiry.get("claims").findValuesAsText("claim"));
        assertEquals("F1 TO_BE_PUT_RIGHT 体检表系补填 2018-08-01", text(inquiry.get("findings").get(0), "finding", "state", "found", "dueOn"));
        assertEquals("澄湖县公安局（虚构）", inquiry.at("/referral/to").textValue());
        assertEquals(List.of("hold-2"), inquiry.get("holds").findValuesAsText("hold"));
        assertEquals(List.of("CB1"), inquiry.get("recovered").findValuesAsText("clawback").stream().distinct().toList());
        assertEquals("PENALTY 375.00 75.00 300.00", text(inquiry.get("charges").get(0), "type", "amount", "collected", "outstanding"));
        List<String> timeline = running.get("p-in", "/api/cases/case-1/timeline").get("items").findValuesAsText("type");
        assertEquals(List.of("ServiceVolumeReportedRows", "TipOffRecorded", "InformantRecorded", "ClaimFlagged", "CaseOpened", "ClawbackDetermined", "PenaltyAssessed", "PaymentHoldPlaced",
                "RecoveryDemandIssued", "RecoveryDemandIssued", "ClawbackRecovered", "AppealFiled", "AppealDecided", "AdvancePaid", "FundSourceRestored",
                "ClawbackWrittenOff", "RecoveryPlanAgreed", "InspectionFindingRecorded", "RectificationRequested", "CaseReferred", "ChargeCollected",
                "ClawbackRecovered", "InstitutionMergedRows"), timeline);
    }

    @Test void what_rests_on_a_claim_comes_in_the_order_of_its_facts_with_amounts() {
        JsonNode blast = running.get("p-in", "/api/claims/H1.3/blast-radius");
        assertEquals("3750.00", blast.get("paid").textValue());
        assertEquals("REPORT ServiceVolumeReported, EVALUATION PerformanceEvaluated, ENTITLEMENT EntitlementComputed 7450.00, "
                        + "FUNDING_PLAN FundingPlanApproved 7450.00, RESERVE_DRAW RiskReserveDrawn 6.00, RECOVERY ClaimFlagged, RECOVERY CaseOpened, RECOVERY ClawbackDetermined 3750.00",
                StreamSupport.stream(blast.get("items").spliterator(), false)
                        .map(one -> text(one, "link", "type", "amount").strip()).collect(Collectors.joining(", ")));
        assertEquals(1, running.get("p-in", "/api/claims/H1.3/blast-radius?known=%d".formatted(blast.get("items").get(0).get("position").longValue()))
                .get("items").size());
    }

    private static String amounts(JsonNode bySource) {
        return StreamSupport.stream(bySource.spliterator(), false).map(one -> text(one, "fundSource", "amount")).collect(Collectors.joining(", "));
    }

    private static String text(JsonNode node, String... members) {
        return Stream.of(members).map(member -> node.path(member).asText()).collect(Collectors.joining(" "));
    }
}
