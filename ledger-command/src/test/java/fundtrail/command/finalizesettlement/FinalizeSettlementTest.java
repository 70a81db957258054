package fundtrail.command.finalizesettlement;

import static fundtrail.command.decide.RefusalCode.DATE_BEFORE_PAYMENT;
import static fundtrail.command.decide.RefusalCode.ENTITLEMENT_OUTDATED;
import static fundtrail.command.decide.RefusalCode.ENTITLEMENT_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.FORMULA_DIFFERS;
import static fundtrail.command.decide.RefusalCode.INSTITUTION_MERGED;
import static fundtrail.command.decide.RefusalCode.INSTITUTION_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.PLAN_DIFFERS;
import static fundtrail.command.decide.RefusalCode.PLAN_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.SETTLEMENT_FINAL;
import static fundtrail.command.kit.Sample.BPH;
import static fundtrail.command.kit.Sample.H1;
import static fundtrail.command.kit.Sample.H2;
import static fundtrail.command.kit.Sample.YEAR;
import static fundtrail.command.kit.Sample.yuan;
import static fundtrail.contract.Account.ADVANCES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.command.computeentitlement.ComputeEntitlement;
import fundtrail.command.disbursebatch.DisburseBatch.Row;
import fundtrail.command.executebatch.ExecuteBatch;
import fundtrail.command.kit.Batches;
import fundtrail.command.kit.PurchasedYear;
import fundtrail.command.kit.Sample;
import fundtrail.contract.Account;
import fundtrail.contract.Money;
import fundtrail.contract.fact.BudgetApproved.SourceAmount;
import fundtrail.contract.fact.EntitlementComputed.ByHeads;
import fundtrail.contract.fact.SettlementFinalized;
import fundtrail.contract.fact.SettlementRefundReceived;
import fundtrail.contract.formula.SettlementOfSource;
import fundtrail.contract.id.InstitutionId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Settlements of two worked years to the fen: a round one, and one in which nothing is. */
class FinalizeSettlementTest {
    private static PurchasedYear round() {
        return new PurchasedYear().reserve("900000.00")
                .institution("H1 CEN 3900000.00 PRO 2600000.00 CTY 6500000.00")
                .institution("H2 CEN 2790000.00 PRO 1860000.00 CTY 4650000.00")
                .institution("H3 CEN 2310000.00 PRO 1540000.00 CTY 3850000.00")
                .advanced("H1 CEN 3315000.00 PRO 2210000.00 CTY 5525000.00")
                .advanced("H2 CEN 2371500.00 PRO 1581000.00 CTY 3952500.00")
                .advanced("H3 CEN 1963500.00 PRO 1309000.00 CTY 3272500.00")
                .standard("30000000.00", "8000000", "3.75")
                .earned("H1", "4100000", "95", "15375000.00")
                .earned("H2", "2500000", "88", "9312500.00")
                .earned("H3", "1600000", "92", "6000000.00")
                .planned();
    }

    private static PurchasedYear crooked() {
        return new PurchasedYear().reserve("160959.73")
                .institution("K1 CEN 1299709.03 CTY 900001.03 PRO 611003.11")
                .institution("K2 CEN 1100009.53 CTY 433344.60")
                .institution("K3 CTY 701009.29 PRO 996999.31")
                .advanced("K1 CEN 1200007.09 CTY 500009.21 PRO 499979.33")
                .advanced("K2 CEN 1000003.57")
                .advanced("K3 CTY 680003.27 PRO 900001.09")
                .standard("6042075.90", "1621007", "3.7274")
                .earned("K1", "950003", "93", "3541041.18")
                .earned("K2", "430007", "83", "1565409.24")
                .earned("K3", "300007", "77", "1069788.76")
                .planned();
    }

    private static List<String> open(SettlementFinalized settled) {
        return settled.bySource().stream()
                .map(one -> one.fundSource() + " " + one.payable() + " " + one.receivable())
                .toList();
    }

    private static List<String> lines(SettlementFinalized settled) {
        return settled.lines().list().stream().map(line -> line.account() + " " + line.fundSource() + " " + line.signed()).toList();
    }

