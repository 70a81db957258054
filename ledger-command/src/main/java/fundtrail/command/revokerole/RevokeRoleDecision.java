package fundtrail.command.revokerole;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.LOCKS_OUT;
import static fundtrail.command.decide.RefusalCode.PERSON_NOT_REGISTERED;
import static fundtrail.command.decide.RefusalCode.ROLE_NOT_HELD;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Known;
import fundtrail.command.known.People;
import fundtrail.contract.Role;
import fundtrail.contract.fact.AuthorityMatrixSet.Row;
import fundtrail.contract.fact.AuthorityMatrixSet.Signer;
import fundtrail.contract.fact.RoleGranted;
import fundtrail.contract.fact.RoleRevoked;
import java.util.List;

/** What the last ones leave behind must still be a bureau: whoever grants roles cannot all be taken away. */
public final class RevokeRoleDecision {
    private RevokeRoleDecision() {}

    public static Decision decide(RevokeRole wish, Moment moment, Known known) {
        RoleRevoked revoked = wish.revoked();
        RoleGranted granted = new RoleGranted(
                revoked.person(), revoked.role(), revoked.division(), revoked.body(), revoked.institution());
        People people = known.people();
        if (people.person(wish.person()) == null) {
            return refused(PERSON_NOT_REGISTERED, wish.person());
        }
        if (!people.grantsOf(wish.person()).contains(granted)) {
            return refused(ROLE_NOT_HELD, wish.person()).with("roles", wish.role()).with("division", wish.division());
        }
        Row granting = known.rules().authority(People.GRANTING);
        if (people.canSign(granting, wish.division(), null) && !people.canSign(granting, wish.division(), granted)) {
            return refused(LOCKS_OUT, wish.division()).with("roles", roles(granting)).with("command", People.GRANTING);
        }
        return accepted(revoked);
    }

    private static List<List<Role>> roles(Row row) {
        return row.hands().stream().map(hand -> hand.stream().map(Signer::role).toList()).toList();
    }
}
