package fundtrail.command.kit;

import fundtrail.contract.Entry;
import fundtrail.contract.Fact;
import fundtrail.contract.Money;
import fundtrail.contract.fact.AdvancePaid;
import fundtrail.contract.fact.BudgetAllotted;
import fundtrail.contract.fact.BudgetApproved;
import fundtrail.contract.fact.BudgetReallocated;
import fundtrail.contract.fact.BudgetReduced;
import fundtrail.contract.fact.DisbursementBatchApprovedRows;
import fundtrail.contract.fact.EntryReversed;
import fundtrail.contract.fact.FundReceived;
import fundtrail.contract.fact.PaymentReturned;
import fundtrail.contract.fact.ReservationReleased;
import fundtrail.contract.fact.TransferNotified;
import fundtrail.contract.fact.TransferReceived;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.PaymentId;
import fundtrail.contract.id.TrancheId;
import java.util.HashMap;
import java.util.Map;

/** What happened to authority and cash, from the amounts that facts name, their lines unread. */
final class Happened {
    /** Money of one source for one budget year. */
    record Source(DivisionCode division, int budgetYear, FundSourceCode fundSource) {
        static Source of(BudgetAllotted allotment) {
            return new Source(allotment.division(), allotment.budgetYear(), allotment.fundSource());
        }
    }

    /** Cash of a source in one bank account. */
    record Cash(Source source, BankAccountId bankAccount) {}

    private final Map<Long, Fact> byPosition = new HashMap<>();
    private final Map<AllotmentId, BudgetAllotted> allotments = new HashMap<>();
    private final Map<TrancheId, Source> tranches = new HashMap<>();
    private final Map<PaymentId, AdvancePaid> paid = new HashMap<>();

    /** Approved at home or notified from above. */
    final Sums<Source> approved = new Sums<>();
    /** Allotted, and moved since. */
    final Sums<AllotmentId> allotted = new Sums<>();
    final Sums<AllotmentId> withdrawn = new Sums<>();
    /** Withdrawn before it was allotted. */
    final Sums<Source> withdrawnUnallotted = new Sums<>();
    /** Notified of a tranche and not yet received. */
    final Sums<TrancheId> toCome = new Sums<>();
    /** Approved rows neither paid nor released. */
    final Sums<AllotmentId> toBePaid = new Sums<>();
    /** Paid less returned. */
    final Sums<AllotmentId> spent = new Sums<>();
    final Sums<Cash> received = new Sums<>();
    /** Paid less returned. */
    final Sums<Cash> paidOut = new Sums<>();

    Map<AllotmentId, BudgetAllotted> allotments() {
        return allotments;
    }

    void fold(Entry entry) {
        byPosition.put(entry.position(), entry.fact());
        switch (entry.fact()) {
            case BudgetApproved fact -> fact.sources().forEach(source -> approved.add(
                    new Source(fact.division(), fact.budgetYear(), source.fundSource()), source.amount()));
            case BudgetAllotted fact -> {
                allotments.put(fact.allotment(), fact);
                allotted.add(fact.allotment(), fact.amount());
            }
            case BudgetReallocated fact -> move(fact, fact.amount());
            case BudgetReduced fact when fact.allotment() != null -> withdrawn.add(fact.allotment(), fact.amount());
            case BudgetReduced fact ->
                withdrawnUnallotted.add(new Source(fact.division(), fact.budgetYear(), fact.fundSource()), fact.amount());
            case TransferNotified fact -> {
                tranches.put(fact.tranche(), new Source(fact.division(), fact.budgetYear(), fact.fundSource()));
                approved.add(tranches.get(fact.tranche()), fact.amount());
                toCome.add(fact.tranche(), fact.amount());
            }
            case TransferReceived fact -> come(fact, fact.amount());
            case FundReceived fact -> received.add(cash(fact), fact.amount());
            case DisbursementBatchApprovedRows fact -> fact.rows().forEach(row -> toBePaid.add(row.allotment(), row.amount()));
            case ReservationReleased fact -> toBePaid.take(fact.allotment(), fact.amount());
            case AdvancePaid fact -> {
                paid.put(fact.payment(), fact);
                pay(fact, fact.amount());
                toBePaid.take(fact.allotment(), fact.amount());
            }
            case PaymentReturned fact -> pay(paid.get(fact.payment()), fact.amount().negated());
            case EntryReversed fact -> reverse(byPosition.get(fact.reverses()));
            default -> { }
        }
    }

    private void reverse(Fact undone) {
        switch (undone) {
            case BudgetAllotted fact -> allotted.take(fact.allotment(), fact.amount());
            case BudgetReallocated fact -> move(fact, fact.amount().negated());
            case TransferReceived fact -> come(fact, fact.amount().negated());
            case FundReceived fact -> received.take(cash(fact), fact.amount());
            case AdvancePaid fact -> {
                pay(fact, fact.amount().negated());
                toBePaid.add(fact.allotment(), fact.amount());
            }
            default -> throw new AssertionError("a " + undone.getClass().getSimpleName() + " was reversed");
        }
    }

    private void move(BudgetReallocated fact, Money amount) {
        allotted.take(fact.from(), amount);
        if (fact.to() != null) {
            allotted.add(fact.to(), amount);
        }
    }

    private void come(TransferReceived fact, Money amount) {
        received.add(new Cash(tranches.get(fact.tranche()), fact.bankAccount()), amount);
        toCome.take(fact.tranche(), amount);
    }

    private void pay(AdvancePaid payment, Money amount) {
        spent.add(payment.allotment(), amount);
        paidOut.add(new Cash(Source.of(allotments.get(payment.allotment())), payment.bankAccount()), amount);
    }

    private static Cash cash(FundReceived fact) {
        return new Cash(new Source(fact.division(), fact.budgetYear(), fact.fundSource()), fact.bankAccount());
    }
}
