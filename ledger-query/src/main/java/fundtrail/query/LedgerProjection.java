package fundtrail.query;

import fundtrail.query.entity.Kind;
import fundtrail.query.entity.Version;
import fundtrail.query.fold.Earlier;
import fundtrail.query.fold.LedgerFold;
import fundtrail.query.fold.Rows;
import fundtrail.query.follow.FeedEntry;
import fundtrail.query.follow.Mark;
import fundtrail.query.follow.Projection;
import fundtrail.query.store.Store;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fold with a store beside it. */
public final class LedgerProjection implements Projection {
    private static final int REMEMBERED = 20_000;

    private record Key(String kind, String id) {}

    private final LedgerFold fold;
    private final Store store;
    /**
     * Versions lately read or made, so that a rebuild asks the database once for each entity and not once for each fact; null
     * where there was none.
     */
    private final Map<Key, Version<?>> recent = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Version<?>> eldest) {
            return size() > REMEMBERED;
        }
    };
    /** What the store may not know yet, oldest first. */
    private final Deque<FoldedBatch> underWay = new ArrayDeque<>();

    public LedgerProjection(LedgerFold fold, Store store) {
        this.fold = fold;
        this.store = store;
    }

    @Override
    public Mark mark() {
        recent.clear();
        underWay.clear();
        return store.mark();
    }

    @Override
    public Folded fold(Mark from, List<FeedEntry> batch) {
        while (!underWay.isEmpty() && underWay.getFirst().stored) {
            recent.putAll(underWay.removeFirst().versions);
        }
        var folded = new FoldedBatch(from, Mark.after(batch), fold.fold(batch, new Known()));
        underWay.addLast(folded);
        return folded;
    }

    @Override
    public void build() {
        store.build();
    }

    @Override
    public boolean isBuilding() {
        return store.isBuilding();
    }

    @Override
    public void built() {
        store.built();
    }

    private final class FoldedBatch implements Folded {
        private final Mark from;
        private final Mark to;
        private final Map<Key, Version<?>> versions = new HashMap<>();
        private Rows rows;
        private volatile boolean stored;

        FoldedBatch(Mark from, Mark to, Rows rows) {
            this.from = from;
            this.to = to;
            this.rows = rows;
            rows.versions().forEach(version -> versions.put(new Key(version.kind().name(), version.id()), version));
        }

        @Override
        public void store() throws Overtaken {
            store.write(from, to, rows);
            rows = null;
            stored = true;
        }
    }

    private final class Known implements Earlier {
        @Override
        public <T> Optional<Version<T>> version(Kind<T> kind, String id) {
            Key key = new Key(kind.name(), id);
            Version<?> known = null;
            for (Iterator<FoldedBatch> latestFirst = underWay.descendingIterator(); known == null && latestFirst.hasNext(); ) {
                known = latestFirst.next().versions.get(key);
            }
            if (known == null) {
                known = recent.get(key);
            }
            if (known == null && recent.containsKey(key)) {
                return Optional.empty();
            }
            if (known == null) {
                Optional<Version<T>> stored = store.version(kind, id, Long.MAX_VALUE);
                recent.put(key, stored.orElse(null));
                return stored;
            }
            @SuppressWarnings("unchecked") // filed under its own kind
            Version<T> version = (Version<T>) known;
            return Optional.of(version);
        }
    }
}
