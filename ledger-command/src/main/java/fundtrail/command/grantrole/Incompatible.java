package fundtrail.command.grantrole;

import static fundtrail.contract.Role.*;

import fundtrail.contract.Role;
import fundtrail.contract.fact.RoleGranted;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which roles one natural person may not hold together, wherever: an administrator holds no money role, an inspector
 * handles no money he inspects, auditors and supervisors do nothing that others must audit. A finance centre signs as
 * clerk, checker and accountant, so it counts as they do.
 */
final class Incompatible {
    private static final Set<Role> HANDLE_MONEY = EnumSet.of(CL, CK, CA, BO, CS, FC);
    private static final Set<Role> DECIDE_ON_MONEY = EnumSet.of(CL, CK, CA, BO, CS, FC, BH);
    private static final Set<Role> ONLY_READ = EnumSet.of(AU, SU);

    private Incompatible() {}

    /** Those of the held roles that the role may not join. */
    static Set<Role> with(Role role, Collection<RoleGranted> held) {
        Set<Role> clashing = new TreeSet<>();
        for (RoleGranted grant : held) {
            if (clash(role, grant.role()) || clash(grant.role(), role)) {
                clashing.add(grant.role());
            }
        }
        return clashing;
    }

    private static boolean clash(Role one, Role other) {
        return switch (one) {
            case AD -> DECIDE_ON_MONEY.contains(other);
            case IN -> HANDLE_MONEY.contains(other);
            case AU, SU -> !ONLY_READ.contains(other);
            default -> false;
        };
    }
}
