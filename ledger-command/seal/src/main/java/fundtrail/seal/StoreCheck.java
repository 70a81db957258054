package fundtrail.seal;

import fundtrail.contract.Entry;
import fundtrail.contract.EntryCodec;
import fundtrail.proofs.GrowingTree;
import fundtrail.proofs.Hash;
import fundtrail.proofs.Tile;
import fundtrail.proofs.stored.StoredLog;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Holds everything that stands beside the facts' bytes against the bytes: columns, ids, hashes, tiles, roots. For whoever has
 * the database; whoever has only the ledger's address uses {@code ops/Verify.java}.
 */
final class StoreCheck {
    private static final int FETCH = 2_000;

    private final EntryCodec codec = new EntryCodec();
    private final GrowingTree tree = new GrowingTree();
    private final List<String> faults = new ArrayList<>();

    private StoreCheck() {}

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
        StoreCheck check = new StoreCheck();
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement facts = connection.prepareStatement("""
                            select f.position, f.recorded_at, f.type, f.version, f.event_id, f.entry, f.leaf_hash, e.position
                            from ledger.fact f left join ledger.event_id e using (event_id) order by f.position""");
                    PreparedStatement checkpoints = connection.prepareStatement("select size, root from ledger.checkpoint order by size")) {
                facts.setFetchSize(FETCH);
                try (ResultSet fact = facts.executeQuery(); ResultSet checkpoint = checkpoints.executeQuery()) {
                    boolean more = checkpoint.next();
                    while (fact.next()) {
                        check.fact(Columns.of(fact));
                        while (more && checkpoint.getLong(1) <= check.tree.size()) {
                            check.root(checkpoint.getLong(1), Hash.of(checkpoint.getBytes(2)));
                            more = checkpoint.next();
                        }
                    }
                    if (more) {
                        check.faults.add("facts from " + check.tree.size() + " on are missing: the checkpoint of "
                                + checkpoint.getLong(1) + " covers them");
                    }
                }
            }
            connection.commit();
        }
        check.tiles(new StoredLog(source));
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

    private void root(long size, Hash stored) {
        if (size == tree.size() && !tree.root().equals(stored)) {
            faults.add("the first " + size + " facts do not give the root of their checkpoint");
        }
    }

    private void tiles(StoredLog log) {
        for (Map.Entry<Tile, byte[]> full : tree.fresh().entrySet()) {
            Tile tile = full.getKey();
            if (log.latest().map(StoredLog.Sealed::size).orElse(0L) < tile.leavesNeeded()) {
                continue;
            }
            byte[] stored = log.hashes(tile);
            for (int i = 0; i < Tile.WIDTH; i++) {
                int at = i * Hash.BYTES;
                if (!Arrays.equals(full.getValue(), at, at + Hash.BYTES, stored, at, at + Hash.BYTES)) {
                    faults.add(tile.level() == 0
                            ? "fact " + (tile.first() + i) + " is not the one that was sealed: the tile has another hash"
                            : "tile " + tile.level() + "/" + tile.path() + " has another hash at " + i);
                }
            }
        }
    }
}
