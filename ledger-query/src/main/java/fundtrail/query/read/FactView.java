package fundtrail.query.read;

import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.Entry;
import fundtrail.contract.Envelope.RecordingClock;
import fundtrail.contract.Json;
import fundtrail.contract.MayBeAbsent;
import fundtrail.query.read.Hands.Hand;
import fundtrail.query.read.Vouchers.Voucher;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A whole fact.
 *
 * @param concerns   the day of a closed period that it corrects; absent where it corrects none
 * @param approval   for a payment, who made, checked and approved it
 * @param vouchers   its voucher number, in each division's books it posts in; absent where it posts nothing
 * @param causation  the proposal that led to it
 * @param clock      REHEARSAL where recordedAt was asked for by a rehearsal's clock
 * @param body       as recorded; its members depend on type and version
 * @param leafHash   SHA-256 over a zero byte and the stored bytes (RFC 6962, 2.1), 64 hex digits
 * @param entry      the stored bytes, for auditors: encoded as UTF-8 they give the leaf hash
 */
record FactView(
        long position,
        Instant recordedAt,
        UUID eventId,
        String type,
        int version,
        LocalDate effectiveDate,
        @MayBeAbsent LocalDate concerns,
        String actor,
        List<Hand> signatures,
        @MayBeAbsent List<Hand> approval,
        @MayBeAbsent List<Voucher> vouchers,
        @MayBeAbsent String causation,
        @MayBeAbsent RecordingClock clock,
        @MayBeAbsent DocumentRef document,
        @MayBeAbsent String ruleSet,
        JsonNode body,
        List<LineView> lines,
        String leafHash,
        @MayBeAbsent String entry) {

    static FactView of(Entry entry, Hands hands, String leafHash, String bytes) {
        var envelope = entry.envelope();
        return new FactView(entry.position(), entry.recordedAt(), envelope.eventId(), envelope.type(), envelope.version(),
                envelope.effectiveDate(), envelope.concerns(), envelope.actor(), hands.under(entry), hands.approving(entry),
                hands.vouchers(entry),
                envelope.causation(),
                envelope.clock(), envelope.document(), envelope.ruleSet(), Json.MAPPER.valueToTree(entry.fact()),
                entry.fact().lines().list().stream().map(LineView::of).toList(), leafHash, bytes);
    }
}
