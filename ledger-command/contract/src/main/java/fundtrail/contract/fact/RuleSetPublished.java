package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Fraction;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.Text;
import fundtrail.contract.formula.Coefficient;
import fundtrail.contract.formula.Figures;
import fundtrail.contract.formula.UnitStandard;
import fundtrail.contract.id.ProgrammeCode;
import fundtrail.contract.id.RuleSetId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * 规则发布: rules as data. In force from {@code validFrom} until a later one is.
 *
 * @param programmes            the programme codes that may be used
 * @param holidays              weekdays that are no working days
 * @param workingWeekends       Saturdays and Sundays that are working days (调休)
 * @param payeeAccountWaitDays  working days after which a registered payee account may be paid, 1 to 30
 * @param duplicateWindowDays   calendar days within which the same payee and amount need a reason, 0 to 366
 * @param proposalDays          calendar days a proposal can be signed after the day of its submission, 1 to 366
 * @param passDownDays          calendar days within which a transfer that arrived is passed down or paid, 1 to 366; may be
 *                              absent, then 30 (the Qinghai scheme, 30日内)
 * @param payments              what it says about payments; may be absent
 * @param purchasing            how services are purchased; absent: {@link Purchasing#WITHOUT_RULES}
 * @param appealDays            calendar days after a claw-back's demand within which it can be appealed, 1 to 366; absent:
 *                              {@link #APPEAL_DAYS_WITHOUT_RULE}
 * @param holdDays              calendar days that a payment hold lasts at most from the day it is placed or reviewed, 1 to 366;
 *                              absent: {@link #HOLD_DAYS_WITHOUT_RULE}
 */
public record RuleSetPublished(
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
        implements Fact {
    /** As long as an administrative decision can be reviewed (行政复议法第二十条). */
    public static final int APPEAL_DAYS_WITHOUT_RULE = 60;
    /** A year: no law names a term, so that somebody other than who placed it looks at it again at least once a year. */
    public static final int HOLD_DAYS_WITHOUT_RULE = 366;

    /**
     * What the policy leaves to the county.
     *
     * @param coefficient        how a performance score becomes a coefficient
     * @param unitStandardPlaces decimal places a unit standard is published with where its document names none, 0 to 8
     * @param volumeThreshold    the departure of a year's work from the baseline that is an anomaly, as a share of the
     *                           baseline, 0 to 1
     */
    public record Purchasing(Coefficient coefficient, int unitStandardPlaces, Fraction volumeThreshold) {
        /** Seventy per cent certain, all of it from 90 points on; four places; five per cent up or down. */
        public static final Purchasing WITHOUT_RULES =
                new Purchasing(new Coefficient(Fraction.of(7, 10), Fraction.of(90), null), 4, Fraction.of(5, 100));

        public Purchasing {
            if (coefficient == null || Figures.notNegative("volumeThreshold", volumeThreshold).compareTo(Fraction.ONE) > 0) {
                throw new IllegalArgumentException("purchasing needs its coefficient, and a volumeThreshold from 0 to 1");
            }
            if (unitStandardPlaces < 0 || unitStandardPlaces > UnitStandard.MOST_PLACES) {
                throw new IllegalArgumentException("unitStandardPlaces is " + unitStandardPlaces + "; 0 to " + UnitStandard.MOST_PLACES);
            }
        }
    }

    /** A programme (项目), its name in Chinese and in English. */
    public record Programme(ProgrammeCode code, String nameZh, String nameEn) {
        public Programme {
            Text.required("programme name (Chinese)", nameZh, 80);
            Text.required("programme name (English)", nameEn, 80);
        }
    }

    public RuleSetPublished {
        if (ruleSet == null || validFrom == null) {
            throw new IllegalArgumentException("a rule set needs its id and the day from which it is valid");
        }
        programmes = List.copyOf(programmes);
        holidays = List.copyOf(holidays);
        workingWeekends = List.copyOf(workingWeekends);
        if (payeeAccountWaitDays < 1 || payeeAccountWaitDays > 30) {
            throw new IllegalArgumentException("payeeAccountWaitDays is " + payeeAccountWaitDays + "; 1 to 30 working days");
        }
        if (duplicateWindowDays < 0 || duplicateWindowDays > 366) {
            throw new IllegalArgumentException("duplicateWindowDays is " + duplicateWindowDays + "; 0 to 366 days");
        }
        if (proposalDays < 1 || proposalDays > 366) {
            throw new IllegalArgumentException("proposalDays is " + proposalDays + "; 1 to 366 days");
        }
        if (passDownDays != null && (passDownDays < 1 || passDownDays > 366)) {
            throw new IllegalArgumentException("passDownDays is " + passDownDays + "; 1 to 366 days");
        }
        if (appealDays != null && (appealDays < 1 || appealDays > 366)) {
            throw new IllegalArgumentException("appealDays is " + appealDays + "; 1 to 366 days");
        }
        if (holdDays != null && (holdDays < 1 || holdDays > HOLD_DAYS_WITHOUT_RULE)) {
            throw new IllegalArgumentException("holdDays is " + holdDays + "; 1 to 366 days");
        }
    }

    /** Rules that leave the days to appeal and those of holds as they are without a rule. */
    public RuleSetPublished(RuleSetId ruleSet, LocalDate validFrom, List<Programme> programmes, List<LocalDate> holidays,
            List<LocalDate> workingWeekends, int payeeAccountWaitDays, int duplicateWindowDays, int proposalDays, Integer passDownDays,
            PaymentRules payments, Purchasing purchasing) {
        this(ruleSet, validFrom, programmes, holidays, workingWeekends, payeeAccountWaitDays, duplicateWindowDays, proposalDays,
                passDownDays, payments, purchasing, null, null);
    }

    /** Rules that say no more than every rule set must. */
    public RuleSetPublished(RuleSetId ruleSet, LocalDate validFrom, List<Programme> programmes, List<LocalDate> holidays,
            List<LocalDate> workingWeekends, int payeeAccountWaitDays, int duplicateWindowDays, int proposalDays) {
        this(ruleSet, validFrom, programmes, holidays, workingWeekends, payeeAccountWaitDays, duplicateWindowDays, proposalDays, null, null, null, null, null);
    }

    /** The days within which a claw-back can be appealed. */
    public int daysToAppeal() {
        return appealDays == null ? APPEAL_DAYS_WITHOUT_RULE : appealDays;
    }

    /** The days that a payment hold lasts at most. */
    public int daysOfHold() {
        return holdDays == null ? HOLD_DAYS_WITHOUT_RULE : holdDays;
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(Tags.RULE_SET, ruleSet).set();
    }
}
