package fundtrail.command.people;

import fundtrail.contract.id.PersonRef;
import fundtrail.people.SealedPerson;
import fundtrail.people.SealedSigner;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Tables {@code person}, each person's row, and {@code person_waiting}, rows that may take its place: what is done to
 * them, one statement a method.
 */
record PersonTables(Statements database) {
    /** A row that waits, by the hash a registration will name. */
    record Waiting(String hash, SealedPerson sealed) {}

    /** Of the transactions that take it one goes after the other; "person" in ASCII, apart from the writer's own lock. */
    private static final long LOCK = 0x70_65_72_73_6f_6eL;

    private static final String CURRENT =
            "select person_ref, number_index, subject_index, wrapped_key, signer, rest from person where wrapped_key is not null and ";

    /**
     * Waits until no other transaction is at this point. Whatever touches both tables begins so: no subject is given to
     * two people by two who look at once, and no two wait for each other.
     */
    void oneAtATime() throws SQLException {
        database.query("select pg_advisory_xact_lock(?)", row -> null, LOCK);
    }

    Optional<SealedPerson> bySubject(byte[] subjectIndex) throws SQLException {
        return current("subject_index = ?", subjectIndex);
    }

    Optional<SealedPerson> byRef(PersonRef person) throws SQLException {
        return current("person_ref = ?", person.value());
    }

    /** The same, and nobody removes it before the transaction ends. */
    Optional<SealedPerson> held(PersonRef person) throws SQLException {
        return current("person_ref = ? for update", person.value());
    }

    private Optional<SealedPerson> current(String condition, Object value) throws SQLException {
        return database.query(CURRENT + condition, PersonTables::sealed, value).stream().findFirst();
    }

    /** The rows that wait for a person who has one; nobody removes them before the transaction ends. */
    List<Waiting> waiting(PersonRef person) throws SQLException {
        return database.query(
                """
                select w.registry_hash, w.person_ref, p.number_index, w.subject_index, w.wrapped_key, w.signer, w.rest
                from person_waiting w join person p using (person_ref)
                where w.person_ref = ? and p.wrapped_key is not null for update of w""",
                row -> new Waiting(row.getString("registry_hash"), sealed(row)),
                person.value());
    }

    /** Rows that wait for any of these people. */
    List<PeopleRegistry.Found> waiting(Collection<PersonRef> people) throws SQLException {
        return database.query("select person_ref, registry_hash from person_waiting where person_ref = any(?)",
                PersonTables::named, people);
    }

    List<PeopleRegistry.Found> waiting() throws SQLException {
        return database.query("select person_ref, registry_hash from person_waiting", PersonTables::named);
    }

    /** False when the reference, the number or the subject is taken, or the reference or number was. */
    boolean insert(SealedPerson sealed) throws SQLException {
        SealedSigner signer = sealed.signer();
        return database.update(
                """
                insert into person (person_ref, number_index, subject_index, wrapped_key, signer, rest)
                select ?, ?, ?, ?, ?, ? where not exists (select from person_waiting where subject_index = ?)
                on conflict do nothing""",
                sealed.person(), sealed.numberIndex(), signer.subjectIndex(), signer.wrappedKey(), signer.signer(),
                sealed.rest(), signer.subjectIndex()) == 1;
    }

    /** False when the subject is, or may become, another person's. */
    boolean insertWaiting(String hash, SealedPerson sealed) throws SQLException {
        SealedSigner signer = sealed.signer();
        return database.update(
                """
                insert into person_waiting (registry_hash, person_ref, subject_index, wrapped_key, signer, rest)
                select ?, ?, ?, ?, ?, ?
                where not exists (select from person where subject_index = ? and person_ref <> ?)
                and not exists (select from person_waiting where subject_index = ? and person_ref <> ?)""",
                hash, sealed.person(), signer.subjectIndex(), signer.wrappedKey(), signer.signer(), sealed.rest(),
                signer.subjectIndex(), sealed.person(), signer.subjectIndex(), sealed.person()) == 1;
    }

    /** The waiting row takes the place of the person's row, whose data key is gone; false when there is no such row. */
    boolean replace(PersonRef person, String hash) throws SQLException {
        return database.update(
                """
                with next as (delete from person_waiting where registry_hash = ? and person_ref = ?
                              returning person_ref, subject_index, wrapped_key, signer, rest)
                update person set subject_index = next.subject_index, wrapped_key = next.wrapped_key,
                                  signer = next.signer, rest = next.rest
                from next where person.person_ref = next.person_ref and person.wrapped_key is not null""",
                hash, person.value()) == 1;
    }

    /** As young as this statement; false when there is no such row. */
    boolean keep(PersonRef person) throws SQLException {
        return database.update("update person set stored_at = clock_timestamp() where person_ref = ? and wrapped_key is not null",
                person.value()) == 1;
    }

    boolean keepWaiting(String hash) throws SQLException {
        return database.update("update person_waiting set stored_at = clock_timestamp() where registry_hash = ?", hash) == 1;
    }

    void remove(PersonRef person) throws SQLException {
        database.update("delete from person where person_ref = ?", person.value());
    }

    /** @return how many people that was still to be done for */
    int erase(Collection<PersonRef> people) throws SQLException {
        database.update("delete from person_waiting where person_ref = any(?)", people);
        return database.update(
                """
                update person set subject_index = null, wrapped_key = null, signer = null, rest = null
                where person_ref = any(?) and wrapped_key is not null""", people);
    }

    List<PersonRef> untouchedFor(Duration age) throws SQLException {
        return database.query("select person_ref from person where wrapped_key is not null and stored_at < clock_timestamp() - ?::interval",
                row -> new PersonRef(row.getString("person_ref")), age.toString());
    }

    List<PeopleRegistry.Found> waitingUntouchedFor(Duration age) throws SQLException {
        return database.query("select person_ref, registry_hash from person_waiting where stored_at < clock_timestamp() - ?::interval",
                PersonTables::named, age.toString());
    }

    int removeOld(Collection<PersonRef> people, Duration age) throws SQLException {
        return database.update("delete from person where person_ref = any(?) and stored_at < clock_timestamp() - ?::interval",
                people, age.toString());
    }

    int removeOldWaiting(Collection<String> hashes, Duration age) throws SQLException {
        return database.update("delete from person_waiting where registry_hash = any(?) and stored_at < clock_timestamp() - ?::interval",
                hashes, age.toString());
    }

    private static SealedPerson sealed(ResultSet row) throws SQLException {
        return new SealedPerson(
                new SealedSigner(row.getString("person_ref"), row.getBytes("subject_index"),
                        row.getBytes("wrapped_key"), row.getBytes("signer")),
                row.getBytes("number_index"),
                row.getBytes("rest"));
    }

    private static PeopleRegistry.Found named(ResultSet row) throws SQLException {
        return new PeopleRegistry.Found(new PersonRef(row.getString("person_ref")), row.getString("registry_hash"));
    }
}
