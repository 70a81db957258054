package fundtrail.command.open;

import com.fasterxml.jackson.core.JacksonException;
import fundtrail.command.WritingSide;
import fundtrail.command.authority.DefaultMatrix;
import fundtrail.command.authority.DefaultRules;
import fundtrail.command.decide.Presence;
import fundtrail.command.open.Opening.FirstPerson;
import fundtrail.command.people.PeopleRegistry;
import fundtrail.contract.Fact;
import fundtrail.contract.Json;
import fundtrail.contract.Role;
import fundtrail.contract.fact.LedgerOpened;
import fundtrail.contract.fact.PersonRegistered;
import fundtrail.contract.fact.RoleGranted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Opens a ledger from a file: the first two people into the registry, then positions 0 and following in one append. */
public final class Openings {
    private Openings() {}

    /**
     * Opens the ledger unless it is open already.
     *
     * @throws IllegalArgumentException when the file is no opening; says what is wrong with it
     * @throws IllegalStateException    when the ledger is open and is another one than the file's
     */
    public static void open(Path file, WritingSide ledger, PeopleRegistry people) throws IOException, SQLException {
        Opening opening = read(file);
        LedgerOpened open = ledger.ledger();
        if (open == null) {
            ledger.open(new OpenLedger(facts(opening, people), opening.clock())).join();
        } else if (!open.ledgerId().equals(opening.ledgerId())) {
            throw new IllegalStateException("this data folder or database holds the ledger \"" + open.ledgerId()
                    + "\", not \"" + opening.ledgerId() + "\"; choose another one (ops/run --home DIR)");
        }
    }

    private static Opening read(Path file) throws IOException {
        try {
            Opening opening = Json.MAPPER.readValue(Files.readAllBytes(file), Opening.class);
            List<String> missing = Presence.missing(opening);
            if (!missing.isEmpty()) {
                throw new IllegalArgumentException("it leaves out " + String.join(", ", missing));
            }
            return opening;
        } catch (JacksonException | IllegalArgumentException e) {
            throw new IllegalArgumentException("the opening " + file + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static List<Fact> facts(Opening opening, PeopleRegistry people) throws SQLException {
        List<Fact> facts = new ArrayList<>();
        facts.add(new LedgerOpened(
                opening.ledgerId(), opening.divisions(), opening.origin(), opening.purpose(), opening.timeZone()));
        for (FirstPerson first : opening.people()) {
            String hash = people.put(first.person(), first.row()).orElseThrow(() -> new IllegalStateException(
                    "the people registry already has another row for " + first.person() + " or its number or subject"));
            facts.add(new PersonRegistered(first.person(), hash));
            for (Role role : first.roles()) {
                for (LedgerOpened.Division division : opening.divisions()) {
                    facts.add(new RoleGranted(first.person(), role, division.code(), null));
                }
            }
        }
        facts.add(DefaultRules.ruleSet());
        facts.add(DefaultMatrix.matrix());
        return facts;
    }
}
