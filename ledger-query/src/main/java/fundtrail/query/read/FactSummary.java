package fundtrail.query.read;

import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.contract.Entry;
import fundtrail.contract.Json;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.query.read.Hands.Hand;
import fundtrail.query.read.Vouchers.Voucher;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A fact in a list.
 *
 * @param concerns the day of a closed period that it corrects; absent where it corrects none
 * @param amount   what it is about, where it is about one amount: a payment's, a batch's control total
 * @param document the number (文号) of the document it rests on, or, for a payment, its allotment
 * @param approval for a payment, who made, checked and approved it
 * @param vouchers its voucher number, in each division's books it posts in; absent where it posts nothing
 * @param lines    how many lines it posts
 */
record FactSummary(
        long position,
        Instant recordedAt,
        LocalDate effectiveDate,
        @MayBeAbsent LocalDate concerns,
        String type,
        int version,
        String actor,
        @MayBeAbsent Money amount,
        @MayBeAbsent String document,
        List<Hand> signatures,
        @MayBeAbsent List<Hand> approval,
        @MayBeAbsent List<Voucher> vouchers,
        int lines) {

    static FactSummary of(Entry entry, Hands hands) {
        var envelope = entry.envelope();
        return new FactSummary(entry.position(), entry.recordedAt(), envelope.effectiveDate(), envelope.concerns(), envelope.type(), envelope.version(),
                envelope.actor(), amount(entry), hands.document(entry), hands.under(entry), hands.approving(entry),
                hands.vouchers(entry), entry.fact().lines().list().size());
    }

    private static Money amount(Entry entry) {
        JsonNode body = Json.MAPPER.valueToTree(entry.fact());
        JsonNode amount = body.hasNonNull("amount") ? body.get("amount") : body.get("controlTotal");
        return amount == null ? null : Money.yuan(amount.textValue());
    }
}
