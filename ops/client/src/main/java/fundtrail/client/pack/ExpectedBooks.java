package fundtrail.client.pack;

import fundtrail.client.Balances;
import fundtrail.contract.Money;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a pack must add up to ({@code expected/}), held against what a ledger says. A table's name ends in its moment:
 * {@code end} for all there is, {@code 2025-06-30} for that day as it was known at its end, {@code 2025-06-30-known-end}
 * for that day by all that was learned later.
 */
public final class ExpectedBooks {
    private static final String SOURCES = "sources-";
    private static final String LATER_KNOWN = "-known-end";

    private final Path folder;
    private final Balances balances;
    private final String token;

    /** @param token of somebody who may see all of it */
    public ExpectedBooks(Pack pack, Balances balances, String token) {
        this.folder = pack.folder().resolve("expected");
        this.balances = balances;
        this.token = token;
    }

    /** The moments for which there are tables. */
    public List<String> moments() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.startsWith(SOURCES) && file.endsWith(".csv"))
                    .map(file -> file.substring(SOURCES.length(), file.length() - ".csv".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the tables in " + folder + " cannot be listed", e);
        }
    }

    /**
     * Where the ledger says otherwise: {@code −} before a line that is expected and not there, {@code +} before one that
     * is there and not expected. Empty when it adds up.
     *
     * @param after the position that must be worked in
     */
    public List<String> differences(String moment, long after) {
        Map<String, Object> asked = new HashMap<>(moment(moment));
        asked.put("after", after);
        return differences(moment, asked);
    }

    /** The same for other dates than those of the table's name. */
    public List<String> differences(String table, Map<String, ?> moment) {
        List<String> differences = new ArrayList<>();
        differ(differences, "institutions-" + table, balances.ofInstitutions(moment, token).stream()
                .map(row -> line(row.institution(),
                        row.allotted(), row.reserved(), row.expended(), row.available(), row.advances()))
                .toList());
        differ(differences, SOURCES + table, balances.ofSources(moment, token).stream()
                .map(row -> line(row.source() + "," + row.budgetYear(), row.authority(), row.unallotted(), row.allotted(),
                        row.reserved(), row.expended(), row.available(), row.received(), row.paidOut(), row.cash()))
                .toList());
        return differences;
    }

    private static Map<String, String> moment(String moment) {
        if (moment.equals("end")) {
            return Map.of();
        }
        return moment.endsWith(LATER_KNOWN)
                ? Map.of("effective", moment.substring(0, moment.length() - LATER_KNOWN.length()))
                : Map.of("effective", moment, "known", moment);
    }

    private void differ(List<String> differences, String table, List<String> found) {
        List<String> expected = lines(table);
        Set<String> there = new HashSet<>(found);
        Set<String> meant = new HashSet<>(expected);
        expected.stream().filter(line -> !there.contains(line)).forEach(line -> differences.add(table + " − " + line));
        found.stream().filter(line -> !meant.contains(line)).forEach(line -> differences.add(table + " + " + line));
    }

    private List<String> lines(String table) {
        try (Stream<String> lines = Files.lines(folder.resolve(table + ".csv"))) {
            return lines.skip(1).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the table " + table + " cannot be read", e);
        }
    }

    private static String line(String first, Money... amounts) {
        return first + "," + Stream.of(amounts).map(Money::toString).collect(Collectors.joining(","));
    }
}
