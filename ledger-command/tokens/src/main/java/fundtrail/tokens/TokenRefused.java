package fundtrail.tokens;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** A token was not accepted. The texts are for the caller; they never contain the token or any part of its signature. */
public final class TokenRefused extends Exception {

    /**
     * Why, in the order in which it is looked at: what costs nothing first. Nothing a token says in its own favour is believed
     * before its signature holds.
     */
    public enum Reason {
        /** No {@code Authorization} header. */
        MISSING,
        /** Not {@code Bearer} and a signed JWT of at most {@link TokenCheck#LONGEST} characters with the claims this ledger needs. */
        MALFORMED,
        /** {@code alg: none} (RFC 8725, 3.2). */
        UNSIGNED,
        /** Signed, but by an algorithm other than RS256, PS256 or ES256. */
        WRONG_ALGORITHM,
        /** {@code iss} is another issuer's. */
        WRONG_ISSUER,
        /** The issuer's keys could not be had; nothing is known about the token. Answer 503, not 401. */
        KEYS_UNAVAILABLE,
        /** The issuer publishes no such key. */
        UNKNOWN_KEY,
        /** The key is the issuer's, the signature is not that key's. */
        WRONG_SIGNATURE,
        /** {@code aud} does not have this ledger's audience. */
        WRONG_AUDIENCE,
        /** {@code azp} is no program through which people sign in here. */
        WRONG_CLIENT,
        /** {@code exp} has passed by more than the tolerated difference of clocks. */
        EXPIRED,
        /** {@code nbf}, {@code iat} or {@code auth_time} lies ahead by more than the tolerated difference of clocks. */
        NOT_YET_VALID;

        /**
         * Whether somebody may be guessing. No token at all guesses nothing; keys that cannot be had prove nothing; and a
         * token the issuer did sign, now expired, is a program somebody forgot.
         */
        public boolean isAGuess() {
            return this != MISSING && this != KEYS_UNAVAILABLE && this != EXPIRED;
        }
    }

    /** What a person is told: what happened; where and why; what to do now. */
    public record Text(String title, String detail, String advice) { }

    private static final String CATALOGUE = "fundtrail.tokens.refusals";

    private final Reason reason;
    private final transient Object[] particulars;

    TokenRefused(Reason reason, Object... particulars) {
        super(reason.name());
        this.reason = reason;
        this.particulars = particulars;
    }

    public Reason reason() {
        return reason;
    }

    /** In Chinese where the locale's language is Chinese, else in English. */
    public Text text(Locale locale) {
        var language = "zh".equals(locale.getLanguage()) ? Locale.CHINESE : Locale.ENGLISH;
        var catalogue = ResourceBundle.getBundle(CATALOGUE, language, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        return new Text(
                catalogue.getString(reason + ".title"),
                new MessageFormat(catalogue.getString(reason + ".detail"), language).format(particulars),
                catalogue.getString(reason + ".advice"));
    }

    @Override
    public String getMessage() {
        var text = text(Locale.ENGLISH);
        return reason + ": " + text.detail() + " " + text.advice();
    }
}
