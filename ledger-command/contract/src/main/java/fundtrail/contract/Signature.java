package fundtrail.contract;

import fundtrail.contract.id.PersonRef;

/**
 * One signature under a fact, copied by the ledger from the fact by which that person signed.
 *
 * @param step       first, middle or last hand
 * @param role       the role in which the person signed
 * @param person     who signed
 * @param onBehalfOf the delegator in whose stead; absent where the person signed by a role of his own
 * @param position   the fact of that signature; absent for the last one, which is in the same append as the fact signed
 */
public record Signature(Step step, Role role, PersonRef person, PersonRef onBehalfOf, Long position) {
    /** A signature by a role of one's own, in the append under way. */
    public static Signature of(Step step, Role role, PersonRef person) {
        return new Signature(step, role, person, null, null);
    }

    /** The same, made by the fact at this position. */
    public Signature at(long position) {
        return new Signature(step, role, person, onBehalfOf, position);
    }

    /** Whether the natural person had a part in it: by signing, or by having somebody sign in his stead. */
    public boolean involves(PersonRef someone) {
        return someone.equals(person) || someone.equals(onBehalfOf);
    }

    /** Maker (经办), checker (复核), approver (审批). */
    public enum Step {
        MAKER,
        CHECKER,
        APPROVER
    }
}
