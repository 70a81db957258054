package fundtrail.door;

import java.time.Duration;

/**
 * When an address is no longer listened to.
 *
 * @param refusals so many refused tokens, from 1
 * @param within   come within this time
 * @param closed   how long the door then stays closed to the address
 */
public record SignInLimit(int refusals, Duration within, Duration closed) {
    /** An office behind one address may mistype; whoever guesses is stopped soon. */
    public static final SignInLimit USUAL = new SignInLimit(20, Duration.ofMinutes(1), Duration.ofMinutes(5));

    public SignInLimit {
        if (refusals < 1 || !within.isPositive() || !closed.isPositive()) {
            throw new IllegalArgumentException("at least one refusal, and times longer than none");
        }
    }
}
