package fundtrail.command.http;

import fundtrail.command.people.PeopleRegistry;
import fundtrail.command.people.RegistryRow;
import fundtrail.contract.Json;
import fundtrail.contract.Role;
import fundtrail.contract.id.PersonRef;
import fundtrail.tokens.TokenRefused;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code PUT /people/<personRef>}: a person's registry row is stored before the ledger registers the person; another
 * row of somebody who has one waits beside it until the ledger does. */
@RestController
final class PeopleController {
    private static final int MAX_BYTES = 1024 * 1024;

    /** @param registryHash what RegisterPerson names */
    private record Stored(PersonRef person, String registryHash) {}

    private final Door door;
    private final PeopleRegistry people;

    PeopleController(Door door, PeopleRegistry people) {
        this.door = door;
        this.people = people;
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
