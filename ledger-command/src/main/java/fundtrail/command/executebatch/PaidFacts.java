package fundtrail.command.executebatch;

import fundtrail.command.known.Allotment;
import fundtrail.command.known.Payment;
import fundtrail.command.posting.PaymentPostings;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.AdvancePaid;
import fundtrail.contract.fact.CapitationPrepaid;
import fundtrail.contract.fact.DirectiveTaskPaid;
import fundtrail.contract.fact.Offset;
import fundtrail.contract.fact.Paid;
import fundtrail.contract.fact.PaymentBasis;
import fundtrail.contract.fact.SettlementPaid;
import fundtrail.contract.fact.SubsidyPaid;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.BatchId;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PayeeAccountId;
import fundtrail.contract.id.PaymentId;
import java.util.List;

/** The fact by which a row is paid: each kind of payment has its own. */
final class PaidFacts {
    private final BankAccountId bankAccount;
    private final OffsetsMade made;

    PaidFacts(BankAccountId bankAccount, OffsetsMade made) {
        this.bankAccount = bankAccount;
        this.made = made;
    }

    /** @param payee the institution whose account receives the money */
    Paid of(Payment payment, InstitutionId payee, Allotment allotment) {
        PaymentId id = payment.id();
        BatchId batch = payment.batch();
        int row = payment.row();
        InstitutionId institution = payment.institution();
        PayeeAccountId account = payment.payeeAccount();
        AllotmentId from = payment.allotment();
        Money amount = payment.amount();
        String purpose = payment.purpose();
        PaymentBasis basis = payment.basis();
        Purse owed = allotment.owed(basis);
        List<Offset> offsets = made.of(payment);
        Lines lines = PaymentPostings.paid(payment.kind(), allotment.purse(), owed, bankAccount, amount)
                .and(made.lines(offsets, bankAccount));
        return switch (payment.kind()) {
            case ADVANCE -> new AdvancePaid(
                    id, batch, row, institution, payee, account, from, bankAccount, amount, purpose, payment.instalment(), offsets,
                    lines);
            case CAPITATION -> new CapitationPrepaid(
                    id, batch, row, institution, payee, account, from, bankAccount, amount, purpose, payment.instalment(), basis.heads(),
                    offsets, lines);
            case SUBSIDY -> new SubsidyPaid(
                    id, batch, row, institution, payee, account, from, bankAccount, amount, purpose, basis.subsidy(), offsets,
                    lines);
            case DIRECTIVE_TASK -> new DirectiveTaskPaid(
                    id, batch, row, institution, payee, account, from, bankAccount, amount, purpose, basis.task(), offsets, lines);
            case SETTLEMENT -> new SettlementPaid(
                    id, batch, row, institution, payee, account, from, bankAccount, amount, purpose, owed.budgetYear(), offsets,
                    lines);
        };
    }
}
