package fundtrail.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.axonframework.messaging.eventstreaming.Tag;

/** A group as one statement: one round trip and, in autocommit, one transaction. */
final class GroupStatement {

    /**
     * The fence is read FOR SHARE: whoever raises the epoch waits for this transaction, and once it is raised no row is
     * {@code held}, so nothing is inserted, nobody is notified and no row is returned. Nor is it if the fact before the
     * group is missing, in a database that was set back: positions stay dense.
     */
    private static final String SQL = """
            with held as materialized (
                select true from ledger.epoch
                where epoch = ? and (? = 0 or (select true from ledger.fact where position = ? - 1))
                for share
            ), facts as (
                insert into ledger.fact (position, recorded_at, type, version, event_id, entry, leaf_hash)
                select position, timestamptz 'epoch' + micros * interval '1 microsecond', type, version, event_id, entry, leaf_hash
                from held, unnest(?::bigint[], ?::bigint[], ?::text[], ?::int[], ?::uuid[], ?::bytea[], ?::bytea[])
                    as given (position, micros, type, version, event_id, entry, leaf_hash)
            ), event_ids as (
                insert into ledger.event_id (event_id, position)
                select event_id, position from held, unnest(?::uuid[], ?::bigint[]) as given (event_id, position)
            ), tags as (
                insert into ledger.fact_tag (key, value, position)
                select key, value, position from held, unnest(?::text[], ?::text[], ?::bigint[]) as given (key, value, position)
            ), uniques as (
                insert into ledger.unique_value (scope, value, position)
                select scope, value, position from held, unnest(?::text[], ?::text[], ?::bigint[]) as given (scope, value, position)
            )
            select pg_notify('ledger_feed', ?) from held
            """;

    private final long[] positions;
    private final long[] micros;
    private final String[] types;
    private final int[] versions;
    private final String[] eventIds;
    private final byte[][] entries;
    private final byte[][] leafHashes;
    private final Claims tags;
    private final Claims uniques;

    /** Splices and hashes the group's entries. */
    GroupStatement(Group group) {
        List<Fact> facts = group.facts();
        int size = facts.size();
        positions = new long[size];
        micros = new long[size];
        types = new String[size];
        versions = new int[size];
        eventIds = new String[size];
        entries = new byte[size][];
        leafHashes = new byte[size][];
        tags = new Claims(facts.stream().mapToInt(fact -> fact.tags().size()).sum());
        uniques = new Claims(facts.stream().mapToInt(fact -> fact.encoded().uniques().size()).sum());
        for (int i = 0; i < size; i++) put(i, facts.get(i));
    }

    private void put(int i, Fact fact) {
        positions[i] = fact.position();
        micros[i] = ChronoUnit.MICROS.between(Instant.EPOCH, fact.recordedAt());
        types[i] = fact.type();
        versions[i] = fact.encoded().version();
        eventIds[i] = fact.encoded().eventId().toString();
        entries[i] = fact.entry();
        leafHashes[i] = Entry.leafHash(entries[i]);
        for (Tag tag : fact.tags()) tags.add(tag.key(), tag.value(), fact.position());
        for (Unique unique : fact.encoded().uniques()) uniques.add(unique.scope(), unique.value(), fact.position());
    }

    /**
     * @return whether the group was inserted; false if the epoch is not this one any more, or the fact before is missing
     * @throws SQLException also where it was committed, and perhaps not replicated ({@link WriterSession#refuseWarning})
     */
    boolean execute(Connection connection, long epoch) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setLong(1, epoch);
            statement.setLong(2, positions[0]);
            statement.setLong(3, positions[0]);
            statement.setObject(4, positions);
            statement.setObject(5, micros);
            statement.setObject(6, types);
            statement.setObject(7, versions);
            statement.setObject(8, eventIds);
            statement.setObject(9, entries);
            statement.setObject(10, leafHashes);
            statement.setObject(11, eventIds);
            statement.setObject(12, positions);
            tags.bind(statement, 13);
            uniques.bind(statement, 16);
            statement.setString(19, Long.toString(positions[positions.length - 1]));
            try (ResultSet held = statement.executeQuery()) {
                WriterSession.refuseWarning(statement);
                return held.next();
            }
        }
    }

    /** What facts say about themselves in a row of its own: their tags, or what must be unique. */
    private static final class Claims {

        private final String[] kinds;
        private final String[] values;
        private final long[] positions;
        private int size;

        Claims(int size) {
            kinds = new String[size];
            values = new String[size];
            positions = new long[size];
        }

        void add(String kind, String value, long position) {
            kinds[size] = kind;
            values[size] = value;
            positions[size++] = position;
        }

        void bind(PreparedStatement statement, int first) throws SQLException {
            statement.setObject(first, kinds);
            statement.setObject(first + 1, values);
            statement.setObject(first + 2, positions);
        }
    }
}
