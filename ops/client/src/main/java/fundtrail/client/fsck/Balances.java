package fundtrail.client.fsck;

import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.client.LedgerApi;
import fundtrail.client.fsck.Difference.Found;
import fundtrail.client.fsck.Difference.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Every balance in all its dimensions, on some days, as far as the facts walked over lead to it. */
final class Balances {
    /** Turnover on each side, net of red, in fen. */
    private record Turnover(long debit, long credit) {
        Turnover plus(Posted line) {
            return line.debit() ? new Turnover(Math.addExact(debit, line.fen()), credit) : new Turnover(debit, Math.subtractExact(credit, line.fen()));
        }

        @Override
        public String toString() {
            return Posted.yuan(debit) + " D, " + Posted.yuan(credit) + " C";
        }
    }

    private static final Turnover NONE = new Turnover(0, 0);

    private final LedgerApi api;
    private final String token;
    private final Map<LocalDate, Map<List<String>, Turnover>> byDay = new LinkedHashMap<>();

    Balances(LedgerApi api, String token, List<LocalDate> days) {
        this.api = api;
        this.token = token;
        days.forEach(day -> byDay.put(day, new HashMap<>()));
    }

    void add(Posted line) {
        byDay.forEach((day, sums) -> {
            if (!line.effective().isAfter(day)) {
                sums.merge(line.dimensions(), NONE.plus(line), (sum, more) -> sum.plus(line));
            }
        });
    }

    /**
     * Asks for them as they were known at a position.
     *
     * @return how many were compared
     * @throws Found when one is another
     */
    long compare(long position) {
        long compared = 0;
        for (Map.Entry<LocalDate, Map<List<String>, Turnover>> day : byDay.entrySet()) {
            Map<List<String>, Turnover> told = told(day.getKey(), position);
            var keys = new TreeSet<String>();
            Map<String, List<String>> byText = new HashMap<>();
            for (Map<List<String>, Turnover> side : List.of(told, day.getValue())) {
                side.keySet().forEach(key -> byText.put(String.join(",", key), key));
            }
            keys.addAll(byText.keySet());
            for (String text : keys) {
                Turnover derived = day.getValue().getOrDefault(byText.get(text), NONE);
                Turnover found = told.getOrDefault(byText.get(text), NONE);
                if (!derived.equals(found)) {
                    throw new Found(Kind.BALANCE, -1, "/api/balances?by=%s&effective=%s&known=%d: %s"
                            .formatted(String.join(",", Posted.DIMENSIONS), day.getKey(), position, text), found, derived);
                }
            }
            compared += keys.size();
        }
        return compared;
    }

    private Map<List<String>, Turnover> told(LocalDate day, long position) {
        Map<List<String>, Turnover> told = new HashMap<>();
        Map<String, Object> asked = Map.of("by", String.join(",", Posted.DIMENSIONS), "effective", day, "known", position, "after", position);
        for (JsonNode item : api.readAll("/api/balances", asked, token)) {
            List<String> key = new ArrayList<>();
            Posted.DIMENSIONS.forEach(name -> key.add(item.path(name).asText()));
            told.put(key, new Turnover(fen(item, "debit"), fen(item, "credit")));
        }
        return told;
    }

    private static long fen(JsonNode item, String amount) {
        return new BigDecimal(item.path(amount).asText("0.00")).movePointRight(2).longValueExact();
    }
}
