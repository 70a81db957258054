package fundtrail.command.known;

import fundtrail.command.memory.Fingerprint;
import fundtrail.command.memory.Fingerprints;
import fundtrail.command.memory.Form;
import fundtrail.command.memory.Memory;
import fundtrail.command.memory.Table;
import fundtrail.contract.Entry;
import fundtrail.contract.Money;
import fundtrail.contract.fact.BudgetApproved.SourceAmount;
import fundtrail.contract.fact.SettlementConfirmed;
import fundtrail.contract.fact.SettlementDisputed;
import fundtrail.contract.fact.SettlementFinalized;
import fundtrail.contract.fact.SettlementRefundReceived;
import fundtrail.contract.fact.SettlementRefundReceivedRows;
import fundtrail.contract.fact.SettlementReopened;
import fundtrail.contract.formula.SettlementOfSource;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Settlements: the last revision of each, and what was refunded since the first. */
public final class Settlements implements Room {
    /**
     * A settlement.
     *
     * @param effectiveDate of its last revision
     * @param bySource      as the last revision found it
     * @param refunded      all refunds so far, each source once for each
     * @param open          whether it was reopened since
     * @param confirmed     whether the institution agreed with the last revision
     */
    public record Settlement(
            DivisionCode division,
            int revision,
            LocalDate effectiveDate,
            List<SettlementOfSource> bySource,
            List<SourceAmount> refunded,
            boolean open,
            boolean confirmed) {

        /** What the last revision let the source bear. */
        public Money entitlement(FundSourceCode source) {
            return of(source).map(SettlementOfSource::entitlement).reduce(Money.ZERO, Money::plus);
        }

        /** All advances of the source cleared so far. */
        public Money cleared(FundSourceCode source) {
            return of(source).map(SettlementOfSource::advances).reduce(Money.ZERO, Money::plus);
        }

        /** All that was refunded of the source so far. */
        public Money refunded(FundSourceCode source) {
            return refunded.stream()
                    .filter(one -> one.fundSource().equals(source))
                    .map(SourceAmount::amount)
                    .reduce(Money.ZERO, Money::plus);
        }

        private Stream<SettlementOfSource> of(FundSourceCode source) {
            return bySource.stream().filter(one -> one.fundSource().equals(source));
        }
    }

    private final Table<InstitutionYear, Settlement> settlements;

    private final Fingerprints bankRefs;

    Settlements(Memory memory, Fingerprints bankRefs) {
        this.bankRefs = bankRefs;
        settlements = new Table<>(memory, "settlements", Form.json(InstitutionYear.class), Form.json(Settlement.class));
    }

    /** The settlement, final or open, or {@code null} before its first revision. */
    public Settlement of(InstitutionYear year) {
        return settlements.get(year);
    }

    /** All years that were ever settled. */
    Set<InstitutionYear> years() {
        return settlements.keys();
    }

    /** Whether it is final: neither before its first revision nor reopened. */
    public boolean isFinal(InstitutionYear year) {
        Settlement settlement = of(year);
        return settlement != null && !settlement.open();
    }

    @Override
    public boolean fold(Entry entry) {
        switch (entry.fact()) {
            case SettlementFinalized fact -> {
                InstitutionYear year = new InstitutionYear(fact.institution(), fact.programme(), fact.budgetYear());
                Settlement before = of(year);
                settlements.put(year, new Settlement(fact.division(), fact.revision(), entry.envelope().effectiveDate(), fact.bySource(),
                        before == null ? List.of() : before.refunded(), false, false));
            }
            case SettlementReopened fact -> change(
                    new InstitutionYear(fact.institution(), fact.programme(), fact.budgetYear()), List.of(), true, false);
            case SettlementConfirmed fact -> change(
                    new InstitutionYear(fact.institution(), fact.programme(), fact.budgetYear()), List.of(), false, true);
            case SettlementRefundReceived fact -> {
                bankRefs.put(Fingerprint.of(fact.bankRef()), entry.position());
                InstitutionYear year = new InstitutionYear(fact.institution(), fact.programme(), fact.budgetYear());
                // What was owed before the ledger began has no settlement here: the balance alone says what is left of it.
                if (of(year) != null) {
                    change(year, fact.bySource(), of(year).open(), of(year).confirmed());
                }
            }
            // Its lines are in the balances, and what was spent towards the year is kept with them.
            case SettlementRefundReceivedRows part -> { }
            case SettlementDisputed fact -> { }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void change(InstitutionYear year, List<SourceAmount> refund, boolean open, boolean confirmed) {
        Settlement before = Objects.requireNonNull(of(year), () -> year + " was never settled");
        List<SourceAmount> refunded = new ArrayList<>(before.refunded());
        refunded.addAll(refund);
        settlements.put(year, new Settlement(
                before.division(), before.revision(), before.effectiveDate(), before.bySource(), List.copyOf(refunded), open, confirmed));
    }
}
