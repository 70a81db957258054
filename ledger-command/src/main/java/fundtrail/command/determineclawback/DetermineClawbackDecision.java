package fundtrail.command.determineclawback;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.ADVANCES_EXCEEDED;
import static fundtrail.command.decide.RefusalCode.ALREADY_EXISTS;
import static fundtrail.command.decide.RefusalCode.CASE_CLOSED;
import static fundtrail.command.decide.RefusalCode.CASE_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.CLAIM_ELSEWHERE;
import static fundtrail.command.decide.RefusalCode.CLAIM_EXCEEDED;
import static fundtrail.command.decide.RefusalCode.CLAIM_NOT_IN_CASE;
import static fundtrail.command.decide.RefusalCode.CLAIM_TWICE;
import static fundtrail.command.decide.RefusalCode.DATE_BEFORE_DETERMINATION;
import static fundtrail.command.decide.RefusalCode.DATE_PASSED;
import static fundtrail.command.decide.RefusalCode.FLAGGER_CONFLICT;
import static fundtrail.command.decide.RefusalCode.HEADS_PAY_EXCEEDED;
import static fundtrail.command.decide.RefusalCode.SETTLEMENT_OPEN;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Cases.Case;
import fundtrail.command.known.Cases.Flag;
import fundtrail.command.known.ClaimsPaid;
import fundtrail.command.known.Clawbacks;
import fundtrail.command.known.InstitutionYear;
import fundtrail.command.known.Known;
import fundtrail.command.known.Settlements.Settlement;
import fundtrail.command.posting.ClawbackPostings;
import fundtrail.contract.Account;
import fundtrail.contract.Line;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.ClaimAmount;
import fundtrail.contract.fact.ClawbackDetermined;
import fundtrail.contract.fact.ClawbackDetermined.DeterminedOfSource;
import fundtrail.contract.fact.DeterminedClaim;
import fundtrail.contract.id.ClaimId;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.InstitutionId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

public final class DetermineClawbackDecision {
    private DetermineClawbackDecision() {}

    public static Decision decide(DetermineClawback wish, Moment moment, Known known) {
        if (wish.dueOn().isBefore(moment.effectiveDate())) {
            return refused(DATE_PASSED, wish.dueOn()).with("today", moment.effectiveDate());
        }
        Set<ClaimId> once = new HashSet<>();
        for (ClaimAmount one : wish.claims()) {
            if (!once.add(one.claim())) {
                return refused(CLAIM_TWICE, one.claim());
            }
        }
        if (known.recoveries().clawbacks().of(wish.clawback()) != null) {
            return refused(ALREADY_EXISTS, wish.clawback());
        }
        Case inquiry = known.recoveries().cases().of(wish.caseId());
        if (inquiry == null) {
            return refused(CASE_UNKNOWN, wish.caseId());
        }
        if (!inquiry.open()) {
            return refused(CASE_CLOSED, wish.caseId());
        }
        for (ClaimAmount one : wish.claims()) {
            if (!inquiry.claims().contains(one.claim())) {
                return refused(CLAIM_NOT_IN_CASE, one.claim()).with("case", wish.caseId());
            }
        }
        List<Flag> flags = wish.claims().stream().map(one -> known.recoveries().cases().flag(one.claim())).toList();
        InstitutionYear year = flags.getFirst().year();
        for (Flag flag : flags) {
            if (!flag.year().equals(year)) {
                return refused(CLAIM_ELSEWHERE, flag.claim()).with("claim", flags.getFirst().claim());
            }
        }
        for (Flag flag : flags) {
            if (!Collections.disjoint(flag.flaggedBy(), moment.hands())) {
                return refused(FLAGGER_CONFLICT, flag.claim());
            }
        }
        if (moment.effectiveDate().isBefore(inquiry.openedOn())) {
            return refused(DATE_BEFORE_DETERMINATION, wish.caseId())
                    .with("date", moment.effectiveDate())
                    .with("determined", inquiry.openedOn());
        }
        Settlement settlement = known.purchases().settlements().of(year);
        if (settlement != null && settlement.open()) {
            return refused(SETTLEMENT_OPEN, year);
        }
        ClaimsPaid paid = new ClaimsPaid(year, inquiry.division(), known);
        List<DeterminedClaim> claims = new ArrayList<>();
        for (int i = 0; i < flags.size(); i++) {
            Money all = paid.paid(flags.get(i));
            Money left = all.minus(flags.get(i).determined());
            Money asked = wish.claims().get(i).amount();
            if (!left.covers(asked)) {
                return refused(CLAIM_EXCEEDED, flags.get(i).claim())
                        .with("paid", all)
                        .with("determined", flags.get(i).determined())
                        .with("amount", asked);
            }
            claims.add(new DeterminedClaim(flags.get(i).claim(), asked, all));
        }
        Money ofHeads = ofInvented(claims, known);
        if (ofHeads.isPositive() && !paid.paidForInvented().minus(paid.clawedBackOfInvented()).covers(ofHeads)) {
            return refused(HEADS_PAY_EXCEEDED, year)
                    .with("paid", paid.paidForInvented())
                    .with("determined", paid.clawedBackOfInvented())
                    .with("amount", ofHeads);
        }
        return determined(wish, year, inquiry, claims, paid, known);
    }

    private static Money ofInvented(List<DeterminedClaim> claims, Known known) {
        return Money.sum(claims.stream()
                .filter(one -> known.recoveries().cases().flag(one.claim()).inventedHeads() != null)
                .map(DeterminedClaim::amount).toList());
    }

    private static Decision determined(
            DetermineClawback wish, InstitutionYear year, Case inquiry, List<DeterminedClaim> claims, ClaimsPaid paid, Known known) {
        InstitutionId debtor = known.mergers().last(year.institution());
        Account counter = paid.counter();
        List<DeterminedOfSource> bySource = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        for (Map.Entry<FundSourceCode, Money> share : Clawbacks.shares(wish.amount(), paid.composition()).entrySet()) {
            FundSourceCode source = share.getKey();
            Money amount = share.getValue();
            if (counter == Account.ADVANCES && !paid.advances(source).covers(amount)) {
                return refused(ADVANCES_EXCEEDED, source).with("advances", paid.advances(source)).with("amount", amount);
            }
            bySource.add(new DeterminedOfSource(source, amount, counter));
            lines.addAll(ClawbackPostings.determined(Purse.of(inquiry.division(), year.budgetYear(), source)
                    .of(debtor, year.programme()).forClawback(wish.clawback()), counter, amount));
        }
        return accepted(new ClawbackDetermined(wish.clawback(), wish.caseId(), inquiry.division(), debtor, year.programme(),
                year.budgetYear(), wish.amount(), claims, bySource, wish.dueOn(), new Lines(lines)));
    }
}