    @Test
    void in_the_round_year_two_are_owed_and_one_owes() {
        PurchasedYear year = round();
        SettlementFinalized h1 = year.settled("H1", "15375000.00");
        assertEquals(List.of("CEN 1091250.00 0.00", "CTY 1818750.00 0.00", "PRO 727500.00 0.00", "RSV 687500.00 0.00"), open(h1));
        assertEquals(List.of("PROGRAM_EXPENSE RSV 687500.00", "SETTLEMENT_PAYABLE RSV -687500.00"), lines(h1).subList(9, 11));
        assertEquals(yuan("4325000.00"), h1.payable());
        assertEquals(yuan("1407500.00"), year.settled("H2", "9312500.00").payable());
        SettlementFinalized h3 = year.settled("H3", "6000000.00");
        assertEquals(List.of("CEN 0.00 163500.00", "CTY 0.00 272500.00", "PRO 0.00 109000.00"), open(h3));
        assertEquals(List.of("PROGRAM_EXPENSE CEN 1800000.00", "ADVANCES CEN -1963500.00", "SETTLEMENT_RECEIVABLE CEN 163500.00"),
                lines(h3).subList(0, 3));
        assertEquals(Money.ZERO, year.balance(ADVANCES, "H3", "CEN"));
    }

    @Test
    void in_the_crooked_year_each_source_is_settled_by_itself() {
        PurchasedYear year = crooked();
        assertEquals(List.of("CEN 99701.94 0.00", "CTY 646113.66 0.00", "PRO 461066.67 0.00", "RSV 134163.28 0.00"),
                open(year.settled("K1", "3541041.18")));
        assertEquals(List.of("CEN 100005.96 0.00", "CTY 446578.30 0.00", "PRO 18821.41 0.00"), open(year.settled("K2", "1565409.24")));
        assertEquals(List.of("CTY 0.00 238349.52", "PRO 0.00 271866.08"), open(year.settled("K3", "1069788.76")));
    }

    /** The score was 79; everything was paid meanwhile. */
    @Test
    void a_revision_posts_the_difference_alone() {
        PurchasedYear year = crooked();
        List.of("K1 3541041.18", "K2 1565409.24", "K3 1069788.76").forEach(one -> year.settled(one.split(" ")[0], one.split(" ")[1]));
        year.does(PurchasedYear.refund("K3", "510215.60"));
        year.moved("K3 K2 CTY 13233.70 PRO 18821.41").moved("K3 K1 CTY 246121.84 PRO 350042.89").drawn("K1", "134163.28")
                .paid("K1 CEN 99701.94 CTY 646113.66 PRO 461066.67 RSV 134163.28").paid("K2 CEN 100005.96 CTY 446578.30 PRO 18821.41");
        year.does(PurchasedYear.reopening("K2"));
        year.scored("K2", "79", "1544038.46").planned();
        SettlementFinalized second = year.settled("K2", "1544038.46");
        assertEquals(2, second.revision());
        assertEquals(List.of("PROGRAM_EXPENSE CEN -15017.20", "SETTLEMENT_RECEIVABLE CEN 15017.20", "PROGRAM_EXPENSE CTY -6096.63",
                "SETTLEMENT_RECEIVABLE CTY 6096.63", "PROGRAM_EXPENSE PRO -256.95", "SETTLEMENT_RECEIVABLE PRO 256.95"), lines(second));
        assertEquals(yuan("1544038.46"), second.entitlement());
        SettlementRefundReceived refund = (SettlementRefundReceived) year.does(PurchasedYear.refund("K2", "21370.78")).getFirst();
        assertEquals("[15017.20, 6096.63, 256.95]", refund.bySource().stream().map(SourceAmount::amount).toList().toString());
    }

    @Test
    void advances_of_one_source_do_not_pay_for_another() {
        PurchasedYear year = new PurchasedYear().institution("H1 CEN 100.00 CTY 33.33").advanced("H1 CEN 90.00")
                .standard("120.01", "12001", "0.01").earned("H1", "12001", "90", "120.01").planned();
        assertEquals(List.of("CEN 0.01 0.00", "CTY 30.00 0.00"), open(year.settled("H1", "120.01")));
    }

    @Test
    void what_was_carried_into_the_next_year_still_bears_what_its_year_has_earned() {
        PurchasedYear year = new PurchasedYear().institution("K3 CEN 499979.03 CTY 211007.11 PRO 151331.23")
                .advanced("K3 CEN 353889.56 CTY 149352.69 PRO 107113.58").carried("K3 CEN 146089.47 CTY 61654.42 PRO 44217.65");
        year.does(new ComputeEntitlement(null, new InstitutionId("K3"), BPH, YEAR, new ByHeads(12_101, yuan("61.00"), 12), yuan("738161.00")));
        SettlementFinalized settled = year.planned().settled("K3", "738161.00");
        assertEquals("[427992.10, 180626.33, 129542.57]", settled.bySource().stream().map(SettlementOfSource::entitlement).toList().toString());
        assertEquals(yuan("127805.17"), settled.payable());
    }

