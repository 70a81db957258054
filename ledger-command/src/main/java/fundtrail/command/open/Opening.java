package fundtrail.command.open;

import com.fasterxml.jackson.core.JacksonException;
import fundtrail.command.decide.Presence;
import fundtrail.contract.Json;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Role;
import fundtrail.contract.fact.LedgerOpened.Division;
import fundtrail.contract.fact.LedgerOpened.Purpose;
import fundtrail.contract.id.PersonRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * What a new ledger is opened with; read once, when the log is empty.
 *
 * @param clock  in a rehearsal, the recordedAt of the opening; absent: the server's clock
 * @param people the first administrator and the first chief accountant; everybody else is registered by these two
 */
public record Opening(
        String ledgerId,
        List<Division> divisions,
        String origin,
        Purpose purpose,
        ZoneId timeZone,
        @MayBeAbsent Instant clock,
        List<FirstPerson> people) {

    /** One of the first two, by what the registry will say and the one role. */
    public record FirstPerson(PersonRef person, FirstRow row, List<Role> roles) {
        public Role role() {
            return roles.getFirst();
        }
    }

    /** @throws IllegalArgumentException when it would open a ledger nobody could work in, or a false production one */
    public Opening {
        List<List<Role>> roles = people.stream().map(FirstPerson::roles).toList();
        if (roles.size() != 2 || !roles.containsAll(List.of(List.of(Role.AD), List.of(Role.CA)))) {
            throw new IllegalArgumentException(
                    "a ledger opens with two people: one administrator (AD) and one chief accountant (CA)");
        }
        if (people.stream().map(FirstPerson::person).distinct().count() != 2
                || people.stream().map(first -> first.row().employeeNumber()).distinct().count() != 2) {
            throw new IllegalArgumentException("the first two are two natural persons:"
                    + " each has a reference (\"person\") and an employee number of its own");
        }
        if (purpose == Purpose.PRODUCTION && clock != null) {
            throw new IllegalArgumentException("a production ledger has no clock but the server's: leave \"clock\" out");
        }
        if (purpose == Purpose.PRODUCTION && people.stream().anyMatch(first -> first.row().namesSignIn())) {
            throw new IllegalArgumentException("the people of a production ledger bind their own sign-in at the opening:"
                    + " leave \"issuer\" and \"subject\" out");
        }
        if (purpose == Purpose.REHEARSAL && people.stream().anyMatch(first -> first.row().subject() == null)) {
            throw new IllegalArgumentException("the people of a rehearsal sign in by their \"subject\": name it");
        }
        if (purpose == Purpose.REHEARSAL && !origin.startsWith("rehearsal.")) {
            throw new IllegalArgumentException(
                    "the origin of a rehearsal ledger begins with \"rehearsal.\", so that its proofs say what they are");
        }
    }

    /** @throws IllegalArgumentException when the file is no opening; says what is wrong with it */
    public static Opening read(Path file) throws IOException {
        try {
            Opening opening = Json.MAPPER.readValue(Files.readAllBytes(file), Opening.class);
            List<String> missing = Presence.missing(opening);
            if (!missing.isEmpty()) {
                throw new IllegalArgumentException("it leaves out " + String.join(", ", missing));
            }
            return opening;
        } catch (JacksonException e) {
            throw unusable(file, e.getCause() instanceof IllegalArgumentException rule ? rule.getMessage() : e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw unusable(file, e.getMessage(), e);
        }
    }

    private static IllegalArgumentException unusable(Path file, String why, Exception cause) {
        return new IllegalArgumentException("the opening " + file + " cannot be used: " + why, cause);
    }

    public boolean isProduction() {
        return purpose == Purpose.PRODUCTION;
    }

    /** The first person with this role: AD or CA. */
    public FirstPerson first(Role role) {
        return people.stream().filter(first -> first.role() == role).findFirst().orElseThrow();
    }
}
