package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Money;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.Text;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.BatchId;
import java.util.Set;

/**
 * 支付文件发送: the file that asks the bank to carry out a batch's payments has gone to it.
 *
 * @param bankAccount the treasury account that pays
 * @param fileHash    SHA-256 of the file as sent
 * @param payments    how many payments of the batch were paid and not confirmed then, at least one
 * @param total       what was still under way of them: what the file must add up to
 */
public record PaymentFileSent(
        BatchId batch,
        BankAccountId bankAccount,
        String fileHash,
        int payments,
        Money total)
        implements Fact {
    public PaymentFileSent {
        Text.sha256("payment file", fileHash);
        if (payments < 1) {
            throw new IllegalArgumentException("a payment file has at least one payment");
        }
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(Tags.BATCH, batch).and(Tags.BANK_ACCOUNT, bankAccount).set();
    }
}
