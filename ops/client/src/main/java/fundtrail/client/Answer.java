package fundtrail.client;

import fundtrail.contract.MayBeAbsent;
import java.util.Map;

/**
 * The ledger's answer to a wish that was recorded, now or when it was asked before with the same key.
 *
 * @param outcome     POSTED; or PROPOSED, CHECKED, RETURNED, WITHDRAWN for a proposal that led to no other fact
 * @param facts       how many facts of each type were recorded
 * @param proposal    the proposal concerned; absent for a wish of one signature
 * @param contentHash what later hands sign; with a proposal
 */
public record Answer(
        String outcome,
        long firstPosition,
        long lastPosition,
        String recordedAt,
        Map<String, Integer> facts,
        @MayBeAbsent String proposal,
        @MayBeAbsent String contentHash) {

    /** An answer, and whether it had been given before. */
    public record Given(Answer answer, boolean before) {}
}
