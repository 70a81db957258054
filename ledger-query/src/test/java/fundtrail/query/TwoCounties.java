package fundtrail.query;

import static fundtrail.contract.Role.AD;
import static fundtrail.contract.Role.AU;
import static fundtrail.contract.Role.BH;
import static fundtrail.contract.Role.BO;
import static fundtrail.contract.Role.CA;
import static fundtrail.contract.Role.CK;
import static fundtrail.contract.Role.CL;
import static fundtrail.contract.Role.CS;
import static fundtrail.contract.Role.HO;
import static fundtrail.contract.Role.IN;
import static fundtrail.query.Chenghu.COUNTY;
import static fundtrail.query.Chenghu.NEIGHBOUR;

import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.contract.Digest;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.Json;
import fundtrail.contract.Money;
import fundtrail.contract.Role;
import fundtrail.contract.fact.AuditExtractIssued;
import fundtrail.contract.fact.AuthorityMatrixSet;
import fundtrail.contract.fact.BankStatementImported;
import fundtrail.contract.fact.BankStatementImportedRows;
import fundtrail.contract.fact.CommandRefused;
import fundtrail.contract.fact.DelegationGranted;
import fundtrail.contract.fact.MedicalCommunityFormed;
import fundtrail.contract.fact.PaymentHoldPlaced;
import fundtrail.contract.fact.PeriodClosed;
import fundtrail.contract.fact.ProposalSubmitted;
import fundtrail.contract.fact.ProposalSubmittedRows;
import fundtrail.contract.fact.TreasuryAccountRegistered;
import fundtrail.contract.fact.UsePlanRecorded;
import fundtrail.contract.fact.YearClosed;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.CommunityId;
import fundtrail.contract.id.DelegationId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.HoldId;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.Period;
import fundtrail.contract.id.PersonRef;
import fundtrail.contract.id.ProposalId;
import fundtrail.contract.id.StatementId;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The made-up county ({@link ChenghuYear}), its neighbour and the city above both in one ledger, each with a person for
 * every role: {@code p-cl} is the county's clerk, {@code p-ncl} the neighbour's, {@code p-ccl} the city's. The city's
 * division code begins as the counties' do; it has people and an institution, and no money.
 */
final class TwoCounties {
    static final DivisionCode CITY = new DivisionCode("330500");
    static final byte[] NEIGHBOURS_PAPER = "%PDF-1.7\n%made up by the neighbour\n".getBytes(StandardCharsets.UTF_8);
    static final byte[] PROPOSED_PAPER = "%PDF-1.7\n%made up and only proposed\n".getBytes(StandardCharsets.UTF_8);
    static final byte[] UNUSED_PAPER = "%PDF-1.7\n%made up and named by nothing\n".getBytes(StandardCharsets.UTF_8);
    static final DocumentRef NEIGHBOURS_DOCUMENT = document("邻溪县财政局（虚构）", "邻财预〔2018〕9号", NEIGHBOURS_PAPER);
    static final DocumentRef PROPOSED_DOCUMENT = document("澄湖县财政局（虚构）", "澄财预〔2018〕2号", PROPOSED_PAPER);
    static final Chenghu.Paying N1_CEN = new Chenghu.Paying(2, "CEN", "N1", "N1-main", "500.00");

    private TwoCounties() {}

    static void write(WrittenLedger ledger) {
        ChenghuYear.write(ledger);
        people(ledger);
        neighbour(ledger);
        authority(ledger);
        closing(ledger);
        proposals(ledger);
        ServiceYear.write(ledger);
        transfers(ledger);
        reserve(ledger);
        FraudCase.write(ledger);
        extracts(ledger);
    }

    private static void extracts(WrittenLedger ledger) {
        ledger.signedBy(AU, "p-au").write(new AuditExtractIssued(AuditExtractIssued.Kind.JOURNAL, COUNTY, null, null,
                "/api/journal?known=5", new AuditExtractIssued.IssuedFile(5, LocalDate.of(2018, 3, 22), 1, "ab".repeat(32))));
        ledger.signedBy(CL, "p-ncl").write(new AuditExtractIssued(AuditExtractIssued.Kind.JOURNAL, NEIGHBOUR, null, null,
                "/api/journal?known=6", new AuditExtractIssued.IssuedFile(6, LocalDate.of(2018, 3, 22), 1, "ab".repeat(32))));
    }

