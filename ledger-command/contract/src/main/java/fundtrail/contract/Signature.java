package fundtrail.contract;

import fundtrail.contract.id.PersonRef;

/**
 * One signature under a fact, copied by the ledger from the fact by which that person signed.
 *
 * @param step     first, middle or last hand
 * @param role     the role in which the person signed
 * @param person   who signed
 * @param position the fact of that signature; absent for the last one, which is in the same append as the fact signed
 */
public record Signature(Step step, Role role, PersonRef person, Long position) {
    /** Maker (经办), checker (复核), approver (审批). */
    public enum Step {
        MAKER,
        CHECKER,
        APPROVER
    }
}
