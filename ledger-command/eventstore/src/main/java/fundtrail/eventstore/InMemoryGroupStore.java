package fundtrail.eventstore;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;

/**
 * Keeps groups in memory and refuses what PostgreSQL would refuse, so that slices and fixtures run without a database.
 * It outlives the engine: opened again, it still has its facts.
 */
public final class InMemoryGroupStore implements GroupStore {

    private record Kept(StoredEvent event, Set<Tag> tags) {}

    private final InstantSource clock;
    private final List<Kept> facts = new ArrayList<>();
    private final Set<UUID> eventIds = new HashSet<>();
    private final Set<Unique> uniques = new HashSet<>();
    private boolean taken;

    public InMemoryGroupStore() {
        this(InstantSource.system());
    }

    public InMemoryGroupStore(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized boolean take() {
        if (taken) return false;
        taken = true;
        return true;
    }

    /** Nobody sets it back. */
    @Override
    public void knows(long position, UUID eventId) {}

    @Override
    public String holder() {
        return "another engine in this process";
    }

    @Override
    public synchronized void write(Group group) throws Refused {
        Set<UUID> newIds = new HashSet<>();
        Set<Unique> newUniques = new HashSet<>();
        for (Fact fact : group.facts()) {
            UUID id = fact.encoded().eventId();
            if (eventIds.contains(id) || !newIds.add(id)) throw alreadyThere("event_id_pkey", "(event_id)=(" + id + ")");
            for (Unique unique : fact.encoded().uniques())
                if (uniques.contains(unique) || !newUniques.add(unique))
                    throw alreadyThere("unique_value_pkey", "(scope, value)=(" + unique.scope() + ", " + unique.value() + ")");
        }
        if (!group.hasFacts()) return;
        if (group.first() != facts.size()) throw new IllegalStateException("Position " + group.first() + " cannot follow " + (facts.size() - 1) + ".");
        eventIds.addAll(newIds);
        uniques.addAll(newUniques);
        for (Fact fact : group.facts()) facts.add(kept(fact));
    }

    private static Refused alreadyThere(String constraint, String key) {
        return new Refused("23505", constraint, "Key " + key + " already exists.", null);
    }

    private static Kept kept(Fact fact) {
        byte[] entry = fact.entry();
        return new Kept(new StoredEvent(fact.position(), fact.recordedAt(), fact.type(), fact.encoded().version(),
                fact.encoded().eventId(), entry, Entry.leafHash(entry)), fact.tags());
    }

    @Override
    public synchronized boolean recover(Group group) {
        return eventIds.containsAll(group.eventIds());
    }

    @Override
    public void keepAlive() {
        // Memory is always there, and its clock is this machine's.
    }

    @Override
    public InstantSource clock() {
        return clock;
    }

    @Override
    public synchronized void close() {
        taken = false;
    }

    @Override
    public FactReader reader() {
        return new FactReader() {
            @Override
            public long head() {
                return copy(0, Long.MAX_VALUE).size() - 1L;
            }

            @Override
            public Optional<StoredEvent> at(long position) {
                return copy(position, position + 1).stream().map(Kept::event).findFirst();
            }

            @Override
            public void read(long from, long until, Consumer<StoredEvent> each) {
                copy(from, until).forEach(kept -> each.accept(kept.event()));
            }

            @Override
            public List<StoredEvent> matching(EventCriteria criteria, long from, long until, int limit) {
                return copy(from, until).stream()
                        .filter(kept -> criteria.matches(new QualifiedName(kept.event().type()), kept.tags()))
                        .map(Kept::event).limit(limit).toList();
            }

            @Override
            public boolean anyMatch(EventCriteria criteria, long from, long until) {
                return !matching(criteria, from, until, 1).isEmpty();
            }
        };
    }

    private synchronized List<Kept> copy(long from, long until) {
        int end = (int) Math.min(until, facts.size());
        return from >= end ? List.of() : List.copyOf(facts.subList((int) from, end));
    }
}
