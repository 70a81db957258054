package fundtrail.command.closeyear;

import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.AUTHORITY_REMAINS;
import static fundtrail.command.decide.RefusalCode.DIVISION_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.EARLIER_YEAR_OPEN;
import static fundtrail.command.decide.RefusalCode.YEAR_CLOSED;
import static fundtrail.command.decide.RefusalCode.YEAR_NOT_OVER;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Decision.Accepted;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Known;
import fundtrail.command.known.YearEnd.Remainder;
import java.time.LocalDate;
import java.time.Month;

/** All authority of the year is spent, lapsed or carried on before it is closed; cash and what is owed stay as they are. */
public final class CloseYearDecision {
    private CloseYearDecision() {}

    public static Decision decide(CloseYear wish, Moment moment, Known known) {
        LocalDate lastDay = LocalDate.of(wish.budgetYear(), Month.DECEMBER, 31);
        if (moment.effectiveDate().isBefore(lastDay)) {
            return refused(YEAR_NOT_OVER, wish.budgetYear()).with("date", moment.effectiveDate()).with("lastDay", lastDay);
        }
        if (!known.hasDivision(wish.division())) {
            return refused(DIVISION_UNKNOWN, wish.division());
        }
        if (known.years().isClosed(wish.division(), wish.budgetYear())) {
            return refused(YEAR_CLOSED, wish.budgetYear()).with("division", wish.division());
        }
        Integer earlier = known.years().end().firstOpenYear(wish.division());
        if (earlier != null && earlier < wish.budgetYear()) {
            return refused(EARLIER_YEAR_OPEN, wish.budgetYear()).with("earlier", earlier);
        }
        Remainder remainder = known.years().end().remainder(wish.division(), wish.budgetYear());
        if (remainder != null) {
            return refused(AUTHORITY_REMAINS, wish.budgetYear())
                    .with("fundSource", remainder.fundSource())
                    .with("account", remainder.account())
                    .with("amount", remainder.amount())
                    .with("allotments", remainder.allotments());
        }
        return new Accepted(ClosingLines.facts(wish.division(), wish.budgetYear(), known));
    }
}
