package fundtrail.query.store;

import fundtrail.contract.DocumentRef;
import fundtrail.contract.Line;
import fundtrail.query.access.Circle;
import fundtrail.query.entity.Case;
import fundtrail.query.entity.Kind;
import fundtrail.query.entity.Payment;
import fundtrail.query.entity.Proposal;
import fundtrail.query.entity.Version;
import fundtrail.query.fold.Rows.DocumentRow;
import fundtrail.query.fold.Rows.FactRow;
import fundtrail.query.fold.Rows.LineRow;
import fundtrail.query.fold.Rows.TagRow;
import fundtrail.query.fold.Rows;
import fundtrail.query.follow.Mark;
import fundtrail.query.follow.Projection.Overtaken;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Keeps rows in PostgreSQL, in the schema the data source's connections stand in. */
public final class JdbcStore implements Store {
    private static final String MARK = "select position, leaf_hash from follower";
    private static final String MOVE = "update follower set position = ?, leaf_hash = ? where position = ? and leaf_hash = ?";
    private static final String EMPTIED = """
            truncate fact, fact_tag, fact_document, entity_version, audience, posted_line, line_key, general_key, general_sum, line_sum,
                folded_with""";
    private static final String VERSION = """
            select position, effective_date, shown_to, body from version_of
            where kind = ? and id = ? and position <= ? order by position desc limit 1""";

    private static final String VERSIONS = """
            select version.* from (select distinct unnest(?::text[]) as id) wanted cross join lateral (
                select * from version_of
                where kind = ? and id = wanted.id and position <= ? order by position desc limit 1) version""";

    private final DataSource source;
    private final Numbers numbers = new Numbers();

    public JdbcStore(DataSource source) {
        this.source = source;
    }

    @Override
    public Mark mark() {
        return Sql.of(MARK).one(source, row -> new Mark(row.getLong("position"), row.getBytes("leaf_hash"))).orElseThrow();
    }

    @Override
    public <T> Optional<Version<T>> version(Kind<T> kind, String id, long atMost) {
        return Sql.of(VERSION, kind.name(), id, atMost).one(source, row -> version(row, kind, id));
    }

    /** The latest version of each of some entities at or before a position; of those there are. */
    public <T> List<Version<T>> versions(Kind<T> kind, Collection<String> ids, long atMost) {
        return Sql.of(VERSIONS, ids, kind.name(), atMost).list(source, row -> version(row, kind, row.getString("id")));
    }

    /** The version in a row with {@code position, effective_date, shown_to, body}. */
    public static <T> Version<T> version(ResultSet row, Kind<T> kind, String id) throws SQLException {
        return new Version<>(
                kind,
                id,
                row.getLong("position"),
                row.getObject("effective_date", LocalDate.class),
                Arrays.stream((String[]) row.getArray("shown_to").getArray()).map(Circle::parse).collect(Collectors.toSet()),
                VersionJson.body(kind, row.getString("body")));
    }

    @Override
    public void write(Mark from, Mark to, Rows rows) throws Overtaken {
        boolean moved = inTransaction(connection -> {
            // The one row is locked first: of two followers of one database the second waits here, then finds it moved.
            if (Sql.of(MOVE, to.position(), to.leafHash(), from.position(), from.leafHash()).update(connection) != 1) {
                return false;
            }
            numbers.begin(connection);
            factsAndVersions(connection, rows);
            tags(connection, rows.tags());
            lines(connection, rows.lines());
            documents(connection, rows.documents());
            numbers.write(connection);
            return true;
        });
        if (!moved) {
            numbers.drop();
            throw new Overtaken(from);
        }
    }

    /**
     * Says with which red flags it will be folded. Rows folded with others are thrown away, all of them, and the feed is worked
     * in again from its start: alerts are rows like any other, and a rebuild must give the same.
     *
     * @param redFlags the catalogue's fingerprint
     */
    public void foldWith(String redFlags) {
        inTransaction(connection -> {
            Sql.of("select position from follower for update").list(connection, row -> row.getLong(1));
            List<String> before = Sql.of("select red_flags from folded_with").list(connection, row -> row.getString(1));
            if (!before.equals(List.of(redFlags))) {
                Sql.of(EMPTIED).update(connection);
                Sql.of("update sums_made set blocks = 0").update(connection);
                Sql.of("update follower set position = -1, leaf_hash = ''").update(connection);
                Sql.of("insert into folded_with (red_flags) values (?)", redFlags).update(connection);
                numbers.drop();
            }
            return null;
        });
    }

