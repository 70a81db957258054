package fundtrail.load.wire;

import java.nio.charset.StandardCharsets;

/**
 * What was answered.
 *
 * @param retryAfter seconds, as the server asks; 0 where it does not
 */
public record Reply(int status, int retryAfter, byte[] body) {
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
