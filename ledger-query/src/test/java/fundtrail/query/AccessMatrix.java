package fundtrail.query;

import static fundtrail.query.AccessMatrix.People.AUDITORS;
import static fundtrail.query.AccessMatrix.People.CENTRE;
import static fundtrail.query.AccessMatrix.People.CITY;
import static fundtrail.query.AccessMatrix.People.CITY_INSTITUTION;
import static fundtrail.query.AccessMatrix.People.COUNTY;
import static fundtrail.query.AccessMatrix.People.H1;
import static fundtrail.query.AccessMatrix.People.H2;
import static fundtrail.query.AccessMatrix.People.INQUIRERS;
import static fundtrail.query.AccessMatrix.People.KEEPERS;
import static fundtrail.query.AccessMatrix.People.N1;
import static fundtrail.query.AccessMatrix.People.NEIGHBOUR;
import static fundtrail.query.AccessMatrix.People.READERS;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Who is answered what by every route of {@link TwoCounties}, written down by hand. Whoever a row does not name is answered
 * as if there were nothing.
 */
final class AccessMatrix {
    private AccessMatrix() {}

    /** People who are answered alike by most routes. */
    enum People {
        COUNTY("p-cl p-ck p-ca p-bh p-bo p-cs p-ho p-in p-lo p-au p-su"),
        H1("p-ia1 p-is1"),
        H2("p-ia2 p-is2"),
        NEIGHBOUR("p-ncl p-nck p-nca p-nbh p-nbo p-ncs p-nho p-nin p-nlo p-nau p-nsu"),
        N1("p-nia p-nis"),
        CITY("p-ccl p-cck p-cca p-cbh p-cbo p-ccs p-cho p-cin p-clo p-cau p-csu"),
        CITY_INSTITUTION("p-cia p-cis"),
        ADMINISTRATORS("p-ad p-admin p-nad p-cad"),
        /** At H2, whose community is H1's too. */
        CENTRE("p-fc"),
        /** Of no community. */
        OTHER_CENTRES("p-nfc p-cfc"),
        AUDITORS("p-au p-nau p-cau"),
        INQUIRERS("p-in p-lo p-au p-nin p-nlo p-nau p-cin p-clo p-cau"),
        KEEPERS("p-au p-nau p-cau p-ad p-admin p-nad p-cad"),
        READERS(Stream.of(COUNTY, H1, H2, NEIGHBOUR, N1, CITY, CITY_INSTITUTION, ADMINISTRATORS, CENTRE, OTHER_CENTRES)
                .map(group -> group.names).reduce((one, more) -> one + " " + more).orElseThrow());

        private final String names;

        People(String names) {
            this.names = names;
        }

        List<String> list() {
            return List.of(names.split(" "));
        }
    }

    /** What is answered to those whom a row does not name. */
    enum Otherwise {
        /** The one thing asked for is unknown: 404. */
        UNKNOWN,
        /** A list without items. */
        NOTHING,
        /** The route is not for that role: 403. */
        FORBIDDEN
    }

    /**
     * One address.
     *
     * @param operation the route's
     * @param member    what of each item is compared, several with + between; null where there are no items
     * @param answers   by person; of one thing empty, of a list the distinct members in their order
     */
    record Row(String operation, String address, String member, Otherwise otherwise, Map<String, String> answers) {
        /** These people are answered 200, with these members. */
        Row shows(People people, String members) {
            return shows(String.join(" ", people.list()), members);
        }

        Row shows(String people, String members) {
            var more = new LinkedHashMap<>(answers);
            Arrays.stream(people.split(" ")).forEach(person -> more.put(person, members));
            return new Row(operation, address, member, otherwise, more);
        }

        Row to(People... people) {
            Row row = this;
            for (People group : people) {
                row = row.shows(group, "");
            }
            return row;
        }

        Row to(String people) {
            return shows(people, "");
        }

