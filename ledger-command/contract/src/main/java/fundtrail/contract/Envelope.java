package fundtrail.contract;

import fundtrail.contract.id.PersonRef;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What surrounds a fact's body: who, when it counts, under which signatures, key, document and rules.
 *
 * @param eventId       UUID version 7
 * @param nonce         128 random bits as 32 lower-case hex digits, so that a leaf hash says nothing of its fact
 * @param type          the fact's stable name
 * @param version       the version of its body, from 1
 * @param effectiveDate when it counts, in the ledger's time zone
 * @param concerns      the day what it corrects counted on, where that day's period is closed and this fact counts from a
 *                      later day instead; else absent
 * @param actor         the person whose wish this append answers, or {@code ledger}
 * @param signatures    the hands it went through, first to last; empty for the ledger's own facts
 * @param key           the actor's idempotency key; absent on the ledger's own facts
 * @param wishHash      SHA-256 over the canonical wish; with a key and only then
 * @param correlation   the request's correlation id
 * @param causation     the proposal that led to it
 * @param clock         {@code REHEARSAL} where recordedAt was asked for by a rehearsal's clock; else absent
 * @param document      the document it rests on
 * @param ruleSet       the rule set it was decided under
 */
public record Envelope(
        UUID eventId,
        String nonce,
        String type,
        int version,
        LocalDate effectiveDate,
        LocalDate concerns,
        String actor,
        List<Signature> signatures,
        String key,
        String wishHash,
        String correlation,
        String causation,
        RecordingClock clock,
        DocumentRef document,
        String ruleSet) {

    /** The actor of the ledger's own facts. */
    public static final String LEDGER = "ledger";

    /** A recordedAt that did not come from the server. */
    public enum RecordingClock {
        REHEARSAL
    }

    public Envelope {
        signatures = List.copyOf(signatures);
    }

    /** Of a fact that corrects nothing of a closed period. */
    public Envelope(
            UUID eventId, String nonce, String type, int version, LocalDate effectiveDate, String actor, List<Signature> signatures,
            String key, String wishHash, String correlation, String causation, RecordingClock clock, DocumentRef document,
            String ruleSet) {
        this(eventId, nonce, type, version, effectiveDate, null, actor, signatures, key, wishHash, correlation, causation, clock,
                document, ruleSet);
    }

    /** Every natural person who had a part in it: those who signed, and those in whose stead somebody signed. */
    public Set<PersonRef> hands() {
        return signatures.stream()
                .flatMap(signature -> Stream.of(signature.person(), signature.onBehalfOf()))
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }
}
