package fundtrail.command.known;

import fundtrail.command.memory.Form;
import fundtrail.command.memory.Memory;
import fundtrail.command.memory.Table;
import fundtrail.contract.Account;
import fundtrail.contract.Entry;
import fundtrail.contract.Line;
import fundtrail.contract.Money;
import fundtrail.contract.Side;
import fundtrail.contract.TrialBalance;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.Period;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What was posted in each month, by account and source, and how many facts posted it; in fen, as {@link Balances}. */
public final class Turnovers {
    private record OfMonth(DivisionCode division, Period period) {}

    private record Posted(DivisionCode division, Period period, int budgetYear, FundSourceCode fundSource, Account account) {}

    private record Sum(long debit, long credit) {
        static final Sum NONE = new Sum(0, 0);
        static final Form<Sum> FORM = Form.of((out, sum) -> {
            out.writeLong(sum.debit());
            out.writeLong(sum.credit());
        }, in -> new Sum(in.readLong(), in.readLong()));

        Sum plus(Line line) {
            return line.side() == Side.D
                    ? new Sum(Math.addExact(debit, line.amount().fen()), credit)
                    : new Sum(debit, Math.addExact(credit, line.amount().fen()));
        }
    }

    private record OfBooks(int budgetYear, FundSourceCode fundSource, Account account) {}

    /** Opening as a debit, then debits and credits of the month. */
    private record Totals(long opening, long debit, long credit) {}

    private static final long MOST = Money.yuan("9999999999999.99").fen();

    private final Table<Posted, Sum> posted;
    private final Table<OfMonth, Integer> vouchers;
    /** The period of the day that came last: days recur. */
    private Period lastPeriod = Period.of(LocalDate.EPOCH);

    Turnovers(Memory memory) {
        posted = new Table<>(memory, "turnovers", Form.json(Posted.class), Sum.FORM);
        vouchers = new Table<>(memory, "vouchers", Form.json(OfMonth.class), Form.INT);
    }

    void fold(Entry entry) {
        if (entry.fact().lines().isEmpty()) {
            return;
        }
        Period period = periodOf(entry);
        Set<DivisionCode> divisions = new HashSet<>();
        for (Line line : entry.fact().lines()) {
            Posted key = new Posted(line.division(), period, line.budgetYear(), line.fundSource(), line.account());
            posted.put(key, posted.getOrDefault(key, Sum.NONE).plus(line));
            divisions.add(line.division());
        }
        for (DivisionCode division : divisions) {
            OfMonth month = new OfMonth(division, period);
            vouchers.put(month, vouchers.getOrDefault(month, 0) + 1);
        }
    }

    private Period periodOf(Entry entry) {
        LocalDate day = entry.envelope().effectiveDate();
        if (day.isBefore(lastPeriod.firstDay()) || day.isAfter(lastPeriod.lastDay())) {
            lastPeriod = Period.of(day);
        }
        return lastPeriod;
    }

    /** How many facts have posted something in the division's books that counts in that month: so many vouchers there are. */
    public int vouchers(DivisionCode division, Period period) {
        return vouchers.getOrDefault(new OfMonth(division, period), 0);
    }

    /** The division's trial balance of a month; {@code null} when a sum in it is beyond what {@link Money} can say. */
    public TrialBalance trialBalance(DivisionCode division, Period period) {
        Map<OfBooks, Totals> totals = new HashMap<>();
        posted.forEach((key, sum) -> {
            if (key.division().equals(division) && !key.period().isAfter(period)) {
                totals.merge(new OfBooks(key.budgetYear(), key.fundSource(), key.account()),
                        key.period().equals(period) ? new Totals(0, sum.debit(), sum.credit())
                                : new Totals(Math.subtractExact(sum.debit(), sum.credit()), 0, 0),
                        (one, more) -> new Totals(Math.addExact(one.opening(), more.opening()),
                                one.debit() + more.debit(), one.credit() + more.credit()));
            }
        });
        boolean canBeSaid = totals.values().stream().allMatch(sum ->
                fits(sum.opening()) && fits(sum.debit()) && fits(sum.credit()) && fits(closing(sum)));
        return !canBeSaid ? null : new TrialBalance(totals.entrySet().stream()
                .map(each -> new TrialBalance.OfAccount(each.getKey().budgetYear(), each.getKey().fundSource(), each.getKey().account(),
                        Money.ofFen(each.getValue().opening()), Money.ofFen(each.getValue().debit()),
                        Money.ofFen(each.getValue().credit()), Money.ofFen(closing(each.getValue()))))
                .toList());
    }

    private static long closing(Totals sum) {
        return sum.opening() + sum.debit() - sum.credit();
    }

    private static boolean fits(long fen) {
        return -MOST <= fen && fen <= MOST;
    }
}
