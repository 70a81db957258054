package fundtrail.query.entity;

import fundtrail.contract.Fraction;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.query.alert.RuleName;
import java.time.Instant;
import java.util.List;

/**
 * A lead: a version of a red-flag rule spoke. It posts nothing and no fact is needed for it; the same feed under the same
 * rules gives the same alerts.
 *
 * @param version     of the rule
 * @param division    in whose books it looks odd
 * @param institution it is about; absent where it is about none
 * @param subject     what looks odd, such as a payment
 * @param subjectId   which one
 * @param amount      the money in question; absent where there is none
 * @param measured    what was found where it is no amount of money; may be absent
 * @param threshold   what it was held against; absent where there is no one number
 * @param positions   the facts that made it speak, the last one last
 * @param spokeAt     when the last of them was recorded
 */
public record Alert(
        String alert,
        RuleName rule,
        int version,
        DivisionCode division,
        @MayBeAbsent InstitutionId institution,
        Subject subject,
        String subjectId,
        @MayBeAbsent Money amount,
        @MayBeAbsent Fraction measured,
        @MayBeAbsent Fraction threshold,
        List<Long> positions,
        Instant spokeAt) {

    /** A kind of thing that can look odd. */
    public enum Subject {
        FACT,
        PAYMENT,
        BATCH,
        ALLOTMENT,
        PAYEE_ACCOUNT,
        INSTITUTION,
        PERSON,
        TRANCHE,
        REPORT,
        SETTLEMENT,
        CLAWBACK,
        DIVISION
    }

    public Alert {
        positions = List.copyOf(positions);
    }

    /**
     * In the order in which facts made rules speak; equal for the same rule, version, fact and ordinal.
     *
     * @param ordinal from 1, of what one version says of one fact
     */
    public static String id(long position, RuleName rule, int version, int ordinal) {
        return "%012d.%s.%d.%d".formatted(position, rule, version, ordinal);
    }

    /** Whether two versions of a rule say the same of the same facts. */
    public boolean saysTheSame(Alert other) {
        return positions.getLast().equals(other.positions.getLast()) && subject == other.subject && subjectId.equals(other.subjectId);
    }
}