        /** The list is of one thing, which to all others is unknown. */
        Row orUnknown() {
            return new Row(operation, address, member, Otherwise.UNKNOWN, answers);
        }

        /** These are let in by their role, and find nothing. */
        Row butUnknown(String people) {
            return shows(people, UNKNOWN);
        }

        /** The list is only for them; all others are told that their role does not open it. */
        Row orForbidden() {
            return new Row(operation, address, member, Otherwise.FORBIDDEN, answers);
        }
    }

    /** In place of members: answered 404. */
    static final String UNKNOWN = "404";


    private static Row one(String operation, String address) {
        return new Row(operation, address, null, Otherwise.UNKNOWN, Map.of());
    }

    private static Row list(String operation, String address, String member) {
        return new Row(operation, address, member, Otherwise.NOTHING, Map.of());
    }

    private static final String STATEMENT =
            "ADVANCES+CEN ADVANCES+CTY CLAWBACK_RECEIVABLE+CEN CLAWBACK_RECEIVABLE+CTY CHARGES_RECEIVABLE+GEN";

    /** Needs no token. */
    static final List<String> OPEN = List.of("health", "metrics", "problem", "openapi",
            "log", "checkpoint", "witnessedCheckpoint", "publishedCheckpoint", "tile", "inclusion", "consistency");

