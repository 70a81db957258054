package fundtrail.command.http;

/** What the door itself turns away, before a wish reaches the lane. Texts: {@code door_*.properties}. */
public enum DoorCode {
    REQUEST_UNREADABLE(400),
    MALFORMED_JSON(400),
    FIELD_WRONG(400),
    FIELD_MISSING(400),
    KEY_MISSING(400),
    KEY_MALFORMED(400),
    CLOCK_MALFORMED(400),
    PARAMETER_WRONG(400),
    HASH_DIFFERS(400),
    SECRET_MALFORMED(400),
    TOKEN_REFUSED(401),
    PERSON_UNKNOWN(403),
    SIGN_IN_AGAIN(403),
    REHEARSAL_ONLY(403),
    SECRET_WRONG(403),
    SECRET_EXPIRED(403),
    CLAIMS_CLOSED(403),
    ROLE_MISSING(403),
    NO_HAND_IN_BATCHES(403),
    ADDRESS_UNKNOWN(404),
    COMMAND_UNKNOWN(404),
    METHOD_NOT_ALLOWED(405),
    TOO_SLOW(408),
    PERSON_TAKEN(409),
    SECRET_USED(409),
    SIGN_IN_BOUND(409),
    LEDGER_OPEN(409),
    TOO_LARGE(413),
    MEDIA_TYPE_WRONG(415),
    SECRET_MISTYPED(422),
    ENTRY_TOO_LONG(422),
    DOCUMENT_NOT_UPLOADED(422),
    FILE_REFUSED(422),
    DOCUMENT_KIND_UNKNOWN(422),
    REGISTRY_ROW_MISSING(422),
    REGISTRY_HASH_DIFFERS(422),
    TOO_MANY_REFUSED_TOKENS(429),
    TOO_MANY_WISHES(429),
    INTERNAL(500),
    LEDGER_NOT_OPENED(503),
    TOKENS_UNCHECKABLE(503),
    DATABASE_AWAY(503),
    BUSY(503),
    LOST(503),
    ANOTHER_NODE_WRITES(503),
    STANDBY(503);

    private final int httpStatus;

    DoorCode(int httpStatus) {
        this.httpStatus = httpStatus;
    }

    public int httpStatus() {
        return httpStatus;
    }
}
