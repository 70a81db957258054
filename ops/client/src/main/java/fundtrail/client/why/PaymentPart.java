package fundtrail.client.why;

import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.client.Amounts;
import fundtrail.contract.Money;

/** A payment from what it is back to the clerk's row, and on to what the bank said. */
final class PaymentPart {
    private PaymentPart() {}

    static void tell(String id, Known known, Story story) {
        JsonNode payment = known.one("/api/payments/" + id);
        story.part("why.payment", id, Amounts.grouped(payment.get("amount").textValue()),
                story.words().sayOr("state." + payment.get("state").textValue(), payment.get("state").textValue()));
        payee(payment, known, story);
        basis(payment, story);
        offsets(payment, story);
        story.say(payment.hasNonNull("instalment") ? "why.purposeOfInstalment" : "why.purpose",
                payment.get("purpose").textValue(), payment.path("instalment").asText());
        if (payment.hasNonNull("refusal")) {
            story.say("why.refused", payment.get("refusal").textValue());
        }
        if (payment.hasNonNull("hold")) {
            hold(payment.get("hold").textValue(), known, story);
        }
        if (!payment.get("returned").textValue().equals("0.00")) {
            story.say(payment.hasNonNull("note") ? "why.returnedFor" : "why.returned",
                    Amounts.grouped(payment.get("returned").textValue()), payment.path("note").asText());
        }
        for (JsonNode step : payment.get("steps")) {
            if (!step.get("type").textValue().startsWith("DisbursementBatchApproved")) {
                FactPart.tell(known.fact(step.get("position").longValue()), story);
                if (step.hasNonNull("bankRef")) {
                    story.say("why.bankRef", step.get("bankRef").textValue());
                }
            }
        }
        batch(payment, known, story);
        AllotmentPart.tell(payment.get("allotment").textValue(), known, story);
    }

    private static void payee(JsonNode payment, Known known, Story story) {
        known.maybe("/api/institutions/" + payment.get("institution").textValue()).ifPresent(institution ->
                story.say("why.beneficiary", institution.get("name").textValue(), institution.get("institution").textValue(),
                        institution.get("creditCode").textValue()));
        known.maybe("/api/payee-accounts/" + payment.get("payeeAccount").textValue()).ifPresent(account ->
                story.say("why.payee", account.get("accountName").textValue(), account.get("accountNumber").textValue(),
                        account.get("bank").textValue()));
    }

    /** Which payment it is, and what its amount was computed from. */
    private static void basis(JsonNode payment, Story story) {
        String kind = payment.get("kind").textValue();
        story.say("why.kind", story.words().sayOr("kind." + kind, kind));
        JsonNode basis = payment.path("basis");
        if (basis.hasNonNull("settledYear")) {
            story.say("why.settledYear", basis.get("settledYear").asText());
        }
        if (basis.hasNonNull("heads")) {
            JsonNode heads = basis.get("heads");
            story.say("why.heads", heads.get("headcount").asText(), heads.get("rate").textValue(), heads.get("months").asText());
        }
        if (basis.hasNonNull("task")) {
            JsonNode task = basis.get("task");
            story.say("why.task", task.get("task").textValue(), task.get("quantity").textValue(), task.get("rate").textValue());
        }
        if (basis.hasNonNull("subsidy")) {
            subsidy(basis.get("subsidy"), story);
        }
    }

    private static void subsidy(JsonNode subsidy, Story story) {
        story.say("why.subsidy", subsidy.get("category").textValue());
        if (subsidy.hasNonNull("personnel")) {
            JsonNode parts = subsidy.get("personnel");
            story.say("why.personnel", Amounts.grouped(parts.get("basicPay").textValue()),
                    Amounts.grouped(parts.get("socialSecurity").textValue()), Amounts.grouped(parts.get("housingFund").textValue()),
                    Amounts.grouped(parts.get("annuity").textValue()));
        }
    }

    /** What it was, or is to be, set off against; and what that leaves the bank to pay. */
    private static void offsets(JsonNode payment, Story story) {
        Money byBank = Money.yuan(payment.get("amount").textValue());
        for (JsonNode offset : payment.path("offsets")) {
            String amount = offset.get("amount").textValue();
            byBank = byBank.minus(Money.yuan(amount));
            story.say("why.offset", Amounts.grouped(amount), offset.get("clawback").textValue());
            for (JsonNode part : offset.path("bySource")) {
                story.say("why.offsetSource", part.get("fundSource").textValue(), Amounts.grouped(part.get("amount").textValue()));
            }
        }
        if (!payment.path("offsets").isEmpty()) {
            story.say("why.byBank", Amounts.grouped(byBank));
        }
    }

    private static void hold(String id, Known known, Story story) {
        known.maybe("/api/holds/" + id).ifPresent(hold -> {
            story.say("why.hold", id, hold.get("legalBasis").textValue(), hold.get("placedAt").textValue(),
                    hold.get("reviewOn").textValue(), hold.get("expiresOn").textValue(), hold.get("position").asText());
            if (hold.hasNonNull("document")) {
                FactPart.document(hold.get("document"), story);
            }
        });
    }

    /** The batch, the proposal it was approved by, and the row as the clerk wrote it. */
    private static void batch(JsonNode payment, Known known, Story story) {
        int row = payment.get("row").intValue();
        known.maybe("/api/batches/" + payment.get("batch").textValue()).ifPresent(batch -> {
            story.part("why.batch", batch.get("batch").textValue());
            story.say("why.batchTotals", batch.get("rowCount").asText(), Amounts.grouped(batch.get("controlTotal").textValue()),
                    batch.get("position").asText());
            story.say(batch.hasNonNull("fileHash") ? "why.clerkRow" : "why.rowProposed", row, batch.path("fileHash").asText());
            if (batch.hasNonNull("proposal")) {
                String proposal = batch.get("proposal").textValue();
                known.all("/api/proposals/" + proposal + "/rows").stream()
                        .map(one -> one.get("row"))
                        .filter(one -> one.path("row").intValue() == row)
                        .forEach(one -> story.lines(one.toString()));
                ProposalPart.tell(known.one("/api/proposals/" + proposal), story);
            }
        });
    }
}
