package fundtrail.query;

import static fundtrail.contract.Account.ADVANCES;
import static fundtrail.contract.Account.CLAWBACK_RECEIVABLE;
import static fundtrail.contract.Line.credit;
import static fundtrail.contract.Line.debit;
import static fundtrail.query.Chenghu.BPH;
import static fundtrail.query.Chenghu.COUNTY;
import static fundtrail.query.Chenghu.YEAR;
import static fundtrail.query.Chenghu.yuan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.contract.Lines;
import fundtrail.contract.Purse;
import fundtrail.contract.Role;
import fundtrail.contract.fact.CaseOpened;
import fundtrail.contract.fact.ClaimFlagged;
import fundtrail.contract.fact.ClawbackDetermined.DeterminedOfSource;
import fundtrail.contract.fact.ClawbackDetermined;
import fundtrail.contract.fact.DeterminedClaim;
import fundtrail.contract.fact.FraudType;
import fundtrail.contract.fact.RecoveryDemandIssued;
import fundtrail.contract.fact.YearClosed;
import fundtrail.contract.id.CaseId;
import fundtrail.contract.id.ClaimId;
import fundtrail.contract.id.ClawbackId;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.postgres.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Heads that are not there are a claim by their flag alone; whoever may see the claw-back of them sees them, and no flag. */
@ExtendWith(TestPostgres.class)
class InventedHeadsTest {
    private static final ClaimId HEADS = new ClaimId("H1-HEADS");
    private static final ClawbackId CB2 = new ClawbackId("CB2");
    private static final String PAGE = "/api/claims/H1-HEADS";

    @Test void the_demand_opens_their_page_to_the_bureau_and_the_institution_without_the_flag(@TempDir Path keys) {
        try (RunningQuery running = RunningQuery.of(keys, ledger -> {
            TwoCounties.write(ledger);
            ledger.on("2018-04-01").signedBy(Role.IN, "p-in").write(
                    new ClaimFlagged(HEADS, COUNTY, FraudCase.H1, BPH, YEAR, null, 12, FraudType.FALSE_CLAIM, "人头虚增", null, null),
                    new CaseOpened(new CaseId("case-3"), COUNTY, FraudCase.H1, null, null, "虚报人头", List.of(HEADS), null));
            ledger.signedBy(Role.LO, "p-lo", Role.CA, "p-ca").write(determined());
        })) {
            for (String person : List.of("p-cl", "p-bh", "p-ia1", "p-fc", "p-nin")) {
                assertEquals(404, running.ask(person, PAGE).statusCode(), person);
            }
            running.ledger().on("2018-04-02").signedBy(Role.LO, "p-lo").write(
                    new RecoveryDemandIssued(CB2, COUNTY, FraudCase.H1, yuan("732.00"), LocalDate.of(2018, 5, 1)));
            running.awaitHead();
            JsonNode seen = running.get("p-in", PAGE).get("item");
            for (String person : List.of("p-cl", "p-bh", "p-ia1", "p-is1", "p-fc", "p-au", "p-lo")) {
                JsonNode page = running.get(person, PAGE).get("item");
                assertEquals("12 CLAWED_BACK CB2", page.get("heads").asText() + " " + page.get("status").textValue() + " "
                        + page.at("/clawbacks/0/clawback").textValue(), person);
                assertEquals(seen.get("paidFor"), page.get("paidFor"), person);
                assertEquals(List.of("H1-HEADS"), running.get(person, "/api/claims?claim=H1-HEADS").get("items").findValuesAsText("claim"), person);
            }
            for (String person : List.of("p-cl", "p-ia1", "p-fc")) {
                assertFalse(new String(running.ask(person, PAGE).body(), StandardCharsets.UTF_8).contains("人头虚增"), person);
                assertEquals(List.of(), running.get(person, "/api/facts?claim=H1-HEADS&type=ClaimFlagged").get("items").findValuesAsText("type"), person);
            }
            for (String person : List.of("p-ia2", "p-ncl", "p-nin", "p-nau", "p-nia")) {
                assertEquals(404, running.ask(person, PAGE).statusCode(), person);
            }
        }
    }

    private static ClawbackDetermined determined() {
        Purse owed = Purse.of(COUNTY, YEAR, new FundSourceCode("CEN")).of(FraudCase.H1, BPH).forClawback(CB2);
        return new ClawbackDetermined(CB2, new CaseId("case-3"), COUNTY, FraudCase.H1, BPH, YEAR, yuan("732.00"),
                List.of(new DeterminedClaim(HEADS, yuan("732.00"), yuan("732.00"))),
                List.of(new DeterminedOfSource(new FundSourceCode("CEN"), yuan("732.00"), ADVANCES)), LocalDate.of(2018, 5, 1),
                Lines.of(debit(CLAWBACK_RECEIVABLE, owed, yuan("732.00")), credit(ADVANCES, owed, yuan("732.00"))));
    }

    @Test void everybody_is_told_the_same_of_how_far_the_year_is(@TempDir Path keys) {
        try (RunningQuery running = RunningQuery.of(keys, ledger -> {
            TwoCounties.write(ledger);
            ledger.on("2018-12-13").signedBy(Role.CL, "p-cl", Role.CK, "p-ck", Role.CA, "p-ca")
                    .write(ServiceYear.settled(COUNTY, "H1", "30000.00", "5000.00"));
        })) {
            assertEquals("SETTLED", stage(running, "p-cl"));
            running.ledger().on("2018-12-31").signedBy(Role.CK, "p-ck", Role.CA, "p-ca", Role.BH, "p-bh")
                    .write(new YearClosed(COUNTY, YEAR, 0, 0, "0".repeat(64), List.of()));
            running.awaitHead();
            for (String person : List.of("p-cl", "p-in", "p-lo", "p-au", "p-ia1", "p-is1", "p-fc")) {
                assertEquals("SETTLED_AND_CLOSED", stage(running, person), person);
            }
            assertEquals(List.of(), running.get("p-ia1", "/api/closed-years").get("items").findValuesAsText("budgetYear"));
        }
    }

    private static String stage(RunningQuery running, String person) {
        return running.get(person, "/api/claims/H1.2").at("/item/paidFor/stage").textValue();
    }
}
