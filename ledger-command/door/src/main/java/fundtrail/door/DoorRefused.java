package fundtrail.door;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** A door does not open as it is set up. The start ends with this; its texts are for whoever installs the service. */
public final class DoorRefused extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private static final String CATALOGUE = "fundtrail.door.refused";

    /** Why, in the order in which it is looked at. */
    public enum Reason {
        /** {0} is the setting, {1} its value, {2} what it may be. */
        SETTING_WRONG,
        /** One of certificate and key is set without the other; {0} is the prefix of the settings. */
        TLS_HALF_SET,
        /** {0} is the file, {1} why. */
        TLS_FILE_UNREADABLE,
        /** Everybody on the machine may read the key {0}; {1} are its permissions. */
        TLS_KEY_OPEN,
        /** {0} is no chain of PEM certificates; {1} says why. */
        TLS_CERTIFICATE_MALFORMED,
        /** In {0}, certificate {1} is not issued by the one that follows it. */
        TLS_CHAIN_BROKEN,
        /** {0} holds no RSA or EC key in PKCS#8. */
        TLS_KEY_MALFORMED,
        /** The key in {1} is not that of the first certificate in {0}. */
        TLS_KEY_DIFFERS,
        /** The address {0} can be reached from elsewhere, and neither TLS nor a proxy is set; {1} is the prefix. */
        PLAIN_HTTP,
        /** TLS is set by the server's own properties, which are not watched; {0} is the prefix of the settings. */
        SERVER_SSL_SET
    }

    /** What is wrong, where and why; what to do now. */
    public record Text(String detail, String advice) {}

    private final Reason reason;
    private final transient Object[] particulars;

    public DoorRefused(Reason reason, Object... particulars) {
        super(reason.name());
        this.reason = reason;
        this.particulars = particulars;
    }

    public Reason reason() {
        return reason;
    }

    /** In Chinese where the locale's language is Chinese, else in English. */
    public Text text(Locale locale) {
        Locale language = "zh".equals(locale.getLanguage()) ? Locale.CHINESE : Locale.ENGLISH;
        ResourceBundle catalogue =
                ResourceBundle.getBundle(CATALOGUE, language, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        return new Text(filled(catalogue.getString(reason + ".detail"), language), filled(catalogue.getString(reason + ".advice"), language));
    }

    private String filled(String text, Locale language) {
        Object[] texts = new Object[particulars.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = String.valueOf(particulars[i]);
        }
        return new MessageFormat(text, language).format(texts);
    }

    /** In the language of the machine, so that it can be printed as it stands. */
    @Override
    public String getMessage() {
        Text text = text(Locale.getDefault());
        return text.detail() + " " + text.advice();
    }
}
