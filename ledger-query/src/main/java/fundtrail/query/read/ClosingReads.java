package fundtrail.query.read;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fundtrail.contract.Account;
import fundtrail.contract.Entry;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.TrialBalance;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.Period;
import fundtrail.query.access.Reach;
import fundtrail.query.access.Thing;
import fundtrail.query.asof.AsOf;
import fundtrail.query.entity.ClosedYear;
import fundtrail.query.entity.Kind;
import fundtrail.query.fold.LedgerFold;
import fundtrail.query.http.Answer;
import fundtrail.query.http.Ask;
import fundtrail.query.http.HttpProblem;
import fundtrail.query.http.ProblemCode;
import fundtrail.query.read.Entities.Wanted;
import fundtrail.query.read.LineSums.Keys;
import fundtrail.query.read.Vouchers.Numbered;
import fundtrail.query.store.Sql;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Months and years of the books: what they come to, whether they are closed, and their vouchers. */
public final class ClosingReads {
    private static final List<Dimension> BOOKS = List.of(Dimension.budgetYear, Dimension.fundSource, Dimension.account);

    private final Questions questions;
    private final EntityReads reads;
    private final Entities entities;
    private final LineSums sums;
    private final DataSource source;
    private final LedgerFold fold;
    private final Signatures signatures;
    private final Vouchers vouchers;

    /**
     * A month of a division's books.
     *
     * @param closed    what was said of it at its last close; absent where it was never closed
     * @param vouchers  how many it has
     * @param rows      opening, debit, credit and closing by budget year, source and account; debits positive
     * @param hash      of the rows
     * @param unchanged whether it has the very trial balance and vouchers it was closed with; absent where it was never closed
     */
    record PeriodBooks(
            @JsonUnwrapped AsOf asOf,
            DivisionCode division,
            Period period,
            @MayBeAbsent fundtrail.query.entity.Period closed,
            int vouchers,
            List<TrialBalance.OfAccount> rows,
            String hash,
            @MayBeAbsent Boolean unchanged) {}

    /**
     * A calendar year of a division's books, lines of every budget year among them.
     *
     * @param closed the close of the budget year of that number; absent while it is open
     * @param rows   opening, debit, credit and closing by budget year, source and account; debits positive
     */
    record YearBooks(
            @JsonUnwrapped AsOf asOf,
            DivisionCode division,
            int year,
            @MayBeAbsent ClosedYear closed,
            List<TrialBalance.OfAccount> rows) {}

    /** A voucher and the fact it is. */
    record VoucherView(String voucher, @JsonUnwrapped FactSummary fact) {}

    private record Books(int budgetYear, FundSourceCode fundSource, Account account) {
        static Books of(Balance balance) {
            return new Books(balance.budgetYear(), balance.fundSource(), balance.account());
        }
    }

    public ClosingReads(Questions questions, EntityReads reads, Entities entities, LineSums sums, DataSource source, LedgerFold fold,
            Signatures signatures) {
        this.questions = questions;
        this.reads = reads;
        this.entities = entities;
        this.sums = sums;
        this.source = source;
        this.fold = fold;
        this.signatures = signatures;
        this.vouchers = new Vouchers(source);
    }

    public Answer periods(Ask ask) throws InterruptedException {
        var division = ask.given(Params.DIVISION);
        return reads.list(ask, Kind.PERIOD, Wanted.ALL, one -> division.map(one.division()::equals).orElse(true));
    }

    public Answer years(Ask ask) throws InterruptedException {
        var division = ask.given(Params.DIVISION);
        return reads.list(ask, Kind.CLOSED_YEAR, Wanted.ALL, one -> division.map(one.division()::equals).orElse(true));
    }

    /** A month's trial balance; of a month that is not over, up to the effective date. */
    public Answer period(Ask ask) throws InterruptedException {
        AsOf asOf = questions.asOf(ask);
        DivisionCode division = division(ask);
        Period period = ask.path("period", Period::new);
        LocalDate last = period.lastDay().isBefore(asOf.effective()) ? period.lastDay() : asOf.effective();
        TrialBalance balance = trialBalance(division, asOf, period.firstDay().minusDays(1), last);
        int count = vouchers.count(division, period, asOf);
        Optional<fundtrail.query.entity.Period> closed = entities.one(Kind.PERIOD,
                fundtrail.query.entity.Period.id(division, period), asOf, ask.reader().scope()).map(version -> version.body());
        return Answer.json(new PeriodBooks(asOf, division, period, closed.orElse(null), count, balance.rows(), balance.hash(),
                closed.map(one -> one.trialBalanceHash().equals(balance.hash())
                        && one.vouchers().stream().allMatch(each -> each.count() == count)).orElse(null)));
    }

