package fundtrail.client.fsck.identity;

import static fundtrail.client.fsck.identity.Made.A1;
import static fundtrail.client.fsck.identity.Made.ALLOTMENT;
import static fundtrail.client.fsck.identity.Made.BSP;
import static fundtrail.client.fsck.identity.Made.CEN;
import static fundtrail.client.fsck.identity.Made.COUNTY;
import static fundtrail.client.fsck.identity.Made.CT;
import static fundtrail.client.fsck.identity.Made.H1;
import static fundtrail.client.fsck.identity.Made.H2;
import static fundtrail.client.fsck.identity.Made.OWNER;
import static fundtrail.client.fsck.identity.Made.SOURCE;
import static fundtrail.client.fsck.identity.Made.YEAR;
import static fundtrail.client.fsck.identity.Made.advanced;
import static fundtrail.client.fsck.identity.Made.broken;
import static fundtrail.client.fsck.identity.Made.hold;
import static fundtrail.client.fsck.identity.Made.lines;
import static fundtrail.client.fsck.identity.Made.moved;
import static fundtrail.client.fsck.identity.Made.paid;
import static fundtrail.client.fsck.identity.Made.settled;
import static fundtrail.client.fsck.identity.Made.yuan;
import static fundtrail.contract.Account.ADVANCES;
import static fundtrail.contract.Account.ALLOTTED;
import static fundtrail.contract.Account.CHARGES_INCOME;
import static fundtrail.contract.Account.CHARGES_RECEIVABLE;
import static fundtrail.contract.Account.EXPENDED;
import static fundtrail.contract.Account.PROGRAM_EXPENSE;
import static fundtrail.contract.Account.SETTLEMENT_PAYABLE;
import static fundtrail.contract.Account.SETTLEMENT_RECEIVABLE;
import static fundtrail.contract.Account.TREASURY_CASH;

import fundtrail.contract.Account;
import fundtrail.contract.Fact;
import fundtrail.contract.Line;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.AdvancePaid;
import fundtrail.contract.fact.BudgetApproved.SourceAmount;
import fundtrail.contract.fact.ChargeCollected;
import fundtrail.contract.fact.EntitlementComputed;
import fundtrail.contract.fact.FundSourceRegistered;
import fundtrail.contract.fact.FundSourceRegistered.Level;
import fundtrail.contract.fact.FundSourceRegistered.RestitutionTarget;
import fundtrail.contract.fact.FundingPlanApproved;
import fundtrail.contract.fact.InstitutionMerged;
import fundtrail.contract.fact.InstitutionMergedRows;
import fundtrail.contract.fact.PaymentReturned;
import fundtrail.contract.fact.PenaltyAssessed;
import fundtrail.contract.fact.SettlementFinalized;
import fundtrail.contract.fact.SettlementRefundReceived;
import fundtrail.contract.formula.FundingPlan.Draw;
import fundtrail.contract.formula.FundingPlan.PlanLine;
import fundtrail.contract.formula.SettlementOfSource;
import fundtrail.contract.id.ChargeId;
import fundtrail.contract.id.FundSourceCode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each identity between the bureau and an institution, of plans and of mergers, is found broken where it is. */
class InstitutionsTest {
    private static final Purse GENERAL = Purse.of(COUNTY, YEAR, new FundSourceCode("GEN"));
    private static final FundSourceCode RSV = new FundSourceCode("RSV");

    /** Earned and planned: so many heads at 1.00 a head. */
    private static List<Fact> planned(int heads, String planned, String... draw) {
        List<Fact> facts = new ArrayList<>(advanced());
        facts.add(new FundSourceRegistered(RSV, "风险金", "Reserve", Level.RISK_RESERVE, "x", null, false, RestitutionTarget.RISK_RESERVE,
                RestitutionTarget.RISK_RESERVE, "x"));
        var steps = new EntitlementComputed.ByHeads(heads, yuan("1.00"), 12);
        facts.add(new EntitlementComputed(COUNTY, H1, BSP, YEAR, EntitlementComputed.Method.CAPITATION, null, steps, steps.exact(), steps.exact().toMoney()));
        facts.add(new FundingPlanApproved(COUNTY, BSP, YEAR, 1, List.of(new PlanLine(H1, CEN, yuan(planned))),
                draw.length == 0 ? List.of() : List.of(new Draw(H1, yuan(draw[0]))), List.of(), Money.ZERO));
        return facts;
    }

