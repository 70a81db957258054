package fundtrail.client;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import java.util.List;

/**
 * What the ledger says of a clerk's file it has checked and not recorded.
 *
 * @param fileHash     SHA-256 of the file
 * @param rows         how many rows of payments it has
 * @param controlTotal what they add up to
 * @param contentHash  what the hands would sign; absent while there are faults
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CheckedFile(
        String fileHash,
        String batch,
        int rows,
        @MayBeAbsent Money controlTotal,
        @MayBeAbsent String contentHash,
        List<Problem.Fault> faults) {
    public CheckedFile {
        faults = faults == null ? List.of() : List.copyOf(faults);
    }
}
