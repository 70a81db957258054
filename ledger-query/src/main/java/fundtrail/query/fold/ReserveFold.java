package fundtrail.query.fold;

import static fundtrail.query.entity.Kind.ALLOTMENT;
import static fundtrail.query.entity.Kind.RESERVE_DRAW;
import static fundtrail.query.entity.Kind.TASK_RATE;

import fundtrail.contract.Entry;
import fundtrail.contract.Money;
import fundtrail.contract.fact.RateSet;
import fundtrail.contract.fact.RiskReserveDrawReturned;
import fundtrail.contract.fact.RiskReserveDrawn;
import fundtrail.query.access.Circle;
import fundtrail.query.access.Thing;
import fundtrail.query.entity.Allotment;
import fundtrail.query.entity.ReserveDraw;
import fundtrail.query.entity.TaskRate;
import java.util.Set;

/** The rates of directed tasks, and the draws on the risk reserve with the allotments they make. */
final class ReserveFold implements Fold {
    @Override
    public void fold(Entry entry, Earlier earlier, Outcome outcome) {
        var document = entry.envelope().document();
        switch (entry.fact()) {
            case RateSet rate -> outcome.now(
                    TASK_RATE,
                    rate.division() + "." + rate.task() + "." + rate.validFrom(),
                    Set.of(Circle.ledger(Thing.RULES)),
                    new TaskRate(rate.division(), rate.task(), rate.nameZh(), rate.nameEn(), rate.rate(), rate.unit(), rate.validFrom(),
                            rate.validTo(), rate.costing(), document));
            case RiskReserveDrawn drawn -> {
                outcome.now(
                        RESERVE_DRAW,
                        drawn.draw(),
                        Shown.money(drawn.division(), drawn.institution()),
                        new ReserveDraw(drawn.draw(), drawn.division(), drawn.programme(), drawn.budgetYear(), drawn.revision(),
                                drawn.institution(), drawn.allotment(), drawn.amount(), Money.ZERO, drawn.reserveAccount(),
                                drawn.treasuryAccount(), document));
                outcome.now(
                        ALLOTMENT,
                        drawn.allotment(),
                        Shown.money(drawn.division(), drawn.institution()),
                        new Allotment(drawn.allotment(), drawn.institution(), drawn.division(), drawn.fundSource(), drawn.programme(),
                                drawn.budgetYear(), drawn.classification(), drawn.amount(), document, null));
            }
            case RiskReserveDrawReturned returned -> earlier.version(RESERVE_DRAW, returned.draw().value()).ifPresent(draw ->
                    outcome.now(RESERVE_DRAW, draw.id(), draw.shownTo(), draw.body().returned(returned.amount())));
            default -> { }
        }
    }
}
