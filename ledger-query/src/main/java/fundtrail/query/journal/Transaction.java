package fundtrail.query.journal;

import fundtrail.contract.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * One fact's lines in a journal.
 *
 * @param title what happened, and the document it rests on; on one line
 * @param tags  what else is known of it, by name: lower-case letters and hyphens
 */
public record Transaction(LocalDate date, String title, Map<String, String> tags, List<Posting> postings) {
    /** A line: a debit positive, a credit negative; of a red entry the other way round. */
    public record Posting(JournalAccount account, Money amount, Map<String, String> tags) {}
}
