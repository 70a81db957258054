package fundtrail.command.allotbudget;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.ALREADY_EXISTS;
import static fundtrail.command.decide.RefusalCode.AMOUNT_NOT_POSITIVE;
import static fundtrail.command.decide.RefusalCode.AUTHORITY_PROMISED;
import static fundtrail.command.decide.RefusalCode.CLASS_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.DIVISION_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.FUND_SOURCE_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.INSTITUTION_ELSEWHERE;
import static fundtrail.command.decide.RefusalCode.INSTITUTION_MERGED;
import static fundtrail.command.decide.RefusalCode.INSTITUTION_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.PROGRAMME_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.UNALLOTTED_EXCEEDED;
import static fundtrail.command.decide.RefusalCode.YEAR_CLOSED;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.ExpenditureClasses;
import fundtrail.command.known.Known;
import fundtrail.command.known.Promises.Broken;
import fundtrail.command.known.Promises;
import fundtrail.command.posting.PostingRules;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.BudgetAllotted;
import fundtrail.contract.id.InstitutionId;

public final class AllotBudgetDecision {
    private AllotBudgetDecision() {}

    public static Decision decide(AllotBudget wish, Moment moment, Known known) {
        if (!wish.amount().isPositive()) {
            return refused(AMOUNT_NOT_POSITIVE, wish.allotment()).with("amount", wish.amount());
        }
        if (known.allotments().has(wish.allotment())) {
            return refused(ALREADY_EXISTS, wish.allotment());
        }
        if (!known.hasDivision(wish.division())) {
            return refused(DIVISION_UNKNOWN, wish.division());
        }
        if (!known.institutions().has(wish.institution())) {
            return refused(INSTITUTION_UNKNOWN, wish.institution());
        }
        if (!known.fundSources().has(wish.fundSource())) {
            return refused(FUND_SOURCE_UNKNOWN, wish.fundSource());
        }
        if (!known.rules().hasProgramme(wish.programme(), moment.effectiveDate())) {
            return refused(PROGRAMME_UNKNOWN, wish.programme()).with("date", moment.effectiveDate());
        }
        String unclassed = ExpenditureClasses.unknown(wish.classification());
        if (unclassed != null) {
            return refused(CLASS_UNKNOWN, unclassed);
        }
        if (!known.institutions().isBureau(wish.institution())
                && !known.divisionOf(wish.institution()).equals(wish.division())) {
            return refused(INSTITUTION_ELSEWHERE, wish.institution())
                    .with("division", known.divisionOf(wish.institution()))
                    .with("wanted", wish.division());
        }
        InstitutionId successor = known.mergers().successorOf(wish.institution());
        if (successor != null) {
            return refused(INSTITUTION_MERGED, wish.institution()).with("into", successor);
        }
        if (known.years().isClosed(wish.division(), wish.budgetYear())) {
            return refused(YEAR_CLOSED, wish.budgetYear()).with("division", wish.division());
        }
        Money unallotted = known.balances().unallotted(wish.division(), wish.budgetYear(), wish.fundSource());
        if (!unallotted.covers(wish.amount())) {
            return refused(UNALLOTTED_EXCEEDED, wish.fundSource())
                    .with("unallotted", unallotted)
                    .with("amount", wish.amount())
                    .with("missing", wish.amount().minus(unallotted));
        }
        Purse source = Purse.of(wish.division(), wish.budgetYear(), wish.fundSource());
        Broken broken = Promises.broken(source, source.of(wish.institution(), wish.programme()), wish.amount(), known);
        if (broken != null) {
            return refused(AUTHORITY_PROMISED, wish.fundSource())
                    .with("asked", wish.amount())
                    .with("broken", broken.amount())
                    .with("programme", broken.programme());
        }
        Purse purse = source
                .of(wish.institution(), known.institutions().isBureau(wish.institution()) ? null : wish.programme())
                .under(wish.allotment());
        return accepted(new BudgetAllotted(
                wish.allotment(),
                wish.institution(),
                wish.division(),
                wish.fundSource(),
                wish.programme(),
                wish.budgetYear(),
                wish.classification(),
                wish.amount(),
                PostingRules.budgetAllotted(purse, wish.amount())));
    }
}
