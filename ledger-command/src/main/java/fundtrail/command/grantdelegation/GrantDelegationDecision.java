package fundtrail.command.grantdelegation;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.ALREADY_EXISTS;
import static fundtrail.command.decide.RefusalCode.COMMAND_NOT_DELEGABLE;
import static fundtrail.command.decide.RefusalCode.DATE_PASSED;
import static fundtrail.command.decide.RefusalCode.DELEGATION_LIMIT_VOID;
import static fundtrail.command.decide.RefusalCode.DELEGATION_TOO_LONG;
import static fundtrail.command.decide.RefusalCode.DIVISION_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.NOTHING_TO_DELEGATE;
import static fundtrail.command.decide.RefusalCode.NOT_THE_DELEGATOR;
import static fundtrail.command.decide.RefusalCode.OWN_MATTER;
import static fundtrail.command.decide.RefusalCode.PERSON_NOT_REGISTERED;
import static fundtrail.command.decide.RefusalCode.ROLES_INCOMPATIBLE;

import fundtrail.command.decide.Command;
import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.decide.Slice;
import fundtrail.command.known.Known;
import fundtrail.contract.Incompatible;
import fundtrail.contract.Role;
import fundtrail.contract.fact.AuthorityMatrixSet.Row;
import fundtrail.contract.fact.DelegationGranted;
import fundtrail.contract.fact.RoleGranted;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A delegator lends what he holds, to somebody who could hold it, for some months at most; to nobody who signs the
 * lending. Whether both can sign in one proposal is judged there, signature by signature.
 */
public final class GrantDelegationDecision {
    /** Calendar days; a longer absence is a change of post, and that is a role. */
    static final int LONGEST_DAYS = 184;
    /** Powers over people and powers are exercised in person. */
    private static final Set<String> NEVER_LENT = Set.of("RegisterPerson", "ErasePerson", "GrantRole", "RevokeRole",
            "SetAuthorityMatrix", "GrantDelegation", "RevokeDelegation");

    private GrantDelegationDecision() {}

    /** @param slices every command there is */
    public static Decision decide(
            GrantDelegation wish, Moment moment, Collection<Slice<? extends Command>> slices, Known known) {
        Map<String, Slice<? extends Command>> commands =
                slices.stream().collect(Collectors.toMap(Slice::name, Function.identity()));
        if (wish.validFrom().isBefore(moment.today())) {
            return refused(DATE_PASSED, wish.validFrom()).with("today", moment.today());
        }
        for (String command : wish.commands()) {
            if (!commands.containsKey(command) || NEVER_LENT.contains(command)) {
                return refused(COMMAND_NOT_DELEGABLE, command);
            }
        }
        for (String command : wish.commands()) {
            if (wish.limit() != null && commands.get(command).amount() == null) {
                return refused(DELEGATION_LIMIT_VOID, command);
            }
        }
        long days = ChronoUnit.DAYS.between(wish.validFrom(), wish.validUntil()) + 1;
        if (days > LONGEST_DAYS) {
            return refused(DELEGATION_TOO_LONG, wish.delegation()).with("days", days).with("longest", LONGEST_DAYS);
        }
        if (known.delegations().get(wish.delegation()) != null) {
            return refused(ALREADY_EXISTS, wish.delegation());
        }
        if (!known.hasDivision(wish.division())) {
            return refused(DIVISION_UNKNOWN, wish.division());
        }
        if (known.people().person(wish.from()) == null) {
            return refused(PERSON_NOT_REGISTERED, wish.from());
        }
        if (known.people().person(wish.to()) == null) {
            return refused(PERSON_NOT_REGISTERED, wish.to());
        }
        for (String command : wish.commands()) {
            List<Role> lent = lent(wish, known.rules().authority(command), known);
            for (Role role : lent) {
                Set<Role> clashing = Incompatible.with(role, known.people().grantsOf(wish.to()).stream().map(RoleGranted::role));
                if (!clashing.isEmpty()) {
                    return refused(ROLES_INCOMPATIBLE, wish.to()).with("roles", clashing).with("role", role);
                }
            }
        }
        if (moment.hands().contains(wish.to())) {
            return refused(OWN_MATTER, wish.to());
        }
        if (!moment.hands().getFirst().equals(wish.from())) {
            return refused(NOT_THE_DELEGATOR, wish.from());
        }
        for (String command : wish.commands()) {
            if (lent(wish, known.rules().authority(command), known).isEmpty()) {
                return refused(NOTHING_TO_DELEGATE, command).with("division", wish.division());
            }
        }
        return accepted(new DelegationGranted(wish.delegation(), wish.from(), wish.to(), wish.division(), wish.commands(),
                wish.limit(), wish.validFrom(), wish.validUntil()));
    }

    /** The delegator's roles that sign the command in the division. */
    private static List<Role> lent(GrantDelegation wish, Row row, Known known) {
        return known.people().grantsOf(wish.from()).stream()
                .filter(grant -> grant.division().equals(wish.division()) && signs(row, grant))
                .map(RoleGranted::role)
                .sorted()
                .toList();
    }

    private static boolean signs(Row row, RoleGranted grant) {
        return row != null && row.hands().stream()
                .flatMap(List::stream)
                .anyMatch(signer -> signer.means(grant.role(), grant.body()));
    }
}
