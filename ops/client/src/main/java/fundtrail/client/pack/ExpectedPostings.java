package fundtrail.client.pack;

import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.client.LedgerApi;
import fundtrail.contract.Money;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The postings a pack must lead to ({@code expected/postings.csv}), worked out without a ledger, held against what a ledger
 * says: at the end of every day on which something was recorded, for every day on which something counts, the balance of
 * every account in all its dimensions. How many facts carry the postings is not prescribed.
 */
public final class ExpectedPostings {
    private static final List<String> DIMENSIONS =
            List.of("account", "division", "budgetYear", "fundSource", "institution", "programme", "bankAccount");
    /** posting, effective, recorded, event; then the dimensions; then the amount, debit positive. */
    private static final int BEFORE_DIMENSIONS = 4;

    private record Posting(LocalDate effective, LocalDate recorded, String key, Money amount) {
        static Posting of(String line) {
            String[] cells = line.split(",", -1);
            List<String> dimensions = List.of(cells).subList(BEFORE_DIMENSIONS, BEFORE_DIMENSIONS + DIMENSIONS.size());
            return new Posting(LocalDate.parse(cells[1]), LocalDate.parse(cells[2]), String.join(",", dimensions),
                    Money.yuan(cells[BEFORE_DIMENSIONS + DIMENSIONS.size()]));
        }
    }

    private final LedgerApi api;
    private final String token;
    private final List<Posting> postings;

    /** @param token of somebody who may see all of it */
    public ExpectedPostings(Pack pack, LedgerApi api, String token) {
        this.api = api;
        this.token = token;
        this.postings = read(pack.folder().resolve("expected").resolve("postings.csv"));
    }

    private static List<Posting> read(Path file) {
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.skip(1).map(Posting::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the postings in " + file + " cannot be read", e);
        }
    }

    /** The days on which something was recorded; empty when the pack says nothing of postings. */
    public List<LocalDate> recordedOn() {
        return postings.stream().map(Posting::recorded).distinct().sorted().toList();
    }

    /**
     * Where the ledger, as it was known at the end of a day, says otherwise: {@code −} before a balance that is expected,
     * {@code +} before the one that is there.
     *
     * @param after the position that must be worked in
     */
    public List<String> differences(LocalDate known, long after) {
        return postings.stream()
                .filter(posting -> !posting.recorded().isAfter(known))
                .map(Posting::effective)
                .collect(Collectors.toCollection(TreeSet::new)).stream()
                .flatMap(effective -> differences(effective, known, after).stream())
                .toList();
    }

    private List<String> differences(LocalDate effective, LocalDate known, long after) {
        Map<String, Money> expected = new TreeMap<>();
        postings.stream()
                .filter(posting -> !posting.recorded().isAfter(known) && !posting.effective().isAfter(effective))
                .forEach(posting -> expected.merge(posting.key(), posting.amount(), Money::plus));
        Map<String, Money> found = new TreeMap<>();
        api.readAll("/api/balances",
                        Map.of("by", String.join(",", DIMENSIONS), "effective", effective, "known", known, "after", after), token)
                .forEach(item -> found.put(key(item), Money.yuan(item.get("balance").textValue())));
        List<String> differences = new ArrayList<>();
        Stream.concat(expected.keySet().stream(), found.keySet().stream()).distinct().sorted().forEach(key -> {
            Money meant = expected.getOrDefault(key, Money.ZERO);
            Money there = found.getOrDefault(key, Money.ZERO);
            if (!meant.equals(there)) {
                differences.add("effective " + effective + " known " + known + " " + key + " − " + meant + " + " + there);
            }
        });
        return differences;
    }

    private static String key(JsonNode item) {
        return DIMENSIONS.stream().map(dimension -> item.path(dimension).asText("")).collect(Collectors.joining(","));
    }
}
