package fundtrail.eventstore;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.ContinuousMessageStream;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.messaging.core.Context;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.SimpleEntry;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.TerminalEventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventstreaming.EventCriteria;

/** Facts as Axon reads them: below the window from the database, then from the window. Axon's index is the position plus one. */
final class FactStreams {

    /** How many facts are fetched from the database at once. */
    private static final int PAGE = 1_000;

    private record Read(long position, EventMessage event) {

        Context context() {
            return TrackingToken.addToContext(Context.empty(), new GlobalSequenceTrackingToken(position + 1));
        }
    }

    private final Window window;
    private final FactReader reader;
    private final EventCodec codec;
    private final Head head;
    private final Set<Runnable> listeners = ConcurrentHashMap.newKeySet();

    FactStreams(Window window, FactReader reader, EventCodec codec, Head head) {
        this.window = window;
        this.reader = reader;
        this.codec = codec;
        this.head = head;
    }

    /** The matching facts from a position to the head, those not yet durable included, and last the marker of that head. */
    MessageStream<EventMessage> source(EventCriteria criteria, long from) {
        Window.Slice recent = window.between(from, Long.MAX_VALUE, criteria);
        var marker = new GlobalIndexConsistencyMarker(recent.end());
        MessageStream<EventMessage> end = MessageStream.fromIterable(
                List.<EventMessage>of(TerminalEventMessage.INSTANCE), last -> Context.with(ConsistencyMarker.RESOURCE_KEY, marker));
        if (from >= recent.floor() && recent.matching().isEmpty()) return end;
        Stream<Read> facts = Stream.concat(committed(criteria, from, recent.floor()), recent.matching().stream().map(FactStreams::read));
        return MessageStream.<Read, EventMessage>fromStream(facts, Read::event, Read::context).concatWith(end);
    }

    /** The matching durable facts from a position on, without end. */
    MessageStream<EventMessage> stream(EventCriteria criteria, long from) {
        var cursor = new Cursor(criteria, from);
        return new ContinuousMessageStream<Read>(
                last -> cursor.next(),
                read -> new SimpleEntry<>(read.event(), read.context()),
                (stream, listener) -> {
                    listeners.add(listener);
                    return () -> listeners.remove(listener);
                });
    }

    /** More facts are durable: endless streams look again. */
    void advanced() {
        for (Runnable listener : listeners) listener.run();
    }

    private Stream<Read> committed(EventCriteria criteria, long from, long until) {
        return Stream.iterate(page(criteria, from, until), page -> !page.isEmpty(),
                        page -> page.size() < PAGE ? List.of() : page(criteria, page.getLast().position() + 1, until))
                .flatMap(List::stream);
    }

    private List<Read> page(EventCriteria criteria, long from, long until) {
        if (from >= until) return List.of();
        return reader.matching(criteria, from, until, PAGE).stream().map(stored -> new Read(stored.position(), codec.decode(stored))).toList();
    }

    private static Read read(Fact fact) {
        return new Read(fact.position(), fact.event());
    }

    /** How far an endless stream has come. */
    private final class Cursor {

        private final EventCriteria criteria;
        private long next;

        Cursor(EventCriteria criteria, long from) {
            this.criteria = criteria;
            this.next = from;
        }

        List<Read> next() {
            List<Read> found = List.of();
            for (long end; found.isEmpty() && next < (end = head.durable().position() + 1); ) {
                Window.Slice recent = window.between(next, end, criteria);
                if (next >= recent.floor()) {
                    found = recent.matching().stream().map(FactStreams::read).toList();
                    next = recent.end();
                } else {
                    found = page(criteria, next, recent.floor());
                    next = found.size() < PAGE ? recent.floor() : found.getLast().position() + 1;
                }
            }
            return found;
        }
    }
}
