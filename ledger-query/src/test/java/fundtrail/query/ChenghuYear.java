package fundtrail.query;

import static fundtrail.contract.Role.AD;
import static fundtrail.contract.Role.AU;
import static fundtrail.contract.Role.BH;
import static fundtrail.contract.Role.BO;
import static fundtrail.contract.Role.CA;
import static fundtrail.contract.Role.CK;
import static fundtrail.contract.Role.CL;
import static fundtrail.contract.Role.CS;
import static fundtrail.contract.Role.FC;
import static fundtrail.contract.Role.IA;
import static fundtrail.contract.Role.IN;
import static fundtrail.contract.Role.IS;
import static fundtrail.contract.Role.LO;
import static fundtrail.contract.Role.SU;
import static fundtrail.query.Chenghu.COUNTY;
import static fundtrail.query.Chenghu.NEIGHBOUR;

import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.contract.Json;
import fundtrail.contract.Role;
import fundtrail.contract.fact.AuthorityMatrixSet;
import fundtrail.contract.fact.CommandRefused;
import fundtrail.contract.fact.EntryReversed;
import fundtrail.contract.fact.FundSourceRegistered.Level;
import fundtrail.contract.fact.LedgerOpened;
import fundtrail.contract.fact.PaymentHoldPlaced;
import fundtrail.contract.fact.PaymentHoldReleased;
import fundtrail.contract.fact.PersonRegistered;
import fundtrail.contract.fact.ProposalApproved;
import fundtrail.contract.fact.ProposalChecked;
import fundtrail.contract.fact.ProposalSubmitted;
import fundtrail.contract.fact.ProposalSubmittedRows;
import fundtrail.contract.fact.RoleGranted;
import fundtrail.contract.fact.RoleRevoked;
import fundtrail.contract.fact.RuleSetPublished;
import fundtrail.contract.fact.TreasuryAccountRegistered;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.HoldId;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PersonRef;
import fundtrail.contract.id.ProposalId;
import fundtrail.contract.id.RuleSetId;
import fundtrail.query.Chenghu.Paying;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * A made-up county's first months of 2018, small enough to add up by hand.
 *
 * <p>CEN 100,000.00 and CTY 50,000.01 approved and received; H1 gets CEN 60,000.00 and CTY 20,000.00, H2 CEN 40,000.00.
 * Batch B1 pays H1 30,000.00 of CEN and 5,000.00 of CTY, and 10,000.00 of H2's CEN into H1's account (H1 leads);
 * 4,000.00 of that comes back on 02-28, which is recorded on 03-02. Batch B2 would pay H1 1,000.00 and meets a hold. A
 * neighbour county has books of its own in the same ledger.
 */
public final class ChenghuYear {
    public static final Paying H1_CEN = new Paying(2, "CEN", "H1", "H1-main", "30000.00");
    public static final Paying H2_CEN = new Paying(3, "CEN", "H2", "H1-main", "10000.00");
    public static final Paying H1_CTY = new Paying(4, "CTY", "H1", "H1-main", "5000.00");
    public static final Paying HELD = new Paying(2, "CEN", "H1", "H1-main", "1000.00");

    static final String HASH = "ef".repeat(32);

    private ChenghuYear() {}

    /** Writes it all. */
    public static void write(WrittenLedger ledger) {
        open(ledger);
        money(ledger);
        payments(ledger);
        troubles(ledger);
    }

