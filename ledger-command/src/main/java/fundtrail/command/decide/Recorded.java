package fundtrail.command.decide;

/** Which refusals leave a CommandRefused in the log: those that touch money's safety. */
enum Recorded {
    NEVER,
    ON_MONEY,
    ALWAYS
}
