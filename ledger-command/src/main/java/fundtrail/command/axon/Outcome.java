package fundtrail.command.axon;

import fundtrail.command.decide.Decision.Refused;
import fundtrail.contract.Fact;
import java.time.Instant;
import java.util.List;

/** What the lane answers to a wish, once it is durable. */
public sealed interface Outcome {

    /** Facts were recorded, the first at this position, the others right behind it. */
    record Recorded(long firstPosition, Instant recordedAt, List<Fact> facts) implements Outcome {}

    /** The wish was asked before with this key; these facts answered it. */
    record AskedBefore(long firstPosition, long lastPosition) implements Outcome {}

    /**
     * Nothing was recorded but, perhaps, the refusal.
     *
     * @param noted    how many refusals were recorded
     * @param repeated how many more would have been, had they not been recorded that day or come above its number
     */
    record Refusal(Refused refused, int noted, int repeated) implements Outcome {}
}
