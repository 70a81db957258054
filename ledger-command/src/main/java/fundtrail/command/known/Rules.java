package fundtrail.command.known;

import fundtrail.contract.Role;
import fundtrail.contract.fact.AuthorityMatrixSet;
import fundtrail.contract.fact.RuleSetPublished;
import fundtrail.contract.id.ProgrammeCode;
import fundtrail.contract.id.RuleSetId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** The rule sets, and the authority matrix in force. */
public final class Rules {
    private static final String IN_FORCE = "in force";

    private final Table<RuleSetId, RuleSetPublished> ruleSets;
    private final Table<String, AuthorityMatrixSet> matrix;

    Rules(Journal journal) {
        ruleSets = new Table<>(journal);
        matrix = new Table<>(journal);
    }

    void fold(RuleSetPublished fact) {
        ruleSets.put(fact.ruleSet(), fact);
    }

    void fold(AuthorityMatrixSet fact) {
        matrix.put(IN_FORCE, fact);
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

    /** The signatures the command needs, first to last; {@code null} when the matrix has no row for it. */
    public List<Set<Role>> signatures(String command) {
        AuthorityMatrixSet inForce = matrix.get(IN_FORCE);
        return inForce == null ? null : inForce.rows().stream()
                .filter(row -> row.command().equals(command))
                .map(AuthorityMatrixSet.Row::signatures)
                .findFirst()
                .orElse(null);
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

    /** Before the first rule set, weekends alone are no working days. */
    private boolean isWorkingDay(LocalDate day) {
        RuleSetPublished rules = inForce(day);
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return weekend
                ? rules != null && rules.workingWeekends().contains(day)
                : rules == null || !rules.holidays().contains(day);
    }
}
