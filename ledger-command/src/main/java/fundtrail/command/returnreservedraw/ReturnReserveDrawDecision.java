package fundtrail.command.returnreservedraw;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.ALLOTMENT_ELSEWHERE;
import static fundtrail.command.decide.RefusalCode.ALLOTMENT_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.AMOUNT_NOT_POSITIVE;
import static fundtrail.command.decide.RefusalCode.AUTHORITY_PROMISED;
import static fundtrail.command.decide.RefusalCode.DATE_BEFORE_ORIGINAL;
import static fundtrail.command.decide.RefusalCode.DRAW_RETURN_EXCEEDED;
import static fundtrail.command.decide.RefusalCode.DRAW_UNKNOWN;

import fundtrail.command.decide.Decision.Refused;
import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Allotment;
import fundtrail.command.known.Known;
import fundtrail.command.known.Promises.Broken;
import fundtrail.command.known.Promises;
import fundtrail.command.known.RiskReserve.Draw;
import fundtrail.command.known.RiskReserve.Held;
import fundtrail.command.posting.ReservePostings;
import fundtrail.command.reserve.ReserveAccounts;
import fundtrail.contract.Money;
import fundtrail.contract.fact.RiskReserveDrawReturned;
import fundtrail.contract.id.DivisionCode;

public final class ReturnReserveDrawDecision {
    private ReturnReserveDrawDecision() {}

    /** The division whose reserve was drawn on; {@code null} when there is no such draw. */
    public static DivisionCode division(ReturnReserveDraw wish, Known known) {
        Draw draw = known.riskReserve().draw(wish.draw());
        return draw == null ? null : draw.division();
    }

    public static Decision decide(ReturnReserveDraw wish, Moment moment, Known known) {
        if (!wish.amount().isPositive()) {
            return refused(AMOUNT_NOT_POSITIVE, wish.draw()).with("amount", wish.amount());
        }
        if (wish.allotment() != null && !known.allotments().has(wish.allotment())) {
            return refused(ALLOTMENT_UNKNOWN, wish.allotment());
        }
        Draw draw = known.riskReserve().draw(wish.draw());
        if (draw == null) {
            return refused(DRAW_UNKNOWN, wish.draw());
        }
        Allotment allotment = known.allotments().get(wish.allotment() == null ? draw.allotment() : wish.allotment());
        Held held = known.riskReserve().held(allotment.id());
        if (held == null || !held.draw().equals(wish.draw())) {
            return refused(ALLOTMENT_ELSEWHERE, wish.allotment())
                    .with("division", allotment.division())
                    .with("year", allotment.budgetYear())
                    .with("fundSource", allotment.fundSource());
        }
        if (moment.effectiveDate().isBefore(allotment.effectiveDate())) {
            return refused(DATE_BEFORE_ORIGINAL, allotment.position())
                    .with("date", moment.effectiveDate())
                    .with("original", allotment.effectiveDate());
        }
        return returned(wish, draw, allotment, held, known);
    }

    private static Decision returned(ReturnReserveDraw wish, Draw draw, Allotment allotment, Held held, Known known) {
        Broken broken = promised(draw, allotment, wish.amount(), known);
        if (broken != null) {
            return refused(AUTHORITY_PROMISED, allotment.id())
                    .with("asked", wish.amount())
                    .with("broken", broken.amount())
                    .with("programme", broken.programme());
        }
        boolean closed = known.years().isClosed(allotment.division(), allotment.budgetYear());
        Money unused = unused(allotment, held, closed, known);
        if (!unused.covers(wish.amount())) {
            return refused(DRAW_RETURN_EXCEEDED, wish.draw())
                    .with("drawn", draw.net())
                    .with("unused", unused)
                    .with("amount", wish.amount());
        }
        Money cash = known.balances().treasuryCash(allotment.division(), allotment.budgetYear(), allotment.fundSource());
        Refused beyond = ReserveAccounts.beyond(cash, allotment.fundSource(), draw.treasuryAccount(), wish.amount(), known);
        if (beyond != null) {
            return beyond;
        }
        return accepted(new RiskReserveDrawReturned(
                wish.draw(),
                draw.position(),
                draw.institution(),
                allotment.id(),
                wish.amount(),
                wish.reason(),
                ReservePostings.drawReturned(
                        allotment.purse(), draw.treasuryAccount(), draw.reserveAccount(), wish.amount(), closed)));
    }

    /** While the plan's year is open its draw can be made again; afterwards what it promises stays. */
    private static Broken promised(Draw draw, Allotment allotment, Money amount, Known known) {
        boolean canBeDrawnAgain = !known.years().isClosed(draw.division(), known.allotments().get(draw.allotment()).budgetYear());
        return canBeDrawnAgain ? null : Promises.broken(allotment.authority(), null, amount, known);
    }

    /** What the allotment has not spent: while its year is open what is available of it, afterwards what came back. */
    private static Money unused(Allotment allotment, Held held, boolean closed, Known known) {
        return closed
                ? allotment.amount().minus(held.returned()).minus(held.carried()).minus(known.balances().expended(allotment.id()))
                : known.balances().available(allotment.id());
    }
}