    /** A year's trial balance; of a year that is not over, up to the effective date. */
    public Answer year(Ask ask) throws InterruptedException {
        AsOf asOf = questions.asOf(ask);
        DivisionCode division = division(ask);
        Period january = ask.path("year", year -> new Period(year + "-01"));
        LocalDate lastDay = january.firstDay().plusYears(1).minusDays(1);
        LocalDate last = lastDay.isBefore(asOf.effective()) ? lastDay : asOf.effective();
        Optional<ClosedYear> closed = entities.one(Kind.CLOSED_YEAR, ClosedYear.id(division, january.year()), asOf, ask.reader().scope())
                .map(version -> version.body());
        return Answer.json(new YearBooks(asOf, division, january.year(), closed.orElse(null),
                trialBalance(division, asOf, january.firstDay().minusDays(1), last).rows()));
    }

    private TrialBalance trialBalance(DivisionCode division, AsOf asOf, LocalDate before, LocalDate last) {
        Map<Books, Balance> opening = books(division, asOf, before.isBefore(last) ? before : last);
        Map<Books, Balance> closing = books(division, asOf, last);
        return new TrialBalance(closing.entrySet().stream()
                .map(each -> {
                    Balance earlier = opening.get(each.getKey());
                    Balance now = each.getValue();
                    Money debit = earlier == null ? now.debit() : now.debit().minus(earlier.debit());
                    Money credit = earlier == null ? now.credit() : now.credit().minus(earlier.credit());
                    return new TrialBalance.OfAccount(each.getKey().budgetYear(), each.getKey().fundSource(), each.getKey().account(),
                            earlier == null ? Money.ZERO : earlier.balance(), debit, credit, now.balance());
                })
                .toList());
    }

    private Map<Books, Balance> books(DivisionCode division, AsOf asOf, LocalDate day) {
        AsOf then = new AsOf(asOf.knownPosition(), asOf.knownAt(), day, asOf.open(), asOf.purpose());
        return sums.by(BOOKS, then, new Keys(true, Sql.of("division = ?", division.value())), 0, Integer.MAX_VALUE).stream()
                .collect(Collectors.toMap(Books::of, balance -> balance));
    }

    /** A month's vouchers in the order of their numbers. */
    public Answer vouchers(Ask ask) throws InterruptedException {
        AsOf asOf = questions.asOf(ask);
        DivisionCode division = division(ask);
        Period period = ask.path("period", Period::new);
        int offset = questions.after(ask, key -> Integer.parseInt(key.getFirst())).orElse(0);
        List<Long> found = vouchers.positions(division, period, offset, questions.limit(ask) + 1, asOf);
        String next = questions.next(ask, asOf, found, _ -> List.of(Integer.toString(offset + questions.limit(ask))));
        List<Long> page = questions.page(ask, found);
        Map<Long, FactSummary> facts = facts(ask, asOf, page);
        return Answer.json(new Page<>(asOf, page.stream()
                .filter(facts::containsKey)
                .map(position -> new VoucherView(
                        Vouchers.number(period, offset + page.indexOf(position) + 1), facts.get(position)))
                .toList(), next));
    }

    /** The fact that a voucher is. */
    public Answer voucher(Ask ask) throws InterruptedException {
        AsOf asOf = questions.asOf(ask);
        DivisionCode division = division(ask);
        Numbered voucher = ask.path("voucher", Numbered::of);
        Map<Long, FactSummary> facts = facts(ask, asOf, vouchers.position(division, voucher, asOf).stream().toList());
        return facts.values().stream().findFirst()
                .map(fact -> Answer.json(new One<>(asOf, new VoucherView(Vouchers.number(voucher.period(), voucher.rank()), fact))))
                .orElseThrow(() -> HttpProblem.of(ProblemCode.UNKNOWN, ask.path("voucher")));
    }

    private Map<Long, FactSummary> facts(Ask ask, AsOf asOf, List<Long> positions) {
        List<Entry> entries = Sql.of("select entry from fact where position = any(?::bigint[]) and", positions)
                .and(Visible.facts(asOf, ask.reader().scope()))
                .list(source, row -> fold.decode(row.getBytes("entry")));
        Hands hands = signatures.under(entries, asOf, ask.reader().scope());
        Map<Long, FactSummary> facts = new TreeMap<>();
        entries.forEach(entry -> facts.put(entry.position(), FactSummary.of(entry, hands)));
        return facts;
    }

    /** @throws HttpProblem 404 when the division's books are not for these eyes */
    private static DivisionCode division(Ask ask) {
        DivisionCode division = ask.path("division", DivisionCode::new);
        if (!ask.reader().scope().whose(Thing.MONEY, Reach.DIVISION).contains(division.value())) {
            throw HttpProblem.of(ProblemCode.UNKNOWN, division);
        }
        return division;
    }
}
