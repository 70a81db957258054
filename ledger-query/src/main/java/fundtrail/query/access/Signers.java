package fundtrail.query.access;

import fundtrail.contract.id.PersonRef;
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
 * Who people are, from the writing side's view {@code ledger.signer}. Kept for a minute, so that an erased name is gone
 * within one; who signs in as whom is kept for a day where the view cannot be read, so that reads outlive the writing side.
 */
public final class Signers {
    /** A row of the view. */
    public record Signer(PersonRef person, String name, String post) {}

    private record Subject(String issuer, String subject) {}

    private record Kept(Optional<Signer> signer, Instant since) {}

    private static final Logger LOG = LoggerFactory.getLogger(Signers.class);
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final Duration LONGEST_WITHOUT_THE_VIEW = Duration.ofDays(1);
    private static final int MOST_KEPT = 10_000;

    private final DataSource source;
    private final Clock clock;
    private final Map<Subject, Kept> bySubject = kept();
    private final Map<PersonRef, Kept> byPerson = kept();

    /** @param source connections to the writing side's database, by a role that may read the view */
    public Signers(DataSource source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    /** Who signs in with this issuer and subject. Nobody is remembered as unknown: registering takes effect at once. */
    public Optional<Signer> signedInAs(String issuer, String subject) {
        var key = new Subject(issuer, subject);
        Kept kept = get(bySubject, key);
        if (isYoungerThan(kept, FRESH)) {
            return kept.signer();
        }
        try {
            Optional<Signer> found = Sql.of(
                            "select person_ref, name, post from ledger.signer where issuer = ? and subject = ?", issuer, subject)
                    .one(source, Signers::signer);
            found.ifPresent(_ -> put(bySubject, key, found));
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
                Map<PersonRef, Signer> read = Sql.of("select person_ref, name, post from ledger.signer where person_ref = any(?)", unknown)
                        .list(source, Signers::signer)
                        .stream()
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

    private static Signer signer(ResultSet row) throws SQLException {
        return new Signer(new PersonRef(row.getString("person_ref")), row.getString("name"), row.getString("post"));
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
