package fundtrail.command.decide;

/** Which refusals leave a CommandRefused in the log: those that touch money's safety. */
public enum Recorded {
    NEVER,
    ON_MONEY,
    ALWAYS;

    /** Whether the refusal of a command, one on money or not, is to be recorded. */
    public boolean applies(boolean moneyCommand) {
        return this == ALWAYS || this == ON_MONEY && moneyCommand;
    }
}