    /** Every route there is stands here, or in {@link #OPEN}. */
    static final List<Row> ROWS = List.of(
            one("access", "/api/access").to(READERS),
            one("me", "/api/me").to(READERS),
            one("ledger", "/api/ledger").to(READERS),
            list("ruleSets", "/api/rule-sets", "ruleSet").shows(READERS, "default-1"),
            one("ruleSet", "/api/rule-sets/default-1").to(READERS),
            one("authorityMatrix", "/api/authority-matrix").to(READERS),
            list("fundSources", "/api/fund-sources", "fundSource").shows(READERS, "CEN CTY"),
            one("fundSource", "/api/fund-sources/CEN").to(READERS),

            list("people", "/api/people?role=CL", "person").shows(KEEPERS, "p-ccl p-cl p-nb p-ncl").orForbidden(),
            list("people", "/api/people?role=IA&institution=N1", "person").shows(KEEPERS, "p-nia").orForbidden(),
            one("person", "/api/people/p-cl").to(KEEPERS).orForbidden(),
            one("person", "/api/people/p-ncl").to(KEEPERS).orForbidden(),

            list("institutions", "/api/institutions", "institution")
                    .shows(COUNTY, "H1 H2").shows(H1, "H1").shows(H2, "H2").shows(CENTRE, "H1 H2")
                    .shows(NEIGHBOUR, "N1").shows(N1, "N1").shows(CITY, "X1").shows(CITY_INSTITUTION, "X1"),
            list("institutions", "/api/institutions?division=330521", "institution")
                    .shows(COUNTY, "H1 H2").shows(H1, "H1").shows(H2, "H2").shows(CENTRE, "H1 H2"),
            list("institutions", "/api/institutions?division=330500", "institution").shows(CITY, "X1").shows(CITY_INSTITUTION, "X1"),
            one("institution", "/api/institutions/H1").to(COUNTY, H1, CENTRE),
            one("institution", "/api/institutions/N1").to(NEIGHBOUR, N1),
            list("statement", "/api/institutions/H1/statement", "account+fundSource") // nothing is demanded yet
                    .shows(COUNTY, STATEMENT).shows(H1, "ADVANCES+CEN ADVANCES+CTY CHARGES_RECEIVABLE+GEN").shows(CENTRE, "ADVANCES+CEN ADVANCES+CTY CHARGES_RECEIVABLE+GEN").orUnknown(),
            list("statement", "/api/institutions/N1/statement", "account+fundSource")
                    .shows(NEIGHBOUR, "ADVANCES+CEN").shows(N1, "ADVANCES+CEN").orUnknown(),
            list("payeeAccounts", "/api/payee-accounts", "payeeAccount")
                    .shows(COUNTY, "H1-main H2-main").shows(H1, "H1-main").shows(H2, "H2-main").shows(CENTRE, "H1-main H2-main")
                    .shows(NEIGHBOUR, "N1-main").shows(N1, "N1-main"),
            list("payeeAccounts", "/api/payee-accounts?institution=H2", "payeeAccount").shows(COUNTY, "H2-main").shows(H2, "H2-main").shows(CENTRE, "H2-main"),
            one("payeeAccount", "/api/payee-accounts/H1-main").to(COUNTY, H1, CENTRE),
            list("treasuryAccounts", "/api/treasury-accounts", "bankAccount").shows(COUNTY, "CT").shows(NEIGHBOUR, "NT"),

            one("reconciliation", "/api/treasury-accounts/CT/reconciliation").to(COUNTY)
                    .shows(NEIGHBOUR, UNKNOWN).shows(CITY, UNKNOWN).orForbidden(),
            list("bankStatements", "/api/bank-statements", "statement").shows(COUNTY, "S1"),
            list("bankStatementRows", "/api/bank-statements/S1/rows", "row").shows(COUNTY, "1").orUnknown(),
            list("cash", "/api/cash", "division+fundSource+account")
                    .shows(COUNTY, "330521+RSV+RESERVE_CASH 330521+CEN+TREASURY_CASH 330521+CTY+TREASURY_CASH 330521+RSV+TREASURY_CASH")
                    .shows(NEIGHBOUR, "330522+CEN+TREASURY_CASH").shows(CITY, "").orForbidden(),
            list("communities", "/api/medical-communities", "community")
                    .shows(COUNTY, "MC1").shows(H1, "MC1").shows(H2, "MC1").shows(CENTRE, "MC1"),
            one("community", "/api/medical-communities/MC1").to(COUNTY, H1, H2, CENTRE),

            list("fundSourceBreakdown", "/api/fund-sources/CEN/breakdown", "division+institution")
                    .shows(COUNTY, "330521+ 330521+H1 330521+H2").shows(H1, "330521+H1").shows(H2, "330521+H2").shows(CENTRE, "330521+H1 330521+H2")
                    .shows(NEIGHBOUR, "330522+ 330522+N1").shows(N1, "330522+N1"),
            list("fundSourceBreakdown", "/api/fund-sources/CEN/breakdown?division=330522", "division+institution")
                    .shows(NEIGHBOUR, "330522+ 330522+N1").shows(N1, "330522+N1"),
            list("allotments", "/api/allotments", "allotment")
                    .shows(COUNTY, "CEN-H1 CEN-H2 CTY-H1 RSV-H1").shows(H1, "CEN-H1 CTY-H1 RSV-H1").shows(H2, "CEN-H2").shows(CENTRE, "CEN-H1 CEN-H2 CTY-H1 RSV-H1")
                    .shows(NEIGHBOUR, "CEN-N1").shows(N1, "CEN-N1"),
            list("allotments", "/api/allotments?institution=H1&fundSource=CEN", "allotment").shows(COUNTY, "CEN-H1").shows(H1, "CEN-H1").shows(CENTRE, "CEN-H1"),
            one("allotment", "/api/allotments/CEN-H2").to(COUNTY, H2, CENTRE),
            one("allotment", "/api/allotments/CEN-N1").to(NEIGHBOUR, N1),
            list("allotmentLife", "/api/allotments/CEN-H2/life", "type")
                    .shows(COUNTY, "BudgetAllotted DisbursementBatchApprovedRows AdvancePaid PaymentReturned")
                    .shows(H2, "BudgetAllotted DisbursementBatchApprovedRows AdvancePaid PaymentReturned").shows(CENTRE, "BudgetAllotted DisbursementBatchApprovedRows AdvancePaid PaymentReturned").orUnknown(),
            list("transfers", "/api/transfers", "division+tranche")
                    .shows(COUNTY, "330521+CEN-2018-1").shows(NEIGHBOUR, "330522+CEN-2018-1"),
            one("transfer", "/api/transfers/330521.CEN-2018-1").to(COUNTY),
            list("usePlans", "/api/use-plans?fundSource=CEN", "division+month+need")
                    .shows(COUNTY, "330521+2018-01+0.00 330521+2018-02+0.00 330521+2018-03+0.00 330521+2018-04+300.00")
                    .shows(NEIGHBOUR, "330522+2018-03+0.00"),
            list("flows", "/api/flows?fundSource=CEN", "division+institution")
                    .shows(COUNTY, "330521+H1 330521+H2").shows(H1, "330521+H1").shows(H2, "330521+H2").shows(CENTRE, "330521+H1 330521+H2")
                    .shows(NEIGHBOUR, "330522+N1").shows(N1, "330522+N1"),
            list("purchasing", "/api/purchasing", "division+percent")
                    .shows(COUNTY, "330521+100.00").shows(NEIGHBOUR, "330522+100.00").shows(CITY, "").orForbidden(),

            one("journal", "/api/journal").to(COUNTY, NEIGHBOUR, CITY).orForbidden(),
            one("journal", "/api/journal?institution=N1&format=beancount").to(COUNTY, NEIGHBOUR, CITY).orForbidden(),
            one("journal", "/api/journal?case=case-1").shows(COUNTY, UNKNOWN).shows(NEIGHBOUR, UNKNOWN).shows(CITY, UNKNOWN)
                    .to("p-in p-lo p-au").orForbidden(),
            one("evidence", "/api/evidence?case=case-1").butUnknown("p-nau p-cau").to("p-au").orForbidden(),
            one("evidence", "/api/evidence?institution=H1").to(AUDITORS).orForbidden(), // of another county the roles held there alone
            list("extracts", "/api/extracts", "division+person+query")
                    .shows("p-au", "330521+p-au+/api/journal?known=5").shows("p-nau", "330522+p-ncl+/api/journal?known=6")
                    .shows("p-ncl", "330522+p-ncl+/api/journal?known=6"),

            list("delegations", "/api/delegations", "delegation")
                    .shows(COUNTY, "del-1").shows(NEIGHBOUR, "del-n").shows(KEEPERS, "del-1 del-n"),
            list("delegations", "/api/delegations?person=p-nca", "delegation").shows(NEIGHBOUR, "del-n").shows(KEEPERS, "del-n"),
            one("delegation", "/api/delegations/del-1").to(COUNTY, KEEPERS),

            list("proposals", "/api/proposals", "proposal")
                    .shows(COUNTY, "prop-1 prop-2 prop-role prop-rules").shows(NEIGHBOUR, "prop-n")
                    .shows("p-nbo p-nca", "prop-n prop-rules").shows("p-cbo p-cca", "prop-rules") // for the whole ledger, and theirs to sign
                    .shows("p-ad p-admin", "prop-role"),
            list("proposalsMine", "/api/proposals/mine", "proposal")
                    .shows("p-cl", "prop-1").shows("p-ncl", "prop-n").shows("p-bo", "prop-2 prop-rules").shows("p-ad", "prop-role"),
            list("proposalsForMe", "/api/proposals/for-me", "proposal+onBehalfOf")
                    .shows("p-ca", "prop-2+ prop-role+ prop-rules+").shows("p-nca p-cca", "prop-rules+")
                    .shows("p-ck", "prop-2+p-ca").shows("p-nck", "prop-n+"),
            one("proposalChanges", "/api/proposals/prop-n/changes").to(NEIGHBOUR),
            one("proposal", "/api/proposals/prop-role").to(COUNTY).to("p-ad p-admin"),
            one("proposal", "/api/proposals/prop-rules").to(COUNTY).to("p-nbo p-nca p-cbo p-cca"),
            list("proposals", "/api/proposals?signer=p-ncl", "proposal").shows(NEIGHBOUR, "prop-n"),
            one("proposal", "/api/proposals/prop-1").to(COUNTY),
            one("proposal", "/api/proposals/prop-n").to(NEIGHBOUR),
            list("proposalRows", "/api/proposals/prop-n/rows", "index").shows(NEIGHBOUR, "0").orUnknown(),
            list("batches", "/api/batches", "batch").shows(COUNTY, "B1 B2").shows(NEIGHBOUR, "NB"),
            one("batch", "/api/batches/B1").to(COUNTY),
            list("batchRows", "/api/batches/B1/rows", "payment").shows(COUNTY, "B1.2 B1.3 B1.4").orUnknown(),
            list("payments", "/api/payments", "payment")
                    .shows(COUNTY, "B1.2 B1.3 B1.4 B2.2").shows(H1, "B1.2 B1.3 B1.4 B2.2").shows(H2, "B1.3").shows(CENTRE, "B1.2 B1.3 B1.4 B2.2")
                    .shows(NEIGHBOUR, "NB.2").shows(N1, "NB.2"),
            list("payments", "/api/payments?batch=B1", "payment")
                    .shows(COUNTY, "B1.2 B1.3 B1.4").shows(H1, "B1.2 B1.3 B1.4").shows(H2, "B1.3").shows(CENTRE, "B1.2 B1.3 B1.4"),
            list("payments", "/api/payments?allotment=CEN-N1", "payment").shows(NEIGHBOUR, "NB.2").shows(N1, "NB.2"),
            one("payment", "/api/payments/B1.2").to(COUNTY, H1, CENTRE),
            one("payment", "/api/payments/B1.3").to(COUNTY, H1, H2, CENTRE),
            one("payment", "/api/payments/NB.2").to(NEIGHBOUR, N1),
            one("paymentAdvice", "/api/payments/B1.2/advice").to(COUNTY, H1, CENTRE),
            one("paymentAdvice", "/api/payments/NB.2/advice").to(NEIGHBOUR, N1),
            list("taskRates", "/api/task-rates", "task").shows(READERS, "MCH-01"),
            list("riskReserve", "/api/risk-reserve", "division+institution")
                    .shows(COUNTY, "330521+H1").shows(NEIGHBOUR, "").shows(CITY, "").orForbidden(),
            list("reserveDraws", "/api/risk-reserve/draws", "draw").shows(COUNTY, "D1").shows(H1, "D1").shows(CENTRE, "D1"),
            list("holds", "/api/holds", "hold").shows(COUNTY, "hold-1").shows(H1, "hold-1").shows(CENTRE, "hold-1").shows(NEIGHBOUR, "hold-n").shows(N1, "hold-n"),
            one("hold", "/api/holds/hold-1").to(COUNTY, H1, CENTRE),
            one("hold", "/api/holds/hold-n").to(NEIGHBOUR, N1),

            list("workEquivalentSchedules", "/api/work-equivalent-schedules", "schedule").shows(READERS, "WES-2018"),
            one("workEquivalentSchedule", "/api/work-equivalent-schedules/WES-2018").to(READERS),
            list("unitStandards", "/api/unit-standards", "published").shows(COUNTY, "3.75").shows(H1, "3.75").shows(H2, "3.75").shows(CENTRE, "3.75"),
            list("purchasePools", "/api/purchase-pools", "programme").shows(COUNTY, "BPH"),
            one("purchasePool", "/api/purchase-pools/330521/BPH/2018").to(COUNTY),
            list("serviceVolumes", "/api/service-volumes", "report")
                    .shows(COUNTY, "VOL-H1").shows(H1, "VOL-H1").shows(CENTRE, "VOL-H1").shows(NEIGHBOUR, "VOL-N1").shows(N1, "VOL-N1"),
            one("serviceVolume", "/api/service-volumes/VOL-H1").to(COUNTY, H1, CENTRE),
            list("serviceVolumeRows", "/api/service-volumes/VOL-N1/rows", "claim")
                    .shows(NEIGHBOUR, "N1.2 N1.3").shows(N1, "N1.2 N1.3").orUnknown(),
            list("fundingPlans", "/api/funding-plans", "division").shows(COUNTY, "330521").shows(NEIGHBOUR, "330522"),
            one("fundingPlan", "/api/funding-plans/330521/BPH/2018").to(COUNTY),
            list("settlements", "/api/settlements", "institution")
                    .shows(COUNTY, "H1").shows(H1, "H1").shows(CENTRE, "H1").shows(NEIGHBOUR, "N1").shows(N1, "N1"),
            one("settlement", "/api/settlements/H1/BPH/2018").to(COUNTY, H1, CENTRE),

            one("alertRules", "/api/alert-rules").to(INQUIRERS).orForbidden(),
            one("alertComparison", "/api/alert-rules/ROUND_AMOUNT/comparison").to(INQUIRERS).orForbidden(),
            list("alerts", "/api/alerts?rule=ACCOUNT_IN_ANOTHER_NAME", "subjectId").shows("p-in", "H1-main H2-main").shows("p-nin", "N1-main"),
            one("alert", "/api/alerts/{alert}").to("p-in"),
            list("claims", "/api/claims", "claim+status")
                    .shows(COUNTY, "H1.2+REPORTED H1.3+REPORTED").shows(H1, "H1.2+REPORTED H1.3+REPORTED").shows(CENTRE, "H1.2+REPORTED H1.3+REPORTED")
                    .shows("p-in p-au", "H1.2+REPORTED H1.3+CLAWED_BACK H2-HEADS+IN_CASE").shows("p-lo", "H1.2+REPORTED H1.3+CLAWED_BACK")
                    .shows(NEIGHBOUR, "N1.2+REPORTED N1.3+REPORTED").shows(N1, "N1.2+REPORTED N1.3+REPORTED")
                    .shows("p-nin", "N1.2+REPORTED N1.3+FLAGGED"), // no case is opened yet
            one("claim", "/api/claims/H1.3").to(COUNTY, H1, CENTRE),
            one("claim", "/api/claims/N1.3").to(NEIGHBOUR, N1),
            list("blastRadius", "/api/claims/H1.3/blast-radius", "link")
                    .shows(COUNTY, "REPORT EVALUATION ENTITLEMENT FUNDING_PLAN RESERVE_DRAW")
                    .shows("p-in p-lo p-au p-ca", "REPORT EVALUATION ENTITLEMENT FUNDING_PLAN RESERVE_DRAW RECOVERY") // one signed it
                    .shows(H1, "REPORT EVALUATION ENTITLEMENT RESERVE_DRAW").shows(CENTRE, "REPORT EVALUATION ENTITLEMENT RESERVE_DRAW").orUnknown(),
            list("tipOffs", "/api/tip-offs", "tipOff+caseId")
                    .shows("p-in", "TIP-1+case-1 TIP-2+").shows("p-au p-lo", "TIP-1+case-1").shows("p-nin", "TIP-N+"),
            one("tipOff", "/api/tip-offs/TIP-1").to("p-in p-lo p-au"),
            one("tipOff", "/api/tip-offs/TIP-2").to("p-in"),
            list("facts", "/api/facts?tipOff=TIP-1", "type").shows("p-in", "TipOffRecorded InformantRecorded CaseOpened")
                    .shows("p-lo p-au", "TipOffRecorded CaseOpened"),
            list("cases", "/api/cases", "caseId").shows("p-in p-au", "case-1 case-2").shows("p-lo", "case-1"),
            one("case", "/api/cases/case-1").to("p-in p-lo p-au"),
            list("caseTimeline", "/api/cases/case-1/timeline", "type")
                    .shows("p-lo p-au", "ServiceVolumeReportedRows TipOffRecorded ClaimFlagged CaseOpened ClawbackDetermined PenaltyAssessed")
                    .shows("p-in", "ServiceVolumeReportedRows TipOffRecorded InformantRecorded ClaimFlagged CaseOpened ClawbackDetermined PenaltyAssessed")
                    .orUnknown(),
            list("findings", "/api/findings", "finding").shows("p-in p-au", "F-1"),
            list("clawbacks", "/api/clawbacks", "clawback").shows("p-in p-lo p-au", "CB1"),
            one("clawback", "/api/clawbacks/CB1").to("p-in p-lo p-au"),
            list("clawbackAging", "/api/clawbacks/aging", "fundSource+age")
                    .shows("p-in p-lo p-au", "CEN+NOT_DUE CTY+NOT_DUE"),
            list("charges", "/api/charges", "charge").shows(COUNTY, "PEN1").shows(H1, "PEN1").shows(CENTRE, "PEN1"),
            list("recoveryForecast", "/api/recovery-forecast", "clawback+expected").shows("p-in p-lo p-au", "CB1+PAYMENT"),
            list("restitution", "/api/restitution", "fundSource+taken")
                    .shows("p-in p-lo p-au", "CEN+3214.29 CTY+535.71"),
            list("facts", "/api/facts?clawback=CB1", "type").shows("p-in p-lo p-au", "ClawbackDetermined PenaltyAssessed")
                    .shows("p-cl p-ck p-bh p-bo p-cs p-ho p-su", "PenaltyAssessed").shows("p-ca", "ClawbackDetermined PenaltyAssessed").shows(H1, "PenaltyAssessed").shows(CENTRE, "PenaltyAssessed"),
            list("facts", "/api/facts?case=case-1", "type").shows("p-in p-lo p-au", "CaseOpened ClawbackDetermined").shows("p-ca", "ClawbackDetermined"),
            list("cases", "/api/cases?institution=H2", "caseId").shows("p-in p-au", "case-2"), // nothing is found in it yet
            one("case", "/api/cases/case-2").to("p-in p-au"),
            list("claims", "/api/claims?institution=H2", "claim+heads+status").shows("p-in p-au", "H2-HEADS+12+IN_CASE"),
            list("facts", "/api/facts?claim=N1.3", "type")
                    .shows(NEIGHBOUR, "ServiceVolumeReportedRows").shows(N1, "ServiceVolumeReportedRows")
                    .shows("p-nin", "ServiceVolumeReportedRows ClaimFlagged"),

            list("balances", "/api/balances?by=division,institution", "division+institution")
                    .shows(COUNTY, "330521+H1 330521+H2 330521+").shows(H1, "330521+H1").shows(H2, "330521+H2").shows(CENTRE, "330521+H1 330521+H2")
                    .shows(NEIGHBOUR, "330522+N1 330522+").shows(N1, "330522+N1"),
            list("balances", "/api/balances?by=account&institution=H2", "account+balance")
                    .shows(COUNTY, "ADVANCES+6000.00 ALLOTTED+-34000.00 EXPENDED+-6000.00 RESERVED+0.00")
                    .shows(H2, "ADVANCES+6000.00 ALLOTTED+-34000.00 EXPENDED+-6000.00 RESERVED+0.00").shows(CENTRE, "ADVANCES+6000.00 ALLOTTED+-34000.00 EXPENDED+-6000.00 RESERVED+0.00"),
            list("trialBalance", "/api/trial-balance", "division")
                    .shows(COUNTY, "330521").shows(NEIGHBOUR, "330522").shows(CITY, "").orForbidden(),
            list("trialBalance", "/api/trial-balance?division=330521", "division")
                    .shows(COUNTY, "330521").shows(NEIGHBOUR, "").shows(CITY, "").orForbidden(),

            list("periods", "/api/periods", "division+period").shows(COUNTY, "330521+2018-01").shows(NEIGHBOUR, "330522+2018-02"),
            one("periodBooks", "/api/periods/330521/2018-01").to(COUNTY)
                    .shows(NEIGHBOUR, UNKNOWN).shows(CITY, UNKNOWN).orForbidden(),
            list("vouchers", "/api/periods/330521/2018-02/vouchers", "voucher")
                    .shows(COUNTY, "记-2018-02-0001 记-2018-02-0002 记-2018-02-0003 记-2018-02-0004 记-2018-02-0005")
                    .shows(NEIGHBOUR, UNKNOWN).shows(CITY, UNKNOWN).orForbidden(),
            one("voucher", "/api/vouchers/330521/%E8%AE%B0-2018-02-0005").to(COUNTY)
                    .shows(NEIGHBOUR, UNKNOWN).shows(CITY, UNKNOWN).orForbidden(),
            one("yearBooks", "/api/years/330521/2018").to(COUNTY).shows(NEIGHBOUR, UNKNOWN).shows(CITY, UNKNOWN).orForbidden(),
            list("closedYears", "/api/closed-years", "budgetYear").shows(COUNTY, "2017"),

            list("facts", "/api/facts?limit=1000&type=BudgetAllotted", "position")
                    .shows(COUNTY, "{allotted H1} {allotted H2} {allotted H1 CTY}")
                    .shows("p-bo p-ca", "{allotted H1} {allotted H2} {allotted H1 CTY} {allotted N1}") // they signed it
                    .shows(H1, "{allotted H1} {allotted H1 CTY}")
                    .shows(H2, "{allotted H2}").shows(CENTRE, "{allotted H1} {allotted H2} {allotted H1 CTY}").shows(NEIGHBOUR, "{allotted N1}").shows(N1, "{allotted N1}"),
            list("facts", "/api/facts?limit=1000&type=CommandRefused", "position")
                    .shows("p-cl", "{refused}").shows("p-bh", "{refused}").shows("p-au", "{refused} {refused without role}")
                    .shows("p-ncl", "{refused there}").shows("p-nbh", "{refused there}")
                    .shows("p-nau", "{refused there} {refused without role}").shows("p-cau", "{refused without role}"),
            list("facts", "/api/facts?limit=1000&type=DisbursementBatchApprovedRows&institution=H2", "position").shows(COUNTY, "{rows}"),
            list("facts", "/api/facts?type=UnitStandardFixed", "type").shows(COUNTY, "UnitStandardFixed").shows(H1, "UnitStandardFixed")
                    .shows(H2, "UnitStandardFixed").shows(CENTRE, "UnitStandardFixed"),
            one("fact", "/api/facts/0").to(READERS),
            one("fact", "/api/facts/{rows}").to(COUNTY),
            one("fact", "/api/facts/{paid there}").to(NEIGHBOUR, N1),
            one("fact", "/api/facts/{refused}").to("p-cl p-bh p-au"),
            one("fact", "/api/facts/{refused without role}").to(AUDITORS),
            one("fact", "/api/facts/{granted cl}").to(KEEPERS).to("p-cl p-ca"),
            one("factEntry", "/api/facts/0/entry").to(AUDITORS).orForbidden(),
            one("factEntry", "/api/facts/{granted cl}/entry").to(AUDITORS).orForbidden(),
            one("factEntry", "/api/facts/{rows}/entry").to("p-au").orForbidden().butUnknown("p-nau p-cau"),
            one("entries", "/tile/entries/000.p/1").to(AUDITORS).orForbidden(),
            one("entries", "/tile/entries/000.p/{rows}").orForbidden().butUnknown("p-au p-nau p-cau"), // their neighbours' among them

            list("documents", "/api/documents", "number")
                    .shows(READERS, "澄财预〔2018〕1号")
                    .shows(COUNTY, "澄财预〔2018〕1号 澄财预〔2018〕2号")
                    .shows(NEIGHBOUR, "澄财预〔2018〕1号 邻财预〔2018〕9号"),
            one("document", "/api/documents/{paper}").to(READERS),
            one("document", "/api/documents/{proposed paper}").to(COUNTY),
            one("document", "/api/documents/{neighbour's paper}").to(NEIGHBOUR),
            one("document", "/api/documents/{unused paper}"));
}
