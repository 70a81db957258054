package fundtrail.command.decide;

/**
 * Why a wish can be refused, in order of precedence: of several that apply, the first one listed here is the answer.
 * First whose wish it is and whether it was asked before, then its proposal, then authority, then what the wish says, then what exists,
 * then the state of things, then holds, then money. Nobody learns what exists, or what is held, by being refused for
 * want of authority.
 *
 * <p>Each has a text in both languages ({@code refusals_*.properties}): what, where, why, what now.
 */
public enum RefusalCode {
    // Asked before?
    KEY_REUSED(409),
    CLOCK_BACKWARDS(409),

    // By whom, and under which proposal?
    PERSON_UNKNOWN(403),
    REGISTRY_CHANGED(403, Recorded.ALWAYS),
    TOO_MANY_REFUSALS(429),
    PROPOSAL_UNKNOWN(404),
    PROPOSAL_CLOSED(409),
    PROPOSAL_EXPIRED(409),
    CONTENT_CHANGED(409),

    // With which authority?
    COMMAND_WITHOUT_AUTHORITY(403),
    OUT_OF_TURN(409),
    ROLE_MISSING(403, Recorded.ON_MONEY),
    JURISDICTION_OUTSIDE(403, Recorded.ON_MONEY),
    INSTITUTION_OUTSIDE(403, Recorded.ON_MONEY),
    LIMIT_EXCEEDED(403, Recorded.ALWAYS),
    DELEGATE_UNFIT(403, Recorded.ALWAYS),
    NOT_THE_MAKER(403),
    SIGNER_CONFLICT(403, Recorded.ALWAYS),

    // What does it say?
    DATE_IN_FUTURE(422),
    DATE_TOO_EARLY(422),
    PERIOD_CLOSED(409),
    DATE_PASSED(422),
    DOCUMENT_REQUIRED(422),
    AMOUNT_NOT_POSITIVE(422),
    BASIS_MISMATCH(422),
    TOTAL_DIFFERS(422),
    STATEMENT_DIFFERS(422),
    SOURCE_TWICE(422),
    ITEM_TWICE(422),
    PLAN_TWICE(422),
    PROGRAMME_TWICE(422),
    MATRIX_INCOMPLETE(422),
    MATRIX_UNSAFE(422),
    MATRIX_ONE_HAND(422),
    MATRIX_ADMINISTRATORS(422),
    MATRIX_ONE_BODY(422),
    MATRIX_LIMIT_VOID(422),
    COMMAND_NOT_DELEGABLE(422),
    DELEGATION_LIMIT_VOID(422),
    DELEGATION_TOO_LONG(422),
    MERGED_INTO_ITSELF(422),
    CALENDAR_WRONG(422),
    YEAR_NOT_OVER(422),
    PERIOD_NOT_OVER(422),
    COMPONENTS_DIFFER(422),

    // What exists?
    ALREADY_EXISTS(409),
    NUMBER_USED(409),
    DIVISION_UNKNOWN(404),
    PERSON_NOT_REGISTERED(404),
    PERSON_ERASED(409),
    COMMUNITY_UNKNOWN(404),
    INSTITUTION_UNKNOWN(404),
    FUND_SOURCE_UNKNOWN(404),
    PROGRAMME_UNKNOWN(404),
    TREASURY_ACCOUNT_UNKNOWN(404),
    PAYEE_ACCOUNT_UNKNOWN(404),
    ALLOTMENT_UNKNOWN(404),
    SUBSIDY_CATEGORY_UNKNOWN(404),
    TASK_UNKNOWN(404),
    TRANCHE_UNKNOWN(404),
    BATCH_UNKNOWN(404),
    PAYMENT_UNKNOWN(404),
    RESERVE_SOURCE_MISSING(409),
    DRAW_UNKNOWN(404),
    HOLD_UNKNOWN(404),
    ROLE_NOT_HELD(404),
    DELEGATION_UNKNOWN(404),
    ENTRY_UNKNOWN(404),
    ITEM_UNKNOWN(404),
    SCHEDULE_UNKNOWN(404),
    SERVICE_ITEM_UNKNOWN(404),
    POOL_UNKNOWN(404),
    UNIT_STANDARD_UNKNOWN(404),
    REPORT_UNKNOWN(404),
    VOLUMES_UNKNOWN(404),
    EVALUATION_UNKNOWN(404),
    ENTITLEMENT_UNKNOWN(404),
    PLAN_UNKNOWN(404),
    SETTLEMENT_UNKNOWN(404),

