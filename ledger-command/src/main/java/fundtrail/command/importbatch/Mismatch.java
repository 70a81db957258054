package fundtrail.command.importbatch;

/** What can be wrong with a readable row before its payment is judged. Its words stand in {@code rows_*.properties}. */
enum Mismatch {
    /** Not of the form of GB 32100, or its check character is wrong. */
    CREDIT_CODE_WRONG,
    INSTITUTION_UNKNOWN,
    /** The institution had this code before, or has it only from a later day on. */
    CREDIT_CODE_REPLACED("CREDIT_CODE_WRONG"),
    /** The credit code is one institution's and the name another's. */
    NAME_MISMATCH,
    ALLOTMENT_UNKNOWN,
    /** Of another institution or division. */
    ALLOTMENT_MISMATCH,
    /** The row's document, source, class or project code is not the allotment's. */
    ALLOTMENT_DIFFERS,
    /** The institution has no account of this number. */
    ACCOUNT_MISMATCH,
    /** It has, but under another account name or at another bank. */
    ACCOUNT_DIFFERS("ACCOUNT_MISMATCH"),
    AMOUNT_NOT_POSITIVE,
    /** More than two decimals. */
    AMOUNT_NOT_TO_THE_FEN,
    AMOUNT_TOO_LARGE,
    TEXT_TOO_LONG,
    PAYMENT_KIND_UNKNOWN,
    /** What this kind of payment rests on is not filled in. */
    BASIS_MISSING,
    /** What another kind of payment rests on is filled in. */
    BASIS_OF_ANOTHER_KIND,
    /** Of the claw-back and the amount to be set off, one is filled in without the other. */
    OFFSET_INCOMPLETE,
    /** What stands there is no claw-back's id. */
    CLAWBACK_UNKNOWN,
    /** No number of the form that belongs there. */
    NUMBER_WRONG,
    /** The file's own total. */
    TOTAL_DIFFERS;

    private final String code;

    Mismatch() {
        this.code = name();
    }

    Mismatch(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}
