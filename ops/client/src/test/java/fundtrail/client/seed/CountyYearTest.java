package fundtrail.client.seed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.client.pack.Pack;
import fundtrail.client.pack.PackReader;
import fundtrail.contract.Digest;
import fundtrail.contract.id.CreditCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CountyYearTest {
    @TempDir
    static Path folder;

    @Test
    void the_same_seed_and_size_make_the_same_bytes() throws IOException {
        CountyYear.write(folder.resolve("one"), 1, 600);
        CountyYear.write(folder.resolve("again"), 1, 600);
        CountyYear.write(folder.resolve("other"), 2, 600);
        assertEquals(hashes("one"), hashes("again"));
        assertNotEquals(hashes("one"), hashes("other"));
    }

    private static Map<String, String> hashes(String pack) throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder.resolve(pack))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                hashes.put(folder.resolve(pack).relativize(file).toString(), Digest.sha256(Files.readAllBytes(file)));
            }
        }
        return hashes;
    }

    @Test
    void the_usual_county_has_at_least_its_postings_and_everything_that_happens_in_one() {
        long postings = CountyYear.write(folder.resolve("usual"), CountyYear.USUAL_SEED, CountyYear.USUAL_POSTINGS);
        assertTrue(postings >= CountyYear.USUAL_POSTINGS, postings + " postings");
        Pack pack = PackReader.read(folder.resolve("usual"));
        Set<String> commands = new TreeSet<>();
        Set<String> refusals = new TreeSet<>();
        pack.chapters().forEach(chapter -> chapter.steps().forEach(step -> {
            commands.add(step.command());
            if (step.expect() != null) {
                refusals.add(step.expect().code());
            }
        }));
        assertEquals(Set.of("allot-budget", "approve-budget", "cancel-batch", "close-payee-account", "confirm-payment", "disburse-batch",
                "execute-batch", "grant-delegation", "grant-role", "merge-institution", "place-payment-hold", "publish-rule-set",
                "record-fund-receipt", "record-transfer-notice", "record-transfer-receipt", "register-fund-source", "register-institution", "register-payee-account",
                "register-treasury-account", "release-payment-hold", "return-payment", "reverse-entry", "revoke-delegation", "revoke-role"),
                commands);
        assertEquals(Set.of("CASH_EXCEEDED", "HOLDER_CONFLICT", "RETURN_EXCEEDED", "ROLE_MISSING", "UNALLOTTED_EXCEEDED"), refusals);
        assertEquals(4, pack.survey().reversals().size());
    }

    @Test
    void the_credit_codes_are_valid_and_each_institutions_own() {
        Set<String> codes = new TreeSet<>();
        CountyInstitution.drawn(48, new java.util.Random(1)).forEach(one -> codes.add(new CreditCode(one.creditCode()).value()));
        assertEquals(48, codes.size());
    }

    @Test
    void a_size_nobody_can_mean_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> CountyYear.write(folder.resolve("none"), 1, CountyYear.FEWEST_POSTINGS - 1));
    }
}
