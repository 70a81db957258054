package fundtrail.load.hammer;

import static fundtrail.load.hammer.CounterExample.unless;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fundtrail.client.LedgerUnreachable;
import fundtrail.client.ProblemAnswer;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * Holds what the books say against the model: each acknowledged wish once and whole, nothing else, every position there,
 * every hash right, every balance as it must be, and nothing said before that is now said otherwise.
 */
final class Audit {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> BUDGET = Set.of("AUTHORITY", "UNALLOTTED", "ALLOTTED", "RESERVED", "EXPENDED");
    private static final Set<String> FUND = Set.of("TREASURY_CASH", "ADVANCES", "INFLOW");
    private static final int MOST_KEPT = 2_000;
    private static final int AT_ONCE = 1_000;

    /** An answer at two clocks, as it was given. */
    private record Said(LocalDate effective, long known, Map<String, Long> balances) {}

    private final Model model;
    private final Books books;
    private final long before;
    private final List<Said> said = Collections.synchronizedList(new ArrayList<>());
    /** How often each key was found, by person and key. */
    private final Map<String, Integer> found = new HashMap<>();

    /** @param before the last position before the load */
    Audit(Model model, Books books, long before) {
        this.model = model;
        this.books = books;
        this.before = before;
    }

    /**
     * While it loads: what is said now is kept, and what was said before is asked once more.
     *
     * @return false when the books were away
     */
    boolean glance(Random random, LocalDate first, int days) {
        try {
            look(random, first, days);
            return true;
        } catch (ProblemAnswer problem) {
            unless(problem.problem().status() >= 500, "the books answer: %s", problem.getMessage());
            return false;
        } catch (LedgerUnreachable away) {
            return false;
        }
    }

    private void look(Random random, LocalDate first, int days) {
        long known = books.head(-1);
        Said now = new Said(first.plusDays(random.nextInt(days)), known, null);
        Said answer = new Said(now.effective(), known, books.balances(now.effective(), known));
        identities(answer);
        unless(books.isBalanced(now.effective(), known), "the trial balance of %s as known at %d does not balance", now.effective(), known);
        if (said.size() < MOST_KEPT) {
            said.add(answer);
        }
        unchanged(said.get(random.nextInt(said.size())));
    }

    /** When all is answered: everything. @return how many positions there are */
    long complete(LocalDate first, int days) {
        long last = model.given().stream().mapToLong(Given::last).max().orElse(before);
        long head = books.head(last);
        Map<String, Given> expected = new HashMap<>();
        for (Given one : model.given()) {
            Given twice = expected.put(one.wish().person() + " " + one.wish().key(), one);
            unless(twice == null, "the key %s of %s was acknowledged twice: %s and %s", one.wish().key(), one.wish().person(), twice, one);
        }
        for (long from = 0; from <= head; from += AT_ONCE) {
            long to = Math.min(head, from + AT_ONCE - 1);
            List<Books.Stored> stored = LongStream.rangeClosed(from, to).parallel().mapToObj(books::stored).toList();
            for (int i = 0; i < stored.size(); i++) {
                check(from + i, stored.get(i), expected);
            }
        }
        for (Given one : expected.values()) {
            int times = found.getOrDefault(one.wish().person() + " " + one.wish().key(), 0);
            unless(times == 1, "acknowledged at %d and there %d times: %s", one.first(), times, one.wish());
        }
        for (int day = 0; day < days; day += Math.max(1, days / 8)) {
            for (long known : new long[] {before, before + (head - before) / 2, head}) {
                LocalDate effective = first.plusDays(day);
                Said answer = new Said(effective, known, books.balances(effective, known));
                identities(answer);
                Map<String, Long> right = model.balances(effective, known);
                unless(answer.balances().equals(right), "balances of %s as known at %d are %s and should be %s",
                        effective, known, answer.balances(), right);
            }
        }
        List.copyOf(said).forEach(this::unchanged);
        return head + 1;
    }

    private void unchanged(Said earlier) {
        Map<String, Long> now = books.balances(earlier.effective(), earlier.known());
        unless(now.equals(earlier.balances()), "balances of %s as known at %d were %s and are now said to have been %s",
                earlier.effective(), earlier.known(), earlier.balances(), now);
    }

    private static void identities(Said answer) {
        unless(sum(answer, BUDGET) == 0, "of %s as known at %d the budget's accounts do not add up to nothing: %s",
                answer.effective(), answer.known(), answer.balances());
        unless(sum(answer, FUND) == 0, "of %s as known at %d the fund's accounts do not add up to nothing: %s",
                answer.effective(), answer.known(), answer.balances());
    }

    private static long sum(Said answer, Set<String> accounts) {
        return accounts.stream().mapToLong(account -> answer.balances().getOrDefault(account, 0L)).sum();
    }

    private void check(long position, Books.Stored stored, Map<String, Given> expected) {
        unless(leafHash(stored.entry()).equals(stored.leafHash()), "the leaf hash at %d is not that of the entry: %s", position, stored);
        JsonNode entry = read(stored.entry());
        unless(entry.get("position").longValue() == position, "at %d stands the entry of another position: %s", position, stored.entry());
        balances(position, entry.get("lines"));
        if (position <= before) {
            return;
        }
        String key = entry.get("actor").textValue() + " " + entry.path("key").asText();
        Given one = expected.get(key);
        unless(one != null, "at %d stands what nobody was told of: %s", position, stored.entry());
        found.merge(key, 1, Integer::sum);
        unless(position == one.first() && position == one.last(), "acknowledged at %d to %d, and there at %d: %s",
                one.first(), one.last(), position, one.wish());
        unless(entry.get("recordedAt").textValue().equals(one.recordedAt()), "acknowledged as of %s, and recorded at %s: %s",
                one.recordedAt(), entry.get("recordedAt"), one.wish());
        unless(entry.get("type").textValue().equals(one.wish().kind().fact)
                        && entry.get("effectiveDate").textValue().equals(one.wish().effective().toString())
                        && effect(entry.get("lines")).equals(Model.effect(one.wish())),
                "at %d stands another thing than was asked for, %s: %s", position, one.wish(), stored.entry());
    }

    private static void balances(long position, JsonNode lines) {
        Map<String, Long> sums = new TreeMap<>();
        for (JsonNode line : lines) {
            String whose = line.get("division") + " " + line.get("budgetYear") + " " + line.get("fundSource") + " " + line.get("book");
            sums.merge(whose, fen(line), Long::sum);
        }
        unless(sums.values().stream().allMatch(fen -> fen == 0), "the lines at %d do not balance: %s", position, sums);
    }

    private static Map<String, Long> effect(JsonNode lines) {
        Map<String, Long> effect = new HashMap<>();
        lines.forEach(line -> effect.merge(line.get("account").textValue(), fen(line), Long::sum));
        return effect;
    }

    private static long fen(JsonNode line) {
        long fen = new BigDecimal(line.get("amount").textValue()).movePointRight(2).longValueExact();
        return line.get("side").textValue().equals("D") ? fen : -fen;
    }

    private static JsonNode read(String entry) {
        try {
            return JSON.readTree(entry);
        } catch (IOException e) {
            throw new CounterExample("an entry is no JSON: " + entry);
        }
    }

    private static String leafHash(String entry) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update((byte) 0);
            return HexFormat.of().formatHex(sha256.digest(entry.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJavaPlatformHasIt) {
            throw new IllegalStateException(everyJavaPlatformHasIt);
        }
    }
}
