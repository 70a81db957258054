package fundtrail.command.open;

import fundtrail.command.StartRefused;
import fundtrail.command.StartRefused.Reason;
import fundtrail.command.WritingSide;
import fundtrail.command.open.Opening.FirstPerson;
import fundtrail.command.people.PeopleRegistry;
import fundtrail.command.people.RegistryRow;
import fundtrail.contract.Digest;
import fundtrail.contract.Fact;
import fundtrail.contract.Json;
import fundtrail.contract.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A production ledger while it waits: its first administrator and first chief accountant each bind their own sign-in with a
 * one-time secret, and with the second claim the ledger is opened in one append. Every step is kept in the database before
 * the next, and each can be taken again: whatever is killed, the next start goes on from there.
 */
public final class ProductionOpening {
    /** How long a secret can be claimed. */
    static final Duration VALID = Duration.ofDays(7);

    private static final Logger LOG = LoggerFactory.getLogger(ProductionOpening.class);

    private final Opening opening;
    private final SecretTable table;
    private final SecretFiles files;
    private final WritingSide ledger;
    private final PeopleRegistry people;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private volatile List<String> awaited = List.of();

    private ProductionOpening(
            Opening opening, SecretTable table, SecretFiles files, WritingSide ledger, PeopleRegistry people, Clock clock) {
        this.opening = opening;
        this.table = table;
        this.files = files;
        this.ledger = ledger;
        this.people = people;
        this.clock = clock;
    }

    /** Waits for the claims; makes the secrets that are not there. Where both were claimed, opens the ledger. */
    static ProductionOpening begin(
            Opening opening, Path folder, WritingSide ledger, PeopleRegistry people, DataSource database, Clock clock)
            throws IOException, SQLException {
        if (folder == null) {
            throw new StartRefused(Reason.SECRETS_FOLDER_MISSING, opening.ledgerId());
        }
        ProductionOpening waiting = new ProductionOpening(
                opening, new SecretTable(database), SecretFiles.in(folder), ledger, people, clock);
        waiting.begin();
        return waiting;
    }

    /** Takes away what an opening left that was killed right after its last step. Secrets in a folder are useless by now. */
    static void forget(DataSource database, Path folder) throws SQLException {
        new SecretTable(database).clear();
        try {
            if (folder != null) {
                SecretFiles.leftIn(folder).remove();
            }
        } catch (IOException e) {
            LOG.warn("what may be left of the opening's secrets in {} cannot be removed: {}", folder, e.toString());
        }
    }

    /**
     * One of the first two claims; with the second claim the ledger is open when this returns.
     *
     * @param issuer  of the claimer's token
     * @param subject of the claimer's token, from a fresh sign-in
     */
    public Claim claim(OpeningSecret secret, String issuer, String subject) throws SQLException {
        oneAtATime.lock();
        try {
            if (ledger.ledger() != null) {
                return new Claim.TooLate();
            }
            Claim claim = table.claim(secret, issuer, subject, clock.instant());
            log(claim, secret.holder());
            if (claim instanceof Claim.Bound) {
                openIfAllClaimed(table.slots());
            }
            return claim;
        } finally {
            oneAtATime.unlock();
        }
    }

    /** AD, CA: whose claims are missing; empty while the ledger is being opened. */
    public List<String> awaited() {
        return awaited;
    }

    public FirstPerson first(Role role) {
        return opening.first(role);
    }

    private void begin() throws IOException, SQLException {
        List<SecretSlot> slots = table.slots();
        if (!slots.stream().allMatch(slot -> slot.opening().equals(hash(slot.salt())))) {
            LOG.warn("the opening file is another one than the secrets were made for: they and the claims made with them are void");
            slots = voided(slots);
        } else if (files.isRenewalAsked()) {
            LOG.warn("renewal was asked for: the secrets made before and the claims made with them are void");
            slots = voided(slots);
        }
        makeMissing(slots);
        files.renewed();
        openIfAllClaimed(table.slots());
    }

    /** With nobody's claim left, no row of the registry made for one may stay either. */
    private List<SecretSlot> voided(List<SecretSlot> slots) throws SQLException {
        for (SecretSlot slot : slots) {
            people.remove(slot.person());
        }
        table.clear();
        return List.of();
    }

    /** The file first: a secret nobody could read would wait in vain, one that is not in the database binds nobody. */
    private void makeMissing(List<SecretSlot> slots) throws IOException, SQLException {
        Instant now = clock.instant();
        List<SecretSlot> made = new ArrayList<>();
        for (Role holder : List.of(Role.AD, Role.CA)) {
            if (slots.stream().anyMatch(slot -> slot.holder() == holder && !slot.isExpired(now))) {
                continue;
            }
            OpeningSecret secret = OpeningSecret.fresh(holder, random);
            files.write(secret);
            byte[] salt = new byte[16];
            random.nextBytes(salt);
            String hex = HexFormat.of().formatHex(salt);
            made.add(new SecretSlot(holder, opening.first(holder).person(), hex, secret.hash(hex), hash(hex),
                    now.plus(VALID), 0, null, null));
            LOG.info("the secret of the first {} lies in {} and is good until {}; hand it over in person",
                    holder, files.of(holder), now.plus(VALID));
        }
        table.put(made);
    }

    private void openIfAllClaimed(List<SecretSlot> slots) throws SQLException {
        awaited = slots.stream().filter(slot -> !slot.isClaimed()).map(slot -> slot.holder().name()).toList();
        if (!awaited.isEmpty()) {
            LOG.info("the ledger {} waits for its opening: claims awaited of {}", opening.ledgerId(), awaited);
            return;
        }
        List<Fact> facts = FirstFacts.of(opening, first -> bound(first, slots), people);
        if (ledger.open(new OpenLedger(facts, null)).join()) {
            LOG.info("the production ledger {} is open", opening.ledgerId());
        }
        try {
            table.clear();
            files.remove();
        } catch (SQLException | IOException e) {
            LOG.warn("the ledger is open; what is left of its secrets is removed at the next start: {}", e.toString());
        }
    }

    private static RegistryRow bound(FirstPerson first, List<SecretSlot> slots) {
        SecretSlot slot = slots.stream().filter(one -> one.holder() == first.role()).findFirst().orElseThrow();
        return first.row().signingInAs(slot.issuer(), slot.subject());
    }

    private String hash(String salt) {
        return Digest.sha256(salt.getBytes(StandardCharsets.UTF_8), Json.canonical(opening));
    }

    private void log(Claim claim, Role holder) {
        switch (claim) {
            case Claim.Bound bound -> LOG.info("the first {} has claimed{}", holder, bound.before() ? ", once more" : "");
            case Claim.Wrong wrong -> LOG.warn("a wrong secret was tried for {}; {} more before claims close", holder, wrong.left());
            default -> LOG.warn("a claim for {} was refused: {}", holder, claim);
        }
    }
}