    /** Half of what the province notified has come. */
    private static void transfers(WrittenLedger ledger) {
        ledger.on("2018-03-22").signedBy(CL, "p-cl", CK, "p-ck").under(Chenghu.DOCUMENT).write(Chenghu.notified(COUNTY, "CEN", "800.00"));
        ledger.signedBy(CS, "p-cs").write(Chenghu.transferred(COUNTY, "CEN", "2018-03-22", "TR-1", "400.00"),
                new UsePlanRecorded(COUNTY, YearMonth.of(2018, 4), new FundSourceCode("CEN"), Money.yuan("300.00")));
        ledger.signedBy(CL, "p-ncl", CK, "p-nck").under(NEIGHBOURS_DOCUMENT).write(Chenghu.notified(NEIGHBOUR, "CEN", "90.00"));
    }

    private static void reserve(WrittenLedger ledger) {
        ledger.signedBy(BO, "p-bo", HO, "p-ho", CA, "p-ca").write(ChenghuReserve.rate("2.5"));
        ledger.signedBy(BO, "p-bo", CA, "p-ca").write(ChenghuReserve.contributed("H1", "gift-1", "10.00"));
        ledger.signedBy(CK, "p-ck", CA, "p-ca", BH, "p-bh").write(ChenghuReserve.drawn("D1", "6.00"));
    }

    private static void people(WrittenLedger ledger) {
        ledger.on("2018-03-21").signedBy(AD, "p-admin", CA, "p-ca");
        ledger.write(Chenghu.institution("X1", "12330500471100048L", "澄市疾控中心（虚构）", CITY));
        Set<String> there = Set.of("p-cl", "p-ck", "p-ca", "p-bh", "p-bo", "p-cs", "p-in", "p-lo", "p-au", "p-su", "p-fc");
        for (Role role : Role.values()) {
            String name = role.name().toLowerCase(Locale.ROOT);
            if (role.isOfInstitution()) {
                person(ledger, "p-n" + name, role, NEIGHBOUR, "N1");
                person(ledger, "p-c" + name, role, CITY, "X1");
            } else {
                person(ledger, "p-n" + name, role, NEIGHBOUR, null);
                person(ledger, "p-c" + name, role, CITY, null);
                if (!there.contains("p-" + name)) {
                    person(ledger, "p-" + name, role, COUNTY, null);
                }
            }
        }
        person(ledger, "p-is1", Role.IS, COUNTY, "H1");
        person(ledger, "p-ia2", Role.IA, COUNTY, "H2");
    }

    private static void neighbour(WrittenLedger ledger) {
        ledger.stores("application/pdf", NEIGHBOURS_PAPER);
        ledger.signedBy(CL, "p-ncl", CK, "p-nck").write(Chenghu.account("N1-main", "N1"));
        ledger.signedBy(CK, "p-nck", CA, "p-nca").write(new TreasuryAccountRegistered(new BankAccountId("NT"), NEIGHBOUR,
                TreasuryAccountRegistered.Use.TREASURY, "邻溪县财政局（虚构）", "9900000000000002", "虚构银行邻溪支行"));
        ledger.signedBy(BO, "p-nbo", CK, "p-nck", CA, "p-nca").under(NEIGHBOURS_DOCUMENT)
                .write(Chenghu.approved(NEIGHBOUR, "CTY", "10.00"));
        ledger.signedBy(CL, "p-ncl", CK, "p-nck", CA, "p-nca").write(Chenghu.batch(NEIGHBOUR, "NB", N1_CEN));
        ledger.signedBy(CS, "p-ncs").write(Chenghu.paid(NEIGHBOUR, "NB", "N1", N1_CEN));
        ledger.signedBy(IN, "p-nin").write(new PaymentHoldPlaced(new HoldId("hold-n"), new InstitutionId("N1"), null, null,
                "财政违法行为处罚处分条例第六条", LocalDate.of(2018, 4, 5), LocalDate.of(2018, 6, 5)));
        ledger.signedBy().write(new CommandRefused(new PersonRef("p-ncl"), "DisburseBatch", "CASH_EXCEEDED", "CEN"));
        ledger.write(new CommandRefused(new PersonRef("p-left"), "DisburseBatch", "ROLE_MISSING", "B9"));
    }