    private static void open(WrittenLedger ledger) {
        ledger.stores("application/pdf", Chenghu.PAPER);
        ledger.on("2018-01-08").write(
                new LedgerOpened("chenghu", List.of(new LedgerOpened.Division(COUNTY, "澄湖县（虚构）"),
                        new LedgerOpened.Division(NEIGHBOUR, "邻溪县（虚构）")),
                        "rehearsal.fundtrail.example/chenghu", LedgerOpened.Purpose.REHEARSAL, WrittenLedger.ZONE));
        person(ledger, "p-admin", AD, COUNTY, null);
        person(ledger, "p-ca", CA, COUNTY, null);
        ledger.signedBy(AD, "p-admin", CA, "p-ca");
        person(ledger, "p-cl", CL, COUNTY, null);
        person(ledger, "p-ck", CK, COUNTY, null);
        person(ledger, "p-bo", BO, COUNTY, null);
        person(ledger, "p-cs", CS, COUNTY, null);
        person(ledger, "p-in", IN, COUNTY, null);
        person(ledger, "p-lo", LO, COUNTY, null);
        person(ledger, "p-au", AU, COUNTY, null);
        person(ledger, "p-bh", BH, COUNTY, null);
        person(ledger, "p-su", SU, COUNTY, null);
        person(ledger, "p-fc", FC, COUNTY, "H2");
        person(ledger, "p-ia1", IA, COUNTY, "H1");
        person(ledger, "p-is2", IS, COUNTY, "H2");
        person(ledger, "p-nb", CL, NEIGHBOUR, null);
        person(ledger, "p-left", CL, COUNTY, null);
        ledger.write(new PersonRegistered(new PersonRef("p-none"), HASH));
        ledger.signsIn("p-none", "urn:fundtrail:rehearsal", "none", "姓名none", "–");
        ledger.write(new AuthorityMatrixSet(List.of(AuthorityMatrixSet.Row.of("DisburseBatch", CL, CK, CA))));
        ledger.signedBy(BO, "p-bo", CA, "p-ca").under(Chenghu.DOCUMENT).write(
                new RuleSetPublished(new RuleSetId("default-1"), LocalDate.of(2018, 1, 1),
                        List.of(new RuleSetPublished.Programme(Chenghu.BPH, "基本公共卫生服务", "Basic public health services")),
                        List.of(LocalDate.of(2018, 1, 1)), List.of(), 1, 7, 60),
                Chenghu.source("CEN", Level.CENTRAL),
                Chenghu.source("CTY", Level.COUNTY));
        ledger.signedBy(CL, "p-cl", CK, "p-ck").write(
                Chenghu.institution("H1", "12330521471100016Q", "青溪镇卫生院（虚构）", COUNTY),
                Chenghu.institution("H2", "12330521471100024K", "柳桥镇卫生院（虚构）", COUNTY),
                Chenghu.institution("N1", "12330522471100030N", "邻溪镇卫生院（虚构）", NEIGHBOUR),
                Chenghu.account("H1-main", "H1"),
                Chenghu.account("H2-main", "H2"));
        ledger.signedBy(CK, "p-ck", CA, "p-ca").write(new TreasuryAccountRegistered(Chenghu.TREASURY, COUNTY,
                TreasuryAccountRegistered.Use.TREASURY, "澄湖县财政局（虚构）", "9900000000000001", "虚构银行澄湖支行"));
    }

    private static void money(WrittenLedger ledger) {
        ledger.on("2018-01-15").signedBy(BO, "p-bo", CK, "p-ck", CA, "p-ca").under(Chenghu.DOCUMENT).write(
                Chenghu.approved(COUNTY, "CEN", "100000.00"),
                Chenghu.approved(COUNTY, "CTY", "50000.01"),
                Chenghu.approved(NEIGHBOUR, "CEN", "7000.00"));
        ledger.signedBy(CS, "p-cs").write(
                Chenghu.received(COUNTY, "CEN", "BK-1", "100000.00"),
                Chenghu.received(COUNTY, "CTY", "BK-2", "50000.01"));
        ledger.on("2018-01-20").signedBy(BO, "p-bo", CA, "p-ca").under(Chenghu.DOCUMENT).write(
                Chenghu.allotted(COUNTY, "CEN", "H1", "60000.00"),
                Chenghu.allotted(COUNTY, "CEN", "H2", "40000.00"),
                Chenghu.allotted(COUNTY, "CTY", "H1", "20000.00"),
                Chenghu.allotted(NEIGHBOUR, "CEN", "N1", "7000.00"));
    }

