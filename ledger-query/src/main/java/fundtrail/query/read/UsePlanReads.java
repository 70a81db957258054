package fundtrail.query.read;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fundtrail.contract.Account;
import fundtrail.contract.Money;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.query.asof.AsOf;
import fundtrail.query.entity.Kind;
import fundtrail.query.entity.UsePlan;
import fundtrail.query.http.Answer;
import fundtrail.query.http.Ask;
import fundtrail.query.read.Entities.Wanted;
import fundtrail.query.store.Sql;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;

/** Use plans against treasury cash, month by month. */
public final class UsePlanReads {
    private final Questions questions;
    private final Entities entities;
    private final DataSource source;

    private record Key(DivisionCode division, FundSourceCode fundSource) {
        private static final Comparator<Key> ORDER = Comparator.comparing((Key key) -> key.division().value())
                .thenComparing(key -> key.fundSource().value());
    }

    private record Flow(Money in, Money out) {
        static final Flow NONE = new Flow(Money.ZERO, Money.ZERO);

        Flow plus(Flow other) {
            return new Flow(in.plus(other.in), out.plus(other.out));
        }
    }

    /**
     * A month of a source, in all budget years together.
     *
     * @param need    what the last plan says the month needs; 0.00 where there is none
     * @param opening treasury cash when the month begins, as far as it is known
     * @param in      what came in, returns among it
     * @param out     what was paid
     * @param closing treasury cash when it ends, or by the effective date
     * @param unpaid  what of the need is not paid yet; of a month that is over, 0.00
     * @param missing by how much the cash there is falls short of this and the earlier months' unpaid needs
     */
    record PlannedMonth(
            DivisionCode division,
            FundSourceCode fundSource,
            YearMonth month,
            Money need,
            Money opening,
            Money in,
            Money out,
            Money closing,
            Money unpaid,
            Money missing) {}

    /** The months of a year that have a plan or moved cash. */
    record Forecast(@JsonUnwrapped AsOf asOf, int year, List<PlannedMonth> items) {}

    public UsePlanReads(Questions questions, Entities entities, DataSource source) {
        this.questions = questions;
        this.entities = entities;
        this.source = source;
    }

    public Answer forecast(Ask ask) throws InterruptedException {
        AsOf asOf = questions.asOf(ask);
        int year = ask.given(Params.YEAR).map(Math::toIntExact).orElse(asOf.effective().getYear());
        Map<Key, Map<YearMonth, Money>> needs = needs(ask, asOf, year);
        Map<Key, Map<YearMonth, Flow>> flows = flows(ask, asOf, year);
        TreeSet<Key> keys = new TreeSet<>(Key.ORDER);
        keys.addAll(needs.keySet());
        keys.addAll(flows.keySet());
        List<PlannedMonth> months = new ArrayList<>();
        keys.forEach(key -> months.addAll(months(key, year, asOf, needs.getOrDefault(key, Map.of()), flows.getOrDefault(key, Map.of()))));
        return Answer.json(new Forecast(asOf, year, months));
    }

    private Map<Key, Map<YearMonth, Money>> needs(Ask ask, AsOf asOf, int year) {
        var division = ask.given(Params.DIVISION);
        var fundSource = ask.given(Params.FUND_SOURCE);
        Map<Key, Map<YearMonth, Money>> needs = new TreeMap<>(Key.ORDER);
        entities.list(Kind.USE_PLAN, asOf, ask.reader().scope(), Wanted.ALL, one -> one.month().getYear() == year
                        && division.map(one.division()::equals).orElse(true)
                        && fundSource.map(one.fundSource()::equals).orElse(true), "", Integer.MAX_VALUE)
                .forEach(version -> {
                    UsePlan plan = version.body();
                    needs.computeIfAbsent(new Key(plan.division(), plan.fundSource()), _ -> new TreeMap<>()).put(plan.month(), plan.need());
                });
        return needs;
    }

    /** By month of the year; what came and went before it stands under the December before. */
    private Map<Key, Map<YearMonth, Flow>> flows(Ask ask, AsOf asOf, int year) {
        Map<Key, Map<YearMonth, Flow>> flows = new TreeMap<>(Key.ORDER);
        Sql.of("""
                        select division, fund_source,
                               date_trunc('month', greatest(effective_date, ?::date))::date as month,
                               coalesce(sum(amount) filter (where side = 'D'), 0) as came,
                               coalesce(-sum(amount) filter (where side = 'C'), 0) as went
                        from line where""", LocalDate.of(year, 1, 1).minusDays(1))
                .and(Visible.lines(asOf, ask.reader().scope()))
                .and("and account = ? and effective_date < ?", Account.TREASURY_CASH.name(), LocalDate.of(year + 1, 1, 1))
                .andIf(BalanceReads.text(ask, Params.DIVISION), "and division = ?")
                .andIf(BalanceReads.text(ask, Params.FUND_SOURCE), "and fund_source = ?")
                .and("group by 1, 2, 3 order by 1, 2, 3")
                .each(source, row -> flows
                        .computeIfAbsent(new Key(new DivisionCode(row.getString("division")), new FundSourceCode(row.getString("fund_source"))),
                                _ -> new TreeMap<>())
                        .merge(YearMonth.from(row.getObject("month", LocalDate.class)),
                                new Flow(LineSums.money(row, "came"), LineSums.money(row, "went")), Flow::plus));
        return flows;
    }

    private static List<PlannedMonth> months(
            Key key, int year, AsOf asOf, Map<YearMonth, Money> needs, Map<YearMonth, Flow> flows) {
        YearMonth now = YearMonth.from(asOf.effective());
        Money cash = Money.ZERO;
        for (Flow flow : flows.values()) {
            cash = cash.plus(flow.in()).minus(flow.out());
        }
        Flow before = flows.getOrDefault(YearMonth.of(year, 1).minusMonths(1), Flow.NONE);
        Money standing = before.in().minus(before.out());
        Money unpaidSoFar = Money.ZERO;
        List<PlannedMonth> months = new ArrayList<>();
        for (int number = 1; number <= 12; number++) {
            YearMonth month = YearMonth.of(year, number);
            Flow flow = flows.getOrDefault(month, Flow.NONE);
            Money opening = standing;
            standing = standing.plus(flow.in()).minus(flow.out());
            Money need = needs.getOrDefault(month, Money.ZERO);
            Money unpaid = month.isBefore(now) || flow.out().covers(need) ? Money.ZERO : need.minus(flow.out());
            unpaidSoFar = unpaidSoFar.plus(unpaid);
            Money missing = cash.covers(unpaidSoFar) ? Money.ZERO : unpaidSoFar.minus(cash);
            if (needs.containsKey(month) || flows.containsKey(month)) {
                months.add(new PlannedMonth(key.division(), key.fundSource(), month, need, opening, flow.in(), flow.out(), standing,
                        unpaid, month.isBefore(now) ? Money.ZERO : missing));
            }
        }
        return months;
    }
}
