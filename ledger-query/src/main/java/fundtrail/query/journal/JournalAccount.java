package fundtrail.query.journal;

import fundtrail.contract.Account;
import fundtrail.contract.Book;
import fundtrail.contract.Line;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.InstitutionId;
import java.util.Comparator;
import java.util.Locale;

/**
 * An account of a journal: kind, account, fund source, budget year, division, institution, as in
 * {@code Assets:Advances:CEN:2018:330521:H1}. Always six segments, so that no account is another's parent and the first three
 * tell account and source. Where a line names no institution the last is {@code Own}.
 */
public record JournalAccount(
        Account account, FundSourceCode fundSource, int budgetYear, DivisionCode division, @MayBeAbsent InstitutionId institution)
        implements Comparable<JournalAccount> {
    private static final String NO_INSTITUTION = "Own";
    private static final Comparator<JournalAccount> ORDER = Comparator.comparing(JournalAccount::account)
            .thenComparing(one -> one.fundSource().value())
            .thenComparingInt(JournalAccount::budgetYear)
            .thenComparing(one -> one.division().value())
            .thenComparing(one -> one.institution() == null ? "" : one.institution().value());

    public static JournalAccount of(Line line) {
        return new JournalAccount(line.account(), line.fundSource(), line.budgetYear(), line.division(), line.institution());
    }

    /** Its name, the same in every journal; {@code kind} comes first. */
    String name(String kind) {
        return String.join(":", kind, words(account), segment(fundSource.value()), Integer.toString(budgetYear), division.value(),
                institution == null ? NO_INSTITUTION : segment(institution.value()));
    }

    /** The kind an accounting program knows it as; of the budgetary book {@code Budget}, a tree of its own. */
    String kind() {
        if (account.book() == Book.BUDGET) {
            return "Budget";
        }
        return switch (account) {
            case TREASURY_CASH, RECOVERY_HOLDING, RESERVE_CASH, ADVANCES, SETTLEMENT_RECEIVABLE, CLAWBACK_RECEIVABLE,
                    CHARGES_RECEIVABLE -> "Assets";
            case SETTLEMENT_PAYABLE, REFUND_DUE -> "Liabilities";
            case INFLOW, CHARGES_INCOME, TRANSFER_FROM_RESERVE -> "Income";
            case RISK_RESERVE, FUND_BALANCE -> "Equity";
            default -> "Expenses";
        };
    }

    /** TREASURY_CASH is TreasuryCash. */
    private static String words(Account account) {
        StringBuilder words = new StringBuilder();
        for (String word : account.name().split("_")) {
            words.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return words.toString();
    }

    /**
     * An identifier as the strictest of the programs takes it: letters, digits and hyphens, a capital or digit first. Any other
     * character is {@code -x} and its two hex digits, a small first letter has {@code X} before that, and so has what would
     * read like another name; so no two identifiers share a segment.
     */
    static String segment(String id) {
        StringBuilder segment = new StringBuilder();
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            boolean first = i == 0;
            if (first && (c >= 'a' && c <= 'z' || id.equals(NO_INSTITUTION))) {
                segment.append('X').append(escaped(c));
            } else if (c == '.' || c == '_' || c == '-' && id.startsWith("x", i + 1)) {
                segment.append(escaped(c));
            } else {
                segment.append(c);
            }
        }
        return segment.toString();
    }

    private static String escaped(char c) {
        return "-x%02x".formatted((int) c);
    }

    @Override
    public int compareTo(JournalAccount other) {
        return ORDER.compare(this, other);
    }
}
