package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Money;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.BatchId;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PayeeAccountId;
import fundtrail.contract.id.PaymentId;
import java.util.List;
import java.util.Set;

/** Money left a treasury account for one row of an approved batch: what payments of every kind have in common. */
public sealed interface Paid extends Fact permits AdvancePaid, CapitationPrepaid, SubsidyPaid, DirectiveTaskPaid, SettlementPaid {
    PaymentId payment();

    BatchId batch();

    /** The row of the batch it executes. */
    int row();

    /** The beneficiary. */
    InstitutionId institution();

    /** The institution whose account receives the money. */
    InstitutionId payee();

    PayeeAccountId payeeAccount();

    AllotmentId allotment();

    /** The treasury account that pays. */
    BankAccountId bankAccount();

    Money amount();

    String purpose();

    /** What it was set off against; {@code null} when nothing was. */
    List<Offset> offsets();

    /** What the bank pays: the amount less what is set off. */
    default Money byBank() {
        return amount().minus(Offset.sum(offsets()));
    }

    @Override
    default Set<Tag> tags() {
        return Tags.of(lines())
                .and(Tags.PAYMENT, payment())
                .and(Tags.BATCH, batch())
                .and(Tags.INSTITUTION, payee())
                .and(Tags.PAYEE_ACCOUNT, payeeAccount())
                .set();
    }
}
