package fundtrail.eventstore;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;

/** The newest decided fact, and everything that moves with it. Moved in the lane only; where it stands may be read anywhere. */
final class Head {

    /** A position, or -1 before the first, the instant recorded there, and which fact it is. */
    record Mark(long position, Instant recordedAt, UUID eventId) {

        static final Mark ORIGIN = new Mark(-1, Instant.EPOCH, null);

        static Mark of(Fact fact) {
            return new Mark(fact.position(), fact.recordedAt(), fact.encoded().eventId());
        }

        static Mark of(StoredEvent stored) {
            return new Mark(stored.position(), stored.recordedAt(), stored.eventId());
        }
    }

    /** After how many facts folded in a row the state may forget how to undo them. */
    private static final long SETTLE_EVERY = 4_096;

    private final EventCodec codec;
    private final DecisionState state;
    private final Window window;
    private final Door door;
    private volatile Mark decided = Mark.ORIGIN;
    private volatile Mark durable = Mark.ORIGIN;
    private long settled = Mark.ORIGIN.position();
    /** What this process knew to be committed before this head was made. */
    private Mark before = Mark.ORIGIN;

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

    /** Follows a ledger that must have what an earlier head knew to be committed. */
    void comesAfter(Head earlier) {
        before = earlier.durable.position() < earlier.before.position() ? earlier.before : earlier.durable;
    }

    /** Folds all committed facts that the state has not seen, and finds one for each position. Again and again, while another writes. */
    void follow(FactReader reader) {
        if (decided.position() < 0 && state.nextPosition() > 0) decided = markOf(state.nextPosition() - 1, reader);
        else verify(decided, reader);
        reader.read(decided.position() + 1, Long.MAX_VALUE, this::fold);
        settleFolded();
        window.startAt(decided.position() + 1);
    }

    /** Before the first decision: the database still has what this process has seen in it. */
    void verify(FactReader reader) {
        verify(before, reader);
    }

    private static void verify(Mark known, FactReader reader) {
        if (known.position() >= 0 && !reader.at(known.position()).map(StoredEvent::eventId).equals(Optional.of(known.eventId())))
            throw new IllegalStateException("The database lacks the fact that stood at position " + known.position() + ": it was set back, by a restore or"
                    + " a failover. Nothing was written. Compare it with a checkpoint kept outside before going on.");
    }

    private static Mark markOf(long position, FactReader reader) {
        return Mark.of(reader.at(position).orElseThrow(() -> new IllegalStateException(
                "The decision state was restored at position " + position + ", which this ledger does not have. Restore an older snapshot, or none.")));
    }

    private void fold(StoredEvent stored) {
        door.checkNotStopped();
        if (stored.position() != decided.position() + 1)
            throw new IllegalStateException("After position " + decided.position() + " comes " + stored.position()
                    + ", but positions are dense: facts were removed. Stop using this database and compare it with a checkpoint kept outside.");
        if (stored.recordedAt().isBefore(decided.recordedAt()))
            throw new IllegalStateException("Position " + stored.position() + " was recorded at " + stored.recordedAt() + ", before its predecessor at "
                    + decided.recordedAt() + ": facts were changed. Stop using this database and compare it with a checkpoint kept outside.");
        state.apply(codec.decode(stored), stored.position(), stored.recordedAt());
        decided = Mark.of(stored);
        if (stored.position() % SETTLE_EVERY == 0) settleFolded();
    }

    private void settleFolded() {
        durable = decided;
        settle();
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
