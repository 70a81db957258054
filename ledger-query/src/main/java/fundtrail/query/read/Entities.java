package fundtrail.query.read;

import fundtrail.contract.Entry;
import fundtrail.contract.id.PersonRef;
import fundtrail.query.access.Scope;
import fundtrail.query.asof.AsOf;
import fundtrail.query.entity.Kind;
import fundtrail.query.entity.Proposal;
import fundtrail.query.entity.Version;
import fundtrail.query.fold.Earlier;
import fundtrail.query.fold.LedgerFold;
import fundtrail.query.store.JdbcStore;
import fundtrail.query.store.Sql;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
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
    private static final Comparator<Version<Proposal>> DUE = Comparator.<Version<Proposal>, LocalDate>comparing(version -> version.body().expiresOn())
            .thenComparing(version -> version.body().signed().getFirst().position());

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
     * Proposals that may wait for a person's hand: open, not past their last day, not signed by that person, in the order of
     * what is due.
     *
     * @param today    the day on which they would be signed
     * @param matching only those that match; it must hold for none that is closed, past, or signed by the person
     * @param after    the last day and the first signature's position of the one before the first
     * @param most     how many at most
     */
    List<Version<Proposal>> due(AsOf asOf, Scope scope, PersonRef person, LocalDate today, Predicate<Proposal> matching,
            Optional<List<Object>> after, int most) {
        List<Version<Proposal>> due = new ArrayList<>(openFoldedAgain(asOf, scope, after).stream()
                .filter(version -> matching.test(version.body()))
                .toList());
        int enough = due.size() + most;
        Optional<List<Object>> last = after;
        while (due.size() < enough) {
            List<Version<Proposal>> open = open(asOf, scope, person, today, last);
            open.stream().filter(version -> matching.test(version.body())).limit(enough - due.size()).forEach(due::add);
            if (open.size() < LARGEST_CHUNK) {
                break;
            }
            last = Optional.of(List.of(open.getLast().body().expiresOn().toString(), open.getLast().body().signed().getFirst().position()));
        }
        return due.stream().sorted(DUE).limit(most).toList();
    }

    /** Those whose last version known is the one that counts. */
    private List<Version<Proposal>> open(AsOf asOf, Scope scope, PersonRef person, LocalDate today, Optional<List<Object>> after) {
        Sql sql = Sql.of("""
                        select id, position, effective_date, shown_to, body from version_of
                        where kind = 'proposal' and state in ('SUBMITTED', 'CHECKED') and body ->> 'expiresOn' >= ?
                          and position <= ? and not exists (select from entity_version later
                              where later.kind = 'proposal' and later.id = version_of.id
                                and later.position <= ? and (later.position > version_of.position or later.effective_date > ?))
                          and not exists (select from json_array_elements(body -> 'signed') hand
                              where ? in (hand ->> 'person', hand ->> 'onBehalfOf'))
                          and""", today.toString(), asOf.knownPosition(), asOf.knownPosition(), asOf.effective(), person.value())
                .and(Visible.versions(scope));
        after.ifPresent(last -> sql.and("and (body ->> 'expiresOn', (body -> 'signed' -> 0 ->> 'position')::bigint) > (?, ?)",
                last.toArray()));
        return sql.and("order by body ->> 'expiresOn', (body -> 'signed' -> 0 ->> 'position')::bigint limit ?", LARGEST_CHUNK)
                .list(source, row -> JdbcStore.version(row, Kind.PROPOSAL, row.getString("id")));
    }

    /** Those of which a fact is known that counts only later, as they stand without it; whatever their last version says. */
    private List<Version<Proposal>> openFoldedAgain(AsOf asOf, Scope scope, Optional<List<Object>> after) {
        Sql ids = Sql.of("""
                        select distinct id from version_of where kind = 'proposal'
                          and position in (select position from fact where effective_date > ? and position <= ?) and""",
                        asOf.effective(), asOf.knownPosition())
                .and(Visible.versions(scope));
        return all(latest(Kind.PROPOSAL, asOf, scope, ids), asOf).stream()
                .filter(version -> version.body().state().isOpen())
                .filter(version -> after.map(last -> isAfter(version.body(), last)).orElse(true))
                .toList();
    }

    private static boolean isAfter(Proposal proposal, List<Object> last) {
        int days = proposal.expiresOn().toString().compareTo((String) last.get(0));
        return days > 0 || days == 0 && proposal.signed().getFirst().position() > (Long) last.get(1);
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
            return Sql.of("select id from version_of where kind = ? and state = ? and",
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
            for (Version<?> made : fold.entities(entry, new Without(kind, id, stands, entry.position()))) {
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
