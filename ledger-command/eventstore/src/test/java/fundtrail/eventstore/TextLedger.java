package fundtrail.eventstore;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine.AppendTransaction;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventstreaming.Tag;

/** An engine without a bus, whose events are texts: for what the engine does by itself. */
final class TextLedger implements AutoCloseable {

    final FoldedTexts state = new FoldedTexts();
    final LaneEngine engine;

    TextLedger(GroupStore store, LaneSettings settings) {
        engine = LaneEngine.open(store, new TextCodec(), state, settings);
    }

    static TaggedEventMessage<EventMessage> event(String text, Tag... tags) {
        return event(text, "Noted", Map.of(), tags);
    }

    static TaggedEventMessage<EventMessage> event(String text, String type, Map<String, String> metadata, Tag... tags) {
        var message = new GenericEventMessage(UUID.randomUUID().toString(), new MessageType(type, "1"), text, metadata, Instant.EPOCH);
        return new GenericTaggedEventMessage<>(message, Set.of(tags));
    }

    CompletableFuture<ConsistencyMarker> append(TaggedEventMessage<?>... events) {
        return append(AppendCondition.none(), events);
    }

    @SuppressWarnings("unchecked")
    CompletableFuture<ConsistencyMarker> append(AppendCondition condition, TaggedEventMessage<?>... events) {
        return engine.appendEvents(condition, null, events).thenCompose(append -> {
            var transaction = (AppendTransaction<Object>) append;
            return transaction.commit(null).thenCompose(last -> transaction.afterCommit(last, null));
        });
    }

    List<StoredEvent> stored() {
        var all = new ArrayList<StoredEvent>();
        engine.reader().read(0, Long.MAX_VALUE, all::add);
        return all;
    }

    @Override
    public void close() {
        engine.close();
    }
}
