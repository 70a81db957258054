package fundtrail.command.gate;

import static fundtrail.command.decide.RefusalCode.BUDGET_YEAR_FAR;
import static fundtrail.command.decide.RefusalCode.DATE_IN_FUTURE;
import static fundtrail.command.decide.RefusalCode.DATE_TOO_EARLY;
import static fundtrail.command.decide.RefusalCode.PERIOD_CLOSED;

import fundtrail.command.decide.Command;
import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Decision.Accepted;
import fundtrail.command.decide.Decision.Refused;
import fundtrail.command.decide.OfBudgetYear;
import fundtrail.command.decide.Slice;
import fundtrail.command.known.Known;
import fundtrail.command.known.Years;
import fundtrail.contract.id.DivisionCode;
import java.time.LocalDate;

/**
 * From which day a wish counts, and whether that day's period is open in the division's books. A correction of something in
 * a closed period counts from the first open day, unless it names another, and says which day it concerns. What posts
 * nothing may always count from today, so that a month closed on its last day stops no hold on that day.
 *
 * @param effectiveDate the wish's own; else today, or for a correction of a closed period the first open day
 * @param concerns      the day what it corrects counted on, where that is closed; else {@code null}
 * @param firstOpenDay  {@code null} where every day is open
 */
record Dating(LocalDate effectiveDate, LocalDate concerns, LocalDate firstOpenDay, LocalDate today) {
    /** No budget year is earlier. */
    private static final LocalDate EARLIEST = LocalDate.of(1949, 1, 1);

    static <C extends Command> Dating of(Slice<C> slice, C wish, LocalDate today, Known known) {
        DivisionCode division = slice.division().apply(wish, known);
        LocalDate firstOpenDay = division == null ? null : known.periods().firstOpenDay(division);
        LocalDate original = slice.concerns().apply(wish, known);
        LocalDate concerns = original != null && firstOpenDay != null && original.isBefore(firstOpenDay) ? original : null;
        LocalDate otherwise = concerns != null && !firstOpenDay.isAfter(today) ? firstOpenDay : today;
        return new Dating(wish.effectiveDate() == null ? otherwise : wish.effectiveDate(), concerns, firstOpenDay, today);
    }

    /** What is wrong with the day or the budget year, whatever the wish asks for; {@code null} when nothing is. */
    Refused refusal(Command wish) {
        if (effectiveDate.isAfter(today)) {
            return Decision.refused(DATE_IN_FUTURE, effectiveDate).with("today", today);
        }
        if (effectiveDate.isBefore(EARLIEST)) {
            return Decision.refused(DATE_TOO_EARLY, effectiveDate).with("earliest", EARLIEST);
        }
        if (wish instanceof OfBudgetYear of && isFar(of.budgetYear())) {
            return Decision.refused(BUDGET_YEAR_FAR, of.budgetYear())
                    .with("first", Years.first(effectiveDate))
                    .with("last", Years.last(effectiveDate))
                    .with("date", effectiveDate);
        }
        return isClosed() && !effectiveDate.equals(today) ? closed() : null;
    }

    private boolean isFar(int budgetYear) {
        return budgetYear < Years.first(effectiveDate) || budgetYear > Years.last(effectiveDate);
    }

    /** The decision; a refusal where it would post to a closed period. */
    Decision over(Decision decision) {
        boolean posts = decision instanceof Accepted accepted && accepted.facts().stream().anyMatch(fact -> !fact.lines().isEmpty());
        return posts && isClosed() ? closed() : decision;
    }

    private boolean isClosed() {
        return firstOpenDay != null && effectiveDate.isBefore(firstOpenDay);
    }

    private Refused closed() {
        return Decision.refused(PERIOD_CLOSED, effectiveDate).with("firstOpenDay", firstOpenDay);
    }
}
