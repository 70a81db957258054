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
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.sql.DataSource;

/**
 * Entities at any two dates. Stored versions follow positions; where a fact of an entity counts only after the day asked
 * for, the entity is folded again from those of its facts that count by then.
 */
public final class Entities {
    private static final int SMALLEST_CHUNK = 100;
    private static final int LARGEST_CHUNK = 500;

    /**
     * Which entities of a kind are wanted.
     *
     * @param tag   whose facts carry this tag; empty: any
     * @param state that are in this state; empty: in any
     */
    record Wanted(Optional<String> tag, Optional<String> state) {
        static final Wanted ALL = new Wanted(Optional.empty(), Optional.empty());

        static Wanted tagged(Optional<String> tag) {
            return new Wanted(tag, Optional.empty());
        }
    }

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
        return latest(kind, asOf, scope, Sql.of("select ?::text as id", id)).stream().findFirst().flatMap(found -> asOf(found, asOf));
    }

    /** Those of some entities that there were at that moment, for these eyes, in the order of their ids. */
    <T> List<Version<T>> named(Kind<T> kind, Collection<String> ids, AsOf asOf, Scope scope) {
        return all(latest(kind, asOf, scope, Sql.of("select unnest(?::text[]) as id", ids)), asOf);
    }

    /** Those of a kind that facts after a position changed, in the order of their ids. */
    <T> List<Version<T>> changedSince(Kind<T> kind, long position, AsOf asOf, Scope scope) {
        Sql ids = Sql.of("select distinct id from version_of where kind = ? and position > ? and position <= ? and",
                kind.name(), position, asOf.knownPosition()).and(Visible.versions(scope));
        return all(latest(kind, asOf, scope, ids), asOf);
    }

    private <T> List<Version<T>> all(List<Found<T>> found, AsOf asOf) {
        return found.stream().flatMap(one -> asOf(one, asOf).stream()).toList();
    }

    /**
     * Entities in the order of their ids.
     *
     * @param wanted   which of the kind
     * @param matching only those that match as they stood; it must hold for none that {@code wanted} leaves out
     * @param after    the id before the first; empty: from the start
     * @param most     how many at most
     */
    <T> List<Version<T>> list(Kind<T> kind, AsOf asOf, Scope scope, Wanted wanted, Predicate<T> matching, String after, int most) {
        List<Version<T>> list = new ArrayList<>();
        Sql candidates = candidates(kind, asOf, scope, wanted);
        String last = after;
        int chunk = Math.clamp(most, SMALLEST_CHUNK, LARGEST_CHUNK);
        while (true) {
            List<String> ids = Sql.of("select distinct id from (")
                    .and(candidates)
                    .and(") candidate where id > ? order by id limit ?", last, chunk)
                    .list(source, row -> row.getString("id"));
            for (Found<T> found : latest(kind, asOf, scope, Sql.of("select unnest(?::text[]) as id", ids))) {
                asOf(found, asOf).filter(version -> matching.test(version.body())).ifPresent(list::add);
                if (list.size() == most) {
                    return list;
                }
            }
            if (ids.size() < chunk) {
                return list;
            }
            last = ids.getLast();
        }
    }

    /**
     * Ids among which all that are wanted are found, by the narrowest way there is. What the reader may not see is left
     * out here already: it must not even lengthen the search.
     */
    private Sql candidates(Kind<?> kind, AsOf asOf, Scope scope, Wanted wanted) {
        Sql visible = Visible.versions(scope);
        if (wanted.tag().isPresent()) {
            return Sql.of("select id from fact_tag join version_of using (position) where tag = ? and kind = ? and",
                    wanted.tag().get(), kind.name()).and(visible);
        }
        if (wanted.state().isPresent() && !somethingCountsLater(asOf)) {
            return Sql.of("select id from version_of where kind = ? and body ->> 'state' = ? and",
                    kind.name(), wanted.state().get()).and(visible);
        }
        return Sql.of("select id from version_of where kind = ? and", kind.name()).and(visible);
    }

    /** Whether some entity may stand otherwise than in the last version known of it. */
    private boolean somethingCountsLater(AsOf asOf) {
        return Sql.of("select from fact where effective_date > ? and position <= ? limit 1", asOf.effective(), asOf.knownPosition())
                .one(source, _ -> true)
                .isPresent();
    }

    /** The last version known of each id, in their order, and whether facts up to there count only later. */
    private <T> List<Found<T>> latest(Kind<T> kind, AsOf asOf, Scope scope, Sql ids) {
        return Sql.of("select version.*,").and("""
                        exists (select from version_of later
                                where later.kind = version.kind and later.id = version.id
                                  and later.position <= ? and later.effective_date > ?) as later_facts
                        from (""", asOf.knownPosition(), asOf.effective())
                .and(ids)
                .and("""
                        ) wanted cross join lateral (
                            select * from version_of
                            where kind = ? and id = wanted.id and position <= ? order by position desc limit 1) version
                        where""", kind.name(), asOf.knownPosition())
                .and(Visible.versions(scope))
                .and("order by version.id")
                .list(source, row -> new Found<>(JdbcStore.version(row, kind, row.getString("id")), row.getBoolean("later_facts")));
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
