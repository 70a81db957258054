package fundtrail.query.bench;

import fundtrail.contract.EntryCodec;
import fundtrail.contract.Envelope;
import fundtrail.contract.FactTypes;
import fundtrail.contract.Role;
import fundtrail.contract.Signature;
import fundtrail.contract.Signature.Step;
import fundtrail.contract.id.PersonRef;
import fundtrail.query.WrittenLedger;
import fundtrail.query.bench.CountyYears.Dated;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Writes made-up facts to a feed's table, many at a time and unhurt by what a ledger would ask first. */
final class CountyFeed {
    private static final String TABLE = """
            create schema if not exists ledger;
            create table if not exists ledger.feed (position bigint primary key, recorded_at timestamptz not null, type text not null,
                version int not null, entry bytea not null, leaf_hash bytea not null) with (toast_tuple_target = 8160);
            alter table ledger.feed alter column entry set storage external""";
    private static final String COPY = "copy ledger.feed from stdin (format binary)";
    private static final byte[] HEADER = "PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final Instant PG_EPOCH = Instant.parse("2000-01-01T00:00:00Z");
    private static final int AT_A_TIME = 2_000;

    private final Connection connection;
    private final EntryCodec codec = new EntryCodec();
    private long position;
    private Instant last = Instant.EPOCH;
    private long bytes;

    CountyFeed(Connection connection) throws SQLException {
        this.connection = connection;
        try (var statement = connection.createStatement()) {
            statement.execute(TABLE);
            try (var row = statement.executeQuery("select coalesce(max(position) + 1, 0) from ledger.feed")) {
                row.next();
                position = row.getLong(1);
            }
        }
    }

    /** How many facts there are. */
    long size() {
        return position;
    }

    long bytes() {
        return bytes;
    }

    /** Writes the next facts until there are {@code upTo} in all. */
    void write(long upTo, Supplier<Dated> facts) throws SQLException, IOException {
        var copies = new CopyManager(connection.unwrap(org.postgresql.core.BaseConnection.class));
        while (position < upTo) {
            var buffer = new ByteArrayOutputStream(AT_A_TIME * 2_500);
            var out = new DataOutputStream(buffer);
            out.write(HEADER);
            for (int i = 0; i < AT_A_TIME && position < upTo; i++) {
                row(out, facts.get());
            }
            out.writeShort(-1);
            copies.copyIn(COPY, new java.io.ByteArrayInputStream(buffer.toByteArray()), 1 << 20);
        }
    }

    /** Writes facts in one transaction recorded now, and wakes followers. */
    void post(int facts, Supplier<Dated> from) throws SQLException {
        connection.setAutoCommit(false);
        try (var insert = connection.prepareStatement("insert into ledger.feed values (?, ?, ?, ?, ?, ?)");
                var notify = connection.createStatement()) {
            for (int i = 0; i < facts; i++) {
                Dated dated = from.get();
                last = Instant.now().isAfter(last) ? Instant.now().truncatedTo(java.time.temporal.ChronoUnit.MICROS) : last;
                byte[] entry = entry(dated);
                insert.setLong(1, position);
                insert.setObject(2, last.atOffset(java.time.ZoneOffset.UTC));
                insert.setString(3, type(dated));
                insert.setInt(4, 1);
                insert.setBytes(5, entry);
                insert.setBytes(6, EntryCodec.leafHash(entry));
                insert.addBatch();
                position++;
            }
            insert.executeBatch();
            notify.execute("notify ledger_feed, '" + (position - 1) + "'");
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    private void row(DataOutputStream out, Dated dated) throws IOException {
        Instant ten = dated.recorded().atTime(10, 0).atZone(WrittenLedger.ZONE).toInstant();
        last = ten.isAfter(last) ? ten : last.plusNanos(1_000);
        byte[] entry = entry(dated);
        bytes += entry.length;
        out.writeShort(6);
        out.writeInt(8);
        out.writeLong(position);
        out.writeInt(8);
        out.writeLong(Duration.between(PG_EPOCH, last).toNanos() / 1_000);
        field(out, type(dated).getBytes(StandardCharsets.UTF_8));
        out.writeInt(4);
        out.writeInt(1);
        field(out, entry);
        field(out, EntryCodec.leafHash(entry));
        position++;
    }

    private static void field(DataOutputStream out, byte[] value) throws IOException {
        out.writeInt(value.length);
        out.write(value);
    }

    private static String type(Dated dated) {
        return FactTypes.of(dated.fact().getClass()).name();
    }

    private byte[] entry(Dated dated) {
        var type = FactTypes.of(dated.fact().getClass());
        List<Signature> signatures = new ArrayList<>();
        for (Role role : dated.hands()) {
            Step step = signatures.isEmpty() ? Step.MAKER : signatures.size() == dated.hands().size() - 1 ? Step.APPROVER : Step.CHECKER;
            signatures.add(Signature.of(step, role, new PersonRef(CountyYears.person(role))));
        }
        String actor = signatures.isEmpty() ? Envelope.LEDGER : signatures.getLast().person().value();
        var envelope = new Envelope(new UUID(0x0000_0000_0000_7000L, 0x8000_0000_0000_0000L | position),
                "%032x".formatted(position * 0x9E3779B97F4A7C15L), type.name(), type.version(), dated.effective(), actor, signatures,
                "key-" + position, "7c35c5a1785d20704e44d5de4beb81c1fce91b6fe48ed7c3159af6f7f832078b", "req-" + position,
                "prop-" + position / 38, null, null, "default-1");
        return EntryCodec.entry(position, last, codec.tail(envelope, dated.fact()));
    }
}
