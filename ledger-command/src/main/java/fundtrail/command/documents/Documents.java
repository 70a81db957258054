package fundtrail.command.documents;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Documents by the SHA-256 of their bytes: table {@code document}. Stored once, never changed. */
public final class Documents {
    /** The largest document taken: 20 MB. */
    public static final int MAX_BYTES = 20 * 1024 * 1024;

    private final DataSource database;

    public Documents(DataSource database) {
        this.database = database;
    }

    /** @return whether it is new; the same bytes may be put again */
    public boolean put(String sha256, DocumentKind kind, byte[] bytes, String uploadedBy) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        """
                        insert into document (sha256, media_type, bytes, uploaded_by) values (?, ?, ?, ?)
                        on conflict (sha256) do nothing""")) {
            insert.setString(1, sha256);
            insert.setString(2, kind.mediaType());
            insert.setBytes(3, bytes);
            insert.setString(4, uploadedBy);
            return insert.executeUpdate() == 1;
        }
    }

    public boolean has(String sha256) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("select 1 from document where sha256 = ?")) {
            select.setString(1, sha256);
            try (ResultSet found = select.executeQuery()) {
                return found.next();
            }
        }
    }
}
