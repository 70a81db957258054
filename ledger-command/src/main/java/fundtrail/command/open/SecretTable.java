package fundtrail.command.open;

import fundtrail.contract.Role;
import fundtrail.contract.id.PersonRef;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Table {@code opening_secret}: two rows while a production ledger waits for its opening, none before and after. */
final class SecretTable {
    private final DataSource database;

    SecretTable(DataSource database) {
        this.database = database;
    }

    List<SecretSlot> slots() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return slots(connection, "");
        }
    }

    /** Puts these in the place of those of the same holders, all or none. */
    void put(List<SecretSlot> slots) throws SQLException {
        inTransaction(connection -> {
            try (PreparedStatement delete = connection.prepareStatement("delete from opening_secret where holder = ?");
                    PreparedStatement insert = connection.prepareStatement(
                            "insert into opening_secret (holder, person_ref, salt, hash, opening, expires_at) values (?, ?, ?, ?, ?, ?)")) {
                for (SecretSlot slot : slots) {
                    delete.setString(1, slot.holder().name());
                    delete.executeUpdate();
                    insert.setString(1, slot.holder().name());
                    insert.setString(2, slot.person().value());
                    insert.setString(3, slot.salt());
                    insert.setString(4, slot.hash());
                    insert.setString(5, slot.opening());
                    insert.setObject(6, OffsetDateTime.ofInstant(slot.expiresAt(), ZoneOffset.UTC));
                    insert.executeUpdate();
                }
            }
            return null;
        });
    }

    /** Decides a claim on the rows as they are and keeps what follows from it; one claim at a time. */
    Claim claim(OpeningSecret secret, String issuer, String subject, Instant now) throws SQLException {
        return inTransaction(connection -> {
            Claim claim = Claim.of(secret, issuer, subject, slots(connection, " for update"), now);
            switch (claim) {
                case Claim.Bound bound when !bound.before() -> update(connection,
                        "update opening_secret set issuer = ?, subject = ? where holder = ?",
                        issuer, subject, bound.holder().name());
                case Claim.Wrong wrong -> update(connection,
                        "update opening_secret set wrong_tries = wrong_tries + 1 where holder = ?", wrong.holder().name());
                default -> { }
            }
            return claim;
        });
    }

    void clear() throws SQLException {
        try (Connection connection = database.getConnection(); Statement delete = connection.createStatement()) {
            delete.executeUpdate("delete from opening_secret");
        }
    }

    private static void update(Connection connection, String sql, String... values) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                update.setString(i + 1, values[i]);
            }
            update.executeUpdate();
        }
    }

    private static List<SecretSlot> slots(Connection connection, String lock) throws SQLException {
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("select * from opening_secret order by holder" + lock)) {
            List<SecretSlot> slots = new ArrayList<>();
            while (row.next()) {
                slots.add(new SecretSlot(
                        Role.valueOf(row.getString("holder")), new PersonRef(row.getString("person_ref")),
                        row.getString("salt"), row.getString("hash"), row.getString("opening"),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant(), row.getInt("wrong_tries"),
                        row.getString("issuer"), row.getString("subject")));
            }
            return slots;
        }
    }

    /** Work that is kept whole or not at all. */
    @FunctionalInterface
    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T inTransaction(Work<T> work) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.on(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }
}
