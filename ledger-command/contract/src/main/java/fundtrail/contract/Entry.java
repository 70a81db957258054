package fundtrail.contract;

import java.time.Instant;

/**
 * One entry of the log: a fact at its place.
 *
 * @param position   dense, from 0, in commit order; the leaf index in the log of proofs
 * @param recordedAt when the ledger learned it, to the microsecond; never before the previous entry's
 */
public record Entry(long position, Instant recordedAt, Envelope envelope, Fact fact) {}
