package fundtrail.client.pack;

import fundtrail.client.ProblemAnswer;
import fundtrail.client.Words;
import java.time.Instant;

/** A step of a pack did not go as written. What went before it stays recorded; loading again goes on from there. */
public final class StepFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String pack;
    private final String step;
    private final Instant clock;
    private final transient ProblemAnswer answer;
    private final String otherwise;

    private StepFailed(String pack, String step, Instant clock, ProblemAnswer answer, String otherwise) {
        super("pack " + pack + ", step " + step + ": " + (answer == null ? otherwise : answer.getMessage()), answer);
        this.pack = pack;
        this.step = step;
        this.clock = clock;
        this.answer = answer;
        this.otherwise = otherwise;
    }

    /** The ledger refused it. */
    static StepFailed refused(Pack pack, String step, Instant clock, ProblemAnswer answer) {
        return new StepFailed(pack.name(), step, clock, answer, null);
    }

    /** It was meant to be refused and was not, or in another way. */
    static StepFailed unexpected(Pack pack, String step, Instant clock, String what) {
        return new StepFailed(pack.name(), step, clock, null, what);
    }

    /** Whether the pack's time lies behind the ledger's: it holds later facts than the pack's. */
    public boolean isBehindTheLedger() {
        return answer != null && answer.is("CLOCK_BACKWARDS");
    }

    public String inWords(Words words) {
        if (isBehindTheLedger()) {
            return words.say("pack.behind", pack, step, clock, answer.problem().detail());
        }
        return words.say("pack.failed", pack, step, clock) + '\n'
                + (answer == null ? "  " + otherwise : answer.inWords(words));
    }
}
