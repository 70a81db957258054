package fundtrail.command.grantrole;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.DIVISION_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.INSTITUTION_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.OWN_MATTER;
import static fundtrail.command.decide.RefusalCode.PERSON_NOT_REGISTERED;
import static fundtrail.command.decide.RefusalCode.ROLES_INCOMPATIBLE;
import static fundtrail.command.decide.RefusalCode.ROLE_HELD;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Known;
import fundtrail.contract.Incompatible;
import fundtrail.contract.Role;
import fundtrail.contract.fact.InstitutionRegistered;
import fundtrail.contract.fact.RoleGranted;
import java.util.Set;

public final class GrantRoleDecision {
    private GrantRoleDecision() {}

    public static Decision decide(GrantRole wish, Moment moment, Known known) {
        RoleGranted granted = wish.granted();
        if (!known.hasDivision(wish.division())) {
            return refused(DIVISION_UNKNOWN, wish.division());
        }
        if (known.people().person(wish.person()) == null) {
            return refused(PERSON_NOT_REGISTERED, wish.person());
        }
        if (wish.institution() != null && !isThere(wish, known)) {
            return refused(INSTITUTION_UNKNOWN, wish.institution());
        }
        Set<RoleGranted> held = known.people().grantsOf(wish.person());
        if (held.contains(granted)) {
            return refused(ROLE_HELD, wish.person()).with("roles", wish.role()).with("division", wish.division());
        }
        Set<Role> clashing = Incompatible.with(wish.role(), held.stream().map(RoleGranted::role));
        if (!clashing.isEmpty()) {
            return refused(ROLES_INCOMPATIBLE, wish.person()).with("roles", clashing).with("role", wish.role());
        }
        if (moment.hands().contains(wish.person())) {
            return refused(OWN_MATTER, wish.person());
        }
        return accepted(granted);
    }

    private static boolean isThere(GrantRole wish, Known known) {
        InstitutionRegistered institution = known.institutions().get(wish.institution());
        return institution != null && institution.division().equals(wish.division());
    }
}
