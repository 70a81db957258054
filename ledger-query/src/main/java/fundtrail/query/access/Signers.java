package fundtrail.query.access;

import fundtrail.contract.id.PersonRef;
import fundtrail.people.PeopleKey;
import fundtrail.people.SealBroken;
import fundtrail.people.SealedSigner;
import fundtrail.query.store.Sql;
import fundtrail.query.store.StoreFailure;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who people are, from the writing side's view {@code ledger.signer}, whose rows are sealed one by one. Kept for a minute,
 * so that an erased name is gone within one; who signs in as whom is kept for a day where the view cannot be read, so that
 * reads outlive the writing side.
 */
public final class Signers {
    /** A row of the view, opened. */
    public record Signer(PersonRef person, String name, String post) {}

    private record Subject(String issuer, String subject) {}

    private record Kept(Optional<Signer> signer, Instant since) {}

    private static final Logger LOG = LoggerFactory.getLogger(Signers.class);
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final Duration LONGEST_WITHOUT_THE_VIEW = Duration.ofDays(1);
    private static final int MOST_KEPT = 10_000;
    private static final String SEALED = "select person_ref, subject_index, wrapped_key, signer from ledger.signer where ";

    private final DataSource source;
    private final PeopleKey key;
    private final Clock clock;
    private volatile boolean keyIsRight;
    private final Map<Subject, Kept> bySubject = kept();
    private final Map<PersonRef, Kept> byPerson = kept();

    /**
     * @param source connections to the writing side's database, by a role that may read the view
     * @param key    the key the view's rows are sealed with
     */
    public Signers(DataSource source, PeopleKey key, Clock clock) {
        this.source = source;
        this.key = key;
        this.clock = clock;
    }

    /**
     * Holds the key against the registry's; where the registry cannot be read yet, the first look into it does.
     *
     * @throws fundtrail.people.KeyUnusable when the registry is sealed with another key
     */
    public void checkKey() {
        try {
            requireRightKey();
        } catch (StoreFailure away) {
            LOG.warn("the people registry cannot be read yet, so its key is checked later: {}", away.getMessage());
        }
    }

    private void requireRightKey() {
        if (!keyIsRight) {
            Sql.of("select fingerprint from ledger.people_key").one(source, row -> row.getBytes("fingerprint")).ifPresent(fingerprint -> {
                key.requireFingerprint(fingerprint);
                keyIsRight = true;
            });
        }
    }

    /** Who signs in with this issuer and subject. Nobody is remembered as unknown: registering takes effect at once. */
    public Optional<Signer> signedInAs(String issuer, String subject) {
        var one = new Subject(issuer, subject);
        Kept kept = get(bySubject, one);
        if (isYoungerThan(kept, FRESH)) {
            return kept.signer();
        }
        try {
            Optional<Signer> found = read("subject_index = ?", key.subjectIndex(issuer, subject)).stream().findFirst();
            found.ifPresent(_ -> put(bySubject, one, found));
            return found;
        } catch (StoreFailure away) {
            if (isYoungerThan(kept, LONGEST_WITHOUT_THE_VIEW)) {
                LOG.warn("the view of signers cannot be read; a sign-in known before is used: {}", away.getMessage());
                return kept.signer();
            }
            throw away;
        }
    }

    /** Names and posts, as far as they are known; a signature stands without them too. */
    public Map<PersonRef, Signer> named(Collection<PersonRef> people) {
        List<PersonRef> unknown = people.stream().distinct().filter(person -> !isYoungerThan(get(byPerson, person), FRESH)).toList();
        if (!unknown.isEmpty()) {
            try {
                Map<PersonRef, Signer> read = read("person_ref = any(?)", unknown).stream()
                        .collect(Collectors.toMap(Signer::person, Function.identity()));
                unknown.forEach(person -> put(byPerson, person, Optional.ofNullable(read.get(person))));
            } catch (StoreFailure away) {
                LOG.warn("the view of signers cannot be read; signatures are shown without names: {}", away.getMessage());
            }
        }
        Map<PersonRef, Signer> known = new HashMap<>();
        for (PersonRef person : people) {
            Kept kept = get(byPerson, person);
            if (isYoungerThan(kept, FRESH)) {
                kept.signer().ifPresent(signer -> known.put(person, signer));
            }
        }
        return known;
    }

    private List<Signer> read(String condition, Object argument) {
        requireRightKey();
        return Sql.of(SEALED + condition, argument).list(source, Signers::sealed).stream().flatMap(row -> opened(row).stream()).toList();
    }

    private static SealedSigner sealed(ResultSet row) throws SQLException {
        return new SealedSigner(
                row.getString("person_ref"), row.getBytes("subject_index"), row.getBytes("wrapped_key"), row.getBytes("signer"));
    }

    /** Who does not open is nobody: somebody changed the row. */
    private Optional<Signer> opened(SealedSigner sealed) {
        try {
            fundtrail.people.Signer signer = key.open(sealed);
            return Optional.of(new Signer(new PersonRef(sealed.person()), signer.name(), signer.post()));
        } catch (SealBroken broken) {
            LOG.error("the people registry was changed behind the ledger's back: {}", broken.getMessage());
            return Optional.empty();
        }
    }

    private boolean isYoungerThan(Kept kept, Duration age) {
        return kept != null && clock.instant().isBefore(kept.since().plus(age));
    }

    private static <K> Kept get(Map<K, Kept> map, K key) {
        synchronized (map) {
            return map.get(key);
        }
    }

    private <K> void put(Map<K, Kept> map, K key, Optional<Signer> signer) {
        synchronized (map) {
            map.put(key, new Kept(signer, clock.instant()));
        }
    }

    private static <K> Map<K, Kept> kept() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, Kept> eldest) {
                return size() > MOST_KEPT;
            }
        };
    }
}
