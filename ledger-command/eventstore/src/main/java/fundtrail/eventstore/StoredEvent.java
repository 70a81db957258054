package fundtrail.eventstore;

import java.time.Instant;
import java.util.UUID;

/**
 * A committed fact as it is kept.
 *
 * @param position   dense, from 0, in commit order; also the leaf index in the log of proofs
 * @param recordedAt when the ledger learned it, whole microseconds, never before that of an earlier position
 * @param type       the event's name
 * @param version    the version of its form
 * @param eventId    its own id
 * @param entry      the stored bytes: one line of UTF-8 JSON without a line feed, never re-encoded
 * @param leafHash   SHA-256(0x00 || entry), RFC 6962 section 2.1
 */
public record StoredEvent(
        long position, Instant recordedAt, String type, int version, UUID eventId, byte[] entry, byte[] leafHash) {}
