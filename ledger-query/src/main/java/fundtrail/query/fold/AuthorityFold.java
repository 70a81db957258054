package fundtrail.query.fold;

import static fundtrail.query.entity.Kind.ALLOTMENT;
import static fundtrail.query.entity.Kind.BUDGET_CHANNEL;
import static fundtrail.query.entity.Kind.TRANCHE;
import static fundtrail.query.entity.Kind.USE_PLAN;

import fundtrail.contract.CompensationChannel;
import fundtrail.contract.Entry;
import fundtrail.contract.Line;
import fundtrail.contract.Money;
import fundtrail.contract.fact.BudgetApproved;
import fundtrail.contract.fact.EntryReversed;
import fundtrail.contract.fact.MatchingFundsCommitted;
import fundtrail.contract.fact.MatchingFundsPaid;
import fundtrail.contract.fact.OpeningBalanceRecordedRows;
import fundtrail.contract.fact.TransferNotified;
import fundtrail.contract.fact.TransferPassedDown;
import fundtrail.contract.fact.TransferReceived;
import fundtrail.contract.fact.UsePlanRecorded;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.ProgrammeCode;
import fundtrail.contract.id.TrancheId;
import fundtrail.query.entity.Allotment;
import fundtrail.query.entity.BudgetChannel;
import fundtrail.query.entity.Tranche;
import fundtrail.query.entity.Tranche.Matching;
import fundtrail.query.entity.Tranche.PassedDown;
import fundtrail.query.entity.Tranche.Receipt;
import fundtrail.query.entity.UsePlan;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Transfers by tranche, what budgets are spent through, use plans, and the allotments a division begins with. */
final class AuthorityFold implements Fold {
    @Override
    public void fold(Entry entry, Earlier earlier, Outcome outcome) {
        switch (entry.fact()) {
            case BudgetApproved approved ->
                    channel(approved.division(), approved.budgetYear(), approved.programme(), approved.channel(), outcome);
            case TransferNotified notified -> {
                Tranche tranche = new Tranche(notified.tranche(), notified.division(), notified.budgetYear(), notified.fromLevel(),
                        notified.fundSource(), notified.programme(), notified.amount(), notified.advance(),
                        entry.envelope().document(), List.of(), List.of(), Money.ZERO, List.of(), List.of());
                now(outcome, earlier.latest(TRANCHE, Tranche.id(notified.division(), notified.tranche())).map(tranche::after).orElse(tranche));
                channel(notified.division(), notified.budgetYear(), notified.programme(), notified.channel(), outcome);
            }
            case TransferReceived received -> change(earlier, outcome, received.division(), received.tranche(), tranche ->
                    tranche.received(new Receipt(entry.position(), received.arrivedOn(), received.dueOn(), received.bankRef(),
                            received.amount())));
            case TransferPassedDown down -> passDown(entry, down, earlier, outcome);
            case MatchingFundsCommitted matching -> change(earlier, outcome, matching.division(), matching.tranche(), tranche ->
                    tranche.committed(new Matching(entry.position(), matching.fundSource(), matching.amount())));
            case MatchingFundsPaid matching -> change(earlier, outcome, matching.division(), matching.tranche(), tranche ->
                    tranche.matched(new Matching(entry.position(), matching.fundSource(), matching.amount())));
            case EntryReversed reversed when reversed.undoes().equals("TransferReceived") || reversed.undoes().equals("MatchingFundsPaid") ->
                    reversed.lines().list().stream().filter(line -> line.tranche() != null).findFirst().ifPresent(line ->
                            change(earlier, outcome, line.division(), line.tranche(), tranche -> tranche.without(reversed.reverses())));
            case OpeningBalanceRecordedRows part -> part.rows().stream().filter(row -> row.allotment() != null).forEach(row ->
                    outcome.now(ALLOTMENT, row.allotment(), Shown.money(part.division(), row.institution()), new Allotment(
                            row.allotment(), row.institution(), part.division(), row.fundSource(), row.programme(),
                            row.budgetYear(), row.classification(), row.amount(), entry.envelope().document(), null)));
            case UsePlanRecorded plan -> outcome.now(
                    USE_PLAN,
                    UsePlan.id(plan.division(), plan.month(), plan.fundSource()),
                    Shown.money(plan.division()),
                    new UsePlan(plan.division(), plan.month(), plan.fundSource(), plan.need()));
            default -> { }
        }
    }

    /** A tranche of which nothing was notified begins here. */
    private static void passDown(Entry entry, TransferPassedDown down, Earlier earlier, Outcome outcome) {
        Line paid = down.lines().list().stream()
                .filter(line -> Objects.equals(line.allotment(), down.allotment()))
                .findFirst()
                .orElseThrow();
        Tranche tranche = earlier.latest(TRANCHE, Tranche.id(down.division(), down.tranche())).orElseGet(() -> new Tranche(
                down.tranche(), down.division(), paid.budgetYear(), null, paid.fundSource(), null, Money.ZERO, false, null,
                List.of(), List.of(), Money.ZERO, List.of(), List.of()));
        now(outcome, tranche.passedDown(new PassedDown(entry.position(), entry.envelope().effectiveDate(), down.toDivision(),
                paid.fundSource(), down.principal(), down.matching(), down.daysTaken(), down.lateBy())));
    }

    private static void channel(
            DivisionCode division, int budgetYear, ProgrammeCode programme, CompensationChannel channel, Outcome outcome) {
        if (programme != null && channel != null) {
            outcome.now(BUDGET_CHANNEL, BudgetChannel.id(division, budgetYear, programme), Shown.money(division),
                    new BudgetChannel(division, budgetYear, programme, channel));
        }
    }

    private static void change(
            Earlier earlier, Outcome outcome, DivisionCode division, TrancheId id, UnaryOperator<Tranche> change) {
        Optional<Tranche> known = earlier.latest(TRANCHE, Tranche.id(division, id));
        known.ifPresent(tranche -> now(outcome, change.apply(tranche)));
    }

    private static void now(Outcome outcome, Tranche tranche) {
        outcome.now(TRANCHE, Tranche.id(tranche.division(), tranche.tranche()), Shown.money(tranche.division()), tranche);
    }
}
