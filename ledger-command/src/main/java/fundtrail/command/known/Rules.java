package fundtrail.command.known;

import fundtrail.command.memory.Form;
import fundtrail.command.memory.Memory;
import fundtrail.command.memory.Table;
import fundtrail.contract.Entry;
import fundtrail.contract.fact.AuthorityMatrixSet;
import fundtrail.contract.fact.AuthorityMatrixSet.Row;
import fundtrail.contract.fact.RuleSetPublished;
import fundtrail.contract.fact.RuleSetPublished.Purchasing;
import fundtrail.contract.id.ProgrammeCode;
import fundtrail.contract.id.RuleSetId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;

/** The rule sets, and the authority matrix in force. */
public final class Rules implements Room {
    private static final String IN_FORCE = "in force";
    private static final int PROPOSAL_DAYS_WITHOUT_RULES = 60;
    /** Where the rules say nothing else; 30日内 in the Qinghai scheme. */
    private static final int PASS_DOWN_DAYS = 30;

    private final Table<RuleSetId, RuleSetPublished> ruleSets;
    private final Table<String, AuthorityMatrixSet> matrix;

    Rules(Memory memory) {
        ruleSets = new Table<>(memory, "ruleSets", Forms.RULE_SET, Form.json(RuleSetPublished.class));
        matrix = new Table<>(memory, "matrix", Form.TEXT, Form.json(AuthorityMatrixSet.class));
    }

    @Override
    public boolean fold(Entry entry) {
        switch (entry.fact()) {
            case RuleSetPublished fact -> ruleSets.put(fact.ruleSet(), fact);
            case AuthorityMatrixSet fact -> matrix.put(IN_FORCE, fact);
            default -> {
                return false;
            }
        }
        return true;
    }

    public RuleSetPublished ruleSet(RuleSetId id) {
        return ruleSets.get(id);
    }

    /** The rule set in force on a day: the latest valid from then or earlier; of two from one day, the greater id. */
    public RuleSetPublished inForce(LocalDate day) {
        return ruleSets.values().stream()
                .filter(rules -> !rules.validFrom().isAfter(day))
                .max(Comparator.comparing(RuleSetPublished::validFrom).thenComparing(rules -> rules.ruleSet().value()))
                .orElse(null);
    }

    /** Whether the programme stands in the rules in force on that day. */
    public boolean hasProgramme(ProgrammeCode programme, LocalDate day) {
        RuleSetPublished rules = inForce(day);
        return rules != null && rules.programmes().stream().anyMatch(known -> known.code().equals(programme));
    }

    /** How services are purchased by the rules in force on a day. */
    public Purchasing purchasing(LocalDate day) {
        RuleSetPublished rules = inForce(day);
        return rules == null || rules.purchasing() == null ? Purchasing.WITHOUT_RULES : rules.purchasing();
    }

    /** The days within which a claw-back can be appealed, by the rules in force on a day. */
    public int daysToAppeal(LocalDate day) {
        RuleSetPublished rules = inForce(day);
        return rules == null ? RuleSetPublished.APPEAL_DAYS_WITHOUT_RULE : rules.daysToAppeal();
    }

    /** The last day that a hold placed or reviewed today can last. */
    public LocalDate lastDayOfHold(LocalDate today) {
        RuleSetPublished rules = inForce(today);
        return today.plusDays(rules == null ? RuleSetPublished.HOLD_DAYS_WITHOUT_RULE : rules.daysOfHold());
    }

    /** Whether a programme is of earmarked subsidies by the rules in force on a day. */
    public boolean isEarmarked(ProgrammeCode programme, LocalDate day) {
        RuleSetPublished rules = inForce(day);
        return rules != null && rules.payments() != null && rules.payments().earmarkedProgrammes().contains(programme);
    }

    /** Whose signatures the command needs; {@code null} when the matrix has no row for it. */
    public Row authority(String command) {
        AuthorityMatrixSet inForce = matrix.get(IN_FORCE);
        return inForce == null ? null : inForce.rows().stream()
                .filter(row -> row.command().equals(command))
                .findFirst()
                .orElse(null);
    }

    /** The last day on which a proposal submitted today can be signed, by the rules in force today. */
    public LocalDate expiryOfProposal(LocalDate today) {
        RuleSetPublished rules = inForce(today);
        return today.plusDays(rules == null ? PROPOSAL_DAYS_WITHOUT_RULES : rules.proposalDays());
    }

    /** The day {@code workingDays} working days after {@code day}; each day by the calendar in force on it. */
    public LocalDate afterWorkingDays(LocalDate day, int workingDays) {
        LocalDate at = day;
        for (int left = workingDays; left > 0; ) {
            at = at.plusDays(1);
            if (isWorkingDay(at)) {
                left--;
            }
        }
        return at;
    }

    /**
     * The last day of a term of so many calendar days that begins after {@code day}: where it falls on a day that is not
     * worked, the next one that is (民法典第二百零三条). Where the rules have no calendar for that year, it stays where it falls.
     */
    public LocalDate lastDay(LocalDate day, int calendarDays) {
        LocalDate last = day.plusDays(calendarDays);
        if (!hasCalendar(last)) {
            return last;
        }
        while (!isWorkingDay(last)) {
            last = last.plusDays(1);
        }
        return last;
    }

    private boolean hasCalendar(LocalDate day) {
        RuleSetPublished rules = inForce(day);
        return rules != null && rules.holidays().stream().anyMatch(holiday -> holiday.getYear() == day.getYear());
    }

    /** The last day on which a transfer that arrived that day is passed down in time, by the rules in force then. */
    public LocalDate passDownDue(LocalDate arrivedOn) {
        RuleSetPublished rules = inForce(arrivedOn);
        return lastDay(arrivedOn, rules == null || rules.passDownDays() == null ? PASS_DOWN_DAYS : rules.passDownDays());
    }

    /** Before the first rule set, weekends alone are no working days. */
    private boolean isWorkingDay(LocalDate day) {
        RuleSetPublished rules = inForce(day);
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return weekend
                ? rules != null && rules.workingWeekends().contains(day)
                : rules == null || !rules.holidays().contains(day);
    }
}
