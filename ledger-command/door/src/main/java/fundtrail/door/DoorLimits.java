package fundtrail.door;

import java.time.Clock;
import java.time.Duration;

/**
 * Who is at the door how often.
 *
 * @param proxies tells who is behind a request
 * @param lockout by address, while nobody is known yet
 * @param persons by person, once it is known who asks
 */
public record DoorLimits(Proxies proxies, SignInLockout lockout, Allowance persons) {
    public static DoorLimits of(DoorSettings settings, Clock clock) {
        return new DoorLimits(settings.proxies(), new SignInLockout(settings.signIn(), clock), new Allowance(settings.person(), clock));
    }

    /** For {@code Retry-After} (RFC 9110, 10.2.3): whole seconds, rounded up, so that whoever keeps to it is let in. */
    public static long seconds(Duration wait) {
        return Math.max(1, wait.plusSeconds(1).minusNanos(1).toSeconds());
    }
}
