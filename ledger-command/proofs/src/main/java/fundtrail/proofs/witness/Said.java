package fundtrail.proofs.witness;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** Sentences for whoever runs a witness, in the language of the system. */
final class Said {
    private Said() {}

    static String of(String key, Object... particulars) {
        return in(Locale.getDefault(), key, particulars);
    }

    static String in(Locale asked, String key, Object... particulars) {
        Locale language = "zh".equals(asked.getLanguage()) ? Locale.CHINESE : Locale.ENGLISH;
        ResourceBundle texts = ResourceBundle.getBundle("fundtrail.proofs.witness.witness", language,
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        return new MessageFormat(texts.getString(key), language).format(particulars);
    }
}
