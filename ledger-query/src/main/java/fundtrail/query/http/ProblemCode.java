package fundtrail.query.http;

/** Why there is no answer. Each has a title, a detail and an advice in the catalogue, in Chinese and in English. */
public enum ProblemCode {
    MALFORMED_REQUEST(400),
    BODY_UNEXPECTED(400),
    PARAMETER_UNKNOWN(400),
    PARAMETER_REPEATED(400),
    PARAMETER_MALFORMED(400),
    PARAMETER_CONFLICT(400),
    CURSOR_OF_ANOTHER_QUESTION(400),
    POSITION_NOT_REACHED(400),
    BEFORE_THE_LEDGER(400),
    EXTRACT_TOO_LARGE(400),
    QUESTION_TOO_LONG(400),
    TOKEN_REFUSED(401),
    REHEARSAL_TOKEN(401),
    PERSON_UNKNOWN(403),
    ROLE_MISSING(403),
    NOT_ON_RECORD(403),
    ADDRESS_UNKNOWN(404),
    UNKNOWN(404),
    DOCUMENT_MISSING(404),
    METHOD_NOT_ALLOWED(405),
    REQUEST_TIMEOUT(408),
    ADDRESS_TOO_LONG(414),
    TOO_MANY_REFUSED_TOKENS(429),
    TOO_MANY_READS(429),
    HEADERS_TOO_LARGE(431),
    INTERNAL(500),
    LOG_NOT_WHOLE(500),
    TOKENS_UNCHECKABLE(503),
    LEDGER_NOT_OPENED(503),
    NOTHING_SEALED(503),
    NOT_YET_PROJECTED(503),
    STORE_AWAY(503),
    WRITER_AWAY(503),
    OVERLOADED(503),
    CLOSING(503);

    private final int status;

    ProblemCode(int status) {
        this.status = status;
    }

    /** The HTTP status (RFC 9110, 15) it goes with. */
    public int status() {
        return status;
    }

    /** The address of its page, for {@code type} (RFC 9457, 3.1.1). */
    public String type() {
        return "/problems/" + name();
    }
}
