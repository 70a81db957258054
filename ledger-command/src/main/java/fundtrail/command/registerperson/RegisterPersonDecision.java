package fundtrail.command.registerperson;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.ALREADY_EXISTS;
import static fundtrail.command.decide.RefusalCode.NUMBER_USED;
import static fundtrail.command.decide.RefusalCode.OWN_MATTER;
import static fundtrail.command.decide.RefusalCode.PERSON_ERASED;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Known;
import fundtrail.contract.fact.PersonRegistered;
import fundtrail.contract.id.PersonRef;

public final class RegisterPersonDecision {
    private RegisterPersonDecision() {}

    public static Decision decide(RegisterPerson wish, Moment moment, Known known) {
        if (known.people().isRegisteredUpTo(Long.MAX_VALUE, wish.person(), wish.registryHash())
                || known.recoveries().tipOffs().isInformant(wish.person())) {
            return refused(ALREADY_EXISTS, wish.person());
        }
        PersonRef holder = known.people().withRegistryHash(wish.registryHash());
        if (holder != null) {
            return refused(NUMBER_USED, wish.registryHash()).with("by", holder);
        }
        if (known.people().hasRegistered(wish.person()) && known.people().person(wish.person()) == null) {
            return refused(PERSON_ERASED, wish.person());
        }
        if (moment.hands().contains(wish.person())) {
            return refused(OWN_MATTER, wish.person());
        }
        return accepted(new PersonRegistered(wish.person(), wish.registryHash()));
    }
}
