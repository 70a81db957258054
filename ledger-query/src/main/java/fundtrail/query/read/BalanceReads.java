package fundtrail.query.read;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fundtrail.contract.Account;
import fundtrail.contract.Book;
import fundtrail.contract.Money;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.query.access.Reach;
import fundtrail.query.access.Scope;
import fundtrail.query.access.Thing;
import fundtrail.query.asof.AsOf;
import fundtrail.query.http.Answer;
import fundtrail.query.http.Ask;
import fundtrail.query.http.Parameter;
import fundtrail.query.read.LineSums.Keys;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Balances and the trial balance. */
public final class BalanceReads {
    private static final List<Dimension> USUAL = List.of(Dimension.fundSource, Dimension.budgetYear, Dimension.account);
    private static final List<Dimension> TRIAL = List.of(
            Dimension.division, Dimension.budgetYear, Dimension.fundSource, Dimension.book, Dimension.account);

    /** General keys do not tell these. */
    private static final List<Parameter<?>> OF_LINES_ALONE =
            List.of(Params.INSTITUTION, Params.PROGRAMME, Params.ALLOTMENT, Params.BANK_ACCOUNT);

    private final Questions questions;
    private final LineSums sums;

    /** Debits and credits of what must balance by itself. */
    record Total(DivisionCode division, int budgetYear, FundSourceCode fundSource, Book book, Money debit, Money credit) {}

    /**
     * The trial balance.
     *
     * @param balanced whether debits equal credits in every total
     */
    record TrialBalance(@JsonUnwrapped AsOf asOf, List<Balance> items, List<Total> totals, boolean balanced) {}

    public BalanceReads(Questions questions, LineSums sums) {
        this.questions = questions;
        this.sums = sums;
    }

    /** By what balances are added up, and what they can be narrowed to. */
    public static Parameter<?>[] parameters() {
        return new Parameter<?>[] {
            Params.BY, Params.DIVISION, Params.BOOK, Params.ACCOUNT, Params.BUDGET_YEAR, Params.FUND_SOURCE, Params.INSTITUTION,
            Params.PROGRAMME, Params.ALLOTMENT, Params.BANK_ACCOUNT
        };
    }

    public Answer balances(Ask ask) throws InterruptedException {
        AsOf asOf = questions.asOf(ask);
        List<Dimension> by = ask.given(Params.BY).orElse(USUAL);
        long offset = questions.after(ask, key -> Long.parseLong(key.getFirst())).orElse(0L);
        List<Balance> found = sums.by(by, asOf, narrowed(ask, by), offset, questions.limit(ask) + 1);
        String next = questions.next(ask, asOf, found, _ -> List.of(Long.toString(offset + questions.limit(ask))));
        return Answer.json(new Page<>(asOf, questions.page(ask, found), next));
    }

    public Answer trialBalance(Ask ask) throws InterruptedException {
        AsOf asOf = questions.asOf(ask);
        Keys keys = narrowed(ask, TRIAL);
        keys.matching().and("and division = any(?)", ask.reader().scope().whose(Thing.MONEY, Reach.DIVISION));
        List<Balance> items = sums.by(TRIAL, asOf, keys, 0, Integer.MAX_VALUE);
        Map<List<Object>, Total> totals = new TreeMap<>((one, other) -> one.toString().compareTo(other.toString()));
        for (Balance item : items) {
            totals.merge(
                    List.of(item.division(), item.budgetYear(), item.fundSource(), item.book()),
                    new Total(item.division(), item.budgetYear(), item.fundSource(), item.book(), item.debit(), item.credit()),
                    (sum, more) -> new Total(sum.division(), sum.budgetYear(), sum.fundSource(), sum.book(),
                            sum.debit().plus(more.debit()), sum.credit().plus(more.credit())));
        }
        boolean balanced = totals.values().stream().allMatch(total -> total.debit().equals(total.credit()));
        return Answer.json(new TrialBalance(asOf, items, List.copyOf(totals.values()), balanced));
    }

    private static Keys narrowed(Ask ask, List<Dimension> by) {
        Scope scope = ask.reader().scope();
        boolean general = LineSums.isGeneral(by) && scope.whose(Thing.MONEY, Reach.INSTITUTION).isEmpty()
                && OF_LINES_ALONE.stream().allMatch(parameter -> ask.given(parameter).isEmpty());
        return new Keys(general, (general ? Visible.generalBooks(scope) : Visible.books(scope))
                .andIf(text(ask, Params.DIVISION), "and division = ?")
                .andIf(ask.given(Params.BOOK).map(Book::name), "and book = ?")
                .andIf(ask.given(Params.ACCOUNT).map(BalanceReads::names), "and account = any(?)")
                .andIf(ask.given(Params.BUDGET_YEAR), "and budget_year = ?")
                .andIf(text(ask, Params.FUND_SOURCE), "and fund_source = ?")
                .andIf(text(ask, Params.INSTITUTION), "and institution = ?")
                .andIf(text(ask, Params.PROGRAMME), "and programme = ?")
                .andIf(text(ask, Params.ALLOTMENT), "and allotment = ?")
                .andIf(text(ask, Params.BANK_ACCOUNT), "and bank_account = ?"));
    }

    static List<String> names(List<Account> accounts) {
        return accounts.stream().map(Account::name).toList();
    }

    static Optional<String> text(Ask ask, Parameter<?> parameter) {
        return ask.given(parameter).map(Object::toString);
    }
}
