package fundtrail.command.recordsettlementrefund;

import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.ACCOUNT_MISMATCH;
import static fundtrail.command.decide.RefusalCode.AMOUNT_NOT_POSITIVE;
import static fundtrail.command.decide.RefusalCode.BALANCE_OUT_OF_RANGE;
import static fundtrail.command.decide.RefusalCode.DATE_BEFORE_SETTLEMENT;
import static fundtrail.command.decide.RefusalCode.INSTITUTION_MERGED;
import static fundtrail.command.decide.RefusalCode.NUMBER_USED;
import static fundtrail.command.decide.RefusalCode.REFUND_EXCEEDED;
import static fundtrail.command.decide.RefusalCode.SETTLEMENT_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.TREASURY_ACCOUNT_UNKNOWN;

import fundtrail.command.decide.Decision.Accepted;
import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.InstitutionYear;
import fundtrail.command.known.Known;
import fundtrail.command.known.Settlements.Settlement;
import fundtrail.command.propose.Parts;
import fundtrail.contract.Fact;
import fundtrail.contract.Json;
import fundtrail.contract.Line;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.fact.BudgetApproved.SourceAmount;
import fundtrail.contract.fact.SettlementRefundReceived;
import fundtrail.contract.fact.SettlementRefundReceivedRows;
import fundtrail.contract.fact.TreasuryAccountRegistered;
import fundtrail.contract.fact.TreasuryAccountRegistered.Use;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.InstitutionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What an institution owes from before the ledger began is paid back in the same way, without a settlement. */
public final class RecordSettlementRefundDecision {
    private RecordSettlementRefundDecision() {}

    public static Decision decide(RecordSettlementRefund wish, Moment moment, Known known) {
        if (!wish.amount().isPositive()) {
            return refused(AMOUNT_NOT_POSITIVE, wish.institution()).with("amount", wish.amount());
        }
        Long used = known.usedBankRef(wish.bankRef());
        if (used != null) {
            return refused(NUMBER_USED, wish.bankRef()).with("by", "#" + used);
        }
        TreasuryAccountRegistered account = known.treasuryAccounts().get(wish.bankAccount());
        if (account == null) {
            return refused(TREASURY_ACCOUNT_UNKNOWN, wish.bankAccount());
        }
        InstitutionYear year = new InstitutionYear(wish.institution(), wish.programme(), wish.budgetYear());
        Settlement settlement = known.purchases().settlements().of(year);
        DivisionCode division = known.divisionOf(wish.institution());
        RefundedSources refund = new RefundedSources(year, division, known);
        if (settlement == null && refund.receivable().isZero()) {
            return refused(SETTLEMENT_UNKNOWN, year);
        }
        if (!account.division().equals(division) || account.use() != Use.TREASURY) {
            return refused(ACCOUNT_MISMATCH, wish.bankAccount())
                    .with("division", account.division())
                    .with("use", account.use());
        }
        InstitutionId successor = known.mergers().successorOf(wish.institution());
        if (successor != null) {
            return refused(INSTITUTION_MERGED, wish.institution()).with("into", successor);
        }
        if (settlement != null && moment.effectiveDate().isBefore(settlement.effectiveDate())) {
            return refused(DATE_BEFORE_SETTLEMENT, year)
                    .with("date", moment.effectiveDate())
                    .with("settled", settlement.effectiveDate());
        }
        if (!refund.receivable().covers(wish.amount())) {
            return refused(REFUND_EXCEEDED, year).with("receivable", refund.receivable()).with("amount", wish.amount());
        }
        Map<FundSourceCode, Money> shares = refund.shares(wish.amount());
        List<Line> cash = refund.cash(shares, wish.bankAccount());
        List<List<Line>> authority = refund.authority(shares);
        if (!known.balances().canTake(new Lines(Stream.concat(cash.stream(), authority.stream().flatMap(List::stream)).toList()))) {
            return refused(BALANCE_OUT_OF_RANGE, wish.bankAccount());
        }
        return new Accepted(facts(wish, division, shares, cash, authority));
    }

    /** One fact; where authority comes back to many allotments, that in parts, and the fact that closes them. */
    private static List<Fact> facts(RecordSettlementRefund wish, DivisionCode division, Map<FundSourceCode, Money> shares,
            List<Line> cash, List<List<Line>> authority) {
        List<Fact> facts = new ArrayList<>();
        List<List<List<Line>>> parts = Parts.of(authority, row -> Json.canonical(row).length);
        boolean fits = Json.canonical(cash).length + Json.canonical(authority).length <= Parts.BUDGET_BYTES;
        for (List<List<Line>> part : fits ? List.<List<List<Line>>>of() : parts) {
            facts.add(new SettlementRefundReceivedRows(division, wish.institution(), wish.programme(), wish.budgetYear(), facts.size() + 1,
                    new Lines(part.stream().flatMap(List::stream).toList())));
        }
        List<Line> own = new ArrayList<>(cash);
        if (fits) {
            authority.forEach(own::addAll);
        }
        facts.add(new SettlementRefundReceived(division, wish.institution(), wish.programme(), wish.budgetYear(), wish.bankAccount(),
                wish.bankRef(), wish.amount(),
                shares.entrySet().stream().map(share -> new SourceAmount(share.getKey(), share.getValue())).toList(),
                fits ? null : parts.size(), new Lines(own)));
        return facts;
    }
}
