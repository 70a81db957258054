package fundtrail.query;

import fundtrail.contract.id.PersonRef;
import fundtrail.door.DoorLimits;
import fundtrail.door.DoorSettings;
import fundtrail.query.access.Admission;
import fundtrail.query.access.Audience;
import fundtrail.query.access.Reader;
import fundtrail.query.access.Scope;
import fundtrail.query.http.Answer;
import fundtrail.query.http.ApiHandler;
import fundtrail.query.http.Doorkeeper;
import fundtrail.query.http.Route;
import fundtrail.query.http.Shape;
import fundtrail.tokens.RehearsalIssuer;
import fundtrail.tokens.TokenCheck;
import fundtrail.tokens.TokenRefused;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.LoggerFactory;

/** A reading side that has nothing behind its door: who comes in is told so. */
final class Doors {
    private record Welcome(String person) {}

    private Doors() {}

    static DoorSettings settings(Map<String, String> environment) {
        return DoorSettings.from(QuerySettings.DOOR, QuerySettings.READS, name -> environment.get(name.substring(QuerySettings.DOOR.length())));
    }

    /** For tests of something else, which may ask and be refused as often as they like. */
    static DoorSettings unhurried() {
        return settings(Map.of("SIGNIN_REFUSALS", "1000000", "PERSON_BURST", "1000000"));
    }

    /** Readers by the tokens of a rehearsal, whose subjects begin with p-; any other is not registered. */
    static QueryServer open(RehearsalIssuer issuer, DoorSettings settings, Clock limitsClock) {
        TokenCheck check = issuer.check(Clock.systemUTC());
        var routes = List.of(
                new Route("open", "/open", Audience.ANYONE, "open", List.of(), Shape.json(Welcome.class), _ -> {
                    LoggerFactory.getLogger(Doors.class).info("somebody is in");
                    return Answer.json(new Welcome("anyone"));
                }),
                new Route("in", "/in", Audience.READERS, "in", List.of(), Shape.json(Welcome.class),
                        ask -> Answer.json(new Welcome(ask.reader().person().value()))));
        var keeper = new Doorkeeper((header, _) -> admission(check, header), DoorLimits.of(settings, limitsClock));
        var server = new QueryServer("127.0.0.1", 0, settings, new ApiHandler(routes, keeper, new SimpleMeterRegistry()));
        server.start();
        return server;
    }

    private static Admission admission(TokenCheck check, String header) {
        try {
            String subject = check.check(header).subject();
            if (!subject.startsWith("p-")) {
                return new Admission.NotRegistered();
            }
            return new Admission.Admitted(new Reader(new PersonRef(subject), null, null, List.of(), List.of(),
                    new Scope(Set.of())));
        } catch (TokenRefused refused) {
            return new Admission.NoToken(refused);
        }
    }

    /** Says these bytes, and reads until the server closes the connection. */
    static String raw(int port, String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
