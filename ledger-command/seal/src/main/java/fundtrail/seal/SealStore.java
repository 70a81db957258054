package fundtrail.seal;

import fundtrail.contract.EntryCodec;
import fundtrail.contract.fact.LedgerOpened;
import fundtrail.proofs.Hash;
import fundtrail.proofs.Note;
import fundtrail.proofs.NoteSignature;
import fundtrail.proofs.Tile;
import fundtrail.proofs.VerifierKey;
import fundtrail.proofs.stored.StoredLog.KeyChange;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * What the sealer says to PostgreSQL, as {@code ledger_seal}, over one connection. Its commits do not wait for the disk: what
 * they add follows from facts that are on it, and what was signed last is in a file. So sealing costs the lane no flush.
 */
final class SealStore implements AutoCloseable {
    private final Connection connection;

    private SealStore(Connection connection) {
        this.connection = connection;
    }

    static SealStore connect(DataSource source) throws SQLException {
        Connection connection = source.getConnection();
        try (PreparedStatement setUp = connection.prepareStatement(
                "select set_config('synchronous_commit', 'off', false), set_config('application_name', 'ledger sealer', false)")) {
            setUp.execute();
            return new SealStore(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** The name of the log; empty while the ledger is not opened. */
    Optional<String> origin() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select entry from ledger.feed where position = 0");
                ResultSet row = query.executeQuery()) {
            if (!row.next()) {
                return Optional.empty();
            }
            if (new EntryCodec().decode(row.getBytes(1)).fact() instanceof LedgerOpened opened) {
                return Optional.of(opened.origin());
            }
            throw new IllegalStateException("The fact at position 0 is not LedgerOpened: this database holds no ledger of ours.");
        }
    }

    /** How many facts are committed. */
    long facts() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select coalesce(max(position), -1) + 1 from ledger.feed");
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /**
     * The hashes of the facts from a position on, in their order.
     *
     * @throws IllegalStateException where a position is missing
     */
    List<Hash> leaves(long from, int most) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select position, leaf_hash from ledger.feed where position >= ? order by position limit ?")) {
            query.setLong(1, from);
            query.setInt(2, most);
            List<Hash> leaves = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    long expected = from + leaves.size();
                    if (rows.getLong(1) != expected) {
                        throw new IllegalStateException("Position " + expected + " is missing in the database; there is a fact at "
                                + rows.getLong(1) + ". Nothing behind it is sealed.");
                    }
                    leaves.add(Hash.of(rows.getBytes(2)));
                }
            }
            return leaves;
        }
    }

    /** Adds what a new checkpoint covers, and the checkpoint, all of it or nothing. */
    void publish(Map<Tile, byte[]> full, long size, Hash root, Note note) throws SQLException {
        inTransaction(() -> {
            try (PreparedStatement tile = connection.prepareStatement(
                            "insert into ledger.tile (level, n, hashes, root) values (?, ?, ?, ?) on conflict do nothing");
                    PreparedStatement checkpoint = connection.prepareStatement(
                            "insert into ledger.checkpoint (size, root, note) values (?, ?, ?)")) {
                for (Map.Entry<Tile, byte[]> made : full.entrySet()) {
                    tile.setInt(1, made.getKey().level());
                    tile.setLong(2, made.getKey().n());
                    tile.setBytes(3, made.getValue());
                    tile.setBytes(4, Tile.rootOfFull(made.getValue()).bytes());
                    tile.addBatch();
                }
                tile.executeBatch();
                checkpoint.setLong(1, size);
                checkpoint.setBytes(2, root.bytes());
                checkpoint.setString(3, note.toString());
                checkpoint.executeUpdate();
            }
        });
    }

    /** All of them or none: a loss that was owned up to must not be half on record. */
    void recordKeyChanges(List<KeyChange> changes) throws SQLException {
        inTransaction(() -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into ledger.log_key_change (verifier_key, kind, size, note) values (?, ?, ?, ?)")) {
                for (KeyChange change : changes) {
                    insert.setString(1, change.verifierKey());
                    insert.setString(2, change.kind());
                    insert.setLong(3, change.size());
                    insert.setString(4, change.note());
                    insert.executeUpdate();
                }
            }
        });
    }

    @FunctionalInterface
    private interface Statements {
        void run() throws SQLException;
    }

    /** All of it or nothing. */
    private void inTransaction(Statements statements) throws SQLException {
        connection.setAutoCommit(false);
        try {
            statements.run();
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    void addCosignature(long size, VerifierKey witness, NoteSignature cosignature) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into ledger.cosignature (size, witness, line) values (?, ?, ?) on conflict do nothing")) {
            insert.setLong(1, size);
            insert.setString(2, witness.toString());
            insert.setString(3, cosignature.line());
            insert.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
