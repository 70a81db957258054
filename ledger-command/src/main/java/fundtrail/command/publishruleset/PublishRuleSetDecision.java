package fundtrail.command.publishruleset;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.ALREADY_EXISTS;
import static fundtrail.command.decide.RefusalCode.CALENDAR_WRONG;
import static fundtrail.command.decide.RefusalCode.PROGRAMME_TWICE;
import static fundtrail.command.decide.RefusalCode.PROGRAMME_UNKNOWN;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Known;
import fundtrail.contract.fact.PaymentRules;
import fundtrail.contract.fact.RuleSetPublished.Programme;
import fundtrail.contract.fact.RuleSetPublished;
import fundtrail.contract.id.ProgrammeCode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

public final class PublishRuleSetDecision {
    private PublishRuleSetDecision() {}

    public static Decision decide(PublishRuleSet wish, Moment moment, Known known) {
        Set<ProgrammeCode> codes = new HashSet<>();
        for (Programme programme : wish.programmes()) {
            if (!codes.add(programme.code())) {
                return refused(PROGRAMME_TWICE, programme.code());
            }
        }
        List<LocalDate> weekends = wish.holidays().stream().filter(PublishRuleSetDecision::isWeekend).toList();
        List<LocalDate> weekdays = wish.workingWeekends().stream().filter(day -> !isWeekend(day)).toList();
        if (!weekends.isEmpty() || !weekdays.isEmpty()) {
            return refused(CALENDAR_WRONG, wish.ruleSet()).with("weekends", weekends).with("weekdays", weekdays);
        }
        if (known.rules().ruleSet(wish.ruleSet()) != null) {
            return refused(ALREADY_EXISTS, wish.ruleSet());
        }
        for (ProgrammeCode named : wish.payments() == null ? List.<ProgrammeCode>of() : named(wish.payments())) {
            if (!codes.contains(named)) {
                return refused(PROGRAMME_UNKNOWN, named).with("date", wish.validFrom());
            }
        }
        return accepted(new RuleSetPublished(
                wish.ruleSet(),
                wish.validFrom(),
                wish.programmes(),
                wish.holidays(),
                wish.workingWeekends(),
                wish.payeeAccountWaitDays(),
                wish.duplicateWindowDays(),
                wish.proposalDays(),
                wish.passDownDays(),
                wish.payments(),
                wish.purchasing(),
                wish.appealDays(),
                wish.holdDays()));
    }

    /** The programmes its payment rules speak of. */
    private static List<ProgrammeCode> named(PaymentRules rules) {
        return Stream.of(rules.earmarkedProgrammes(), rules.agreementProgrammes()).flatMap(List::stream).toList();
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
