package fundtrail.query.store;

import java.util.List;
import javax.sql.DataSource;

/** Every row of a store as one line of text, in one order, so that two stores can be compared row for row. */
public final class StoredRows {
    private static final List<String> TABLES = List.of(
            """
            select 'fact', position, recorded_at at time zone 'UTC', effective_date, type, version, actor,
                   encode(entry, 'hex'), encode(leaf_hash, 'hex'), audience
            from fact order by position""",
            "select 'tag', position, tag from fact_tag order by position, tag collate \"C\"",
            "select 'document', * from fact_document order by position",
            "select 'audience', id, array_to_string(shown_to, ' ') from audience order by id",
            "select 'general key', * from general_key order by id",
            "select 'line key', * from line_key order by id",
            "select 'line', * from line order by position, line_no",
            """
            select 'version', position, kind, id, effective_date, audience, state, body
            from version_of order by position, kind collate "C", id collate "C\"""",
            "select 'mark', position, encode(leaf_hash, 'hex') from follower");

    private StoredRows() {}

    /** Rows of the schema the data source stands in. */
    public static List<String> in(DataSource source) {
        return TABLES.stream()
                .flatMap(table -> Sql.of("select row::text from (" + table + ") row").list(source, row -> row.getString(1)).stream())
                .toList();
    }
}
