package fundtrail.eventstore;

import static fundtrail.eventstore.Outcomes.get;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.eventstreaming.Tag;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;

/** Who may do what in the database. */
class SchemaTest {

    private static final String NO_RIGHT = "42501";
    private static final String REFUSED_BY_TRIGGER = "23001";

    private static TestLedger place;

    @BeforeAll
    static void threeFacts() {
        place = new TestLedger();
        try (var ledger = new TextLedger(place.store("A"), LaneSettings.defaults())) {
            for (String text : List.of("a", "b", "c")) get(ledger.append(TextLedger.event(text, "Noted", Map.of("unique", text), Tag.of("text", text))));
        }
    }

    @AfterAll
    static void close() {
        place.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fact", "fact_tag", "event_id", "unique_value"})
    void the_application_can_add_rows_and_neither_change_nor_remove_one(String table) {
        for (String sql : List.of("update ledger." + table + " set position = 0", "delete from ledger." + table, "truncate ledger." + table,
                "drop table ledger." + table, "alter table ledger." + table + " disable trigger append_only"))
            assertEquals(NO_RIGHT, refusal("ledger_app", sql), sql);
        assertEquals(3, assertDoesNotThrow(() -> place.askSuperuser("select count(*) from ledger." + table)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fact", "fact_tag", "event_id", "unique_value"})
    void a_trigger_stops_owner_and_superuser_even_in_a_session_that_replicates(String table) {
        for (String sql : List.of("update ledger." + table + " set position = 0", "delete from ledger." + table, "truncate ledger." + table)) {
            assertEquals(REFUSED_BY_TRIGGER, refusal("ledger_owner", sql), sql);
            assertEquals(REFUSED_BY_TRIGGER, superusersRefusal(sql), sql);
            assertEquals(REFUSED_BY_TRIGGER, superusersRefusal("set session_replication_role = replica; " + sql), sql);
        }
    }

    @Test
    void the_reading_side_reads_the_feed() throws SQLException {
        try (Connection feed = place.connect("ledger_feed"); Statement statement = feed.createStatement();
                var rows = statement.executeQuery("select position, recorded_at, type, version, entry, leaf_hash from ledger.feed order by position")) {
            for (StoredEvent stored : new StoredEvent[] {at(0), at(1), at(2)}) {
                assertTrue(rows.next());
                assertEquals(stored.position(), rows.getLong(1));
                assertEquals(stored.recordedAt(), rows.getTimestamp(2).toInstant());
                assertEquals("Noted", rows.getString(3));
                assertEquals(1, rows.getInt(4));
                assertArrayEquals(stored.entry(), rows.getBytes(5));
                assertArrayEquals(stored.leafHash(), rows.getBytes(6));
            }
            assertFalse(rows.next());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"select * from ledger.fact", "select * from ledger.fact_tag", "select * from ledger.event_id", "select * from ledger.unique_value",
            "select * from ledger.epoch", "select * from ledger.migrations_of_eventstore", "delete from ledger.feed", "update ledger.feed set version = 2",
            "insert into ledger.feed (position) values (9)", "create table ledger.mine ()"})
    void the_reading_side_reads_nothing_else_and_writes_nothing(String sql) {
        assertEquals(NO_RIGHT, refusal("ledger_feed", sql));
    }

    @ParameterizedTest
    @ValueSource(strings = {"create table ledger.mine ()", "delete from ledger.epoch", "insert into ledger.epoch values (false, 9, 'x', now())",
            "drop view ledger.feed", "drop function ledger.refuse_change()", "select * from ledger.migrations_of_eventstore"})
    void the_application_changes_no_schema_and_adds_no_epoch(String sql) {
        assertEquals(NO_RIGHT, refusal("ledger_app", sql));
    }

    @Test
    void there_is_one_epoch() {
        assertEquals("23514", superusersRefusal("insert into ledger.epoch values (false, 9, 'x', now())"));
        assertEquals("23505", superusersRefusal("insert into ledger.epoch values (true, 9, 'x', now())"));
    }

    @Test
    void followers_are_told_the_last_position_of_each_group() throws SQLException {
        try (var other = new TestLedger(); Connection feed = other.connect("ledger_feed"); Statement listen = feed.createStatement();
                var ledger = new TextLedger(other.store("A"), LaneSettings.defaults())) {
            listen.execute("listen ledger_feed");
            get(ledger.append(TextLedger.event("a"), TextLedger.event("b")));
            var notifications = feed.unwrap(PGConnection.class).getNotifications(10_000);
            assertEquals(1, notifications.length);
            assertEquals("1", notifications[0].getParameter());
        }
    }

    @Test
    void roles_and_migrations_may_be_run_again_and_others_add_tables_of_their_own() throws SQLException {
        try (var other = new TestLedger()) {
            other.asSuperuser(LedgerSchema.rolesSql());
            var extra = new LedgerSchema.Part("drawer", "classpath:fundtrail/eventstore/drawer");
            LedgerSchema.migrate(other.as("ledger_owner"), extra);
            LedgerSchema.migrate(other.as("ledger_owner"), extra);
            assertEquals(0, other.askSuperuser("select count(*) from ledger.drawer"));
        }
    }

    private static StoredEvent at(long position) {
        return place.reader().at(position).orElseThrow();
    }

    private static String superusersRefusal(String sql) {
        return assertThrows(SQLException.class, () -> place.asSuperuser(sql), sql).getSQLState();
    }

    /** The SQLSTATE with which this role is refused. */
    private static String refusal(String role, String sql) {
        return assertThrows(SQLException.class, () -> {
            try (Connection connection = place.connect(role); Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }, sql).getSQLState();
    }
}
