package fundtrail.command.finalizesettlement;

import fundtrail.command.known.InstitutionYear;
import fundtrail.command.known.Known;
import fundtrail.command.known.Settlements.Settlement;
import fundtrail.command.posting.SettlementPostings;
import fundtrail.contract.Account;
import fundtrail.contract.Line;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.FundingPlanApproved;
import fundtrail.contract.formula.SettlementOfSource;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What each source bears of a year against what it has paid; and what that changes in the books. */
final class SettledSources {
    private final List<SettlementOfSource> bySource = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final Money planned;

    SettledSources(InstitutionYear year, DivisionCode division, FundingPlanApproved plan, Known known) {
        Map<FundSourceCode, Money> borne = new TreeMap<>(Comparator.comparing(FundSourceCode::value));
        known.fundSources().values().forEach(source -> borne.put(source.fundSource(), Money.ZERO));
        plan.planLines().stream()
                .filter(line -> line.institution().equals(year.institution()))
                .forEach(line -> borne.put(line.fundSource(), line.amount()));
        planned = Money.sum(borne.values());
        borne.forEach((source, amount) -> settle(
                Purse.of(division, year.budgetYear(), source).of(year.institution(), year.programme()), amount, year, known));
    }

    /**
     * What was paid since the settlement need not be kept: it is what its open amounts have changed by. So a return of an
     * advance after the settlement counts as well, whichever of the two it changed.
     */
    private void settle(Purse purse, Money entitlement, InstitutionYear year, Known known) {
        Settlement before = known.purchases().settlements().of(year);
        FundSourceCode source = purse.fundSource();
        Money advances = known.balances().fund(Account.ADVANCES, purse);
        Money payable = known.balances().fund(Account.SETTLEMENT_PAYABLE, purse).negated();
        Money receivable = known.balances().fund(Account.SETTLEMENT_RECEIVABLE, purse);
        Money borne = before == null ? Money.ZERO : before.entitlement(source);
        Money cleared = before == null ? Money.ZERO : before.cleared(source);
        Money refunded = before == null ? Money.ZERO : before.refunded(source);
        Money paid = borne.minus(cleared).plus(refunded).minus(payable).plus(receivable);
        SettlementOfSource now = SettlementOfSource.of(source, entitlement, cleared.plus(advances), paid, refunded);
        if (!now.entitlement().isZero() || !borne.isZero() || !now.advances().isZero() || !now.paid().isZero() || !now.refunded().isZero()) {
            bySource.add(now);
            lines.addAll(SettlementPostings.settled(purse, known.years().isClosed(purse.division(), purse.budgetYear()),
                    entitlement.minus(borne), advances, now.payable().minus(payable), now.receivable().minus(receivable)));
        }
    }

    /** What the plan lets all sources bear. */
    Money planned() {
        return planned;
    }

    /** Each source that bears or has paid anything, or bore something in the revision before, by code. */
    List<SettlementOfSource> bySource() {
        return bySource;
    }

    Lines lines() {
        return new Lines(lines);
    }
}
