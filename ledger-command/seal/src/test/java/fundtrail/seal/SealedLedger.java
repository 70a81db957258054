package fundtrail.seal;

import fundtrail.contract.EntryCodec;
import fundtrail.contract.Envelope;
import fundtrail.contract.Fact;
import fundtrail.contract.FactTypes;
import fundtrail.contract.fact.CommandRefused;
import fundtrail.contract.fact.LedgerOpened;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.PersonRef;
import fundtrail.eventstore.LedgerSchema;
import fundtrail.postgres.TestDatabase;
import fundtrail.postgres.TestPostgres;
import fundtrail.proofs.Hash;
import fundtrail.proofs.PlainTree;
import fundtrail.proofs.Vectors;
import fundtrail.proofs.stored.StoredLog;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import org.postgresql.ds.PGSimpleDataSource;

/** A ledger's database with facts put in by hand, and the tree they should give. */
final class SealedLedger {
    static final String ORIGIN = Vectors.ORIGIN;
    private static final String PASSWORD = "sealed";
    private static final Instant WHEN = Instant.parse("2026-01-05T02:00:00Z");

    private final TestDatabase database = TestPostgres.freshDatabase();
    private final PlainTree tree = new PlainTree();

    SealedLedger() {
        try {
            LedgerSchema.createRoles(database.dataSource());
            execute("alter role ledger_seal password '" + PASSWORD + "'");
            LedgerSchema.migrate(database.dataSource());
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** With its first fact. */
    static SealedLedger opened() {
        SealedLedger ledger = new SealedLedger();
        ledger.add(opening());
        return ledger;
    }

    static byte[] opening() {
        return entry(0, new LedgerOpened("test", List.of(new LedgerOpened.Division(new DivisionCode("330521"), "澄湖县（虚构）")),
                ORIGIN, LedgerOpened.Purpose.PRODUCTION, ZoneId.of("Asia/Shanghai")));
    }

    private static byte[] entry(long position, Fact fact) {
        var type = FactTypes.of(fact.getClass());
        var envelope = new Envelope(eventId(position), "%032x".formatted(position), type.name(), type.version(),
                LocalDate.of(2026, 1, 5), null, Envelope.LEDGER, List.of(), null, null, "test", null, null, null, null);
        return EntryCodec.entry(position, WHEN, new EntryCodec().tail(envelope, fact));
    }

    private static UUID eventId(long position) {
        return new UUID(0x7000L, 0x8000_0000_0000_0000L | position);
    }

    /** With real facts and all that stands beside them. */
    static SealedLedger ofFacts(int size) {
        SealedLedger ledger = opened();
        ledger.growTo(size, position ->
                entry(position, new CommandRefused(new PersonRef("p-cl"), "DisburseBatch", "CASH_EXCEEDED", "CEN-" + position)));
        ledger.execute("insert into ledger.event_id select event_id, position from ledger.fact");
        ledger.tamper("update ledger.fact set type = 'CommandRefused' where position > 0; update ledger.fact set type = 'LedgerOpened' where position = 0");
        return ledger;
    }

    /** Adds a fact. */
    void add(byte[] entry) {
        try (Connection connection = database.connect(); PreparedStatement insert = insertion(connection)) {
            bind(insert, tree.size(), entry);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        tree.add(entry);
    }

    /** Adds facts until there are so many. */
    void growTo(int size) {
        growTo(size, Vectors::entry);
    }

    private void growTo(int size, IntFunction<byte[]> entries) {
        try (Connection connection = database.connect(); PreparedStatement insert = insertion(connection)) {
            while (tree.size() < size) {
                byte[] entry = entries.apply((int) tree.size());
                bind(insert, tree.size(), entry);
                insert.addBatch();
                tree.add(entry);
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static PreparedStatement insertion(Connection connection) throws SQLException {
        return connection.prepareStatement("insert into ledger.fact values (?, ?, 'Noted', 1, ?, ?, ?)");
    }

    private static void bind(PreparedStatement insert, long position, byte[] entry) throws SQLException {
        insert.setLong(1, position);
        insert.setObject(2, WHEN.atOffset(ZoneOffset.UTC));
        insert.setObject(3, eventId(position));
        insert.setBytes(4, entry);
        insert.setBytes(5, Hash.leaf(entry).bytes());
    }

    /** Past all triggers, as only a superuser can. */
    void tamper(String sql) {
        execute("alter table ledger.fact disable trigger all; alter table ledger.checkpoint disable trigger all;"
                + "alter table ledger.tile disable trigger all; alter table ledger.event_id disable trigger all;" + sql + ";"
                + "alter table ledger.fact enable always trigger append_only; alter table ledger.checkpoint enable always trigger append_only;"
                + "alter table ledger.checkpoint enable always trigger only_larger; alter table ledger.tile enable always trigger append_only;"
                + "alter table ledger.event_id enable always trigger append_only");
    }

    void execute(String sql) {
        try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    PlainTree tree() {
        return tree;
    }

    StoredLog log() {
        return new StoredLog(source());
    }

    SealStore store() throws SQLException {
        return SealStore.connect(source());
    }

    PGSimpleDataSource source() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.url());
        source.setUser("ledger_seal");
        source.setPassword(PASSWORD);
        return source;
    }
}
