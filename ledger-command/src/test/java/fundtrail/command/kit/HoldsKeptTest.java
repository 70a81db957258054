package fundtrail.command.kit;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.contract.Entry;
import fundtrail.contract.Money;
import fundtrail.contract.fact.AdvancePaid;
import fundtrail.contract.fact.BudgetAllotted;
import fundtrail.contract.fact.PaymentHoldPlaced;
import fundtrail.contract.fact.PaymentHoldReleased;
import fundtrail.contract.id.HoldId;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ProgrammeCode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HoldsKeptTest {
    private static final int WISHES = 4_000;

    private final Happened happened = new Happened();
    private final Map<HoldId, PaymentHoldPlaced> holds = new HashMap<>();
    private int paidUnderAHold;

    @Test
    void no_payment_leaves_less_than_the_holds_of_its_day_hold_back() {
        long seed = Seed.given();
        MoneyWalk walk = new MoneyWalk(seed);
        for (int wish = 0; wish < WISHES; wish++) {
            walk.step();
        }
        for (Entry entry : walk.office().log()) {
            happened.fold(entry);
            switch (entry.fact()) {
                case PaymentHoldPlaced hold -> holds.put(hold.hold(), hold);
                case PaymentHoldReleased released -> holds.remove(released.hold());
                case AdvancePaid payment -> check(payment, LocalDate.ofInstant(entry.recordedAt(), Sample.ZONE),
                        "-Dfundtrail.seed=" + seed + ", position " + entry.position());
                default -> { }
            }
        }
        assertTrue(paidUnderAHold > 0, () -> "no payment met a hold with -Dfundtrail.seed=" + seed);
    }

    private void check(AdvancePaid payment, LocalDate day, String where) {
        ProgrammeCode programme = happened.allotments().get(payment.allotment()).programme();
        List<PaymentHoldPlaced> standing = holds.values().stream()
                .filter(hold -> hold.institution().equals(payment.institution()) && !hold.expiresOn().isBefore(day))
                .toList();
        for (PaymentHoldPlaced hold : standing) {
            if (hold.programme() == null || hold.programme().equals(programme)) {
                assertNotNull(hold.amount(), () -> where + ": " + payment.payment() + " was paid under " + hold);
                Money heldBack = Money.sum(standing.stream()
                        .filter(other -> other.amount() != null)
                        .filter(other -> hold.programme() == null || hold.programme().equals(other.programme()))
                        .map(PaymentHoldPlaced::amount)
                        .toList());
                Money unpaid = unpaid(hold.institution(), hold.programme());
                assertTrue(unpaid.covers(heldBack), () -> where + ": " + payment.payment() + " leaves " + unpaid
                        + " unpaid, and " + heldBack + " is held back by " + hold);
                paidUnderAHold++;
            }
        }
    }

    private Money unpaid(InstitutionId institution, ProgrammeCode programme) {
        return Money.sum(happened.allotments().values().stream()
                .filter(allotment -> allotment.institution().equals(institution))
                .filter(allotment -> programme == null || allotment.programme().equals(programme))
                .map(BudgetAllotted::allotment)
                .map(allotment -> happened.allotted.of(allotment).minus(happened.spent.of(allotment)))
                .toList());
    }
}
