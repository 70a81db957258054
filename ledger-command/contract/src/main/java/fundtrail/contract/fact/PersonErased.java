package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.id.PersonRef;
import java.util.Set;

/**
 * 人员信息删除: who this person was is no longer known here. What the person signed stands, under the reference alone;
 * nobody signs in under it any more.
 *
 * @param reason the ground, one of a list: words of one's own would bring back into the log what is erased
 */
public record PersonErased(PersonRef person, Reason reason) implements Fact {
    /** The grounds of 《个人信息保护法》第四十七条第一款, items one to five. */
    public enum Reason {
        /** The purpose is achieved, cannot be, or no longer needs it. */
        PURPOSE_ENDED,
        /** The service has ended, or the term of keeping is over. */
        TERM_EXPIRED,
        CONSENT_WITHDRAWN,
        /** It was handled against a law, a regulation or an agreement. */
        UNLAWFUL,
        /** Another case of a law or an administrative regulation. */
        REQUIRED_BY_LAW
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(Tags.PERSON, person).set();
    }
}
