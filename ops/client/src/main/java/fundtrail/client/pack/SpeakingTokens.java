package fundtrail.client.pack;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Everybody's bearer token, signed anew while it is still fresh enough to sign with (five minutes on the writing side). */
final class SpeakingTokens {
    private static final Duration FRESH = Duration.ofMinutes(2);

    private record Token(String text, Instant signedAt) {}

    private final UnaryOperator<String> signing;
    private final InstantSource clock;
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    /** @param signing a token, just signed in, for a subject */
    SpeakingTokens(UnaryOperator<String> signing, InstantSource clock) {
        this.signing = signing;
        this.clock = clock;
    }

    String of(String subject) {
        Instant now = clock.instant();
        return tokens.compute(subject, (who, known) ->
                known != null && known.signedAt().plus(FRESH).isAfter(now) ? known : new Token(signing.apply(who), now)).text();
    }
}