    private static List<Fact> before(List<Fact> facts) {
        return facts.subList(0, facts.size() - 1);
    }

    @Test
    void a_settled_year_in_order_passes() {
        hold(planned(50, "50.00"), settled("50.00", "40.00", "50.00"));
        hold(planned(30, "30.00"), settled("30.00", "40.00", "30.00"), refunded("10.00", "10.00"));
    }

    private static SettlementRefundReceived refunded(String amount, String booked) {
        return new SettlementRefundReceived(COUNTY, H1, BSP, YEAR, CT, "ref", yuan(amount), List.of(new SourceAmount(CEN, yuan(amount))), null, lines(
                moved(TREASURY_CASH, SOURCE.in(CT), SETTLEMENT_RECEIVABLE, OWNER, booked), moved(EXPENDED, ALLOTMENT, ALLOTTED, ALLOTMENT, amount)));
    }

    @Test
    void a_plan_is_what_was_earned_and_has_authority_and_reserve() {
        broken("the plan's lines of an institution are its entitlement: 330521 2026 H1 BSP", before(planned(50, "50.00")), planned(50, "49.99").getLast());
        broken("what is allotted and in reserve bears the plan: 330521 2026 CEN BSP", before(planned(61, "61.00")), planned(61, "61.00").getLast());
        broken("the reserve bears its draws: 330521", before(planned(50, "50.00")), planned(50, "50.00", "0.01").getLast());
    }

    @Test
    void a_settlement_is_what_was_planned_earned_and_paid() {
        broken("a settlement's source bears what the plan says", planned(50, "50.00"), settled("49.99", "40.00", "49.99"));
        broken("a settlement's sources bear the entitlement", withoutPlan(), settled("0.00", "40.00", "0.00"));
        broken("what a settlement counts as paid is what was paid", planned(50, "50.00"), settled("50.00", "39.99", "50.00"));
        broken("what a settlement counts as refunded is what was refunded", planned(50, "50.00"), new SettlementFinalized(COUNTY, H1, BSP, YEAR, 1,
                List.of(SettlementOfSource.of(CEN, yuan("50.00"), yuan("40.00"), Money.ZERO, yuan("0.01"))), settled("50.00", "40.00", "50.00").lines()));
        broken("SETTLEMENT_PAYABLE is what the settlement says", planned(50, "50.00"), settled("50.00", "40.00", "50.01"));
        broken("SETTLEMENT_RECEIVABLE is what the settlement says", planned(30, "30.00"), settled("30.00", "40.00", "30.01"));
    }

    /** Earned 50.00; no plan. */
    private static List<Fact> withoutPlan() {
        return before(planned(50, "50.00"));
    }

    @Test
    void expense_and_advances_are_what_amounts_say() {
        Lines right = settled("50.00", "40.00", "50.00").lines();
        broken("expense = entitlement and expense accepted", planned(50, "50.00"),
                with(right.and(moved(PROGRAM_EXPENSE, OWNER, CHARGES_INCOME, SOURCE, "0.01"))));
        broken("ADVANCES = paid", planned(50, "50.00"), with(right.and(moved(ADVANCES, OWNER, CHARGES_INCOME, SOURCE, "0.01"))));
        broken("paid − returned", advanced().subList(0, 5), gross());
        broken("ADVANCES = paid", advanced().subList(0, 5), paid("B1", "40.00", "39.99", "40.00", "40.00"));
    }

    /** A payment besides which something is owed of which it says nothing. */
    private static Fact gross() {
        return new AdvancePaid(paid("B1", "40.00").payment(), paid("B1", "40.00").batch(), 1, H1, H1, paid("B1", "40.00").payeeAccount(),
                A1, CT, yuan("40.00"), "预拨", "1", null, paid("B1", "40.00").lines().and(moved(SETTLEMENT_RECEIVABLE, OWNER, CHARGES_INCOME, SOURCE, "0.01")));
    }

    private static SettlementFinalized with(Lines lines) {
        return new SettlementFinalized(COUNTY, H1, BSP, YEAR, 1, settled("50.00", "40.00", "50.00").bySource(), lines);
    }

