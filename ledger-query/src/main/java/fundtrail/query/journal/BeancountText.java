package fundtrail.query.journal;

import fundtrail.contract.Money;
import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;

/**
 * A journal that bean-check accepts. Beancount knows five kinds of account, so the budgetary book is a branch of Equity; it
 * forgives half a fen unless told not to, and looks at a balance at the start of a day.
 */
final class BeancountText extends JournalText {
    BeancountText(Writer out) {
        super(out);
    }

    @Override
    public void heading(Collection<String> remarks) throws IOException {
        for (String remark : remarks) {
            line("; ", remark.replaceAll("\\p{Cntrl}+", " "));
        }
        line();
        line("option \"operating_currency\" \"CNY\"");
        line("option \"inferred_tolerance_default\" \"CNY:0\"");
        line("option \"inferred_tolerance_multiplier\" \"0\"");
        line();
    }

    @Override
    public void accounts(SortedMap<JournalAccount, String> names, LocalDate from) throws IOException {
        for (Map.Entry<JournalAccount, String> account : names.entrySet()) {
            line(from.toString(), " open ", name(account.getKey()), " CNY");
            tag(INDENT, "name", account.getValue());
        }
        line();
    }

    @Override
    public void closing(LocalDate day, SortedMap<JournalAccount, Money> balances) throws IOException {
        for (Map.Entry<JournalAccount, Money> balance : balances.entrySet()) {
            line(day.plusDays(1).toString(), " balance ", name(balance.getKey()), "  ", balance.getValue().toString(), " ~ 0.00 CNY");
        }
    }

    @Override
    void tag(String indent, String name, String value) throws IOException {
        line(indent, name, ": ", text(value));
    }

    @Override
    String name(JournalAccount account) {
        String kind = account.kind();
        return account.name(kind.equals("Budget") ? "Equity:Budget" : kind);
    }

    @Override
    String text(String text) {
        return "\"" + text.replaceAll("\\p{Cntrl}+", " ").replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
