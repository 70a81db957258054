package fundtrail.query.read;

import fundtrail.query.store.Sql;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Documents' bytes, from the writing side's view {@code ledger.stored_document}. They never change, and are read a piece
 * at a time, so that a slow reader holds neither a connection nor the whole of a document.
 */
public final class StoredDocuments {
    private static final int PIECE = 256 * 1024;

    private final DataSource source;

    /** What is stored of a document. */
    record Stored(String sha256, String mediaType, long length) {}

    /** @param source connections to the writing side's database, by a role that may read the view */
    public StoredDocuments(DataSource source) {
        this.source = source;
    }

    Optional<Stored> find(String sha256) {
        return Sql.of("select media_type, octet_length(bytes) as length from ledger.stored_document where sha256 = ?", sha256)
                .one(source, row -> new Stored(sha256, row.getString("media_type"), row.getLong("length")));
    }

    /** @throws IOException when the bytes end early, or whoever takes them is gone */
    void copy(Stored document, OutputStream out) throws IOException {
        for (long from = 0; from < document.length(); from += PIECE) {
            byte[] piece = Sql.of("select substring(bytes from ? for ?) as piece from ledger.stored_document where sha256 = ?",
                            (int) from + 1, PIECE, document.sha256())
                    .one(source, row -> row.getBytes("piece"))
                    .orElseThrow(() -> new IOException("document " + document.sha256() + " is no longer stored"));
            out.write(piece);
        }
    }
}
