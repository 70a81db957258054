package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.id.PersonRef;
import java.util.Set;

/**
 * 拒绝留痕: a wish that touched money's safety was refused. The ledger's own fact, without a key, at most one a day for
 * each person, command, code and subject.
 *
 * @param person  whose wish it was
 * @param code    the refusal's code
 * @param subject what it was about: an allotment, an institution, a proposal
 */
public record CommandRefused(PersonRef person, String command, String code, String subject) implements Fact {
    @Override
    public Set<Tag> tags() {
        return Tags.of(Tags.PERSON, person).and(Tags.COMMAND, command).set();
    }
}