    private static void authority(WrittenLedger ledger) {
        ledger.signedBy(AD, "p-admin", CA, "p-ca").write(new AuthorityMatrixSet(List.of(
                AuthorityMatrixSet.Row.of("AllotBudget", BO, CA),
                AuthorityMatrixSet.Row.of("DisburseBatch", CL, CK, CA),
                AuthorityMatrixSet.Row.of("GrantRole", AD, CA),
                AuthorityMatrixSet.Row.of("PublishRuleSet", BO, CA))));
        ledger.signedBy(CA, "p-ca", BH, "p-bh").write(lent("del-1", "p-ca", "p-ck", COUNTY, "AllotBudget"));
        ledger.signedBy(CA, "p-nca", BH, "p-nbh").write(lent("del-n", "p-nca", "p-nck", NEIGHBOUR, "AllotBudget"));
    }

    private static void closing(WrittenLedger ledger) {
        ledger.signedBy(CL, "p-cl", CK, "p-ck").write(new MedicalCommunityFormed(new CommunityId("MC1"), "澄湖县第一医共体（虚构）", COUNTY,
                new InstitutionId("H2"), List.of(new InstitutionId("H1"), new InstitutionId("H2")), LocalDate.of(2018, 3, 1)));
        ledger.signedBy(CA, "p-ca").write(new PeriodClosed(COUNTY, new Period("2018-01"), "0".repeat(64), List.of()));
        ledger.signedBy(CA, "p-nca").write(new PeriodClosed(NEIGHBOUR, new Period("2018-02"), "0".repeat(64), List.of()));
        ledger.signedBy(CK, "p-ck", CA, "p-ca", BH, "p-bh").write(new YearClosed(COUNTY, 2017, 0, 0, "0".repeat(64), List.of()));
        ledger.signedBy(CS, "p-cs").write(
                new BankStatementImportedRows(new StatementId("S1"), Chenghu.TREASURY, COUNTY, 1, List.of(
                        new BankStatementImportedRows.Row(1, LocalDate.of(2018, 1, 15), "BK-1", Chenghu.yuan("100000.00"), null))),
                new BankStatementImported(new StatementId("S1"), Chenghu.TREASURY, COUNTY, LocalDate.of(2018, 1, 1),
                        LocalDate.of(2018, 1, 31), Chenghu.yuan("0.00"), Chenghu.yuan("100000.00"), 1, 1, "0".repeat(64), null));
    }

    private static DelegationGranted lent(String id, String from, String to, DivisionCode division, String command) {
        return new DelegationGranted(new DelegationId(id), new PersonRef(from), new PersonRef(to), division, List.of(command), null,
                LocalDate.of(2018, 3, 1), LocalDate.of(2018, 4, 30));
    }

    private static void proposals(WrittenLedger ledger) {
        ledger.stores("application/pdf", PROPOSED_PAPER);
        ledger.stores("application/pdf", UNUSED_PAPER);
        propose(ledger, NEIGHBOUR, CL, "p-ncl", "prop-n", "DisburseBatch", Json.MAPPER.createObjectNode().put("batch", "NB2"));
        var allot = Json.MAPPER.createObjectNode().put("allotment", "CEN-H3");
        allot.set("document", Json.MAPPER.valueToTree(PROPOSED_DOCUMENT));
        propose(ledger, COUNTY, BO, "p-bo", "prop-2", "AllotBudget", allot);
        propose(ledger, COUNTY, AD, "p-ad", "prop-role", "GrantRole", Json.MAPPER.createObjectNode().put("person", "p-none"));
        propose(ledger, null, BO, "p-bo", "prop-rules", "PublishRuleSet", Json.MAPPER.createObjectNode().put("ruleSet", "default-2"));
    }

    private static void propose(WrittenLedger ledger, DivisionCode division, Role role, String maker, String id, String command, JsonNode content) {
        var proposal = new ProposalId(id);
        ledger.signedBy(role, maker).write(
                new ProposalSubmittedRows(proposal, command, division, 1, List.of(Json.MAPPER.createObjectNode().put("row", 2))),
                new ProposalSubmitted(proposal, command, content, ChenghuYear.HASH, division, null,
                        LocalDate.of(2018, 5, 20), ledger.head(), 1, 1, ChenghuYear.HASH));
    }

    private static void person(WrittenLedger ledger, String person, Role role, DivisionCode division, String institution) {
        ChenghuYear.person(ledger, person, role, division, institution);
    }

    private static DocumentRef document(String body, String number, byte[] paper) {
        return new DocumentRef("预算批复", body, number, LocalDate.of(2018, 3, 1), Digest.sha256(paper));
    }
}
