package fundtrail.command.known;

import fundtrail.contract.Account;
import fundtrail.contract.Fraction;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.DisbursementBatchApprovedRows.PaymentKind;
import fundtrail.contract.fact.PaymentBasis;
import fundtrail.contract.fact.PaymentRules;
import fundtrail.contract.fact.RuleSetPublished;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ProgrammeCode;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * How much more the ceilings let be paid, row after row: the rule set's cap on advances, and what a settlement found
 * payable. What approved rows have taken is taken, whether they are paid already or not. Limits are those of the day on
 * which it is decided.
 */
public final class CeilingWatch {
    private record Share(InstitutionId institution, ProgrammeCode programme, int budgetYear) {}

    private final Known known;
    private final Fraction cap;
    private final Map<Share, Money> advances = new HashMap<>();
    private final Map<Purse, Money> payables = new HashMap<>();

    public CeilingWatch(Known known, LocalDate today) {
        this.known = known;
        RuleSetPublished rules = known.rules().inForce(today);
        PaymentRules payments = rules == null ? null : rules.payments();
        this.cap = payments == null ? null : payments.advanceCap();
    }

    /** The share of allotments that may be advanced; {@code null} when there is no cap. */
    public Fraction cap() {
        return cap;
    }

    /** What more a row of that kind may take, perhaps less than nothing; {@code null} when no ceiling is over it. */
    public Money left(PaymentKind kind, Allotment allotment, PaymentBasis basis) {
        if (kind.isAdvance() && cap != null) {
            return advances.computeIfAbsent(share(allotment), share -> most(known.ceilings().allotted(allotment))
                    .minus(known.ceilings().advanced(allotment)));
        }
        if (kind == PaymentKind.SETTLEMENT) {
            return payables.computeIfAbsent(allotment.owed(basis), owed -> known.balances().fund(Account.SETTLEMENT_PAYABLE, owed)
                    .negated()
                    .minus(known.ceilings().awaited(Account.SETTLEMENT_PAYABLE, owed)));
        }
        return null;
    }

    /** A row has taken so much; with a negative amount, it gives so much back. */
    public void took(PaymentKind kind, Allotment allotment, PaymentBasis basis, Money amount) {
        Money left = left(kind, allotment, basis);
        if (left != null && kind.isAdvance()) {
            advances.put(share(allotment), left.minus(amount));
        } else if (left != null) {
            payables.put(allotment.owed(basis), left.minus(amount));
        }
    }

    /** The cap's share of an amount, in whole fen, rounded down: not a fen more may be advanced. */
    private Money most(Money allotted) {
        BigInteger fen = cap.numerator().multiply(BigInteger.valueOf(allotted.fen())).divide(cap.denominator());
        return Money.ofFen(fen.longValueExact());
    }

    private static Share share(Allotment allotment) {
        return new Share(allotment.institution(), allotment.programme(), allotment.budgetYear());
    }
}
