package fundtrail.command.registerperson;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.ALREADY_EXISTS;
import static fundtrail.command.decide.RefusalCode.NUMBER_USED;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Known;
import fundtrail.contract.fact.PersonRegistered;
import fundtrail.contract.id.PersonRef;

public final class RegisterPersonDecision {
    private RegisterPersonDecision() {}

    public static Decision decide(RegisterPerson wish, Moment moment, Known known) {
        if (known.people().hasRegistered(wish.person())) {
            return refused(ALREADY_EXISTS, wish.person());
        }
        PersonRef holder = known.people().withRegistryHash(wish.registryHash());
        if (holder != null) {
            return refused(NUMBER_USED, wish.registryHash()).with("by", holder);
        }
        return accepted(new PersonRegistered(wish.person(), wish.registryHash()));
    }
}
