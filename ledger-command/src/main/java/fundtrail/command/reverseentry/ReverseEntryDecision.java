package fundtrail.command.reverseentry;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.ALREADY_REVERSED;
import static fundtrail.command.decide.RefusalCode.AUTHORITY_PROMISED;
import static fundtrail.command.decide.RefusalCode.DATE_BEFORE_ORIGINAL;
import static fundtrail.command.decide.RefusalCode.ENTRY_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.INSTITUTION_MERGED;
import static fundtrail.command.decide.RefusalCode.NOT_REVERSIBLE;
import static fundtrail.command.decide.RefusalCode.REVERSAL_BREAKS_LATER;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Allotment;
import fundtrail.command.known.Known;
import fundtrail.command.known.Payment;
import fundtrail.command.known.Payments.State;
import fundtrail.command.known.Promises;
import fundtrail.command.known.Reversals.Reversible;
import fundtrail.command.known.Reversals.Reversible.Allotted;
import fundtrail.command.known.Reversals.Reversible.PaymentMade;
import fundtrail.command.known.Reversals.Reversible.Reallocated;
import fundtrail.command.reverseentry.LaterUse.Broken;
import fundtrail.contract.Account;
import fundtrail.contract.Line;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.EntryReversed;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import java.time.LocalDate;

public final class ReverseEntryDecision {
    /** Why an entry cannot be reversed; the texts have a sentence for each, and for what undoes each kind of fact. */
    private enum Obstacle {
        /** Facts of its kind never are. */
        KIND,
        /** The bank has confirmed the payment. */
        CONFIRMED,
        /** The payment was wholly set off, and so done with at once. */
        SET_OFF,
        /** Money of the payment has come back from the bank. */
        RETURNED,
        /** A settlement has taken the payment into account since. */
        SETTLED,
        /** A refund or a claw-back has given its authority back since. */
        GIVEN_BACK,
        /** The budget year of its authority is closed. */
        YEAR_CLOSED
    }

    private ReverseEntryDecision() {}

    public static Decision decide(ReverseEntry wish, Moment moment, Known known) {
        String type = known.reversals().typeAt(wish.reverses());
        if (type == null) {
            return refused(ENTRY_UNKNOWN, wish.reverses());
        }
        Reversible entry = known.reversals().at(wish.reverses());
        InstitutionId merged = entry == null ? null : merged(entry, known);
        if (merged != null) {
            return refused(INSTITUTION_MERGED, merged).with("into", known.mergers().successorOf(merged));
        }
        if (entry != null && entry.reversedBy() != null) {
            return refused(ALREADY_REVERSED, wish.reverses()).with("by", "#" + entry.reversedBy());
        }
        Obstacle obstacle = obstacle(entry, known);
        if (obstacle != null) {
            return refused(NOT_REVERSIBLE, wish.reverses())
                    .with("type", type)
                    .with("why", obstacle)
                    .with("instead", obstacle == Obstacle.SET_OFF ? obstacle : type);
        }
        if (moment.effectiveDate().isBefore(entry.effectiveDate())) {
            return refused(DATE_BEFORE_ORIGINAL, wish.reverses())
                    .with("date", moment.effectiveDate())
                    .with("original", entry.effectiveDate());
        }
        Broken broken = LaterUse.brokenBy(entry, known);
        if (broken != null) {
            return refused(REVERSAL_BREAKS_LATER, wish.reverses())
                    .with("missing", broken.missing())
                    .with("balance", broken.balance())
                    .with("payments", broken.uses());
        }
        Allotment loses = loses(entry, known);
        Promises.Broken promised = loses == null ? null : Promises.broken(loses.authority(), gains(entry, loses, known), entry.amount(), known);
        if (promised != null) {
            return refused(AUTHORITY_PROMISED, loses.id())
                    .with("asked", entry.amount())
                    .with("broken", promised.amount())
                    .with("programme", promised.programme());
        }
        return accepted(new EntryReversed(
                wish.reverses(),
                type,
                entry instanceof PaymentMade made ? made.payment().id() : null,
                wish.reason(),
                entry.lines().red()));
    }

    /** An institution on its lines that goes on in another: what it had there went over; {@code null} where there is none. */
    private static InstitutionId merged(Reversible entry, Known known) {
        return entry.lines() == null ? null : entry.lines().list().stream()
                .map(Line::institution)
                .filter(institution -> institution != null && known.mergers().successorOf(institution) != null)
                .findFirst().orElse(null);
    }

    /** The allotment whose authority the reversal takes; {@code null} when it takes none. */
    private static Allotment loses(Reversible entry, Known known) {
        return switch (entry) {
            case Allotted allotted -> known.allotments().get(allotted.allotment());
            case Reallocated moved when moved.to() != null -> known.allotments().get(moved.to());
            default -> null;
        };
    }

    /** The authority that gets it back: the other allotment's, or what is not allotted. */
    private static Purse gains(Reversible entry, Allotment loses, Known known) {
        return entry instanceof Reallocated moved
                ? known.allotments().get(moved.lines().list().getFirst().allotment()).authority()
                : Purse.of(loses.division(), loses.budgetYear(), loses.fundSource());
    }

    private static Obstacle obstacle(Reversible entry, Known known) {
        if (entry == null) {
            return Obstacle.KIND;
        }
        if (!(entry instanceof PaymentMade) && entry.lines().list().stream()
                .anyMatch(line -> known.years().isClosed(line.division(), line.budgetYear()))) {
            return Obstacle.YEAR_CLOSED;
        }
        if (!(entry instanceof PaymentMade(Payment payment, var division, var paidOn, var lines, var reversedBy))) {
            return null;
        }
        if (payment.state() != State.PAID) {
            return payment.byBank().isZero() ? Obstacle.SET_OFF : Obstacle.CONFIRMED;
        }
        if (!payment.returned().isZero()) {
            return Obstacle.RETURNED;
        }
        Allotment allotment = known.allotments().get(payment.allotment());
        if (known.years().isClosed(division, allotment.budgetYear())) {
            return Obstacle.YEAR_CLOSED;
        }
        if (isSettledSince(payment, allotment.owed(payment.basis()), known)) {
            return Obstacle.SETTLED;
        }
        return known.balances().expended(allotment.id()).covers(payment.amount()) ? null : Obstacle.GIVEN_BACK;
    }

    /** An advance no longer stands among advances; a settlement's payment turned out to be too much. */
    private static boolean isSettledSince(Payment payment, Purse owed, Known known) {
        return switch (payment.kind()) {
            case ADVANCE, CAPITATION -> !known.balances().fund(Account.ADVANCES, owed).covers(payment.amount());
            case SETTLEMENT -> known.balances().fund(Account.SETTLEMENT_RECEIVABLE, owed).isPositive();
            case SUBSIDY, DIRECTIVE_TASK -> false;
        };
    }

    /** The division whose books the entry stands in; {@code null} when it cannot be reversed anyway. */
    public static DivisionCode division(ReverseEntry wish, Known known) {
        Reversible entry = known.reversals().at(wish.reverses());
        return entry == null ? null : entry.division();
    }

    /** The amount of the entry; {@code null} when it cannot be reversed anyway. */
    public static Money amount(ReverseEntry wish, Known known) {
        Reversible entry = known.reversals().at(wish.reverses());
        return entry == null ? null : entry.amount();
    }

    /** The day the entry counts from; {@code null} when it cannot be reversed anyway. */
    public static LocalDate original(ReverseEntry wish, Known known) {
        Reversible entry = known.reversals().at(wish.reverses());
        return entry == null ? null : entry.effectiveDate();
    }
}
