package fundtrail.command.open;

/**
 * What one of the first two sends to bind a sign-in.
 *
 * @param secret as it was handed over; capitals, hyphens and spaces do not matter
 */
public record SecretClaim(String secret) {
    /** Without the secret: this may end in a log. */
    @Override
    public String toString() {
        return "a claim";
    }
}
