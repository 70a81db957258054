package fundtrail.seal;

import fundtrail.contract.Entry;
import fundtrail.contract.EntryCodec;
import fundtrail.proofs.GrowingTree;
import fundtrail.proofs.Hash;
import fundtrail.proofs.Tile;
import fundtrail.proofs.stored.StoredLog;
import fundtrail.proofs.stored.StoredLog.KeyChange;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Holds everything that stands beside the facts' bytes against the bytes: columns, ids, hashes, tiles, roots, signatures. For whoever has
 * the database; whoever has only the ledger's address uses {@code ops/Verify.java}.
 */
final class StoreCheck {
    private static final int FETCH = 2_000;

    private final EntryCodec codec = new EntryCodec();
    private final GrowingTree tree = new GrowingTree();
    private final List<String> faults = new ArrayList<>();

    private final SignedNotes notes;
    private long sealed;

    private StoreCheck(List<KeyChange> changes) {
        this.notes = new SignedNotes(changes);
    }

    /** A fact's columns. */
    private record Columns(
            long position, Instant recordedAt, String type, int version, UUID eventId, byte[] entry, byte[] leafHash, Long positionOfId) {
        static Columns of(ResultSet row) throws SQLException {
            return new Columns(row.getLong(1), row.getObject(2, OffsetDateTime.class).toInstant(), row.getString(3), row.getInt(4),
                    row.getObject(5, UUID.class), row.getBytes(6), row.getBytes(7), row.getObject(8, Long.class));
        }
    }

    /** @return every fault, a sentence each that names the fact; empty when all is as the bytes say */
    static List<String> faults(DataSource source) throws SQLException {
        StoreCheck check = new StoreCheck(new StoredLog(source).keyChanges());
        try (Connection connection = source.getConnection()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ); // one moment of a ledger that goes on
            connection.setAutoCommit(false);
            try (PreparedStatement facts = connection.prepareStatement("""
                            select f.position, f.recorded_at, f.type, f.version, f.event_id, f.entry, f.leaf_hash, e.position
                            from ledger.fact f left join ledger.event_id e using (event_id) order by f.position""");
                    PreparedStatement checkpoints = connection.prepareStatement(
                            "select c.size, c.root, c.note, w.witness, w.line from ledger.checkpoint c left join ledger.cosignature w using (size)"
                                    + " order by c.size")) {
                facts.setFetchSize(FETCH);
                checkpoints.setFetchSize(FETCH);
                try (ResultSet fact = facts.executeQuery(); ResultSet checkpoint = checkpoints.executeQuery()) {
                    boolean more = checkpoint.next();
                    while (fact.next()) {
                        check.fact(Columns.of(fact));
                        while (more && checkpoint.getLong(1) <= check.tree.size()) {
                            check.checkpoint(checkpoint);
                            more = checkpoint.next();
                        }
                    }
                    if (more) {
                        check.faults.add("facts from " + check.tree.size() + " on are missing: the checkpoint of "
                                + checkpoint.getLong(1) + " covers them");
                    }
                    for (; more; more = checkpoint.next()) {
                        check.checkpoint(checkpoint);
                    }
                }
            }
            check.ids(connection);
            check.tiles(connection);
            connection.commit();
        }
        return check.faults;
    }

    private void fact(Columns row) {
        for (long missing = tree.size(); missing < row.position(); missing++) {
            faults.add("fact " + missing + " is missing");
            tree.add(Hash.EMPTY);
        }
        tree.add(Hash.leaf(row.entry()));
        compare(row.position(), "leaf_hash", Hash.leaf(row.entry()), Hash.of(row.leafHash()));
        compare(row.position(), "event_id in its own table", row.position(), row.positionOfId());
        try {
            Entry entry = codec.decode(row.entry());
            compare(row.position(), "position", entry.position(), row.position());
            compare(row.position(), "recorded_at", entry.recordedAt(), row.recordedAt());
            compare(row.position(), "type", entry.envelope().type(), row.type());
            compare(row.position(), "version", entry.envelope().version(), row.version());
            compare(row.position(), "event_id", entry.envelope().eventId(), row.eventId());
        } catch (IllegalArgumentException unreadable) {
            faults.add("fact " + row.position() + " cannot be read: " + unreadable.getMessage());
        }
    }

    private void compare(long position, String column, Object fromBytes, Object stored) {
        if (!fromBytes.equals(stored)) {
            faults.add("fact " + position + ": its bytes say " + column + " " + fromBytes + ", the column has " + stored);
        }
    }

    /** Once for each witness that cosigned it. */
    private void checkpoint(ResultSet row) throws SQLException {
        long size = row.getLong(1);
        Hash root = Hash.of(row.getBytes(2));
        if (size != sealed) {
            sealed = size;
            if (size == tree.size() && !tree.root().equals(root)) {
                faults.add("the first " + size + " facts do not give the root of their checkpoint");
            }
            faults.addAll(notes.faults(size, root, row.getString(3)));
        }
        if (row.getString(4) != null) {
            faults.addAll(notes.cosignatureFaults(size, row.getString(3), row.getString(4), row.getString(5)));
        }
    }

    private void ids(Connection connection) throws SQLException {
        try (PreparedStatement strays = connection.prepareStatement(
                        "select event_id, position from ledger.event_id e where not exists (select from ledger.fact f where f.event_id = e.event_id)"
                                + " order by position");
                ResultSet stray = strays.executeQuery()) {
            while (stray.next()) {
                faults.add("fact " + stray.getLong(2) + ": the table of ids has " + stray.getObject(1, UUID.class) + " for it, which no fact has");
            }
        }
    }

    /** As many as the facts that are sealed fill, and no other. */
    private void tiles(Connection connection) throws SQLException {
        Map<Tile, byte[]> expected = new LinkedHashMap<>(tree.fresh());
        expected.keySet().removeIf(tile -> tile.leavesNeeded() > sealed);
        try (PreparedStatement tiles = connection.prepareStatement("select level, n, hashes, root from ledger.tile order by level, n")) {
            tiles.setFetchSize(FETCH);
            try (ResultSet row = tiles.executeQuery()) {
                while (row.next()) {
                    Tile tile = new Tile(row.getInt(1), row.getLong(2), Tile.WIDTH);
                    byte[] hashes = expected.remove(tile);
                    if (hashes == null) {
                        faults.add("tile " + tile.level() + "/" + tile.path() + " is one of facts that are not sealed");
                    } else {
                        tile(tile, hashes, row.getBytes(3), Hash.of(row.getBytes(4)));
                    }
                }
            }
        }
        expected.keySet().forEach(tile -> faults.add("tile " + tile.level() + "/" + tile.path() + " is missing"));
    }

    private void tile(Tile tile, byte[] hashes, byte[] stored, Hash root) {
        for (int i = 0; i < Tile.WIDTH; i++) {
            int at = i * Hash.BYTES;
            if (!Arrays.equals(hashes, at, at + Hash.BYTES, stored, at, at + Hash.BYTES)) {
                faults.add(tile.level() == 0
                        ? "fact " + (tile.first() + i) + " is not the one that was sealed: the tile has another hash"
                        : "tile " + tile.level() + "/" + tile.path() + " has another hash at " + i);
            }
        }
        if (Arrays.equals(hashes, stored) && !Tile.rootOfFull(hashes).equals(root)) {
            faults.add("tile " + tile.level() + "/" + tile.path() + " has another root than its hashes give");
        }
    }
}
