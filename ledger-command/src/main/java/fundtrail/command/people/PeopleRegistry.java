package fundtrail.command.people;

import fundtrail.command.people.PersonTables.Waiting;
import fundtrail.contract.Digest;
import fundtrail.contract.id.PersonRef;
import fundtrail.people.Particulars;
import fundtrail.people.PeopleKey;
import fundtrail.people.SealBroken;
import fundtrail.people.SealedPerson;
import fundtrail.people.SealedSigner;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The people registry (人员库), outside the log, each row sealed under a key of its own. A person has one row, by which he
 * signs. Others with the same employee number may wait: a new post, name or sign-in is stored beside the row it shall
 * replace, and does so when a fact names it.
 */
public final class PeopleRegistry {
    /**
     * A person's row.
     *
     * @param hash of the row as it is now; where somebody changed a sealed row, of what is there instead, and so never
     *             the registered one
     */
    public record Found(PersonRef person, String hash) {}

    /** What {@link #keep} found. */
    public enum Kept {
        /** The row, current or waiting, which is now as young as that call. */
        KEPT,
        /** The person has no row with this hash. */
        ANOTHER,
        /** The person has no row. */
        NONE
    }

    /**
     * A row as those see it who sign for it.
     *
     * @param registryHash what RegisterPerson names
     * @param inUse        whether the person signs in by it; else it waits
     */
    public record Shown(String registryHash, boolean inUse, RegistryRow row) {}

    private record Opened(RegistryRow row, String hash) {}

    private static final Logger LOG = LoggerFactory.getLogger(PeopleRegistry.class);

    private final DataSource database;
    private final String issuer;
    private final PeopleKey key;
    private final SecureRandom random = new SecureRandom();
    private final RecentSignIns recent;

    /**
     * The registry in a database; the first key it is used with is its key for ever.
     *
     * @param issuer the installation's own token issuer
     * @param moment for how long {@link #bySubject} may answer with what it found before
     * @throws fundtrail.people.KeyUnusable when the registry is sealed with another key
     */
    public PeopleRegistry(DataSource database, String issuer, PeopleKey key, Duration moment) throws SQLException {
        this.database = database;
        this.issuer = issuer;
        this.key = key;
        this.recent = new RecentSignIns(moment);
        List<byte[]> fingerprints = Statements.each(database, statements -> {
            statements.update("insert into people_key (fingerprint) values (?) on conflict do nothing", key.fingerprint());
            return statements.query("select fingerprint from people_key", row -> row.getBytes("fingerprint"));
        });
        fingerprints.forEach(key::requireFingerprint);
    }

    /**
     * Stores a person's row, or finds it there just so; either way it is as young as this call. Where the person has
     * another row, this one waits beside it.
     *
     * @return the row's hash for PersonRegistered; empty when the reference has another employee number or was an erased
     *     person's, when the number is or was another's, or when the subject is another's, be it in a waiting row
     */
    public Optional<String> put(PersonRef person, RegistryRow wished) throws SQLException {
        RegistryRow row = wished.issuedBy(issuer);
        return together(tables -> {
            tables.oneAtATime();
            Optional<SealedPerson> current = tables.held(person);
            if (current.isPresent()) {
                return beside(current.get(), person, row, tables);
            }
            String salt = salt();
            return tables.insert(key.seal(person.value(), row.with(salt))) ? Optional.of(row.hash(salt)) : Optional.empty();
        });
    }

    private Optional<String> beside(SealedPerson current, PersonRef person, RegistryRow row, PersonTables tables) throws SQLException {
        Optional<Opened> now = unbroken(current);
        String salt = salt();
        SealedPerson sealed = key.seal(person.value(), row.with(salt));
        if (now.isEmpty() || !Arrays.equals(current.numberIndex(), sealed.numberIndex())) {
            return Optional.empty();
        }
        if (now.get().row().equals(row)) {
            tables.keep(person);
            return Optional.of(now.get().hash());
        }
        for (Waiting waiting : tables.waiting(person)) {
            if (unbroken(waiting.sealed()).filter(before -> before.row().equals(row)).isPresent()) {
                tables.keep(person);
                tables.keepWaiting(waiting.hash());
                return Optional.of(waiting.hash());
            }
        }
        String hash = row.hash(salt);
        return tables.insertWaiting(hash, sealed) && tables.keep(person) ? Optional.of(hash) : Optional.empty();
    }

    /** Whose token it is, or was a moment ago; empty when nobody's. Nobody is found by a row that waits. */
    public Optional<Found> bySubject(String issuer, String subject) throws SQLException {
        return recent.found(issuer, subject, () -> each(tables -> tables.bySubject(key.subjectIndex(issuer, subject))).map(this::found));
    }

    /** The person's row; empty when there is none or it was erased. */
    public Optional<Found> byRef(PersonRef person) throws SQLException {
        return each(tables -> tables.byRef(person)).map(this::found);
    }

