package fundtrail.contract;

import java.time.LocalDate;

/**
 * The document a fact rests on.
 *
 * @param type   what it is, such as {@code 预算批复}
 * @param body   the body that issued it
 * @param number its document number (文号), unique with its body
 * @param date   its date
 * @param sha256 the SHA-256 of the document as uploaded, 64 lower-case hex digits
 */
public record DocumentRef(String type, String body, String number, LocalDate date, String sha256) {
    public DocumentRef {
        Text.required("document type", type, 40);
        Text.required("issuing body", body, 80);
        Text.required("document number", number, 80);
        if (date == null) {
            throw new IllegalArgumentException("a document needs its date");
        }
        Text.sha256("document", sha256);
    }
}
