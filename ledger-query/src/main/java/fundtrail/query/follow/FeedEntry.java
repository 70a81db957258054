package fundtrail.query.follow;

import java.time.Instant;

/**
 * A row of {@code ledger.feed}.
 *
 * @param entry    the fact's stored bytes
 * @param leafHash what the ledger says their leaf hash is
 */
public record FeedEntry(long position, Instant recordedAt, String type, int version, byte[] entry, byte[] leafHash) {}
