package fundtrail.query.journal;

import fundtrail.contract.Money;
import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;

/**
 * A journal that hledger ({@code check --strict}) and Ledger ({@code --strict --pedantic}) both accept: commodity, accounts and
 * tags are declared first, and a last transaction of zeros asserts every balance.
 */
final class LedgerText extends JournalText {
    LedgerText(Writer out) {
        super(out);
    }

    @Override
    public void heading(Collection<String> remarks) throws IOException {
        for (String remark : remarks) {
            line("; ", text(remark));
        }
        line();
        line("commodity CNY");
        line(INDENT, "format 1000.00 CNY");
        line();
        for (String tag : TAGS) {
            line("tag ", tag);
        }
        line();
    }

    @Override
    public void accounts(SortedMap<JournalAccount, String> names, LocalDate from) throws IOException {
        for (Map.Entry<JournalAccount, String> account : names.entrySet()) {
            line("account ", name(account.getKey()));
            line(INDENT, "note ", text(account.getValue()));
        }
        line();
    }

    @Override
    public void closing(LocalDate day, SortedMap<JournalAccount, Money> balances) throws IOException {
        line(day.toString(), " * closing balances 期末余额");
        for (Map.Entry<JournalAccount, Money> balance : balances.entrySet()) {
            line(INDENT, name(balance.getKey()), "  0 CNY = ", amount(balance.getValue()));
        }
        line();
    }

    @Override
    void tag(String indent, String name, String value) throws IOException {
        line(indent, "; ", name, ": ", text(value).replace(',', '，'));
    }

    @Override
    String name(JournalAccount account) {
        return account.name(account.kind());
    }

    /** Without the characters by which either program ends a text or begins something else in it. */
    @Override
    String text(String text) {
        return text.replace(';', '；').replace('|', '｜').replace('[', '［').replace(']', '］').replaceAll("\\p{Cntrl}+|\\s{2,}", " ");
    }
}
