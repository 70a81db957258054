package fundtrail.client;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import fundtrail.contract.MayBeAbsent;
import java.util.List;

/**
 * A problem document (RFC 9457) as the ledger writes it.
 *
 * @param code   a stable name of what is wrong
 * @param detail what is wrong, where and why
 * @param advice what to do now
 * @param faults for a list of rows, each that is refused
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Problem(
        String title,
        int status,
        String code,
        String detail,
        String advice,
        @MayBeAbsent String instance,
        @MayBeAbsent String correlation,
        @MayBeAbsent List<Fault> faults) {

    /** One refused row: its number in the file, its column, what is wrong and what to do. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Fault(
            int row, @JsonAlias("field") String column, String code, @JsonAlias("detail") String what, String advice) {}

    public Problem {
        faults = faults == null ? List.of() : List.copyOf(faults);
    }
}
