package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.id.PersonRef;
import fundtrail.contract.id.TipOffId;
import java.util.Set;

/**
 * 举报人登记: under which reference the inspector who signed this keeps the informant of a tip-off. Shown to that inspector
 * and to nobody else.
 *
 * @param person a random reference made for this tip-off alone; never that of a registered person
 */
public record InformantRecorded(TipOffId tipOff, PersonRef person) implements Fact {
    @Override
    public Set<Tag> tags() {
        return Tags.of(Tags.TIP_OFF, tipOff).set();
    }
}
