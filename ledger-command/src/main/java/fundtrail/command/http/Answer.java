package fundtrail.command.http;

import fundtrail.contract.EntryCodec;
import fundtrail.contract.Fact;
import fundtrail.contract.FactTypes;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.fact.ProposalApproved;
import fundtrail.contract.fact.ProposalChecked;
import fundtrail.contract.fact.ProposalReturned;
import fundtrail.contract.fact.ProposalSubmitted;
import fundtrail.contract.fact.ProposalWithdrawn;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The answer to a wish that was recorded. Made from the facts alone, so that asking again with the same key is answered
 * alike, after a restart too.
 *
 * @param outcome     POSTED; or PROPOSED, CHECKED, RETURNED, WITHDRAWN for a proposal that led to no other fact
 * @param facts       how many facts of each type were recorded
 * @param proposal    the proposal concerned; absent for a wish of one signature
 * @param contentHash what later hands sign; with a proposal
 */
record Answer(
        String outcome,
        long firstPosition,
        long lastPosition,
        String recordedAt,
        Map<String, Integer> facts,
        @MayBeAbsent String proposal,
        @MayBeAbsent String contentHash) {

    static Answer of(long firstPosition, Instant recordedAt, List<Fact> facts) {
        Map<String, Integer> counts = new TreeMap<>();
        facts.forEach(fact -> counts.merge(FactTypes.of(fact.getClass()).name(), 1, Integer::sum));
        String at = EntryCodec.instant(recordedAt);
        long last = firstPosition + facts.size() - 1;
        for (Fact fact : facts) {
            switch (fact) {
                case ProposalSubmitted step -> {
                    return new Answer("PROPOSED", firstPosition, last, at, counts, step.proposal().value(), step.contentHash());
                }
                case ProposalChecked step -> {
                    return new Answer("CHECKED", firstPosition, last, at, counts, step.proposal().value(), step.contentHash());
                }
                case ProposalReturned step -> {
                    return new Answer("RETURNED", firstPosition, last, at, counts, step.proposal().value(), step.contentHash());
                }
                case ProposalWithdrawn step -> {
                    return new Answer("WITHDRAWN", firstPosition, last, at, counts, step.proposal().value(), step.contentHash());
                }
                case ProposalApproved step -> {
                    return new Answer("POSTED", firstPosition, last, at, counts, step.proposal().value(), step.contentHash());
                }
                default -> { }
            }
        }
        return new Answer("POSTED", firstPosition, last, at, counts, null, null);
    }
}
