package fundtrail.command.registerinstitution;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.ALREADY_EXISTS;
import static fundtrail.command.decide.RefusalCode.DIVISION_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.NUMBER_USED;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Known;
import fundtrail.contract.fact.InstitutionRegistered.InstitutionType;
import fundtrail.contract.fact.InstitutionRegistered;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;

public final class RegisterInstitutionDecision {
    private RegisterInstitutionDecision() {}

    /**
     * The division whose people sign; {@code null}, which is people of any, for the bureau of a lower division whose books
     * are kept elsewhere.
     */
    public static DivisionCode division(RegisterInstitution wish, Known known) {
        return wish.type() == InstitutionType.FINANCE_BUREAU && !known.hasDivision(wish.division()) ? null : wish.division();
    }

    public static Decision decide(RegisterInstitution wish, Moment moment, Known known) {
        if (known.institutions().has(wish.institution())) {
            return refused(ALREADY_EXISTS, wish.institution());
        }
        InstitutionId holder = known.institutions().with(wish.creditCode().value());
        if (holder != null) {
            return refused(NUMBER_USED, wish.creditCode()).with("by", holder);
        }
        if (!known.hasDivision(wish.division()) && wish.type() != InstitutionType.FINANCE_BUREAU) {
            return refused(DIVISION_UNKNOWN, wish.division());
        }
        return accepted(new InstitutionRegistered(
                wish.institution(), wish.creditCode(), wish.name(), wish.type(), wish.ownership(), wish.division()));
    }
}
