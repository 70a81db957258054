package fundtrail.command.open;

import fundtrail.command.people.RegistryRow;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Role;
import fundtrail.contract.fact.LedgerOpened.Division;
import fundtrail.contract.fact.LedgerOpened.Purpose;
import fundtrail.contract.id.PersonRef;
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

    /** One of the first two, by registry row and roles. */
    public record FirstPerson(PersonRef person, RegistryRow row, List<Role> roles) {}

    /** @throws IllegalArgumentException when it would open a ledger nobody could work in, or a false production one */
    public Opening {
        List<Role> roles = people.stream().flatMap(person -> person.roles().stream()).toList();
        if (people.size() != 2 || !roles.containsAll(List.of(Role.AD, Role.CA)) || roles.size() != 2) {
            throw new IllegalArgumentException(
                    "a ledger opens with two people: one administrator (AD) and one chief accountant (CA)");
        }
        if (purpose == Purpose.PRODUCTION && clock != null) {
            throw new IllegalArgumentException("a production ledger has no clock but the server's: leave \"clock\" out");
        }
        if (purpose == Purpose.REHEARSAL && !origin.startsWith("rehearsal.")) {
            throw new IllegalArgumentException(
                    "the origin of a rehearsal ledger begins with \"rehearsal.\", so that its proofs say what they are");
        }
    }
}
