package fundtrail.command.http;

import fundtrail.command.WritingSide;
import fundtrail.command.people.PeopleRegistry;
import fundtrail.contract.Role;
import fundtrail.contract.fact.RoleGranted;
import fundtrail.door.Client;
import fundtrail.door.DoorLimits;
import fundtrail.door.Proxies;
import fundtrail.tokens.Bearer;
import fundtrail.tokens.TokenCheck;
import fundtrail.tokens.TokenRefused;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What every request passes first: is the token good, whose is it, what roles has he, is the content small enough. */
final class Door {
    /** The request's attribute with the reference of the person who asks, once that is known. */
    static final String PERSON = "fundtrail.person";
    /** How long the content of a request is waited for. */
    static final Duration CONTENT = Duration.ofMinutes(2);

    /** What {@link DoorValve} runs when a request has been answered. */
    static final String AFTERWARDS = "fundtrail.afterwards";

    /**
     * How much content is held in memory at once, for all callers together, in KiB: some eight documents of the greatest
     * size, or one batch of the greatest size for each of a dozen clerks.
     */
    private static final int ROOM_KIB = 160 * 1024;

    private static final Duration LONGEST_WAIT_FOR_ROOM = Duration.ofSeconds(5);
    private static final int CHUNK_BYTES = 16 * 1024;

    private final TokenCheck tokens;
    private final PeopleRegistry people;
    private final WritingSide ledger;
    private final DoorLimits limits;
    private final ContentRoom room = new ContentRoom(ROOM_KIB, LONGEST_WAIT_FOR_ROOM);

    Door(TokenCheck tokens, PeopleRegistry people, WritingSide ledger, DoorLimits limits) {
        this.tokens = tokens;
        this.people = people;
        this.ledger = ledger;
        this.limits = limits;
    }

    /** Who asks; turned away when too many tokens were refused from there, or the person asks too often. */
    Caller caller(HttpServletRequest request) throws TokenRefused, SQLException {
        Bearer bearer = bearer(request);
        Optional<PeopleRegistry.Found> found = people.bySubject(bearer.issuer(), bearer.subject());
        if (found.isEmpty()) {
            limits.lockout().refused(client(request, limits.proxies()));
            throw new TurnedAway(DoorCode.PERSON_UNKNOWN);
        }
        Caller caller = new Caller(bearer, found.get());
        request.setAttribute(PERSON, caller.person().value());
        Duration wait = limits.persons().take(caller.person().value());
        if (wait.isPositive()) {
            throw new TurnedAway(DoorCode.TOO_MANY_WISHES).until(wait);
        }
        return caller;
    }

    /** Whose token it is, registered or not; turned away when too many tokens were refused from there. */
    Bearer bearer(HttpServletRequest request) throws TokenRefused {
        Client client = client(request, limits.proxies());
        Duration closed = limits.lockout().closedFor(client);
        if (closed.isPositive()) {
            throw new TurnedAway(DoorCode.TOO_MANY_REFUSED_TOKENS).with("address", client.network()).until(closed);
        }
        try {
            return tokens.check(request.getHeader("Authorization"));
        } catch (TokenRefused refused) {
            if (refused.reason().isAGuess()) {
                limits.lockout().refused(client);
            }
            throw refused;
        }
    }

    /** Whose connection it is, or who is behind one of our proxies. */
    static Client client(HttpServletRequest request, Proxies proxies) {
        return proxies.client(request.getRemoteAddr(), Collections.list(request.getHeaders(Proxies.HEADER)));
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

    /** The request's content, at most {@code limit} bytes of it, within {@link #CONTENT}; once a request. */
    byte[] content(HttpServletRequest request, int limit) throws IOException {
        if (request.getContentLengthLong() > limit) {
            throw tooLarge(limit);
        }
        ContentRoom.Share share = room.share();
        Runnable afterwards = share::giveBack;
        request.setAttribute(AFTERWARDS, afterwards);
        try (InputStream in = request.getInputStream()) {
            return content(in, limit, InstantSource.system(), share);
        }
    }

    static byte[] content(InputStream in, int limit, InstantSource clock, ContentRoom.Share share) throws IOException {
        Instant end = clock.instant().plus(CONTENT);
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK_BYTES];
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            if (content.size() + read > limit) {
                throw tooLarge(limit);
            }
            if (clock.instant().isAfter(end)) {
                throw new TurnedAway(DoorCode.TOO_SLOW).with("seconds", CONTENT.toSeconds());
            }
            share.hold(content.size() + read);
            content.write(chunk, 0, read);
        }
        return content.toByteArray();
    }

    private static TurnedAway tooLarge(int limit) {
        return new TurnedAway(DoorCode.TOO_LARGE).with("limit", limit / (1024 * 1024) + " MB");
    }
}
