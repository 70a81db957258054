package fundtrail.query.store;

import fundtrail.contract.Line;
import fundtrail.query.access.Circle;
import fundtrail.query.entity.Kind;
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
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Keeps rows in PostgreSQL, in the schema the data source's connections stand in. */
public final class JdbcStore implements Store {
    private static final String MARK = "select position, leaf_hash from follower";
    private static final String MOVE = "update follower set position = ?, leaf_hash = ? where position = ? and leaf_hash = ?";
    private static final String VERSION = """
            select position, effective_date, shown_to, body from version_of
            where kind = ? and id = ? and position <= ? order by position desc limit 1""";

    private static final String VERSIONS = """
            select version.* from (select distinct unnest(?::text[]) as id) wanted cross join lateral (
                select * from version_of
                where kind = ? and id = wanted.id and position <= ? order by position desc limit 1) version""";

    private final DataSource source;

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
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                // The one row is locked first: of two followers of one database the second waits here, then finds it moved.
                if (Sql.of(MOVE, to.position(), to.leafHash(), from.position(), from.leafHash()).update(connection) != 1) {
                    throw new Overtaken(from);
                }
                facts(connection, rows.facts());
                tags(connection, rows.tags());
                lines(connection, rows.lines());
                documents(connection, rows.documents());
                versions(connection, rows.versions());
                connection.commit();
            } catch (SQLException | RuntimeException | Overtaken e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new StoreFailure(e);
        }
    }

    private static void facts(Connection connection, List<FactRow> facts) throws SQLException {
        new Columns<>(facts)
                .with("bigint", FactRow::position)
                .with("timestamptz", fact -> fact.recordedAt().atOffset(ZoneOffset.UTC))
                .with("date", FactRow::effectiveDate)
                .with("text", FactRow::type)
                .with("int", FactRow::version)
                .with("text", FactRow::actor)
                .with("bytea", FactRow::entry)
                .with("bytea", FactRow::leafHash)
                .insert(connection, "fact (position, recorded_at, effective_date, type, version, actor, entry, leaf_hash)");
    }

    private static void tags(Connection connection, List<TagRow> tags) throws SQLException {
        new Columns<>(tags).with("text", TagRow::tag).with("bigint", TagRow::position).insert(connection, "fact_tag (tag, position)");
    }

    private static void lines(Connection connection, List<LineRow> lines) throws SQLException {
        new Columns<>(lines)
                .with("bigint", LineRow::position)
                .with("int", LineRow::lineNo)
                .with("date", LineRow::effectiveDate)
                .with("text", of(line -> line.book().name()))
                .with("text", of(line -> line.account().name()))
                .with("text", of(Line::division))
                .with("int", row -> row.line().budgetYear())
                .with("text", of(Line::fundSource))
                .with("text", of(Line::institution))
                .with("text", of(Line::programme))
                .with("text", of(Line::allotment))
                .with("text", of(Line::clawback))
                .with("text", of(Line::tranche))
                .with("text", of(Line::bankAccount))
                .with("text", of(line -> line.side().name()))
                .with("bigint", row -> row.line().signed().fen())
                .insert(connection, """
                        line (position, line_no, effective_date, book, account, division, budget_year, fund_source, institution,
                              programme, allotment, clawback, tranche, bank_account, side, amount)""");
    }

    private static Function<LineRow, Object> of(Function<Line, Object> dimension) {
        return row -> {
            Object value = dimension.apply(row.line());
            return value == null ? null : value.toString();
        };
    }

    private static void documents(Connection connection, List<DocumentRow> documents) throws SQLException {
        new Columns<>(documents)
                .with("bigint", DocumentRow::position)
                .with("text", row -> row.document().sha256())
                .with("text", row -> row.document().type())
                .with("text", row -> row.document().body())
                .with("text", row -> row.document().number())
                .with("date", row -> row.document().date())
                .insert(connection, "fact_document (position, sha256, document_type, body, number, issued_on)");
    }

    private static void versions(Connection connection, List<Version<?>> versions) throws SQLException {
        new Columns<>(versions)
                .with("text", version -> version.kind().name())
                .with("text", Version::id)
                .with("bigint", Version::position)
                .with("date", Version::effectiveDate)
                .with("text", "string_to_array(%s, ' ')", version -> shownTo(version))
                .with("text", "%s::json", version -> VersionJson.text(version.body()))
                .insert(connection, "version_of (kind, id, position, effective_date, shown_to, body)");
    }

    private static String shownTo(Version<?> version) {
        return version.shownTo().stream().map(Circle::toString).sorted().collect(Collectors.joining(" "));
    }
}
