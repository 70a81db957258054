package fundtrail.command.http;

import fundtrail.contract.Json;
import fundtrail.contract.MayBeAbsent;
import java.util.List;

/**
 * A problem document (RFC 9457) in the caller's language.
 *
 * @param detail what is wrong, where and why
 * @param advice what to do now
 * @param faults for a list of rows, each row that is refused; absent otherwise
 */
record Problem(
        String type,
        String title,
        int status,
        String code,
        String detail,
        String advice,
        String instance,
        String correlation,
        @MayBeAbsent List<Fault> faults) {

    static final String MEDIA_TYPE = "application/problem+json";

    /** One refused row. */
    record Fault(int row, String field, String code, String detail, String advice) {}

    static Problem of(int status, String code, Text text, String instance, String correlation, List<Fault> faults) {
        return new Problem("urn:fundtrail:problem:" + code, text.title(), status, code, text.detail(), text.advice(),
                instance, correlation, faults.isEmpty() ? null : faults);
    }

    byte[] json() {
        return Json.canonical(this);
    }

    /** The three sentences of a problem. */
    record Text(String title, String detail, String advice) {}
}
