package fundtrail.query.journal;

import fundtrail.contract.Money;
import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Writes a journal as one accounting program reads it: in this order, and sorted by day, then position. */
public abstract class JournalText {
    /** Every tag a journal may carry: Ledger, told to be pedantic, refuses one that was not declared. */
    public static final List<String> TAGS = List.of("position", "fact", "event-id", "recorded", "effective", "concerns", "document",
            "maker", "checker", "approver", "voucher", "programme", "allotment", "clawback", "tranche", "bank-account");

    static final String INDENT = "    ";

    private final Writer out;

    JournalText(Writer out) {
        this.out = out;
    }

    /** What the journal is of, as remarks. */
    public abstract void heading(Collection<String> remarks) throws IOException;

    /**
     * Every account there is, before it is used.
     *
     * @param names what people call it, by account
     * @param from  the first day on which one is used
     */
    public abstract void accounts(SortedMap<JournalAccount, String> names, LocalDate from) throws IOException;

    public void transaction(Transaction one) throws IOException {
        line(one.date().toString(), " * ", text(one.title()));
        tags(INDENT, one.tags());
        for (Transaction.Posting posting : one.postings()) {
            line(INDENT, name(posting.account()), "  ", amount(posting.amount()));
            tags(INDENT + INDENT, posting.tags());
        }
        line();
    }

    /**
     * What every account must add up to, for the program to check.
     *
     * @param day the last day on which anything moved
     */
    public abstract void closing(LocalDate day, SortedMap<JournalAccount, Money> balances) throws IOException;

    /** Lets what was written go to where it goes. */
    public void flush() throws IOException {
        out.flush();
    }

    void line(String... pieces) throws IOException {
        for (String piece : pieces) {
            out.write(piece);
        }
        out.write('\n');
    }

    static String amount(Money amount) {
        return amount + " CNY";
    }

    /** The tags of one thing, each on a line. */
    void tags(String indent, Map<String, String> tags) throws IOException {
        for (Map.Entry<String, String> tag : tags.entrySet()) {
            tag(indent, tag.getKey(), tag.getValue());
        }
    }

    /** What the program calls the account. */
    abstract String name(JournalAccount account);

    /** A text as the program takes it, in one line. */
    abstract String text(String text);

    abstract void tag(String indent, String name, String value) throws IOException;
}