    /** The person's row and those that wait beside it, as far as they open; none where there is none or it was erased. */
    public List<Shown> rows(PersonRef person) throws SQLException {
        return each(tables -> {
            List<Shown> rows = new ArrayList<>();
            tables.byRef(person).flatMap(this::unbroken).ifPresent(row -> rows.add(new Shown(row.hash(), true, row.row())));
            for (Waiting waiting : tables.waiting(person)) {
                unbroken(waiting.sealed()).ifPresent(row -> rows.add(new Shown(row.hash(), false, row.row())));
            }
            return List.copyOf(rows);
        });
    }

    /** Makes the person's row with this hash, current or waiting, as young as this call, so that nobody removes it as forgotten. */
    public Kept keep(PersonRef person, String hash) throws SQLException {
        return each(tables -> {
            Optional<SealedPerson> current = tables.byRef(person);
            if (current.isEmpty() || !tables.keep(person)) {
                return Kept.NONE;
            }
            if (found(current.get()).hash().equals(hash)) {
                return Kept.KEPT;
            }
            boolean waits = tables.waiting(person).stream()
                    .anyMatch(waiting -> waiting.hash().equals(hash) && found(waiting.sealed()).hash().equals(hash));
            return waits && tables.keepWaiting(hash) ? Kept.KEPT : Kept.ANOTHER;
        });
    }

    /** Removes a person's row, and any trace; for one that no fact refers to. */
    public void remove(PersonRef person) throws SQLException {
        each(tables -> {
            tables.remove(person);
            return null;
        });
        recent.forget();
    }

    /** Rows that wait for any of these people. */
    List<Found> waiting(Collection<PersonRef> people) throws SQLException {
        return people.isEmpty() ? List.of() : each(tables -> tables.waiting(people));
    }

    /** All rows that wait. */
    List<Found> waiting() throws SQLException {
        return each(PersonTables::waiting);
    }

    /** Puts each row that waits, as far as it still does, in the place of its person's row, which is destroyed. */
    void replace(Collection<Found> registered) throws SQLException {
        for (Found row : registered) {
            boolean replaced = together(tables -> {
                tables.oneAtATime();
                return tables.replace(row.person(), row.hash());
            });
            if (replaced) {
                recent.forget();
                LOG.info("the row of {} in the people registry is now the one registered last", row.person());
            }
        }
    }

    /** Destroys who these people were, as far as that is still there. What remains keeps their numbers from coming back. */
    void erase(Collection<PersonRef> people) throws SQLException {
        int erased = people.isEmpty() ? 0 : together(tables -> {
            tables.oneAtATime();
            return tables.erase(people);
        });
        if (erased > 0) {
            recent.forget();
            LOG.info("erased who {} of {} people were", erased, people.size());
        }
    }

    /** People whose row nobody stored, or asked to be kept, for so long. By the database's clock. */
    List<PersonRef> untouchedFor(Duration age) throws SQLException {
        return each(tables -> tables.untouchedFor(age));
    }

    /** Rows that have waited for so long without anybody asking for them. */
    List<Found> waitingUntouchedFor(Duration age) throws SQLException {
        return each(tables -> tables.waitingUntouchedFor(age));
    }

    /** Removes the rows of these people, those that wait, and any trace, except of people whose row was kept meanwhile. */
    void remove(Collection<PersonRef> people, Duration age) throws SQLException {
        told(people.isEmpty() ? 0 : each(tables -> tables.removeOld(people, age)));
        recent.forget();
    }

    /** Removes these waiting rows except those that were kept meanwhile. */
    void removeWaiting(Collection<Found> rows, Duration age) throws SQLException {
        told(rows.isEmpty() ? 0 : each(tables -> tables.removeOldWaiting(rows.stream().map(Found::hash).toList(), age)));
    }

    private static void told(int removed) {
        if (removed > 0) {
            LOG.info("removed {} rows of the people registry that nobody registered in time", removed);
        }
    }

    private Found found(SealedPerson sealed) {
        SealedSigner signer = sealed.signer();
        return new Found(new PersonRef(sealed.person()), unbroken(sealed).map(Opened::hash).orElseGet(() -> Digest.sha256(
                signer.subjectIndex(), signer.wrappedKey(), signer.signer(), sealed.numberIndex(), sealed.rest())));
    }

    /** The row; empty when somebody changed what was sealed. */
    private Optional<Opened> unbroken(SealedPerson sealed) {
        try {
            Particulars particulars = key.open(sealed);
            RegistryRow row = RegistryRow.of(particulars);
            return Optional.of(new Opened(row, row.hash(particulars.salt())));
        } catch (SealBroken e) {
            LOG.error("the people registry was changed behind the ledger's back: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private String salt() {
        byte[] salt = new byte[16];
        random.nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(PersonTables tables) throws SQLException;
    }

    private <T> T each(Work<T> work) throws SQLException {
        return Statements.each(database, statements -> work.on(new PersonTables(statements)));
    }

    private <T> T together(Work<T> work) throws SQLException {
        return Statements.together(database, statements -> work.on(new PersonTables(statements)));
    }
}
