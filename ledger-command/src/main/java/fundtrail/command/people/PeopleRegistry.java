package fundtrail.command.people;

import fundtrail.contract.id.PersonRef;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import javax.sql.DataSource;

/** The people registry (人员库), outside the log: table {@code person}. */
public final class PeopleRegistry {
    /** A registered row and its hash. */
    public record Found(PersonRef person, RegistryRow row, String hash) {}

    private static final String UNIQUE_VIOLATION = "23505";

    private final DataSource database;
    private final String issuer;
    private final SecureRandom random = new SecureRandom();

    /** @param issuer the installation's own token issuer */
    public PeopleRegistry(DataSource database, String issuer) {
        this.database = database;
        this.issuer = issuer;
    }

    /**
     * Stores a person's row, or finds it there just so.
     *
     * @return the row's hash for PersonRegistered; empty when the reference, employee number or subject is taken by
     *     another row
     */
    public Optional<String> put(PersonRef person, RegistryRow wished) throws SQLException {
        RegistryRow row = wished.issuedBy(issuer);
        byte[] salt = new byte[16];
        random.nextBytes(salt);
        String hex = HexFormat.of().formatHex(salt);
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        """
                        insert into person (person_ref, salt, name, post, employee_number, issuer, subject)
                        values (?, ?, ?, ?, ?, ?, ?)""")) {
            insert.setString(1, person.value());
            insert.setString(2, hex);
            insert.setString(3, row.name());
            insert.setString(4, row.post());
            insert.setString(5, row.employeeNumber());
            insert.setString(6, row.issuer());
            insert.setString(7, row.subject());
            insert.executeUpdate();
            return Optional.of(row.hash(hex));
        } catch (SQLException e) {
            if (!UNIQUE_VIOLATION.equals(e.getSQLState())) {
                throw e;
            }
            return find("person_ref = ?", person.value()).filter(found -> found.row().equals(row)).map(Found::hash);
        }
    }

    /** Erases a person's row; for one that no fact refers to. */
    public void erase(PersonRef person) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement("delete from person where person_ref = ?")) {
            delete.setString(1, person.value());
            delete.executeUpdate();
        }
    }

    /** Whose token it is; empty when nobody's. */
    public Optional<Found> bySubject(String issuer, String subject) throws SQLException {
        return find("issuer = ? and subject = ?", issuer, subject);
    }

    public Optional<Found> byRef(PersonRef person) throws SQLException {
        return find("person_ref = ?", person.value());
    }

    private Optional<Found> find(String condition, String... values) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select person_ref, salt, name, post, employee_number, issuer, subject from person where "
                                + condition)) {
            for (int i = 0; i < values.length; i++) {
                select.setString(i + 1, values[i]);
            }
            try (ResultSet found = select.executeQuery()) {
                if (!found.next()) {
                    return Optional.empty();
                }
                RegistryRow row = new RegistryRow(
                        found.getString("name"), found.getString("post"), found.getString("employee_number"),
                        found.getString("issuer"), found.getString("subject"));
                return Optional.of(new Found(
                        new PersonRef(found.getString("person_ref")), row, row.hash(found.getString("salt"))));
            }
        }
    }
}
