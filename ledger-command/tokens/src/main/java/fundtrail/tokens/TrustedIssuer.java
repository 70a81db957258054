package fundtrail.tokens;

import java.net.URI;
import java.util.Set;

/**
 * The sign-in service whose tokens are believed: an OpenID Connect issuer. Its keys are found by discovery (OpenID Connect
 * Discovery 1.0, 4), unless {@code jwks} says where they are.
 *
 * @param issuer   the {@code iss} of its tokens, to the letter; an {@code https:} address. {@code http:} is for a network where
 *                 nobody can stand between: whoever can alter an answer of the issuer can sign in as anybody
 * @param audience what its tokens for this ledger have in {@code aud}
 * @param jwks     where its keys (RFC 7517, 5) are; {@code null}: where its metadata says
 * @param clients  the programs through which a person may have signed in: {@code azp}, or {@code client_id} (RFC 9068, 2.2)
 *                 where a token has no {@code azp}; empty: any to which the issuer gives tokens for this audience
 */
public record TrustedIssuer(String issuer, String audience, URI jwks, Set<String> clients) {

    /** Longest name, in characters: it stands in the people registry beside every subject. */
    private static final int LONGEST = 300;

    /** @throws IllegalArgumentException when no token could be believed on this ground; says what is wrong */
    public TrustedIssuer {
        if (issuer == null || issuer.isBlank()) throw new IllegalArgumentException("The issuer of tokens is not set.");
        if (issuer.length() > LONGEST) throw new IllegalArgumentException("The issuer of tokens has more than " + LONGEST + " characters.");
        if (audience == null || audience.isBlank()) throw new IllegalArgumentException("The audience of tokens is not set.");
        if (issuer.equals(RehearsalIssuer.ISSUER)) {
            throw new IllegalArgumentException("The issuer " + issuer + " is a rehearsal's own; name the folder of its key instead.");
        }
        if (jwks == null) {
            requireIssuerAddress(URI.create(issuer));
        } else if (!isWeb(jwks)) {
            throw new IllegalArgumentException("The keys of the issuer are at an https: or http: address, not at " + jwks);
        }
        clients = Set.copyOf(clients);
    }

    /** Keys by discovery, signed in through any client. */
    public static TrustedIssuer discovered(String issuer, String audience) {
        return new TrustedIssuer(issuer, audience, null, Set.of());
    }

    /** Where its metadata is (Discovery 4.1). */
    URI metadata() {
        return URI.create((issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer)
                + "/.well-known/openid-configuration");
    }

    /** Whether keys may be fetched there: never less safely than the metadata that names the address. */
    boolean mayHaveKeysAt(URI address) {
        return isWeb(address) && (address.getScheme().equals("https") || issuer.startsWith("http:"));
    }

    private static boolean isWeb(URI address) {
        return ("https".equals(address.getScheme()) || "http".equals(address.getScheme())) && address.getHost() != null;
    }

    /** Discovery 3: no query, no fragment. */
    private static void requireIssuerAddress(URI address) {
        if (!isWeb(address) || address.getRawQuery() != null || address.getRawFragment() != null || address.getUserInfo() != null) {
            throw new IllegalArgumentException(
                    "An issuer to be discovered is an https: or http: address without query and fragment, not " + address);
        }
    }
}
