package fundtrail.command.kit;

import static fundtrail.command.kit.Batches.B1;
import static fundtrail.command.kit.Batches.approved;
import static fundtrail.command.kit.Batches.paid;
import static fundtrail.command.kit.Batches.returned;
import static fundtrail.command.kit.Batches.row;
import static fundtrail.command.kit.Sample.CEN;
import static fundtrail.command.kit.Sample.CEN_H1;
import static fundtrail.command.kit.Sample.CT;
import static fundtrail.command.kit.Sample.DIVISION;
import static fundtrail.command.kit.Sample.H1;
import static fundtrail.command.kit.Sample.YEAR;
import static fundtrail.command.kit.Sample.allotted;
import static fundtrail.command.kit.Sample.budget;
import static fundtrail.command.kit.Sample.received;
import static fundtrail.command.kit.Sample.yuan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fundtrail.command.disbursebatch.DisburseBatch.Row;
import fundtrail.command.posting.PostingRules;
import fundtrail.contract.Entry;
import fundtrail.contract.Fact;
import fundtrail.contract.fact.BudgetAllotted;
import fundtrail.contract.fact.FundReceived;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class IdentitiesTest {
    private static final int WISHES = 4_000;

    /** What must have happened, or the walk went nowhere. */
    private static final Set<String> FACTS = Set.of("BudgetApproved", "BudgetAllotted", "FundReceived",
            "DisbursementBatchApprovedRows", "DisbursementBatchApproved", "AdvancePaid", "ReservationReleased",
            "PaymentConfirmed", "PaymentReturned", "PaymentHoldPlaced", "PaymentHoldReleased", "EntryReversed",
            "TransferNotified", "TransferReceived", "BudgetReallocated", "BudgetReduced");

    @Test
    void every_identity_holds_after_every_fact_whatever_is_asked() {
        long seed = Seed.given();
        MoneyWalk walk = new MoneyWalk(seed);
        Identities identities = new Identities();
        Set<String> missing = new TreeSet<>(FACTS);
        int folded = 0;
        for (int wish = 0; wish < WISHES; wish++) {
            walk.step();
            String where = "-Dfundtrail.seed=" + seed + ", wish " + wish;
            List<Entry> log = walk.office().log();
            for (; folded < log.size(); folded++) {
                identities.after(log.get(folded), where);
                missing.remove(log.get(folded).envelope().type());
            }
            identities.agreeWith(walk.office().known(), where);
        }
        assertEquals(Set.of(), missing, () -> "never happened with -Dfundtrail.seed=" + seed);
    }

    private static void fold(Fact... facts) {
        Identities identities = new Identities();
        Office office = new Office().with(facts);
        office.log().forEach(entry -> identities.after(entry, "a log made up"));
        identities.agreeWith(office.known(), "a log made up");
    }

    private static final Row A = row(2, CEN_H1, "60.00");

    private static Fact[] facts(Fact... last) {
        List<Fact> facts = new ArrayList<>(List.of(
                budget(CEN, "100.00"), allotted(CEN_H1, H1, CEN, "100.00"), received(CEN, "60.00", "in-1")));
        facts.addAll(List.of(approved(B1, A)));
        facts.addAll(List.of(last));
        return facts.toArray(Fact[]::new);
    }

    @Test
    void a_log_in_order_passes() {
        fold(facts(paid(B1, A), returned(B1, A, "0.01", "back-1")));
    }

    @Test
    void an_amount_that_is_not_that_of_its_lines_is_found() {
        assertThrows(AssertionError.class, () -> fold(new FundReceived(DIVISION, YEAR, CEN, CT, "in-1", yuan("1.00"),
                PostingRules.fundReceived(DIVISION, YEAR, CEN, CT, yuan("1.01")))));
    }

    @Test
    void lines_of_another_source_than_the_facts_are_found() {
        BudgetAllotted fact = allotted(CEN_H1, H1, Sample.CTY, "1.00");
        assertThrows(AssertionError.class, () -> fold(budget(CEN, "1.00"), budget(Sample.CTY, "1.00"),
                new BudgetAllotted(fact.allotment(), H1, DIVISION, CEN, fact.programme(), YEAR, fact.classification(),
                        fact.amount(), fact.lines())));
    }

    @Test
    void more_spent_than_there_is_is_found() {
        Row more = row(2, CEN_H1, "100.01");
        assertThrows(AssertionError.class, () -> fold(facts(approved(Batches.B2, more))));
        Row cash = row(2, CEN_H1, "0.01");
        assertThrows(AssertionError.class, () -> fold(facts(paid(B1, A), approved(Batches.B2, cash)[0],
                approved(Batches.B2, cash)[1], paid(Batches.B2, cash))));
        assertThrows(AssertionError.class, () -> fold(facts(paid(B1, A), returned(B1, A, "60.01", "back-1"))));
    }
}
