package fundtrail.query.read;

import fundtrail.contract.Account;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/**
 * The field's terms in a journal. The same in every language its reader may speak: what is handed out has one hash, and is
 * made again from its address alone.
 */
final class JournalTerms {
    private static final Properties TERMS = read();

    private JournalTerms() {}

    static String account(Account account) {
        return TERMS.getProperty("account." + account, account.name());
    }

    /** A space and the term; nothing where the fact is newer than the terms. */
    static String fact(String type) {
        String term = TERMS.getProperty("fact." + type);
        return term == null ? "" : " " + term;
    }

    private static Properties read() {
        var terms = new Properties();
        try (Reader file = new InputStreamReader(
                JournalTerms.class.getResourceAsStream("/fundtrail/query/journal_terms_zh.properties"), StandardCharsets.UTF_8)) {
            terms.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the terms of journals cannot be read", e);
        }
        return terms;
    }
}
