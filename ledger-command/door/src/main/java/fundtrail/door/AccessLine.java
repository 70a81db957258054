package fundtrail.door;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * The line a request leaves under the logger {@code access}: who asked what and how it ended, and nothing of what was
 * said: no query string, header, body or name.
 *
 * @param person the reference of a registered person; {@code null} while nobody is known
 * @param bytes  of the answer's content, as sent
 */
public record AccessLine(
        String correlation,
        String person,
        String client,
        String method,
        String path,
        String protocol,
        int status,
        long bytes,
        Duration took) {
    private static final Logger ACCESS = LoggerFactory.getLogger("access");
    private static final int LONGEST = 500;

    public void log() {
        try (var _ = MDC.putCloseable(Correlation.LOGGED, correlation)) {
            ACCESS.info("{}", this);
        }
    }

    @Override
    public String toString() {
        return "id=" + shown(correlation) + " person=" + shown(person) + " client=" + shown(client)
                + " method=" + shown(method) + " path=" + shown(withoutQuery(path)) + " protocol=" + shown(protocol)
                + " status=" + status + " bytes=" + Math.max(0, bytes) + " ms=" + took.toMillis();
    }

    private static String withoutQuery(String path) {
        int end = path == null ? -1 : path.indexOf('?');
        return end < 0 ? path : path.substring(0, end);
    }

    /** One word, whatever was sent: what is not visible ASCII is escaped as in an address, so nobody forges a line. */
    private static String shown(String text) {
        if (text == null || text.isEmpty()) {
            return "-";
        }
        StringBuilder shown = new StringBuilder();
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
            if (shown.length() >= LONGEST) {
                return shown.append("...").toString();
            }
            if (one > ' ' && one < 0x7f) {
                shown.append((char) one);
            } else {
                shown.append(String.format("%%%02X", one & 0xff));
            }
        }
        return shown.toString();
    }
}
