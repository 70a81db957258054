package fundtrail.query.journal;

import java.io.Writer;
import java.util.function.Function;

/** A program for plain-text accounting, and how a journal reads for it. */
public enum JournalFormat {
    HLEDGER("hledger", LedgerText::new),
    LEDGER("ledger", LedgerText::new),
    BEANCOUNT("beancount", BeancountText::new);

    private final String extension;
    private final Function<Writer, JournalText> text;

    JournalFormat(String extension, Function<Writer, JournalText> text) {
        this.extension = extension;
        this.text = text;
    }

    /** What the names of its files end with. */
    public String extension() {
        return extension;
    }

    public JournalText on(Writer out) {
        return text.apply(out);
    }

    /** @throws IllegalArgumentException when it is none; capitals or not */
    public static JournalFormat of(String name) {
        return valueOf(name.toUpperCase(java.util.Locale.ROOT));
    }
}
