package fundtrail.command;

import java.io.Serial;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The service does not start with these settings on this ledger. Said to whoever runs it, in the language of the system. */
public final class StartRefused extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Why. Texts: {@code start_*.properties}. */
    public enum Reason {
        /** {0} ledger: tokens of made-up people on a production ledger. */
        REHEARSAL_KEYS,
        /** {0} ledger: it can be opened only by secrets, and there is no folder for them. */
        SECRETS_FOLDER_MISSING,
        /** {0} folder, {1} permissions: others may write there. */
        SECRETS_FOLDER_OPEN,
        /** {0} ledger in the log, {1} ledger in the file. */
        ANOTHER_LEDGER,
        /** {0} purpose in the log, {1} purpose in the file. */
        ANOTHER_PURPOSE
    }

    private final Reason reason;
    private final String[] particulars;

    public StartRefused(Reason reason, Object... particulars) {
        this.reason = reason;
        this.particulars = Arrays.stream(particulars).map(String::valueOf).toArray(String[]::new);
    }

    public Reason reason() {
        return reason;
    }

    /** What, where and why. */
    public String what(Locale locale) {
        return say(".what", locale);
    }

    /** What now. */
    public String advice(Locale locale) {
        return say(".advice", locale);
    }

    private String say(String part, Locale locale) {
        Locale language = "zh".equals(locale.getLanguage()) ? Locale.CHINESE : Locale.ENGLISH;
        ResourceBundle texts = ResourceBundle.getBundle(
                "fundtrail.command.start", language, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        return new MessageFormat(texts.getString(reason + part), language).format(particulars);
    }

    @Override
    public String getMessage() {
        return what(Locale.getDefault()) + " " + advice(Locale.getDefault());
    }

    /** Has Spring Boot print the sentences in place of a stack trace. */
    static final class Analyzer extends AbstractFailureAnalyzer<StartRefused> {
        @Override
        protected FailureAnalysis analyze(Throwable rootFailure, StartRefused refused) {
            return new FailureAnalysis(refused.what(Locale.getDefault()), refused.advice(Locale.getDefault()), refused);
        }
    }
}
