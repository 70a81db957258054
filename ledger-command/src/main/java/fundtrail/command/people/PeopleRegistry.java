package fundtrail.command.people;

import fundtrail.contract.Digest;
import fundtrail.contract.id.PersonRef;
import fundtrail.people.Particulars;
import fundtrail.people.PeopleKey;
import fundtrail.people.SealBroken;
import fundtrail.people.SealedPerson;
import fundtrail.people.SealedSigner;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The people registry (人员库), outside the log: table {@code person}, each row sealed under a key of its own. */
public final class PeopleRegistry {
    /**
     * A person's row.
     *
     * @param hash of the row as it is now; where somebody changed a sealed row, of what is there instead, and so never
     *             the registered one
     */
    public record Found(PersonRef person, String hash) {}

    private record Opened(RegistryRow row, String hash) {}

    private static final Logger LOG = LoggerFactory.getLogger(PeopleRegistry.class);
    private static final String ROW =
            "select person_ref, number_index, subject_index, wrapped_key, signer, rest from person where wrapped_key is not null and ";

    private final DataSource database;
    private final String issuer;
    private final PeopleKey key;
    private final SecureRandom random = new SecureRandom();

    /**
     * The registry in a database; the first key it is used with is its key for ever.
     *
     * @param issuer the installation's own token issuer
     * @throws fundtrail.people.KeyUnusable when the registry is sealed with another key
     */
    public PeopleRegistry(DataSource database, String issuer, PeopleKey key) throws SQLException {
        this.database = database;
        this.issuer = issuer;
        this.key = key;
        update("insert into people_key (fingerprint) values (?) on conflict do nothing", key.fingerprint());
        for (byte[] fingerprint : query("select fingerprint from people_key", row -> row.getBytes("fingerprint"))) {
            key.requireFingerprint(fingerprint);
        }
    }

    /**
     * Stores a person's row, or finds it there just so; either way it is as young as this call.
     *
     * @return the row's hash for PersonRegistered; empty when the reference, employee number or subject is taken by
     *     another row, or was before its person was erased
     */
    public Optional<String> put(PersonRef person, RegistryRow wished) throws SQLException {
        RegistryRow row = wished.issuedBy(issuer);
        String salt = salt();
        if (insert(key.seal(person.value(), row.with(salt)))) {
            return Optional.of(row.hash(salt));
        }
        Optional<String> before = justSo(person, row);
        return before.isPresent() && !keep(person) ? put(person, wished) : before;
    }

    /** Whose token it is; empty when nobody's. */
    public Optional<Found> bySubject(String issuer, String subject) throws SQLException {
        return find("subject_index = ?", key.subjectIndex(issuer, subject)).map(this::found);
    }

    /** The person's row; empty when there is none or it was erased. */
    public Optional<Found> byRef(PersonRef person) throws SQLException {
        return find("person_ref = ?", person.value()).map(this::found);
    }

    /** Makes the row as young as this call, so that nobody erases it as forgotten; false when there is none. */
    public boolean keep(PersonRef person) throws SQLException {
        return update("update person set stored_at = clock_timestamp() where person_ref = ? and wrapped_key is not null",
                person.value()) == 1;
    }

    /** Removes a person's row, and any trace; for one that no fact refers to. */
    public void remove(PersonRef person) throws SQLException {
        update("delete from person where person_ref = ?", person.value());
    }

    /** Destroys who these people were, as far as that is still there. What remains keeps their numbers from coming back. */
    void erase(Collection<PersonRef> people) throws SQLException {
        int erased = people.isEmpty() ? 0 : update(
                """
                update person set subject_index = null, wrapped_key = null, signer = null, rest = null
                where person_ref = any(?) and wrapped_key is not null""", people);
        if (erased > 0) {
            LOG.info("erased who {} of {} people were", erased, people.size());
        }
    }

    /** Rows that nobody stored, or asked to be kept, for so long. By the database's clock. */
    List<PersonRef> untouchedFor(Duration age) throws SQLException {
        return query("select person_ref from person where wrapped_key is not null and stored_at < clock_timestamp() - ?::interval",
                row -> new PersonRef(row.getString("person_ref")), age.toString());
    }

    /** Removes the rows of these people, and any trace, except those that were kept meanwhile. */
    void remove(Collection<PersonRef> people, Duration age) throws SQLException {
        int removed = people.isEmpty() ? 0 : update(
                "delete from person where person_ref = any(?) and stored_at < clock_timestamp() - ?::interval", people, age.toString());
        if (removed > 0) {
            LOG.info("removed {} rows of the people registry that nobody registered in time", removed);
        }
    }

    private boolean insert(SealedPerson sealed) throws SQLException {
        SealedSigner signer = sealed.signer();
        return update(
                """
                insert into person (person_ref, number_index, subject_index, wrapped_key, signer, rest)
                values (?, ?, ?, ?, ?, ?) on conflict do nothing""",
                sealed.person(), sealed.numberIndex(), signer.subjectIndex(), signer.wrappedKey(), signer.signer(), sealed.rest()) == 1;
    }

    private Optional<String> justSo(PersonRef person, RegistryRow row) throws SQLException {
        Optional<SealedPerson> sealed = find("person_ref = ?", person.value());
        try {
            return sealed.isEmpty()
                    ? Optional.empty()
                    : Optional.of(opened(sealed.get())).filter(before -> before.row().equals(row)).map(Opened::hash);
        } catch (SealBroken e) {
            LOG.error("the people registry was changed behind the ledger's back: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private Found found(SealedPerson sealed) {
        PersonRef person = new PersonRef(sealed.person());
        try {
            return new Found(person, opened(sealed).hash());
        } catch (SealBroken e) {
            LOG.error("the people registry was changed behind the ledger's back: {}", e.getMessage());
            SealedSigner signer = sealed.signer();
            return new Found(person, Digest.sha256(
                    signer.subjectIndex(), signer.wrappedKey(), signer.signer(), sealed.numberIndex(), sealed.rest()));
        }
    }

    private Opened opened(SealedPerson sealed) throws SealBroken {
        Particulars particulars = key.open(sealed);
        RegistryRow row = RegistryRow.of(particulars);
        return new Opened(row, row.hash(particulars.salt()));
    }

    private Optional<SealedPerson> find(String condition, Object value) throws SQLException {
        return query(ROW + condition,
                row -> new SealedPerson(
                        new SealedSigner(row.getString("person_ref"), row.getBytes("subject_index"),
                                row.getBytes("wrapped_key"), row.getBytes("signer")),
                        row.getBytes("number_index"),
                        row.getBytes("rest")),
                value).stream().findFirst();
    }

    private String salt() {
        byte[] salt = new byte[16];
        random.nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }

    @FunctionalInterface
    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> List<T> query(String sql, Reading<T> reading, Object... values) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepared(connection, sql, values);
                ResultSet found = statement.executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (found.next()) {
                rows.add(reading.of(found));
            }
            return rows;
        }
    }

    private int update(String sql, Object... values) throws SQLException {
        try (Connection connection = database.getConnection(); PreparedStatement statement = prepared(connection, sql, values)) {
            return statement.executeUpdate();
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof Collection<?> people) {
                statement.setArray(i + 1, connection.createArrayOf("text", people.stream().map(String::valueOf).toArray()));
            } else {
                statement.setObject(i + 1, values[i]);
            }
        }
        return statement;
    }
}
