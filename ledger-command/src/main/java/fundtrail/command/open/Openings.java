package fundtrail.command.open;

import fundtrail.command.StartRefused;
import fundtrail.command.StartRefused.Reason;
import fundtrail.command.WritingSide;
import fundtrail.command.people.PeopleRegistry;
import fundtrail.contract.fact.LedgerOpened;
import fundtrail.contract.fact.LedgerOpened.Purpose;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * How an empty log becomes a ledger: a rehearsal at once, from its file; a production ledger when its first two people have
 * bound their sign-ins ({@link ProductionOpening}).
 */
public final class Openings {
    private static final List<String> OPENING_FILE = List.of("FUNDTRAIL_OPENING");
    private static final List<String> FIRST_FACT = List.of("LedgerOpened");

    /**
     * What the installation is set to.
     *
     * @param file          the opening; {@code null}: nothing is opened here
     * @param secrets       the folder for a production ledger's secrets, or {@code null}
     * @param rehearsalKeys whether tokens of a rehearsal are believed
     */
    public record Settings(Path file, Path secrets, boolean rehearsalKeys) {}

    private final Settings settings;
    private final Opening opening;
    private final WritingSide ledger;
    private final PeopleRegistry people;
    private final DataSource database;
    private final Clock clock;
    private volatile ProductionOpening waiting;

    private Openings(Settings settings, Opening opening, WritingSide ledger, PeopleRegistry people, DataSource database, Clock clock) {
        this.settings = settings;
        this.opening = opening;
        this.ledger = ledger;
        this.people = people;
        this.database = database;
        this.clock = clock;
    }

    /**
     * Opens the ledger unless it is open already, or begins to wait for those who open it; where another node writes, once
     * this one has taken over.
     *
     * @throws IllegalArgumentException when the file is no opening; says what is wrong with it
     * @throws StartRefused             when the ledger is another one than the file's, or settings are a rehearsal's
     */
    public static Openings begin(Settings settings, WritingSide ledger, PeopleRegistry people, DataSource database, Clock clock)
            throws Exception {
        Opening opening = settings.file() == null ? null : Opening.read(settings.file());
        Openings openings = new Openings(settings, opening, ledger, people, database, clock);
        openings.refuseWhatDoesNotFit();
        ledger.onTakeOver(openings::begin);
        return openings;
    }

    private void begin() throws IOException, SQLException {
        refuseWhatDoesNotFit();
        if (ledger.ledger() != null) {
            ProductionOpening.forget(database, settings.secrets());
        } else if (opening != null && opening.isProduction()) {
            waiting = ProductionOpening.begin(opening, settings.secrets(), ledger, people, database, clock);
        } else if (opening != null) {
            ledger.open(new OpenLedger(FirstFacts.of(opening, first -> first.row().asWritten(), people), opening.clock())).join();
        }
    }

    private void refuseWhatDoesNotFit() {
        LedgerOpened open = ledger.ledger();
        refuseRehearsalKeys(settings, opening, open);
        if (open != null) {
            refuseAnother(opening, open);
        }
    }

    private static void refuseRehearsalKeys(Settings settings, Opening opening, LedgerOpened open) {
        if (settings.rehearsalKeys() && open != null && open.purpose() == Purpose.PRODUCTION) {
            throw new StartRefused(Reason.REHEARSAL_KEYS, open.ledgerId());
        }
        if (settings.rehearsalKeys() && opening != null && opening.isProduction()) {
            throw new StartRefused(Reason.REHEARSAL_KEYS, opening.ledgerId());
        }
    }

    private static void refuseAnother(Opening opening, LedgerOpened open) {
        if (opening != null && !open.ledgerId().equals(opening.ledgerId())) {
            throw new StartRefused(Reason.ANOTHER_LEDGER, open.ledgerId(), opening.ledgerId());
        }
        if (opening != null && open.purpose() != opening.purpose()) {
            throw new StartRefused(Reason.ANOTHER_PURPOSE, open.purpose(), opening.purpose());
        }
    }

    /**
     * What is missing until there is a ledger: AD or CA for a claim, FUNDTRAIL_OPENING for the opening file, LedgerOpened when
     * both have claimed and the database has not confirmed the opening; empty when it is open.
     */
    public List<String> awaited() {
        if (ledger.ledger() != null) {
            return List.of();
        }
        if (waiting == null) {
            return OPENING_FILE;
        }
        return waiting.awaited().isEmpty() ? FIRST_FACT : waiting.awaited();
    }

    /** Where the first two claim; empty when the ledger is open, or not to be opened here. */
    public Optional<ProductionOpening> waiting() {
        return ledger.ledger() == null ? Optional.ofNullable(waiting) : Optional.empty();
    }
}
