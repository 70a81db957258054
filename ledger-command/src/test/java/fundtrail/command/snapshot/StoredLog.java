package fundtrail.command.snapshot;

import fundtrail.contract.Entry;
import fundtrail.contract.EntryCodec;
import fundtrail.eventstore.FactReader;
import fundtrail.eventstore.StoredEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.axonframework.messaging.eventstreaming.EventCriteria;

/** A log of entries as they would be stored. */
final class StoredLog implements FactReader {
    private final EntryCodec codec = new EntryCodec();
    private final List<StoredEvent> events = new ArrayList<>();

    StoredLog(List<Entry> log) {
        log.forEach(this::add);
    }

    void add(Entry entry) {
        byte[] bytes = EntryCodec.entry(entry.position(), entry.recordedAt(), codec.tail(entry.envelope(), entry.fact()));
        events.add(new StoredEvent(entry.position(), entry.recordedAt(), entry.envelope().type(), entry.envelope().version(),
                entry.envelope().eventId(), bytes, EntryCodec.leafHash(bytes)));
    }

    @Override
    public long head() {
        return events.size() - 1L;
    }

    @Override
    public Optional<StoredEvent> at(long position) {
        return position < events.size() ? Optional.of(events.get((int) position)) : Optional.empty();
    }

    @Override
    public void read(long from, long until, Consumer<StoredEvent> each) {
        events.subList((int) from, (int) Math.min(until, events.size())).forEach(each);
    }

    @Override
    public List<StoredEvent> matching(EventCriteria criteria, long from, long until, int limit) {
        throw new UnsupportedOperationException("nobody searches here");
    }

    @Override
    public boolean anyMatch(EventCriteria criteria, long from, long until) {
        throw new UnsupportedOperationException("nobody searches here");
    }
}
