package fundtrail.command.http;

import fundtrail.command.WritingSide;
import fundtrail.command.people.PeopleRegistry;
import fundtrail.contract.Role;
import fundtrail.contract.fact.RoleGranted;
import fundtrail.tokens.Bearer;
import fundtrail.tokens.TokenCheck;
import fundtrail.tokens.TokenRefused;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Collectors;

/** What every request passes first: is the token good, whose is it, what roles has he, is the content small enough. */
final class Door {
    private final TokenCheck tokens;
    private final PeopleRegistry people;
    private final WritingSide ledger;

    Door(TokenCheck tokens, PeopleRegistry people, WritingSide ledger) {
        this.tokens = tokens;
        this.people = people;
        this.ledger = ledger;
    }

    /** Who asks. */
    Caller caller(HttpServletRequest request) throws TokenRefused, SQLException {
        Bearer bearer = bearer(request);
        return people.bySubject(bearer.issuer(), bearer.subject())
                .map(found -> new Caller(bearer, found))
                .orElseThrow(() -> new TurnedAway(DoorCode.PERSON_UNKNOWN));
    }

    /** Whose token it is, registered or not. */
    Bearer bearer(HttpServletRequest request) throws TokenRefused {
        return tokens.check(request.getHeader("Authorization"));
    }

    /** Turns away whoever holds none of the roles now. */
    void requireRole(Caller caller, Set<Role> anyOf) {
        Set<Role> held = ledger.look(known -> known.people().grantsOf(caller.person())).join().stream()
                .map(RoleGranted::role)
                .collect(Collectors.toSet());
        if (held.stream().noneMatch(anyOf::contains)) {
            throw new TurnedAway(DoorCode.ROLE_MISSING).with("roles", anyOf);
        }
    }

    /** The request's content, at most {@code limit} bytes of it. */
    static byte[] content(HttpServletRequest request, int limit) throws IOException {
        if (request.getContentLengthLong() > limit) {
            throw tooLarge(limit);
        }
        try (InputStream in = request.getInputStream()) {
            byte[] bytes = in.readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw tooLarge(limit);
            }
            return bytes;
        }
    }

    private static TurnedAway tooLarge(int limit) {
        return new TurnedAway(DoorCode.TOO_LARGE).with("limit", limit / (1024 * 1024) + " MB");
    }
}
