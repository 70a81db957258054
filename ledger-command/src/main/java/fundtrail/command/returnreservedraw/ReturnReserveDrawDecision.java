package fundtrail.command.returnreservedraw;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.AMOUNT_NOT_POSITIVE;
import static fundtrail.command.decide.RefusalCode.DATE_BEFORE_ORIGINAL;
import static fundtrail.command.decide.RefusalCode.DRAW_RETURN_EXCEEDED;
import static fundtrail.command.decide.RefusalCode.DRAW_UNKNOWN;

import fundtrail.command.decide.Decision.Refused;
import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Allotment;
import fundtrail.command.known.Known;
import fundtrail.command.known.RiskReserve.Draw;
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
        Draw draw = known.riskReserve().draw(wish.draw());
        if (draw == null) {
            return refused(DRAW_UNKNOWN, wish.draw());
        }
        if (moment.effectiveDate().isBefore(draw.effectiveDate())) {
            return refused(DATE_BEFORE_ORIGINAL, draw.position())
                    .with("date", moment.effectiveDate())
                    .with("original", draw.effectiveDate());
        }
        Allotment allotment = known.allotments().get(draw.allotment());
        boolean closed = known.years().isClosed(allotment.division(), allotment.budgetYear());
        Money unused = unused(draw, closed, known);
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
                draw.allotment(),
                wish.amount(),
                wish.reason(),
                ReservePostings.drawReturned(
                        allotment.purse(), draw.treasuryAccount(), draw.reserveAccount(), wish.amount(), closed)));
    }

    /** What the allotment has not spent: while its year is open what is available of it, afterwards what came back. */
    private static Money unused(Draw draw, boolean closed, Known known) {
        Money notSpent = closed
                ? draw.net().minus(known.balances().expended(draw.allotment()))
                : known.balances().available(draw.allotment());
        return draw.net().covers(notSpent) ? notSpent : draw.net();
    }
}
