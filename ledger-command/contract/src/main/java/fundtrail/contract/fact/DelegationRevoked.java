package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.id.DelegationId;
import fundtrail.contract.id.PersonRef;
import java.util.Set;

/**
 * 撤销代理: from its recording on, the delegate signs no longer in the delegator's stead.
 *
 * @param from the delegator
 * @param to   the delegate
 */
public record DelegationRevoked(DelegationId delegation, PersonRef from, PersonRef to) implements Fact {
    @Override
    public Set<Tag> tags() {
        return Tags.of(Tags.DELEGATION, delegation).and(Tags.PERSON, from).and(Tags.PERSON, to).set();
    }
}