    @Test
    void a_source_that_bears_nothing_any_more_owes_nothing_any_more() {
        PurchasedYear year = new PurchasedYear().institution("H1 CEN 100.00 CTY 50.00").standard("1000.00", "1000", "1")
                .earned("H1", "120", "90", "120.00").planned();
        year.settled("H1", "120.00");
        year.does(PurchasedYear.reopening("H1"));
        year.does(PurchasedYear.volume("H1", "V-2", "0.01", "V-H1"));
        SettlementFinalized again = year.scored("H1", "90", "0.01").planned().settled("H1", "0.01");
        assertEquals(List.of("CEN 0.01 0.00", "CTY 0.00 0.00"), open(again));
        assertEquals(Money.ZERO, year.balance(Account.SETTLEMENT_PAYABLE, "H1", "CTY"));
        assertEquals(Money.ZERO, year.balance(Account.PROGRAM_EXPENSE, "H1", "CTY"));
    }

    @Test
    void a_year_is_settled_once_unless_it_was_reopened() {
        PurchasedYear year = round();
        year.settled("H1", "15375000.00");
        year.ledger().when(PurchasedYear.settlement("H1", "15375000.00")).thenRefused(SETTLEMENT_FINAL, "H1 BPH 2026");
        year.does(PurchasedYear.reopening("H1"));
        SettlementFinalized again = year.settled("H1", "15375000.00");
        assertEquals(2, again.revision());
        assertTrue(again.lines().isEmpty());
    }

    @Test
    void nothing_is_settled_without_entitlement_and_plan_or_when_its_inputs_have_changed() {
        PurchasedYear year = new PurchasedYear().institution("H1 CEN 100.00");
        year.ledger().when(PurchasedYear.settlement("H1", "1.00")).thenRefused(ENTITLEMENT_UNKNOWN, "H1 BPH 2026");
        year.standard("100.00", "100", "1").earned("H1", "50", "90", "50.00");
        year.ledger().when(PurchasedYear.settlement("H1", "50.00")).thenRefused(PLAN_UNKNOWN, "BPH 2026");
        year.planned();
        year.ledger().when(PurchasedYear.settlement("H1", "50.01")).thenRefused(FORMULA_DIFFERS, "ENTITLEMENT");
        year.does(PurchasedYear.volume("H1", "V-2", "60", "V-H1"));
        year.ledger().when(PurchasedYear.settlement("H1", "50.00")).thenRefused(ENTITLEMENT_OUTDATED, "H1 BPH 2026");
        year.does(new ComputeEntitlement(null, H1, BPH, YEAR, null, yuan("60.00")));
        year.ledger().when(PurchasedYear.settlement("H1", "60.00")).thenRefused(PLAN_DIFFERS, "H1 BPH 2026");
        year.planned();
        assertEquals(yuan("60.00"), year.settled("H1", "60.00").payable());
    }

    @Test
    void an_institution_that_goes_on_in_another_is_settled_there() {
        PurchasedYear year = new PurchasedYear().institution("H1 CEN 100.00").institution("H2 CEN 1.00").standard("100.00", "100", "1")
                .earned("H1", "50", "90", "50.00").planned();
        year.ledger().and(Sample.merged(H1, H2));
        year.ledger().when(PurchasedYear.settlement("H1", "50.00")).thenRefused(INSTITUTION_MERGED, "H1");
        year.ledger().when(PurchasedYear.settlement("H9", "50.00")).thenRefused(INSTITUTION_UNKNOWN, "H9");
    }

    @Test
    void no_settlement_is_dated_before_a_payment_that_it_takes_into_account() {
        PurchasedYear year = new PurchasedYear().institution("H1 CEN 100.00").standard("1000.00", "1000", "1")
                .earned("H1", "90", "90", "90.00").planned();
        Row row = Batches.row(1, Sample.CEN_H1, "40.00");
        year.ledger().and(Sample.payeeAccount(H1), Sample.received(Sample.CEN, "100.00", "in-1")).on(Batches.PAYDAY)
                .and(Batches.approved(Batches.B1, row)).by(Sample.OTHER);
        year.does(new ExecuteBatch(null, Batches.B1));
        year.ledger().when(new FinalizeSettlement(Sample.DAY, Sample.DOCUMENT, H1, BPH, YEAR, yuan("90.00")))
                .thenRefused(DATE_BEFORE_PAYMENT, Batches.payment(Batches.B1, row));
        assertEquals(yuan("50.00"), year.settled("H1", "90.00").payable());
    }
}
