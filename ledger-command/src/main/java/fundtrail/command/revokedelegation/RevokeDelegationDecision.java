package fundtrail.command.revokedelegation;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.DELEGATION_CLOSED;
import static fundtrail.command.decide.RefusalCode.DELEGATION_UNKNOWN;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Delegations.Delegation;
import fundtrail.command.known.Known;
import fundtrail.contract.fact.DelegationRevoked;
import fundtrail.contract.id.DivisionCode;

public final class RevokeDelegationDecision {
    private RevokeDelegationDecision() {}

    public static Decision decide(RevokeDelegation wish, Moment moment, Known known) {
        Delegation delegation = known.delegations().get(wish.delegation());
        if (delegation == null) {
            return refused(DELEGATION_UNKNOWN, wish.delegation());
        }
        if (!delegation.isOpen(moment.today())) {
            return refused(DELEGATION_CLOSED, wish.delegation());
        }
        return accepted(new DelegationRevoked(
                wish.delegation(), delegation.granted().from(), delegation.granted().to()));
    }

    /** The division it was granted for; {@code null} when there is no such delegation. */
    public static DivisionCode division(RevokeDelegation wish, Known known) {
        Delegation delegation = known.delegations().get(wish.delegation());
        return delegation == null ? null : delegation.granted().division();
    }
}
