package fundtrail.query.http;

import fundtrail.contract.id.PersonRef;
import fundtrail.door.Client;
import fundtrail.door.DoorLimits;
import fundtrail.door.Proxies;
import fundtrail.query.access.Admission;
import fundtrail.query.access.Admission.Admitted;
import fundtrail.query.access.Admission.NoRole;
import fundtrail.query.access.Admission.NoToken;
import fundtrail.query.access.Admission.NotRegistered;
import fundtrail.query.access.Admission.RehearsalToken;
import fundtrail.query.access.Audience;
import fundtrail.query.access.Reader;
import fundtrail.tokens.TokenRefused;
import java.time.Duration;
import java.util.function.BiFunction;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/** Lets readers in: not from an address that guesses, not more often than one person may, and only whom a route is for. */
public final class Doorkeeper {
    /** The request's attribute with the reference of the person who asks, once that is known. */
    static final String PERSON = "fundtrail.person";

    private static final String REALM = "Bearer realm=\"fundtrail\"";

    private final BiFunction<String, Audience, Admission> access;
    private final DoorLimits limits;

    /** @param access decides who is behind an {@code Authorization} header, and whether the route is for them */
    public Doorkeeper(BiFunction<String, Audience, Admission> access, DoorLimits limits) {
        this.access = access;
        this.limits = limits;
    }

    Reader admit(Request request, Audience audience) {
        Client client = client(request, limits.proxies());
        Duration closed = limits.lockout().closedFor(client);
        if (closed.isPositive()) {
            long seconds = DoorLimits.seconds(closed);
            throw HttpProblem.of(ProblemCode.TOO_MANY_REFUSED_TOKENS, client.network(), Long.toString(seconds)).retryAfter(seconds);
        }
        Admission admission = access.apply(request.getHeaders().get(HttpHeader.AUTHORIZATION), audience);
        if (isRefused(admission)) {
            limits.lockout().refused(client);
        }
        return switch (admission) {
            case Admitted(Reader reader) -> {
                count(reader.person(), request);
                yield reader;
            }
            case NoRole(PersonRef person, Audience missing) -> {
                count(person, request);
                throw HttpProblem.told(ProblemCode.ROLE_MISSING, ProblemCode.ROLE_MISSING.name(), language ->
                        Catalogue.problem(ProblemCode.ROLE_MISSING, language, Catalogue.word("audience." + missing, language)));
            }
            case NoToken(TokenRefused refusal) -> throw refused(refusal);
            case RehearsalToken() -> throw HttpProblem.of(ProblemCode.REHEARSAL_TOKEN).with("WWW-Authenticate", REALM);
            case NotRegistered() -> throw HttpProblem.of(ProblemCode.PERSON_UNKNOWN);
        };
    }

    /** Whose connection it is, or who is behind one of our proxies. */
    static Client client(Request request, Proxies proxies) {
        return proxies.client(Request.getRemoteAddr(request), request.getHeaders().getValuesList(Proxies.HEADER));
    }

    /** Whether somebody tried a token that opens nothing and may be guessing. */
    private static boolean isRefused(Admission admission) {
        return switch (admission) {
            case NoToken(TokenRefused refusal) -> refusal.reason().isAGuess();
            case RehearsalToken() -> true;
            case NotRegistered() -> true;
            case NoRole _, Admitted _ -> false;
        };
    }

    private void count(PersonRef person, Request request) {
        request.setAttribute(PERSON, person.value());
        Duration wait = limits.persons().take(person.value());
        if (wait.isPositive()) {
            long seconds = DoorLimits.seconds(wait);
            throw HttpProblem.of(ProblemCode.TOO_MANY_READS, Long.toString(seconds)).retryAfter(seconds);
        }
    }

    /** RFC 6750, 3: no token at all is asked for one, without an error code; any other is told what is wrong with it. */
    private static HttpProblem refused(TokenRefused refusal) {
        boolean uncheckable = refusal.reason() == TokenRefused.Reason.KEYS_UNAVAILABLE;
        var problem = HttpProblem.told(
                uncheckable ? ProblemCode.TOKENS_UNCHECKABLE : ProblemCode.TOKEN_REFUSED,
                "TOKEN_" + refusal.reason(),
                language -> {
                    TokenRefused.Text text = refusal.text(language);
                    return new HttpProblem.Text(text.title(), text.detail(), text.advice());
                });
        if (uncheckable) {
            return problem.retryAfter(30);
        }
        return problem.with(
                "WWW-Authenticate",
                refusal.reason() == TokenRefused.Reason.MISSING
                        ? REALM
                        : REALM + ", error=\"invalid_token\", error_description=\"" + refusal.reason() + "\"");
    }
}