    private static void payments(WrittenLedger ledger) {
        JsonNode content = Json.MAPPER.createObjectNode().put("batch", "B1").put("controlTotal", "45000.00");
        List<JsonNode> rows = List.of(Json.MAPPER.createObjectNode().put("row", 2), Json.MAPPER.createObjectNode().put("row", 3));
        var prop = new ProposalId("prop-1");
        ledger.on("2018-02-26").signedBy(CL, "p-cl").write(
                new ProposalSubmittedRows(prop, "DisburseBatch", COUNTY, 1, rows),
                new ProposalSubmitted(prop, "DisburseBatch", content, HASH, COUNTY, null, LocalDate.of(2018, 4, 28),
                        ledger.head(), 1, 2, HASH));
        ledger.signedBy(CK, "p-ck").causedBy("prop-1").write(new ProposalChecked(prop, HASH));
        ledger.signedBy(CL, "p-cl", CK, "p-ck", CA, "p-ca").causedBy("prop-1").write(new ProposalApproved(prop, HASH));
        ledger.write(Chenghu.batch(COUNTY, "B1", H1_CEN, H2_CEN, H1_CTY));
        ledger.on("2018-02-27").signedBy(CS, "p-cs").causedBy("prop-1").write(
                Chenghu.paid(COUNTY, "B1", "H1", H1_CEN),
                Chenghu.paid(COUNTY, "B1", "H1", H2_CEN),
                Chenghu.paid(COUNTY, "B1", "H1", H1_CTY));
        ledger.signedBy(CS, "p-cs").write(
                Chenghu.confirmed("B1", "BK-3", H1_CEN),
                Chenghu.confirmed("B1", "BK-4", H2_CEN));
        ledger.recorded("2018-03-02").effective("2018-02-28").write(Chenghu.returned(COUNTY, "B1", "BK-5", "4000.00", H2_CEN));
    }

    private static void troubles(WrittenLedger ledger) {
        var hold = new HoldId("hold-1");
        ledger.on("2018-03-05").signedBy(IN, "p-in").write(new PaymentHoldPlaced(hold, new InstitutionId("H1"), null, null,
                "财政违法行为处罚处分条例第六条", LocalDate.of(2018, 4, 5), LocalDate.of(2018, 6, 5)));
        ledger.signedBy(CL, "p-cl", CK, "p-ck", CA, "p-ca").write(Chenghu.batch(COUNTY, "B2", HELD));
        ledger.signedBy(CS, "p-cs").write(Chenghu.released(COUNTY, "B2", HELD));
        ledger.on("2018-03-06").signedBy(LO, "p-lo").write(new PaymentHoldReleased(hold, new InstitutionId("H1"), "核查完毕"));
        ledger.on("2018-03-10").signedBy().write(new CommandRefused(new PersonRef("p-cl"), "DisburseBatch", "ALLOTMENT_EXCEEDED", "CEN-H1"));
        var twice = Chenghu.received(COUNTY, "CTY", "BK-6", "10.00");
        long mistaken = ledger.on("2018-03-12").signedBy(CS, "p-cs").write(twice);
        ledger.signedBy(CL, "p-cl", CK, "p-ck", CA, "p-ca").under(Chenghu.DOCUMENT)
                .write(new EntryReversed(mistaken, "FundReceived", null, "银行重复通知", twice.lines().red()));
        ledger.on("2018-03-20").signedBy(AD, "p-admin", CA, "p-ca")
                .write(new RoleRevoked(new PersonRef("p-left"), CL, COUNTY, null));
    }

    static void person(WrittenLedger ledger, String person, Role role, DivisionCode division, String institution) {
        ledger.write(
                new PersonRegistered(new PersonRef(person), HASH),
                new RoleGranted(new PersonRef(person), role, division, institution == null ? null : new InstitutionId(institution)));
        ledger.signsIn(person, "urn:fundtrail:rehearsal", person.substring(2), "姓名" + person.substring(2), "岗位" + role);
    }
}
