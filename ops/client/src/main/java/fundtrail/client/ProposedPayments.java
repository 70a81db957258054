package fundtrail.client;

import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.contract.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The rows of a proposed batch as whoever signs them sees them: what is set off too, where any row is. */
final class ProposedPayments {
    private ProposedPayments() {}

    static TextTable table(List<JsonNode> rows, Words words) {
        TextTable table = new TextTable().amounts(words.say("sign.row")).words(words.say("balances.institution"))
                .words(words.say("sign.payee")).words(words.say("sign.allotment")).amounts(words.say("sign.amount"));
        boolean offsets = rows.stream().anyMatch(row -> row.hasNonNull("offsets"));
        if (offsets) {
            table.words(words.say("sign.offset"));
        }
        Money total = Money.ZERO;
        Money setOff = Money.ZERO;
        for (JsonNode row : rows) {
            List<String> cells = new ArrayList<>(List.of(row.path("row").asText(), row.path("institution").asText(),
                    row.path("payeeAccount").asText(), row.path("allotment").asText(), Amounts.grouped(row.path("amount").asText())));
            if (offsets) {
                cells.add(StreamSupport.stream(row.path("offsets").spliterator(), false)
                        .map(one -> one.path("clawback").asText() + " " + Amounts.grouped(one.path("amount").asText()))
                        .collect(Collectors.joining(", ")));
            }
            table.row(cells);
            total = total.plus(Money.yuan(row.path("amount").asText()));
            for (JsonNode one : row.path("offsets")) {
                setOff = setOff.plus(Money.yuan(one.path("amount").asText()));
            }
        }
        List<String> last = new ArrayList<>(
                List.of(String.valueOf(rows.size()), words.say("balances.total"), "", "", Amounts.grouped(total)));
        if (offsets) {
            last.add(Amounts.grouped(setOff));
        }
        return table.total(last);
    }
}
