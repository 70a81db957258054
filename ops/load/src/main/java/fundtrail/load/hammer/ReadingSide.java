package fundtrail.load.hammer;

import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.client.LedgerApi;
import fundtrail.load.bureau.Bureau;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** The books over the public read API, by an auditor. */
final class ReadingSide implements Books {
    private final LedgerApi api;
    private final String token;

    ReadingSide(LedgerApi api, String token) {
        this.api = api;
        this.token = token;
    }

    @Override
    public long head(long after) {
        return api.read("/api/ledger", after < 0 ? Map.of() : Map.of("after", after), token).get("knownPosition").longValue();
    }

    @Override
    public Stored stored(long position) {
        JsonNode fact = api.read("/api/facts/" + position, Map.of(), token).get("item");
        return new Stored(fact.get("entry").textValue(), fact.get("leafHash").textValue());
    }

    @Override
    public Map<String, Long> balances(LocalDate effective, long known) {
        Map<String, Long> balances = new TreeMap<>();
        for (JsonNode item : api.readAll("/api/balances",
                Map.of("fundSource", Bureau.SOURCE, "effective", effective, "known", known), token)) {
            long fen = new BigDecimal(item.get("balance").textValue()).movePointRight(2).longValueExact();
            if (fen != 0) {
                balances.merge(item.get("account").textValue(), fen, Long::sum);
            }
        }
        return balances;
    }

    @Override
    public boolean isBalanced(LocalDate effective, long known) {
        return api.read("/api/trial-balance", Map.of("effective", effective, "known", known), token).get("balanced").booleanValue();
    }
}
