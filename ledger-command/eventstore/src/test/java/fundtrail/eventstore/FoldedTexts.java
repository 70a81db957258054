package fundtrail.eventstore;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.messaging.eventhandling.EventMessage;

/** The simplest decision state: all texts, in order. It notices whatever the engine must not do to a state. */
final class FoldedTexts implements DecisionState {

    private final List<String> texts = new ArrayList<>();
    private final List<Instant> recorded = new ArrayList<>();
    private long settled = -1;
    private boolean broken;

    @Override
    public void apply(EventMessage event, long position, Instant recordedAt) {
        if (position != texts.size()) throw new AssertionError("position " + position + " after " + (texts.size() - 1));
        if (event.payload().equals("refused by the state")) throw new IllegalArgumentException("refused by the state");
        if (event.payload().equals("refused for ever")) broken = true;
        if (broken) throw new IllegalArgumentException("refused for ever");
        texts.add((String) event.payload());
        recorded.add(recordedAt);
    }

    @Override
    public void takeBack(long firstPosition) {
        if (broken) throw new IllegalStateException("cannot undo");
        if (firstPosition <= settled) throw new AssertionError("position " + firstPosition + " was settled at " + settled);
        if (firstPosition < texts.size()) {
            texts.subList((int) firstPosition, texts.size()).clear();
            recorded.subList((int) firstPosition, recorded.size()).clear();
        }
    }

    @Override
    public void settle(long durablePosition) {
        if (durablePosition >= texts.size()) throw new AssertionError("settled " + durablePosition + " of " + texts.size());
        settled = durablePosition;
    }

    List<String> texts() {
        return List.copyOf(texts);
    }

    List<Instant> recorded() {
        return List.copyOf(recorded);
    }
}
