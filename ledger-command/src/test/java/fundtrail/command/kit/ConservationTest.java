package fundtrail.command.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fundtrail.contract.Entry;
import fundtrail.contract.fact.Paid;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ConservationTest {
    private static final int WISHES = 6_000;

    /** What must have happened, or the walk went nowhere. */
    private static final Set<String> FACTS = Set.of("SubsidyPaid", "DirectiveTaskPaid",
            "SettlementPaid", "PaymentReturned", "ReservationReleased", "EntryReversed", "ServiceVolumeReported",
            "PerformanceEvaluated", "EntitlementComputed", "PurchasePoolDetermined", "FundingPlanApproved", "SettlementFinalized",
            "SettlementReopened", "SettlementRefundReceived", "RiskReserveContributed", "ReserveInterestReceived",
            "RiskReserveDrawn", "RiskReserveDrawReturned", "BudgetLapsed", "BudgetCarriedForward", "YearCashMoved", "YearClosed",
            "ClawbackDetermined", "ClawbackRecovered", "AppealDecided", "ClawbackRefundPaid", "ClawbackWrittenOff", "WriteOffReinstated",
            "FundSourceRestored", "RestitutionReturned", "offset");

    /** What is rare need not happen in the first walk, but in one of so many. */
    private static final int WALKS = 6;

    @Test
    void nothing_is_lost_whatever_is_asked_of_two_years() {
        long seed = Seed.given();
        Set<String> missing = new TreeSet<>(FACTS);
        for (int walk = 0; walk < WALKS && !missing.isEmpty(); walk++) {
            walk(seed + walk, missing);
        }
        assertEquals(Set.of(), missing, () -> "never happened with -Dfundtrail.seed=" + seed);
    }

    private static void walk(long seed, Set<String> missing) {
        YearsWalk walk = new YearsWalk(seed);
        Conservation conservation = new Conservation();
        int folded = 0;
        for (int wish = 0; wish < WISHES; wish++) {
            walk.step();
            List<Entry> log = walk.office().log();
            for (; folded < log.size(); folded++) {
                conservation.after(log.get(folded), "-Dfundtrail.seed=" + seed + ", wish " + wish);
                missing.remove(log.get(folded).envelope().type());
                if (log.get(folded).fact() instanceof Paid paid && paid.offsets() != null) {
                    missing.remove("offset");
                }
            }
        }
    }
}
