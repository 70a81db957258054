package fundtrail.eventstore;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;

/** The newest decided fact, and everything that moves with it. Moved in the lane only; where it stands may be read anywhere. */
final class Head {

    /** A position, or -1 before the first, and the instant recorded there. */
    record Mark(long position, Instant recordedAt) {

        static final Mark ORIGIN = new Mark(-1, Instant.EPOCH);

        static Mark of(Fact fact) {
            return new Mark(fact.position(), fact.recordedAt());
        }
    }

    private final EventCodec codec;
    private final DecisionState state;
    private final Window window;
    private final Door door;
    private volatile Mark decided = Mark.ORIGIN;
    private volatile Mark durable = Mark.ORIGIN;
    private long settled = Mark.ORIGIN.position();

    Head(EventCodec codec, DecisionState state, Window window, Door door) {
        this.codec = codec;
        this.state = state;
        this.window = window;
        this.door = door;
    }

    Mark decided() {
        return decided;
    }

    Mark durable() {
        return durable;
    }

    /** Folds all committed facts that the state has not seen, and finds one for each position. */
    void start(FactReader reader) {
        long first = state.nextPosition();
        if (first > 0) decided = markOf(first - 1, reader);
        reader.read(first, Long.MAX_VALUE, this::fold);
        durable = decided;
        window.startAt(decided.position() + 1);
        settle();
    }

    private static Mark markOf(long position, FactReader reader) {
        StoredEvent stored = reader.at(position).orElseThrow(() -> new IllegalStateException(
                "The decision state was restored at position " + position + ", which this ledger does not have. Restore an older snapshot, or none."));
        return new Mark(position, stored.recordedAt());
    }

    private void fold(StoredEvent stored) {
        if (stored.position() != decided.position() + 1)
            throw new IllegalStateException("After position " + decided.position() + " comes " + stored.position()
                    + ", but positions are dense: facts were removed. Stop using this database and compare it with a checkpoint kept outside.");
        if (stored.recordedAt().isBefore(decided.recordedAt()))
            throw new IllegalStateException("Position " + stored.position() + " was recorded at " + stored.recordedAt() + ", before its predecessor at "
                    + decided.recordedAt() + ": facts were changed. Stop using this database and compare it with a checkpoint kept outside.");
        state.apply(codec.decode(stored), stored.position(), stored.recordedAt());
        decided = new Mark(stored.position(), stored.recordedAt());
    }

    /**
     * Encodes the events of an append at the positions they would take. Changes nothing.
     *
     * @throws LaneFailure.EntryTooLong if one of them does not fit
     */
    List<Fact> next(List<TaggedEventMessage<?>> events, Instant wanted) {
        if (wanted.isAfter(Entry.LATEST)) throw new IllegalArgumentException("A fact cannot be recorded at " + wanted + ", after " + Entry.LATEST + ".");
        Instant instant = wanted.truncatedTo(ChronoUnit.MICROS);
        if (instant.isBefore(decided.recordedAt())) instant = decided.recordedAt();
        List<Fact> facts = new ArrayList<>(events.size());
        for (var event : events) {
            long position = decided.position() + 1 + facts.size();
            var fact = new Fact(position, instant, event.event(), event.tags(), codec.encode(event.event()));
            if (fact.length() > Entry.MAX_BYTES) throw new LaneFailure.EntryTooLong(fact.type(), fact.length());
            facts.add(fact);
        }
        return facts;
    }

    /** These facts are decided: folds them. If the state refuses one, it is as if none had come. */
    void advance(List<Fact> facts) {
        settle();
        try {
            for (Fact fact : facts) state.apply(fact.event(), fact.position(), fact.recordedAt());
        } catch (RuntimeException | Error refused) {
            undo(facts.getFirst().position());
            throw refused;
        }
        for (Fact fact : facts) window.add(fact, durable.position());
        decided = Mark.of(facts.getLast());
    }

    /** These facts, and all before them, are on disk. Said by the writer. */
    void confirm(List<Fact> facts) {
        durable = Mark.of(facts.getLast());
    }

    /** Undoes all that is not durable. */
    void takeBack() {
        if (decided.position() == durable.position()) return;
        long first = durable.position() + 1;
        undo(first);
        window.dropFrom(first);
        decided = durable;
    }

    /** A state that cannot undo is good for no further decision. */
    private void undo(long first) {
        try {
            state.takeBack(first);
        } catch (RuntimeException | Error broken) {
            door.stop("its decision state could not undo what was not recorded", broken);
            throw broken;
        }
    }

    /** Lets the state forget how to undo what is durable. */
    private void settle() {
        long position = durable.position();
        if (position > settled) state.settle(position);
        settled = position;
    }
}
