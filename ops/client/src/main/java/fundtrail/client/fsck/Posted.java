package fundtrail.client.fsck;

import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.client.fsck.Difference.Found;
import fundtrail.client.fsck.Difference.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One line, read from the bytes of its fact and held against what a line must be.
 *
 * @param dimensions by name, in the order of {@link #DIMENSIONS}; "" where the line has none
 * @param fen        a debit positive, a credit negative
 * @param debit      whether it stands on the debit side, in red too
 */
record Posted(LocalDate effective, List<String> dimensions, long fen, boolean debit) {
    /** By what balances are asked for. */
    static final List<String> DIMENSIONS = List.of(
            "division", "book", "budgetYear", "fundSource", "account", "institution", "programme", "allotment", "bankAccount");

    private static final Set<String> BUDGET = Set.of("AUTHORITY", "UNALLOTTED", "ALLOTTED", "RESERVED", "EXPENDED", "WITHDRAWN");
    private static final Set<String> CASH = Set.of("TREASURY_CASH", "RECOVERY_HOLDING", "RESERVE_CASH");
    private static final int DIVISION = 0;
    private static final int BOOK = 1;
    private static final int YEAR = 2;
    private static final int SOURCE = 3;

    String of(String dimension) {
        return dimensions.get(DIMENSIONS.indexOf(dimension));
    }

    /**
     * The lines of an entry.
     *
     * @throws Found when one could stand in no book, or they do not balance in each division, year, source and book
     */
    static List<Posted> of(long position, JsonNode entry) {
        LocalDate effective = LocalDate.parse(entry.path("effectiveDate").asText());
        List<Posted> lines = new ArrayList<>();
        int number = 0;
        for (JsonNode line : entry.path("lines")) {
            lines.add(line(position, number++, effective, line));
        }
        Map<List<String>, Long> sums = new HashMap<>();
        for (Posted line : lines) {
            sums.merge(List.of(line.dimensions.get(DIVISION), line.dimensions.get(YEAR), line.dimensions.get(SOURCE), line.dimensions.get(BOOK)),
                    line.fen, Math::addExact);
        }
        sums.forEach((key, sum) -> {
            if (sum != 0) {
                throw new Found(Kind.POSTING, position, String.join(" ", key), yuan(sum), yuan(0));
            }
        });
        return lines;
    }

    private static Posted line(long position, int number, LocalDate effective, JsonNode line) {
        List<String> dimensions = DIMENSIONS.stream().map(name -> line.path(name).asText()).toList();
        String where = "line " + number + " " + line;
        String account = line.path("account").asText();
        String book = BUDGET.contains(account) ? "BUDGET" : "FUND";
        if (!line.path("book").asText().equals(book)) {
            throw new Found(Kind.POSTING, position, where, line.path("book").asText(), book);
        }
        if (CASH.contains(account) == line.path("bankAccount").asText().isEmpty()) {
            throw new Found(Kind.POSTING, position, where, line.path("bankAccount").asText(), "bankAccount");
        }
        if (!line.path("amount").asText().matches("-?[0-9]+\\.[0-9]{2}") || !line.path("side").asText().matches("[DC]")) {
            throw new Found(Kind.POSTING, position, where, line.path("side").asText() + " " + line.path("amount").asText(), "D|C 0.00");
        }
        long fen = new BigDecimal(line.path("amount").asText()).movePointRight(2).longValueExact();
        if (fen == 0 || new HashSet<>(dimensions.subList(0, 5)).contains("")) {
            throw new Found(Kind.POSTING, position, where, line, null);
        }
        boolean debit = line.path("side").asText().equals("D");
        return new Posted(effective, dimensions, debit ? fen : -fen, debit);
    }

    static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }
}
