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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fold with a store beside it. Used by one thread. */
public final class LedgerProjection implements Projection {
    private static final int REMEMBERED = 20_000;

    private record Key(String kind, String id) {}

    private final LedgerFold fold;
    private final Store store;
    /** Versions lately read or made, so that a rebuild asks the database once for each entity and not once for each fact. */
    private final Map<Key, Version<?>> recent = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Version<?>> eldest) {
            return size() > REMEMBERED;
        }
    };

    public LedgerProjection(LedgerFold fold, Store store) {
        this.fold = fold;
        this.store = store;
    }

    @Override
    public Mark mark() {
        recent.clear();
        return store.mark();
    }

    @Override
    public void project(Mark from, List<FeedEntry> batch) throws Overtaken {
        Rows rows = fold.fold(batch, new Stored());
        store.write(from, Mark.after(batch), rows);
        rows.versions().forEach(this::remember);
    }

    private void remember(Version<?> version) {
        recent.put(new Key(version.kind().name(), version.id()), version);
    }

    private final class Stored implements Earlier {
        @Override
        public <T> Optional<Version<T>> version(Kind<T> kind, String id) {
            @SuppressWarnings("unchecked") // filed under its own kind
            Version<T> known = (Version<T>) recent.get(new Key(kind.name(), id));
            if (known != null) {
                return Optional.of(known);
            }
            Optional<Version<T>> stored = store.version(kind, id, Long.MAX_VALUE);
            stored.ifPresent(LedgerProjection.this::remember);
            return stored;
        }
    }
}
