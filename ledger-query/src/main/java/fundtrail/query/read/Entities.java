package fundtrail.query.read;

import fundtrail.contract.Entry;
import fundtrail.query.access.Scope;
import fundtrail.query.asof.AsOf;
import fundtrail.query.entity.Kind;
import fundtrail.query.entity.Version;
import fundtrail.query.fold.Earlier;
import fundtrail.query.fold.LedgerFold;
import fundtrail.query.store.JdbcStore;
import fundtrail.query.store.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.sql.DataSource;

/**
 * Entities at any two dates. Stored versions follow positions; where a fact of an entity counts only after the day asked
 * for, the entity is folded again from those of its facts that count by then.
 */
public final class Entities {
    private static final int CHUNK = 500;

    private record Found<T>(Version<T> version, boolean laterFacts) {}

    private final DataSource source;
    private final JdbcStore store;
    private final LedgerFold fold;

    public Entities(DataSource source, LedgerFold fold) {
        this.source = source;
        this.store = new JdbcStore(source);
        this.fold = fold;
    }

    /** The entity, unless at that moment there was none, or it is not for these eyes. */
    <T> Optional<Version<T>> one(Kind<T> kind, String id, AsOf asOf, Scope scope) {
        return found(select(kind, asOf).and("and id = ? and shown_to && ?", id, scope.circles()), kind).stream()
                .findFirst()
                .flatMap(found -> asOf(found, asOf));
    }

    /**
     * Entities in the order of their ids.
     *
     * @param tag      only those whose facts carry this tag; empty: all
     * @param matching only those that match as they stood
     * @param after    the id before the first; empty: from the start
     * @param most     how many at most
     */
    <T> List<Version<T>> list(
            Kind<T> kind, AsOf asOf, Scope scope, Optional<String> tag, Predicate<T> matching, String after, int most) {
        List<Version<T>> list = new ArrayList<>();
        String last = after;
        while (true) {
            Sql sql = select(kind, asOf).and("and id > ?", last).andIf(tag, """
                    and id in (select tagged.id from fact_tag join version_of tagged using (position)
                               where tag = ? and tagged.kind = version.kind)""");
            List<Found<T>> chunk = found(sql.and("and shown_to && ? order by id limit ?", scope.circles(), CHUNK), kind);
            for (Found<T> found : chunk) {
                asOf(found, asOf).filter(version -> matching.test(version.body())).ifPresent(list::add);
                if (list.size() == most) {
                    return list;
                }
            }
            if (chunk.size() < CHUNK) {
                return list;
            }
            last = chunk.getLast().version().id();
        }
    }

    /** The last version known of each, and whether facts up to there count only later. */
    private static Sql select(Kind<?> kind, AsOf asOf) {
        return Sql.of("""
                select id, position, effective_date, shown_to, body,
                    exists (select from version_of later
                            where later.kind = version.kind and later.id = version.id
                              and later.position <= ? and later.effective_date > ?) as later_facts
                from version_of version
                where kind = ?
                  and position = (select max(known.position) from version_of known
                                  where known.kind = version.kind and known.id = version.id and known.position <= ?)""",
                asOf.knownPosition(), asOf.effective(), kind.name(), asOf.knownPosition());
    }

    private <T> List<Found<T>> found(Sql sql, Kind<T> kind) {
        return sql.list(source, row -> new Found<>(JdbcStore.version(row, kind, row.getString("id")), row.getBoolean("later_facts")));
    }

    private <T> Optional<Version<T>> asOf(Found<T> found, AsOf asOf) {
        return found.laterFacts() ? foldedAgain(found.version().kind(), found.version().id(), asOf) : Optional.of(found.version());
    }

    private <T> Optional<Version<T>> foldedAgain(Kind<T> kind, String id, AsOf asOf) {
        Version<?> stands = null;
        for (byte[] bytes : Sql.of("""
                        select entry from version_of join fact using (position)
                        where kind = ? and id = ? and position <= ? and fact.effective_date <= ? order by position""",
                        kind.name(), id, asOf.knownPosition(), asOf.effective())
                .list(source, row -> row.getBytes("entry"))) {
            Entry entry = fold.decode(bytes);
            for (Version<?> made : fold.versions(entry, new Without(kind, id, stands, entry.position()))) {
                if (made.kind().equals(kind) && made.id().equals(id)) {
                    stands = made;
                }
            }
        }
        @SuppressWarnings("unchecked") // of this kind, as just compared
        var version = (Version<T>) stands;
        return Optional.ofNullable(version);
    }

    /** What was known before a position, except of the one entity that is being folded again. */
    private final class Without implements Earlier {
        private final Kind<?> kind;
        private final String id;
        private final Version<?> stands;
        private final long position;

        Without(Kind<?> kind, String id, Version<?> stands, long position) {
            this.kind = kind;
            this.id = id;
            this.stands = stands;
            this.position = position;
        }

        @Override
        public <T> Optional<Version<T>> version(Kind<T> asked, String askedId) {
            if (!asked.equals(kind) || !askedId.equals(id)) {
                return store.version(asked, askedId, position - 1);
            }
            @SuppressWarnings("unchecked") // of the kind asked, as just compared
            var version = (Version<T>) stands;
            return Optional.ofNullable(version);
        }
    }
}
