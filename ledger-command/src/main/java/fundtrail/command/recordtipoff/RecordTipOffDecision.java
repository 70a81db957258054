package fundtrail.command.recordtipoff;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.ALREADY_EXISTS;
import static fundtrail.command.decide.RefusalCode.DATE_IN_FUTURE;
import static fundtrail.command.decide.RefusalCode.DATE_TOO_EARLY;
import static fundtrail.command.decide.RefusalCode.DIVISION_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.INFORMANT_EXPOSED;
import static fundtrail.command.decide.RefusalCode.INSTITUTION_UNKNOWN;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Known;
import fundtrail.command.known.Years;
import fundtrail.contract.fact.InformantRecorded;
import fundtrail.contract.fact.TipOffRecorded;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.PersonRef;
import java.time.LocalDate;

/** Who told is a reference of its own: one that stands anywhere else could be told from it. */
public final class RecordTipOffDecision {
    private RecordTipOffDecision() {}

    public static Decision decide(RecordTipOff wish, Moment moment, Known known) {
        if (wish.receivedOn().isAfter(moment.today())) {
            return refused(DATE_IN_FUTURE, wish.receivedOn()).with("today", moment.today());
        }
        LocalDate earliest = moment.today().minusYears(Years.KEPT);
        if (wish.receivedOn().isBefore(earliest)) {
            return refused(DATE_TOO_EARLY, wish.receivedOn()).with("earliest", earliest);
        }
        if (known.recoveries().tipOffs().of(wish.tipOff()) != null) {
            return refused(ALREADY_EXISTS, wish.tipOff());
        }
        if (wish.institution() == null && !known.hasDivision(wish.division())) {
            return refused(DIVISION_UNKNOWN, wish.division());
        }
        if (wish.institution() != null && !known.institutions().has(wish.institution())) {
            return refused(INSTITUTION_UNKNOWN, wish.institution());
        }
        PersonRef informant = wish.person();
        if (informant != null && (known.people().hasRegistered(informant) || known.recoveries().tipOffs().isInformant(informant))) {
            return refused(INFORMANT_EXPOSED, wish.tipOff());
        }
        TipOffRecorded recorded = new TipOffRecorded(wish.tipOff(), division(wish, known), wish.institution(), wish.channel(),
                wish.receivedOn(), wish.subject(), wish.contentHash());
        return informant == null ? accepted(recorded) : accepted(recorded, new InformantRecorded(wish.tipOff(), informant));
    }

    /** The division of the institution it names, or the one it is for. */
    public static DivisionCode division(RecordTipOff wish, Known known) {
        return wish.institution() == null ? wish.division() : known.divisionOf(wish.institution());
    }
}
