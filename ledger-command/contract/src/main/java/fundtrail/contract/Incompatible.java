package fundtrail.contract;

import static fundtrail.contract.Role.*;

import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which roles one natural person may not hold together, wherever, nor exercise for somebody else: an administrator
 * holds no money role; an inspector handles no money he inspects; a cashier keeps no accounts and signs no payment
 * (会计法, Article 37); an institution's people decide nothing about institutions' money; auditors and supervisors do
 * nothing that others must audit. A finance centre signs as clerk, checker and accountant, so it counts as they do.
 */
public final class Incompatible {
    private static final Set<Role> KEEP_ACCOUNTS = EnumSet.of(CL, CK, CA, BO, FC);
    private static final Set<Role> HANDLE_MONEY = EnumSet.of(CL, CK, CA, BO, CS, FC);
    private static final Set<Role> DECIDE_ON_MONEY = EnumSet.of(CL, CK, CA, BO, CS, FC, BH);
    private static final Set<Role> OF_THE_BUREAU = EnumSet.of(CL, CK, CA, BO, CS, BH, HO, IN, LO, AD);
    private static final Set<Role> ONLY_READ = EnumSet.of(AU, SU);

    private Incompatible() {}

    /** Those of the held roles that the role may not join. */
    public static Set<Role> with(Role role, Stream<Role> held) {
        return held.filter(other -> clash(role, other) || clash(other, role)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean clash(Role one, Role other) {
        return switch (one) {
            case AD -> DECIDE_ON_MONEY.contains(other);
            case CS -> KEEP_ACCOUNTS.contains(other) || other == BH;
            case IN -> HANDLE_MONEY.contains(other);
            case IA, IS -> OF_THE_BUREAU.contains(other);
            case AU, SU -> !ONLY_READ.contains(other);
            default -> false;
        };
    }
}
