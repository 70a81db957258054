package fundtrail.command.signagreement;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.AGREEMENT_STANDS;
import static fundtrail.command.decide.RefusalCode.ALREADY_EXISTS;
import static fundtrail.command.decide.RefusalCode.AMOUNT_NOT_POSITIVE;
import static fundtrail.command.decide.RefusalCode.INSTITUTION_MERGED;
import static fundtrail.command.decide.RefusalCode.INSTITUTION_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.PROGRAMME_UNKNOWN;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.InstitutionYear;
import fundtrail.command.known.Known;
import fundtrail.contract.fact.AgreementSigned;
import fundtrail.contract.id.AgreementId;
import fundtrail.contract.id.InstitutionId;

public final class SignAgreementDecision {
    private SignAgreementDecision() {}

    public static Decision decide(SignAgreement wish, Moment moment, Known known) {
        if (wish.amount() != null && !wish.amount().isPositive()) {
            return refused(AMOUNT_NOT_POSITIVE, wish.agreement()).with("amount", wish.amount());
        }
        if (known.purchases().entitlements().hasAgreement(wish.agreement())) {
            return refused(ALREADY_EXISTS, wish.agreement());
        }
        if (!known.institutions().has(wish.institution())) {
            return refused(INSTITUTION_UNKNOWN, wish.institution());
        }
        if (!known.rules().hasProgramme(wish.programme(), moment.effectiveDate())) {
            return refused(PROGRAMME_UNKNOWN, wish.programme()).with("date", moment.effectiveDate());
        }
        InstitutionId successor = known.mergers().successorOf(wish.institution());
        if (successor != null) {
            return refused(INSTITUTION_MERGED, wish.institution()).with("into", successor);
        }
        InstitutionYear year = new InstitutionYear(wish.institution(), wish.programme(), wish.budgetYear());
        AgreementId standing = known.purchases().entitlements().agreement(year);
        if (standing != null) {
            return refused(AGREEMENT_STANDS, year).with("agreement", standing);
        }
        return accepted(new AgreementSigned(wish.agreement(), known.divisionOf(wish.institution()), wish.institution(),
                wish.programme(), wish.budgetYear(), wish.from(), wish.to(), wish.amount(), wish.tasks()));
    }
}
