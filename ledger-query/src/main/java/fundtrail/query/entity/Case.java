package fundtrail.query.entity;

import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.fact.CaseOpened.Origin;
import fundtrail.contract.id.CaseId;
import fundtrail.contract.id.ClawbackId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PersonRef;
import fundtrail.contract.id.TipOffId;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * An inquiry into an institution's flagged claims. It carries their flags, so that whoever may see the case sees what is
 * suspected, although flags by themselves are for inspectors alone.
 *
 * @param origin     how it came to be opened; may be absent
 * @param tipOff     the tip-off it follows; absent where it follows none
 * @param responsible who answers for what is inquired into; empty where that is not known
 * @param conclusion absent while it is open
 * @param clawbacks  determined in it
 * @param referral   absent where it was never referred
 * @param openedOn   the day it counts from
 */
public record Case(
        CaseId caseId,
        DivisionCode division,
        InstitutionId institution,
        @MayBeAbsent Origin origin,
        @MayBeAbsent TipOffId tipOff,
        String subject,
        List<PersonRef> responsible,
        List<Flag> claims,
        State state,
        @MayBeAbsent String conclusion,
        List<ClawbackId> clawbacks,
        @MayBeAbsent Referral referral,
        long openedAt,
        LocalDate openedOn,
        @MayBeAbsent LocalDate closedOn) {

    /** How far it is. */
    public enum State {
        OPEN,
        CLOSED
    }

    /**
     * Where the case was referred to last.
     *
     * @param outcome what that body decided; absent until it has answered
     */
    public record Referral(String to, String grounds, LocalDate on, @MayBeAbsent String outcome) {}

    public Case {
        responsible = List.copyOf(responsible);
        claims = List.copyOf(claims);
        clawbacks = List.copyOf(clawbacks);
    }

    public Case determined(ClawbackId clawback) {
        return new Case(caseId, division, institution, origin, tipOff, subject, responsible, claims, state, conclusion,
                Stream.concat(clawbacks.stream(), Stream.of(clawback)).toList(), referral, openedAt, openedOn, closedOn);
    }

    public Case closed(String found, LocalDate day) {
        return new Case(caseId, division, institution, origin, tipOff, subject, responsible, claims, State.CLOSED, found, clawbacks, referral, openedAt, openedOn, day);
    }

    /** Money of it is open again, and so is the case. */
    public Case reopened() {
        return new Case(caseId, division, institution, origin, tipOff, subject, responsible, claims, State.OPEN, null, clawbacks, referral, openedAt,
                openedOn, null);
    }

    public Case referred(Referral to) {
        return new Case(caseId, division, institution, origin, tipOff, subject, responsible, claims, state, conclusion, clawbacks, to, openedAt,
                openedOn, closedOn);
    }

    /** The body it was referred to has answered. */
    public Case answered(String outcome) {
        return referred(new Referral(referral.to(), referral.grounds(), referral.on(), outcome));
    }
}
