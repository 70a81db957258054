package fundtrail.command.sendpaymentfile;

import fundtrail.command.decide.Command;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Text;
import fundtrail.contract.id.BatchId;
import java.time.LocalDate;

/**
 * Records that the file asking the bank to carry out a batch's payments has gone to it (支付文件发送).
 *
 * @param fileHash SHA-256 of the file as sent
 */
public record SendPaymentFile(@MayBeAbsent LocalDate effectiveDate, BatchId batch, String fileHash) implements Command {
    public SendPaymentFile {
        if (fileHash != null) {
            Text.sha256("payment file", fileHash);
        }
    }
}
