package fundtrail.query.store;

import fundtrail.query.entity.Kind;
import fundtrail.query.entity.Version;
import fundtrail.query.fold.Rows;
import fundtrail.query.follow.Mark;
import fundtrail.query.follow.Projection.Overtaken;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Keeps rows in memory, for one replay by one thread. */
public final class MemoryStore implements Store {
    private record Key(String kind, String id) {}

    private final Rows rows = Rows.none();
    private final Map<Key, NavigableMap<Long, Version<?>>> versions = new HashMap<>();
    private Mark mark = Mark.START;

    @Override
    public Mark mark() {
        return mark;
    }

    @Override
    public <T> Optional<Version<T>> version(Kind<T> kind, String id, long atMost) {
        var entry = versions.getOrDefault(new Key(kind.name(), id), new TreeMap<>()).floorEntry(atMost);
        @SuppressWarnings("unchecked") // filed under its own kind
        Version<T> version = entry == null ? null : (Version<T>) entry.getValue();
        return Optional.ofNullable(version);
    }

    @Override
    public void write(Mark from, Mark to, Rows added) throws Overtaken {
        if (!mark.equals(from)) {
            throw new Overtaken(from);
        }
        rows.facts().addAll(added.facts());
        rows.tags().addAll(added.tags());
        rows.lines().addAll(added.lines());
        rows.documents().addAll(added.documents());
        rows.versions().addAll(added.versions());
        for (Version<?> version : added.versions()) {
            versions.computeIfAbsent(new Key(version.kind().name(), version.id()), _ -> new TreeMap<>()).put(version.position(), version);
        }
        mark = to;
    }

    /** Everything written, in the order written. */
    public Rows rows() {
        return new Rows(List.copyOf(rows.facts()), List.copyOf(rows.tags()), List.copyOf(rows.lines()),
                List.copyOf(rows.documents()), List.copyOf(rows.versions()));
    }
}