    @Test
    void nothing_is_advanced_to_a_settled_year_nor_payable_and_receivable_at_once() {
        List<Fact> facts = new ArrayList<>(planned(40, "40.00"));
        facts.add(settled("40.00", "40.00", "40.00"));
        facts.add(Made.batch("B2", "5.00", "5.00", "5.00")[0]);
        broken("no ADVANCES while settled", facts, paid("B2", "5.00"));
        List<Fact> payable = new ArrayList<>(planned(50, "50.00"));
        payable.add(settled("50.00", "40.00", "50.00"));
        broken("not payable and receivable at once", payable, besides(moved(SETTLEMENT_RECEIVABLE, OWNER, SETTLEMENT_PAYABLE, OWNER, "1.00")));
        List<Fact> receivable = new ArrayList<>(planned(30, "30.00"));
        receivable.add(settled("30.00", "40.00", "30.00"));
        broken("SETTLEMENT_PAYABLE ≥ 0", receivable, besides(moved(SETTLEMENT_PAYABLE, OWNER, SETTLEMENT_RECEIVABLE, OWNER, "1.00")));
        broken("SETTLEMENT_RECEIVABLE ≥ 0", receivable, refunded("10.01", "10.01"));
    }

    /** Lines of which the fact says nothing. */
    private static PenaltyAssessed besides(List<Line> lines) {
        return new PenaltyAssessed(new ChargeId("P1"), COUNTY, H1, GENERAL.fundSource(), YEAR, yuan("1.00"), "条例第十四条", null,
                assessed("1.00", "1.00").lines().and(lines));
    }

    private static PenaltyAssessed assessed(String amount, String booked) {
        return new PenaltyAssessed(new ChargeId("P1"), COUNTY, H1, GENERAL.fundSource(), YEAR, yuan(amount), "条例第十四条", null,
                lines(moved(CHARGES_RECEIVABLE, GENERAL.of(H1, null), CHARGES_INCOME, GENERAL, booked)));
    }

    private static ChargeCollected collected(String amount, String booked) {
        return new ChargeCollected(new ChargeId("P1"), COUNTY, H1, CT, "fine", yuan(amount),
                lines(moved(TREASURY_CASH, GENERAL.in(CT), CHARGES_RECEIVABLE, GENERAL.of(H1, null), booked)));
    }

    @Test
    void charges_are_what_was_assessed_less_what_was_collected() {
        hold(List.of(assessed("5.00", "5.00")), collected("5.00", "5.00"));
        broken("CHARGES_RECEIVABLE = assessed", List.of(), assessed("5.00", "5.01"));
        broken("TREASURY_CASH = received", List.of(assessed("5.00", "5.00")), collected("4.00", "4.01"));
        broken("what is owed of a charge ≥ 0", List.of(assessed("5.00", "5.00")), collected("5.01", "5.01"));
        broken("a charge that is named was there before: P1", List.of(), collected("5.00", "5.00"));
    }

    /** In red on the one, the same on the other. */
    private static List<Line> over(Account account, Purse from, String debit) {
        Line line = Line.debit(account, from, yuan(debit));
        return List.of(line.red(), Line.debit(account, from.of(H2, from.programme()), yuan(debit)));
    }

    private static List<Line> spent(Account account, String credit) {
        Line line = Line.credit(account, ALLOTMENT, yuan(credit));
        return List.of(line.red(), Line.credit(account, ALLOTMENT.of(H2, BSP), yuan(credit)));
    }

    @Test
    void a_merged_institution_has_nothing_left_and_its_successor_all_of_it() {
        InstitutionMerged closing = new InstitutionMerged(H1, H2, 1, 3, "ab".repeat(32));
        List<Fact> facts = new ArrayList<>(advanced());
        facts.add(new InstitutionMergedRows(H1, H2, 1, lines(over(ADVANCES, OWNER, "40.00"), spent(ALLOTTED, "20.00"), spent(EXPENDED, "40.00"))));
        facts.add(closing);
        hold(facts, returnedToSuccessor());
        List<Fact> less = new ArrayList<>(advanced());
        less.add(new InstitutionMergedRows(H1, H2, 1, lines(over(ADVANCES, OWNER, "39.99"), spent(ALLOTTED, "20.00"), spent(EXPENDED, "40.00"))));
        broken("nothing is left in the name of an institution that was merged: 330521 H1 ADVANCES", less, closing);
    }

    private static Fact returnedToSuccessor() {
        Purse heir = OWNER.of(H2, BSP);
        return new PaymentReturned(paid("B1", "40.00").payment(), H1, A1, yuan("5.00"), "back", "户名不符", lines(
                moved(TREASURY_CASH, SOURCE.in(CT), ADVANCES, heir, "5.00"), moved(EXPENDED, heir.under(A1), ALLOTTED, heir.under(A1), "5.00")));
    }
}
