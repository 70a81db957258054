package fundtrail.command.http;

import fundtrail.command.WritingSide;
import fundtrail.command.gate.Signers;
import fundtrail.command.people.PeopleRegistry;
import fundtrail.command.people.RegistryRow;
import fundtrail.command.registerperson.RegisterPerson;
import fundtrail.contract.Json;
import fundtrail.contract.Role;
import fundtrail.contract.id.PersonRef;
import fundtrail.tokens.TokenRefused;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code PUT /people/<personRef>}: a person's registry row is stored before the ledger registers the person; another row
 * of somebody who has one waits beside it until the ledger does. {@code GET}: whoever signs a registration reads first
 * what he signs for.
 */
@RestController
final class PeopleController {
    private static final int MAX_BYTES = 1024 * 1024;
    private static final Set<Role> KEEPERS = EnumSet.of(Role.AD, Role.AU);

    /** @param registryHash what RegisterPerson names */
    private record Stored(PersonRef person, String registryHash) {}

    /** @param rows the row in use first, then those that wait */
    private record Rows(PersonRef person, List<PeopleRegistry.Shown> rows) {}

    private final WritingSide ledger;
    private final Door door;
    private final PeopleRegistry people;
    private final Clock clock;

    PeopleController(WritingSide ledger, Door door, PeopleRegistry people, Clock clock) {
        this.ledger = ledger;
        this.door = door;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping("/people/{person}")
    ResponseEntity<byte[]> get(@PathVariable("person") String person, HttpServletRequest request) throws SQLException, TokenRefused {
        requireSigner(door.caller(request));
        PersonRef ref = ref(person);
        List<PeopleRegistry.Shown> rows = people.rows(ref);
        if (rows.isEmpty()) {
            throw new TurnedAway(DoorCode.ADDRESS_UNKNOWN).with("address", request.getRequestURI());
        }
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(Json.canonical(new Rows(ref, rows)));
    }

    /** Administrators and auditors, and whoever could sign a registration. */
    private void requireSigner(Caller caller) {
        boolean signs = ledger.look(known -> known.people().holds(caller.person(), KEEPERS) || Signers.include(
                caller.person(), RegisterPerson.class.getSimpleName(), null, known.dateOf(clock.instant()), known)).join();
        if (!signs) {
            throw new TurnedAway(DoorCode.ROLE_MISSING).with("roles", KEEPERS);
        }
    }

    @PutMapping("/people/{person}")
    ResponseEntity<byte[]> put(@PathVariable("person") String person, HttpServletRequest request)
            throws IOException, SQLException, TokenRefused {
        door.requireRole(door.caller(request), Set.of(Role.AD));
        PersonRef ref = ref(person);
        RegistryRow row = WishReader.read(door.content(request, MAX_BYTES), RegistryRow.class);
        String hash = people.put(ref, row).orElseThrow(
                () -> new TurnedAway(DoorCode.PERSON_TAKEN).with("person", ref));
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(Json.canonical(new Stored(ref, hash)));
    }

    private static PersonRef ref(String person) {
        try {
            return new PersonRef(person);
        } catch (IllegalArgumentException e) {
            throw new TurnedAway(DoorCode.PARAMETER_WRONG)
                    .with("name", "personRef").with("value", person).with("why", e.getMessage());
        }
    }
}
