package fundtrail.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fundtrail.client.Balances;
import fundtrail.client.LedgerApi;
import fundtrail.client.Words;
import fundtrail.contract.Money;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The balances of a ledger, held against what its pack must add up to. */
final class Books {
    private static final Path EXPECTED = RunProcess.ROOT.resolve("seeds/disbursement-batch/expected");

    private final Balances balances;
    private final String token;

    Books(LedgerApi api, String token) {
        this.balances = new Balances(api, Words.in("en"));
        this.token = token;
    }

    /** @param moment the two dates asked for; {@code file} names what is expected then, such as {@code end} */
    void addUpTo(String file, Map<String, ?> moment) throws IOException {
        assertEquals(expected("institutions-" + file), balances.ofInstitutions(moment, token).stream()
                .map(row -> line(row.institution(),
                        row.allotted(), row.reserved(), row.expended(), row.available(), row.advances()))
                .toList(), "institutions, " + file);
        assertEquals(expected("sources-" + file), balances.ofSources(moment, token).stream()
                .map(row -> line(row.source() + "," + row.budgetYear(), row.authority(), row.unallotted(), row.allotted(), row.reserved(),
                        row.expended(), row.available(), row.received(), row.paidOut(), row.cash()))
                .toList(), "sources, " + file);
    }

    private static List<String> expected(String file) throws IOException {
        try (Stream<String> lines = Files.lines(EXPECTED.resolve(file + ".csv"))) {
            return lines.skip(1).sorted().toList();
        }
    }

    private static String line(String first, Money... amounts) {
        return first + "," + Stream.of(amounts).map(Money::toString).collect(Collectors.joining(","));
    }
}
