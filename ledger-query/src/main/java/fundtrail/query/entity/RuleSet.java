package fundtrail.query.entity;

import fundtrail.contract.DocumentRef;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.fact.PaymentRules;
import fundtrail.contract.fact.RuleSetPublished.Programme;
import fundtrail.contract.fact.RuleSetPublished.Purchasing;
import fundtrail.contract.id.RuleSetId;
import java.time.LocalDate;
import java.util.List;

/** A rule set, in force from {@code validFrom} until a later one is. */
public record RuleSet(
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
        @MayBeAbsent Integer holdDays,
        @MayBeAbsent DocumentRef document) {}
