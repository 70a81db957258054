package fundtrail.command.eraseperson;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.EVIDENCE_FROZEN;
import static fundtrail.command.decide.RefusalCode.OWN_MATTER;
import static fundtrail.command.decide.RefusalCode.PERSON_ERASED;
import static fundtrail.command.decide.RefusalCode.PERSON_NOT_REGISTERED;
import static fundtrail.command.decide.RefusalCode.ROLES_REMAIN;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Cases.Case;
import fundtrail.command.known.Known;
import fundtrail.contract.Role;
import fundtrail.contract.fact.PersonErased;
import fundtrail.contract.fact.RoleGranted;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

public final class ErasePersonDecision {
    private ErasePersonDecision() {}

    public static Decision decide(ErasePerson wish, Moment moment, Known known) {
        if (!known.people().hasRegistered(wish.person())) {
            return refused(PERSON_NOT_REGISTERED, wish.person());
        }
        if (known.people().person(wish.person()) == null) {
            return refused(PERSON_ERASED, wish.person());
        }
        Set<Role> held = known.people().grantsOf(wish.person()).stream()
                .map(RoleGranted::role)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!held.isEmpty()) {
            return refused(ROLES_REMAIN, wish.person()).with("roles", held);
        }
        if (moment.hands().contains(wish.person())) {
            return refused(OWN_MATTER, wish.person());
        }
        Case frozenBy = known.recoveries().freezing(wish.person(), known.purchases().volumes());
        if (frozenBy != null) {
            return refused(EVIDENCE_FROZEN, wish.person())
                    .with("case", frozenBy.id())
                    .with("to", frozenBy.referredTo())
                    .with("since", frozenBy.referredOn());
        }
        return accepted(new PersonErased(wish.person(), wish.reason()));
    }
}
