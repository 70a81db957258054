package fundtrail.door;

import static fundtrail.door.DoorRefused.Reason.PLAIN_HTTP;
import static fundtrail.door.DoorRefused.Reason.SETTING_WRONG;
import static fundtrail.door.DoorRefused.Reason.TLS_HALF_SET;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * How a door is set up; the same settings for both sides, each under its own prefix.
 *
 * @param prefix      what the settings' names begin with, such as {@code FUNDTRAIL_QUERY_}
 * @param tls         {@code null} for none
 * @param proxies     whose word on addresses is believed; naming one also says that TLS may end there
 * @param connections how many are held open at most; further ones wait to be accepted
 */
public record DoorSettings(
        String prefix, TlsFiles tls, Proxies proxies, SignInLimit signIn, Rate person, int connections) {
    private static final int CONNECTIONS = 2_000;

    /** Without TLS and proxies: for this machine alone. */
    public static DoorSettings local(String prefix, Rate person) {
        return from(prefix, person, _ -> null);
    }

    /**
     * @param person where {@code PERSON_BURST} and {@code PERSON_PERSECOND} are not set
     * @param lookup the value of a setting by its whole name, {@code null} for none
     * @throws DoorRefused when a setting cannot be read
     */
    public static DoorSettings from(String prefix, Rate person, UnaryOperator<String> lookup) {
        Values values = new Values(prefix, lookup);
        return new DoorSettings(
                prefix,
                tls(values),
                values.get("PROXIES", Proxies.NONE, "10.0.0.2,10.1.0.0/24", Proxies::of),
                new SignInLimit(
                        values.get("SIGNIN_REFUSALS", SignInLimit.USUAL.refusals(), "1…", DoorSettings::atLeastOne),
                        values.get("SIGNIN_WITHIN", SignInLimit.USUAL.within(), "PT1M", DoorSettings::positive),
                        values.get("SIGNIN_CLOSED", SignInLimit.USUAL.closed(), "PT5M", DoorSettings::positive)),
                new Rate(
                        values.get("PERSON_BURST", person.burst(), "1…", DoorSettings::atLeastOne),
                        values.get("PERSON_PERSECOND", person.perSecond(), "1…", DoorSettings::atLeastOne)),
                values.get("CONNECTIONS", CONNECTIONS, "1…", DoorSettings::atLeastOne));
    }

    private static TlsFiles tls(Values values) {
        Path certificate = values.get("TLS_CERTIFICATE", null, "/etc/…/chain.pem", Path::of);
        Path key = values.get("TLS_KEY", null, "/etc/…/key.pem", Path::of);
        if (certificate == null && key == null) {
            return null;
        }
        if (certificate == null || key == null) {
            throw new DoorRefused(TLS_HALF_SET, values.prefix());
        }
        return new TlsFiles(certificate, key);
    }

    /**
     * Tokens and payments are not for the open network: an address that can be reached from elsewhere needs TLS, or the
     * word that a proxy in front has it.
     *
     * @param listensOn {@code null} for every address of the machine
     * @throws DoorRefused when it has neither
     */
    public void requireGuarded(InetAddress listensOn) {
        boolean local = listensOn != null && listensOn.isLoopbackAddress();
        if (!local && tls == null && proxies.isEmpty()) {
            throw new DoorRefused(PLAIN_HTTP, listensOn == null ? "0.0.0.0" : listensOn.getHostAddress(), prefix);
        }
    }

    private static Integer atLeastOne(String text) {
        int number = Integer.parseInt(text);
        if (number < 1) {
            throw new IllegalArgumentException(text);
        }
        return number;
    }

    private static Duration positive(String text) {
        Duration duration = Duration.parse(text);
        if (!duration.isPositive()) {
            throw new IllegalArgumentException(text);
        }
        return duration;
    }

    private record Values(String prefix, UnaryOperator<String> lookup) {
        <T> T get(String name, T otherwise, String example, Function<String, T> reading) {
            String text = lookup.apply(prefix + name);
            if (text == null || text.isBlank()) {
                return otherwise;
            }
            try {
                return reading.apply(text.strip());
            } catch (IllegalArgumentException | DateTimeException unreadable) {
                throw new DoorRefused(SETTING_WRONG, prefix + name, text, example);
            }
        }
    }
}
