package fundtrail.command.http;

import fundtrail.tokens.Bearer;
import java.time.Duration;
import java.time.Instant;

/** Under a signature, and where a sign-in is bound to a person, that person must be there now and not a token left behind. */
final class FreshSignIn {
    /** How old a sign-in may be. */
    static final Duration FRESH = Duration.ofMinutes(5);

    private FreshSignIn() {}

    /** Turns away a token whose sign-in is older, or that does not say when it was. */
    static void require(Bearer bearer, Instant now) {
        Instant authTime = bearer.authTime();
        if (authTime == null || authTime.isBefore(now.minus(FRESH))) {
            throw new TurnedAway(DoorCode.SIGN_IN_AGAIN)
                    .with("minutes", FRESH.toMinutes())
                    .with("authTime", authTime == null ? "–" : authTime);
        }
    }
}
