package fundtrail.proofs.stored;

import fundtrail.proofs.Hash;
import fundtrail.proofs.Note;
import fundtrail.proofs.NoteSignature;
import fundtrail.proofs.Tile;
import fundtrail.proofs.TileNodes;
import fundtrail.proofs.Tree;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The log of proofs as the ledger's database has it: facts, full tiles, checkpoints. Reads and changes nothing; a role that
 * may read {@code ledger.feed}, {@code ledger.tile}, {@code ledger.checkpoint}, {@code ledger.cosignature} and
 * {@code ledger.log_key_change} is enough.
 */
public final class StoredLog {
    private final DataSource source;

    /** A published checkpoint: how many leaves, their root, and the signed note without cosignatures. */
    public record Sealed(long size, Hash root, Note note) {}

    /**
     * A key the log is, or was, signed with.
     *
     * @param kind ADDED or RETIRED
     * @param size of the last checkpoint before the change
     * @param note the change in words, signed by all keys in use after it
     */
    public record KeyChange(String verifierKey, String kind, long size, String note) {}

    /** The database could not be asked, or does not have what it once had. */
    public static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    private interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    public StoredLog(DataSource source) {
        this.source = source;
    }

    /** The checkpoint published last. */
    public Optional<Sealed> latest() {
        return list("select size, root, note from ledger.checkpoint order by size desc limit 1", StoredLog::sealed).stream().findFirst();
    }

    /** The one of this size, if it was published. */
    public Optional<Sealed> published(long size) {
        return list("select size, root, note from ledger.checkpoint where size = ?", StoredLog::sealed, size).stream().findFirst();
    }

    /** The last that a witness has cosigned. */
    public Optional<Sealed> witnessed() {
        return list("""
                select size, root, note from ledger.checkpoint
                where size = (select max(size) from ledger.cosignature)""", StoredLog::sealed).stream().findFirst();
    }

    private static Sealed sealed(ResultSet row) throws SQLException {
        return new Sealed(row.getLong("size"), Hash.of(row.getBytes("root")), Note.of(row.getString("note")));
    }

    /** A published checkpoint with the cosignatures it has by now under it. */
    public Note note(Sealed sealed) {
        return sealed.note().with(list("select line from ledger.cosignature where size = ? order by received_at, witness",
                row -> NoteSignature.of(row.getString(1)), sealed.size()));
    }

    /** The tree of a published checkpoint's size. */
    public Tree tree(long size) {
        return TileNodes.tree(size, this::hashes);
    }

    /** A tile's hashes, all of which a published checkpoint covers. */
    public byte[] hashes(Tile tile) {
        List<byte[]> found;
        if (tile.isFull()) {
            found = list("select hashes from ledger.tile where level = ? and n = ?", row -> row.getBytes(1), (long) tile.level(), tile.n());
        } else if (tile.level() == 0) {
            found = list("select leaf_hash from ledger.feed where position >= ? and position < ? order by position",
                    row -> row.getBytes(1), tile.first(), tile.first() + tile.width());
        } else {
            found = list("select root from ledger.tile where level = ? and n >= ? and n < ? order by n",
                    row -> row.getBytes(1), tile.level() - 1L, tile.first(), tile.first() + tile.width());
        }
        ByteArrayOutputStream hashes = new ByteArrayOutputStream();
        found.forEach(hashes::writeBytes);
        if (hashes.size() != tile.width() * Hash.BYTES) {
            throw new Unreadable("tile %d/%s is not whole in the database: %d of %d bytes are there"
                    .formatted(tile.level(), tile.path(), hashes.size(), tile.width() * Hash.BYTES), null);
        }
        return hashes.toByteArray();
    }

    /** The entries whose hashes a tile of level 0 holds, as far as they are there. */
    public List<byte[]> entries(Tile tile) {
        return list("select entry from ledger.feed where position >= ? and position < ? order by position",
                row -> row.getBytes(1), tile.first(), tile.first() + tile.width());
    }

    /** Every change of the log's keys, in its order. */
    public List<KeyChange> keyChanges() {
        return list("select verifier_key, kind, size, note from ledger.log_key_change order by change",
                row -> new KeyChange(row.getString(1), row.getString(2), row.getLong(3), row.getString(4)));
    }

    private <T> List<T> list(String sql, Row<T> row, long... arguments) {
        try (Connection connection = source.getConnection(); PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                query.setLong(i + 1, arguments[i]);
            }
            List<T> found = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(row.of(rows));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new Unreadable("the log of proofs cannot be read: " + e.getMessage(), e);
        }
    }
}
