package fundtrail.command.recordsettlementrefund;

import fundtrail.command.known.Allotment;
import fundtrail.command.known.InstitutionYear;
import fundtrail.command.known.Known;
import fundtrail.command.posting.SettlementPostings;
import fundtrail.contract.Account;
import fundtrail.contract.Fraction;
import fundtrail.contract.Line;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
import fundtrail.contract.Shares;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What an institution owes back of a year, by source, and the allotments it was paid out of. */
final class RefundedSources {
    private final Map<FundSourceCode, Money> receivable = new TreeMap<>(Comparator.comparing(FundSourceCode::value));
    private final Purse ofYear;
    private final Known known;

    RefundedSources(InstitutionYear year, DivisionCode division, Known known) {
        this.known = known;
        ofYear = Purse.of(division, year.budgetYear(), null).of(year.institution(), year.programme());
        known.fundSources().values().forEach(source -> {
            Money open = known.balances().fund(Account.SETTLEMENT_RECEIVABLE, purse(source.fundSource()));
            if (open.isPositive()) {
                receivable.put(source.fundSource(), open);
            }
        });
    }

    private Purse purse(FundSourceCode source) {
        return Purse.of(ofYear.division(), ofYear.budgetYear(), source).of(ofYear.institution(), ofYear.programme());
    }

    Money receivable() {
        return Money.sum(receivable.values());
    }

    /** The amount in the composition of what is outstanding; sources that get nothing are left out. */
    Map<FundSourceCode, Money> shares(Money amount) {
        Map<FundSourceCode, Fraction> weights = new TreeMap<>(Comparator.comparing(FundSourceCode::value));
        receivable.forEach((source, open) -> weights.put(source, Fraction.yuan(open)));
        Map<FundSourceCode, Money> shares = Shares.of(amount, weights);
        shares.values().removeIf(Money::isZero);
        return shares;
    }

    /** Cash of each source comes in. */
    List<Line> cash(Map<FundSourceCode, Money> shares, BankAccountId bankAccount) {
        List<Line> lines = new ArrayList<>();
        shares.forEach((source, amount) -> lines.addAll(SettlementPostings.refunded(purse(source), bankAccount, amount)));
        return lines;
    }

    /** Authority goes back to the allotments it was spent from; the lines of each together. */
    List<List<Line>> authority(Map<FundSourceCode, Money> shares) {
        List<List<Line>> rows = new ArrayList<>();
        shares.forEach((source, amount) -> rows.addAll(authority(source, amount)));
        return rows;
    }

    private List<List<Line>> authority(FundSourceCode source, Money amount) {
        List<List<Line>> lines = new ArrayList<>();
        Money left = amount;
        for (Allotment allotment : known.ceilings().spending().by(purse(source))) {
            Money spent = known.ceilings().spending().towards(allotment.id(), ofYear.budgetYear());
            Money back = spent.compareTo(left) < 0 ? spent : left;
            if (back.isPositive()) {
                boolean closed = known.years().isClosed(allotment.division(), allotment.budgetYear());
                lines.add(SettlementPostings.authorityBack(allotment.purse(), closed, back));
                left = left.minus(back);
            }
        }
        return lines;
    }
}
