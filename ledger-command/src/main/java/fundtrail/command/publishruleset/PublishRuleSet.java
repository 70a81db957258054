package fundtrail.command.publishruleset;

import fundtrail.command.decide.Command;
import fundtrail.command.decide.Form;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.fact.PaymentRules;
import fundtrail.contract.fact.RuleSetPublished.Programme;
import fundtrail.contract.fact.RuleSetPublished.Purchasing;
import fundtrail.contract.id.RuleSetId;
import java.time.LocalDate;
import java.util.List;

/**
 * Publishes rules, whole: what was published under an id never changes. Fields as in
 * {@link fundtrail.contract.fact.RuleSetPublished}; at most 50 programmes and 200 days in each of the two calendars,
 * so that the rule set fits one fact.
 */
public record PublishRuleSet(
        @MayBeAbsent LocalDate effectiveDate,
        @MayBeAbsent DocumentRef document,
        RuleSetId ruleSet,
        LocalDate validFrom,
        List<Programme> programmes,
        List<LocalDate> holidays,
        List<LocalDate> workingWeekends,
        int payeeAccountWaitDays,
        int duplicateWindowDays,
        int proposalDays,
        @MayBeAbsent Integer passDownDays,
        @MayBeAbsent PaymentRules payments,
        @MayBeAbsent Purchasing purchasing,
        @MayBeAbsent Integer appealDays,
        @MayBeAbsent Integer holdDays)
        implements Command {
    /** Rules that say no more than every rule set must. */
    public PublishRuleSet(LocalDate effectiveDate, DocumentRef document, RuleSetId ruleSet, LocalDate validFrom, List<Programme> programmes,
            List<LocalDate> holidays, List<LocalDate> workingWeekends, int payeeAccountWaitDays, int duplicateWindowDays, int proposalDays) {
        this(effectiveDate, document, ruleSet, validFrom, programmes, holidays, workingWeekends, payeeAccountWaitDays,
                duplicateWindowDays, proposalDays, null, null, null, null, null);
    }

    public PublishRuleSet {
        Form.count("programmes", programmes, 1, 50);
        Form.count("holidays", holidays, 0, 200);
        Form.count("workingWeekends", workingWeekends, 0, 200);
        Form.between("payeeAccountWaitDays", payeeAccountWaitDays, 1, 30);
        Form.between("duplicateWindowDays", duplicateWindowDays, 0, 366);
        Form.between("proposalDays", proposalDays, 1, 366);
        if (passDownDays != null) {
            Form.between("passDownDays", passDownDays, 1, 366);
        }
        if (appealDays != null) {
            Form.between("appealDays", appealDays, 1, 366);
        }
        if (holdDays != null) {
            Form.between("holdDays", holdDays, 1, 366);
        }
    }
}