    @Override
    public void build() {
        inTransaction(connection -> {
            ReaderIndexes.leaveOut(connection);
            return null;
        });
    }

    @Override
    public boolean isBuilding() {
        return inTransaction(ReaderIndexes::areLeftOut);
    }

    @Override
    public void built() {
        boolean more = true;
        while (more) {
            more = inTransaction(connection -> {
                // An index over all there is takes longer than any other statement may.
                connection.setNetworkTimeout(Runnable::run, 0);
                return ReaderIndexes.makeNext(connection);
            });
        }
        inTransaction(connection -> {
            Sql.of("analyze fact, fact_tag, fact_document, entity_version, posted_line, audience, line_key, general_key").update(connection);
            return null;
        });
    }

    @FunctionalInterface
    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /**
     * A commit is not waited for until it is on disk: what a crash of the database takes away it takes from the end, the mark
     * with it, and the feed gives it again.
     */
    private <T> T inTransaction(Work<T> work) {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Sql.of("set local synchronous_commit = off").update(connection);
                T result = work.with(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                numbers.drop();
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new StoreFailure(e);
        }
    }

    /** Side by side, in the order of positions: so audiences get the same numbers however the feed is cut. */
    private void factsAndVersions(Connection connection, Rows rows) throws SQLException {
        var facts = new CopyRows();
        var versions = new CopyRows();
        Iterator<Version<?>> made = rows.versions().iterator();
        Version<?> next = made.hasNext() ? made.next() : null;
        for (FactRow fact : rows.facts()) {
            facts.row(9).with(fact.position()).with(fact.recordedAt()).with(fact.effectiveDate()).with(fact.type()).with(fact.version())
                    .with(fact.actor()).with(fact.entry()).with(fact.leafHash()).with(audience(fact.shownTo()));
            while (next != null && next.position() == fact.position()) {
                versions.row(7).with(next.kind().name()).with(next.id()).with(next.position()).with(next.effectiveDate())
                        .with(audience(next.shownTo())).with(state(next.body())).with(VersionJson.text(next.body()));
                next = made.hasNext() ? made.next() : null;
            }
        }
        facts.into(connection, "fact (position, recorded_at, effective_date, type, version, actor, entry, leaf_hash, audience)");
        versions.into(connection, "entity_version (kind, id, position, effective_date, audience, state, body)");
    }

    private static String state(Object body) {
        return switch (body) {
            case Payment payment -> payment.state().name();
            case Proposal proposal -> proposal.state().name();
            case Case inquiry -> inquiry.state().name();
            default -> null;
        };
    }

    private static void tags(Connection connection, List<TagRow> tags) throws SQLException {
        var rows = new CopyRows();
        tags.forEach(tag -> rows.row(2).with(tag.tag()).with(tag.position()));
        rows.into(connection, "fact_tag (tag, position)");
    }

    private void lines(Connection connection, List<LineRow> lines) throws SQLException {
        var rows = new CopyRows();
        for (LineRow row : lines) {
            Line line = row.line();
            rows.row(6).with(row.position()).with(row.lineNo()).with(row.effectiveDate()).with(numbers.key(line)).with(line.side())
                    .with(line.signed().fen());
        }
        rows.into(connection, "posted_line (position, line_no, effective_date, key, side, amount)");
    }

    private static void documents(Connection connection, List<DocumentRow> documents) throws SQLException {
        var rows = new CopyRows();
        for (DocumentRow row : documents) {
            DocumentRef document = row.document();
            rows.row(6).with(row.position()).with(document.sha256()).with(document.type()).with(document.body())
                    .with(document.number()).with(document.date());
        }
        rows.into(connection, "fact_document (position, sha256, document_type, body, number, issued_on)");
    }

    private int audience(Set<Circle> shownTo) {
        return numbers.audience(shownTo.stream().map(Circle::toString).sorted().toList());
    }
}