    // In which state?
    ROLE_HELD(409),
    BOOKS_BEGUN(409),
    SOURCE_NOT_OWN_LEVEL(422),
    SOURCE_NOT_UPPER_LEVEL(422),
    SOURCE_NOT_RESERVE(422),
    NOTICE_NOT_FROM_ABOVE(422),
    DIVISION_NOT_BELOW(422),
    TRANCHE_MISMATCH(422),
    ALLOTMENT_MISMATCH(422),
    ALLOTMENT_ELSEWHERE(422),
    ALLOTMENT_NOT_TO_BUREAU(422),
    BUREAU_NOT_PAID(422),
    ACCOUNT_MISMATCH(422),
    RESERVE_ACCOUNT_NEEDED(422),
    PAYEE_MISMATCH(422),
    PAYEE_NO_LEGAL_PERSON(422),
    ACCOUNT_CLOSED(422),
    ACCOUNT_TOO_NEW(422),
    ROLES_INCOMPATIBLE(422),
    LOCKS_OUT(409),
    ROLES_REMAIN(409),
    OWN_MATTER(403, Recorded.ALWAYS),
    NOT_THE_DELEGATOR(403),
    NOTHING_TO_DELEGATE(422),
    DELEGATION_CLOSED(409),
    INSTITUTION_MERGED(409),
    YEAR_CLOSED(409),
    RESERVE_NEVER_LAPSES(422),
    RESERVE_SOURCE_GIVEN(409),
    RESERVED_REMAINS(409),
    HOLD_CLOSED(409),
    HOLDER_CONFLICT(403, Recorded.ALWAYS),
    FILE_USED(409),
    PAYMENT_FILE_USED(409),
    DUPLICATE_ROW(422),
    DUPLICATE_PAYMENT(422),
    BALANCE_TWICE(422),
    OPENING_OVERSPENT(422),
    DATE_BEFORE_ALLOTMENT(422),
    DATE_BEFORE_ARRIVAL(422),
    CAPITAL_NOT_EARMARKED(422),
    SETTLED_YEAR_MISMATCH(422),
    NOT_EARMARKED(422),
    PERSONNEL_PARTS(422),
    PERSONNEL_RATES_MISSING(422),
    RATE_DIFFERS(422),
    HEADS_DIFFER(422),
    AMOUNT_DIFFERS(422),
    AGREEMENT_MISSING(422),
    DATE_BEFORE_BATCH(422),
    BATCH_CLOSED(409),
    BATCH_NOT_PAID(409),
    PAYER_CONFLICT(403, Recorded.ALWAYS),
    PAYMENT_NOT_OPEN(409),
    DATE_BEFORE_PAYMENT(422),
    ALREADY_REVERSED(409),
    NOT_REVERSIBLE(409),
    DATE_BEFORE_ORIGINAL(422),
    REVERSAL_BREAKS_LATER(409),
    EARLIER_YEAR_OPEN(409),
    PERIOD_OUT_OF_ORDER(409),
    PERIOD_NOT_CLOSED(409),
    BATCH_OPEN(409),
    STATEMENT_GAP(409),
    ITEM_MISMATCH(422),
    LEGAL_PERSON_IS_BRANCH(409),
    VALIDITY_OVERLAPS(409),
    MEMBER_ELSEWHERE(409),
    NOT_A_MEMBER(409),
    LEAD_NEEDED(422),
    EVALUATOR_CONFLICT(403, Recorded.ALWAYS),
    AGREEMENT_STANDS(409),
    REASON_REQUIRED(422),
    ALREADY_REPORTED(409),
    CORRECTION_MISMATCH(422),
    REPORT_CORRECTED(409),
    SCHEDULE_MISMATCH(422),
    SETTLEMENT_FINAL(409),
    SETTLEMENT_OPEN(409),
    REVISION_DIFFERS(409),
    ALREADY_CONFIRMED(409),
    DATE_BEFORE_SETTLEMENT(422),
    ENTITLEMENT_OUTDATED(409),
    PLAN_CHANGES_SETTLED(409),
    PLAN_DIFFERS(422),
    PLAN_DRAW_DIFFERS(422),
    FORMULA_DIFFERS(422),

    // Is it held?
    HOLD_ACTIVE(422, Recorded.ALWAYS),

    // Is there money?
    AUTHORITY_REMAINS(409),
    UNALLOTTED_EXCEEDED(422, Recorded.ALWAYS),
    ALLOTMENT_EXCEEDED(422, Recorded.ALWAYS),
    ADVANCE_CAP_EXCEEDED(422, Recorded.ALWAYS),
    PAYABLE_EXCEEDED(422, Recorded.ALWAYS),
    POOL_NEGATIVE(422, Recorded.ALWAYS),
    PLAN_EXCEEDED(422, Recorded.ALWAYS),
    PLAN_DRAW_EXCEEDED(422, Recorded.ALWAYS),
    RESERVE_EXCEEDED(422, Recorded.ALWAYS),
    REPLENISH_EXCEEDED(422, Recorded.ALWAYS),
    DRAW_RETURN_EXCEEDED(422, Recorded.ALWAYS),
    NOTIFIED_EXCEEDED(422, Recorded.ALWAYS),
    HELD_EXCEEDED(422, Recorded.ALWAYS),
    MATCHING_EXCEEDED(422, Recorded.ALWAYS),
    CASH_EXCEEDED(422, Recorded.ALWAYS),
    RETURN_EXCEEDED(422, Recorded.ALWAYS),
    REFUND_EXCEEDED(422, Recorded.ALWAYS),
    BALANCE_OUT_OF_RANGE(422),

    // Is every row all right? Each refused row has a code of its own, from AMOUNT_NOT_POSITIVE on.
    ROWS_REFUSED(422);

    /** Which refusals leave a CommandRefused in the log: those that touch money's safety. */
    public enum Recorded {
        NEVER,
        ON_MONEY,
        ALWAYS
    }

    private final int httpStatus;
    private final Recorded recorded;

    RefusalCode(int httpStatus) {
        this(httpStatus, Recorded.NEVER);
    }

    RefusalCode(int httpStatus, Recorded recorded) {
        this.httpStatus = httpStatus;
        this.recorded = recorded;
    }

    public int httpStatus() {
        return httpStatus;
    }

    /** Whether the refusal of a command, one on money or not, is to be recorded. */
    public boolean isRecorded(boolean moneyCommand) {
        return recorded == Recorded.ALWAYS || recorded == Recorded.ON_MONEY && moneyCommand;
    }
}
