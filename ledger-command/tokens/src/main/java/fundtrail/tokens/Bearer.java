package fundtrail.tokens;

import java.time.Instant;
import java.util.Objects;

/**
 * Who presented a valid token. {@code issuer} and {@code subject} together name one person (RFC 7519, 4.1.1 and 4.1.2).
 *
 * @param authTime  when the person last proved who they are to the issuer (OpenID Connect Core 2, {@code auth_time});
 *                  null when the token does not say, and then nothing that asks for a fresh sign-in may be allowed
 * @param expiresAt the token's {@code exp}, without the tolerance for differing clocks
 */
public record Bearer(String issuer, String subject, Instant authTime, Instant expiresAt) {
    public Bearer {
        Objects.requireNonNull(issuer, "issuer");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(expiresAt, "expiresAt");
    }
}
