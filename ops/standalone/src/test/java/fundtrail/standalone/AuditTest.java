package fundtrail.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.client.LedgerApi;
import fundtrail.client.fsck.Difference;
import fundtrail.client.fsck.Fsck;
import fundtrail.client.fsck.Fsck.Passed;
import fundtrail.client.fsck.Fsck.Thoroughness;
import fundtrail.standalone.Verifying.Said;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** What an auditor does with a ledger that is served: takes evidence away and verifies it, and has everything worked out again. */
@TestInstance(Lifecycle.PER_CLASS)
class AuditTest {
    private static final Pattern KEY = Pattern.compile("verifier key: (\\S+)");

    private Path folder;
    private Verifying verifying;
    private RunProcess ledger;
    private LedgerApi api;
    private String key;

    @BeforeAll
    void seed(@TempDir Path ofItsOwn) throws IOException {
        folder = ofItsOwn;
        verifying = new Verifying(Files.createDirectories(folder.resolve("verify")));
        ledger = RunProcess.start(folder.resolve("ledger"), "--seed", "disbursement-batch").awaitReady();
        api = ledger.api();
        Matcher told = KEY.matcher(ledger.output());
        assertTrue(told.find(), ledger.output());
        key = told.group(1);
        RunProcess.await(() -> "the sealer did not get to the head",
                () -> number("ledger", "select max(size) from ledger.checkpoint") == number("ledger", "select max(position) + 1 from ledger.fact"));
    }

    @AfterAll
    void close() {
        api.close();
        ledger.close();
    }

    @Test
    void a_pack_verifies_offline_and_one_in_which_a_byte_was_changed_does_not() throws IOException, InterruptedException {
        for (Map<String, String> cut : List.of(Map.of("institution", "TH03"), Map.of("from", "2026-01-10", "to", "2026-01-16"), Map.of("positions", "0,7,40-60"))) {
            Path pack = folder.resolve("pack.zip");
            LedgerApi.HandedOut handedOut;
            try (OutputStream out = Files.newOutputStream(pack)) {
                handedOut = api.download("/api/evidence", cut, auditor(), out);
            }
            assertEquals("AuditExtractIssued EVIDENCE_PACK " + handedOut.sha256(), onRecord(handedOut));
            Said said = verify(pack);
            assertEquals(0, said.code(), cut + ": " + said.text());
            assertTrue(said.text().endsWith("PASS\n"), said.text());
            Path changed = Files.write(folder.resolve("changed.zip"), withOneFactChanged(Files.readAllBytes(pack)));
            Said fail = verify(changed);
            assertEquals(1, fail.code(), fail.text());
            assertTrue(fail.text().contains("is not proved to be in the log") && fail.text().contains("is not the file the manifest lists"), fail.text());
        }
    }

    @Test
    void a_pack_is_held_against_a_checkpoint_that_was_kept_by_the_proof_in_it_or_is_not_passed() throws IOException, InterruptedException {
        Path kept = Files.write(folder.resolve("kept"), api.bytes("/checkpoint", Map.of(), auditor()));
        String size = Files.readAllLines(kept).get(1);
        Path without = evidence("without.zip", Map.of("positions", "0,7"));
        RunProcess.await(() -> "handing out was not sealed", () -> number("ledger", "select max(size) from ledger.checkpoint") > Long.parseLong(size));
        Path with = evidence("with.zip", Map.of("positions", "0,7", "since", size));
        Said goesOn = verify(with, "--since", kept.toString());
        assertEquals(0, goesOn.code(), goesOn.text());
        assertTrue(goesOn.text().contains("this log goes on from the checkpoint of " + size + " facts"), goesOn.text());
        assertEquals(0, verify(without, "--since", kept.toString()).code(), "of the very checkpoint that was kept");
        Said unsaid = verify(evidence("newer.zip", Map.of("positions", "0,7")), "--since", kept.toString());
        assertEquals(1, unsaid.code(), unsaid.text());
        assertTrue(unsaid.text().contains("cannot be checked: the pack has no proof from that one's " + size + " facts"), unsaid.text());
        Path changed = folder.resolve("changed-proof.zip");
        Files.write(changed, changed(Files.readAllBytes(with), "consistency", text -> {
            int at = text.indexOf('\n') + 1;
            return text.substring(0, at) + (text.charAt(at) == 'A' ? 'B' : 'A') + text.substring(at + 1);
        }));
        Said rewritten = verify(changed, "--since", kept.toString());
        assertEquals(1, rewritten.code(), rewritten.text());
        assertTrue(rewritten.text().contains("does not go on from the checkpoint kept in"), rewritten.text());
    }

    private Path evidence(String name, Map<String, String> cut) throws IOException {
        Path pack = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(pack)) {
            api.download("/api/evidence", cut, auditor(), out);
        }
        return pack;
    }

    private String onRecord(LedgerApi.HandedOut file) {
        var fact = api.read("/api/facts/" + file.onRecord(), Map.of("after", file.onRecord()), auditor()).get("item");
        return fact.get("type").asText() + " " + fact.at("/body/kind").asText() + " " + fact.at("/body/file/sha256").asText();
    }

    /** The first digit of the first fact's effective date becomes another. */
    private static byte[] withOneFactChanged(byte[] pack) throws IOException {
        boolean[] done = {false};
        return changed(pack, "facts/", text -> {
            String changed = done[0] || !text.startsWith("{") ? text : text.replaceFirst("\"effectiveDate\":\"2", "\"effectiveDate\":\"1");
            done[0] |= !changed.equals(text);
            return changed;
        });
    }

    private static byte[] changed(byte[] pack, String names, UnaryOperator<String> change) throws IOException {
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(pack)); ZipOutputStream out = new ZipOutputStream(changed)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write((entry.getName().startsWith(names) ? change.apply(text) : text).getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        return changed.toByteArray();
    }

    private Said verify(Path pack, String... more) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(pack.toString(), "--key", key));
        arguments.addAll(List.of(more));
        return verifying.run(null, arguments.toArray(String[]::new));
    }

    @Test
    void a_sound_ledger_passes_in_every_fact_and_balance() {
        Fsck fsck = new Fsck(api, auditor(), new Thoroughness(4, Thoroughness.ALL));
        Optional<Passed> passed = fsck.check(key);
        assertTrue(passed.isPresent(), () -> String.valueOf(fsck.difference()));
        assertTrue(passed.get().facts() > 300 && passed.get().lines() > 200 && passed.get().tags() > 40 && passed.get().balances() > 300,
                passed::toString);
        assertEquals(List.of(key), List.of(fsck.saidKeys()));
    }

    @Test
    void a_signature_by_another_key_is_no_checkpoint() {
        String other = key.substring(0, key.length() - 4) + (key.charAt(key.length() - 4) == 'A' ? "B" : "A") + key.substring(key.length() - 3);
        assertEquals(Difference.Kind.CHECKPOINT, differing(fsck -> fsck.check(other)).kind());
    }

    @Test
    void what_was_changed_on_the_reading_side_is_told_with_its_fact() {
        long paid = number("ledger", "select min(position) from ledger.fact where type = 'AdvancePaid'");
        planted("reading", "update reading.fact set entry = convert_to(replace(convert_from(entry, 'UTF8'), '\"effectiveDate\":\"2026', '\"effectiveDate\":\"2025'), 'UTF8') where position = " + paid,
                "update reading.fact set entry = convert_to(replace(convert_from(entry, 'UTF8'), '\"effectiveDate\":\"2025', '\"effectiveDate\":\"2026'), 'UTF8') where position = " + paid,
                Difference.Kind.COLUMN, paid, "effectiveDate");
        planted("reading", "create table reading.kept as select * from reading.fact_tag where position = " + paid + " and tag like 'institution:%'; "
                        + "delete from reading.fact_tag where position = " + paid + " and tag like 'institution:%'",
                "insert into reading.fact_tag select * from reading.kept; drop table reading.kept",
                Difference.Kind.TAG, paid, "institution");
        planted("reading", "update reading.posted_line set amount = amount + 1 where position = " + paid + " and line_no = 0; update reading.line_sum set debits = array(select d + 1 from unnest(debits) d)",
                "update reading.posted_line set amount = amount - 1 where position = " + paid + " and line_no = 0; update reading.line_sum set debits = array(select d - 1 from unnest(debits) d)",
                Difference.Kind.BALANCE, -1, "/api/balances");
    }

    @Test
    void what_was_changed_in_the_log_is_told_with_its_fact() {
        long paid = number("ledger", "select min(position) from ledger.fact where type = 'AdvancePaid'");
        planted("ledger", pastTriggers("create table public.kept as select * from ledger.fact where position = " + paid + "; update ledger.fact set entry ="
                        + " convert_to(replace(convert_from(entry, 'UTF8'), '\"effectiveDate\":\"2026', '\"effectiveDate\":\"2025'), 'UTF8') where position = " + paid),
                pastTriggers("update ledger.fact set entry = kept.entry from public.kept where fact.position = kept.position; drop table public.kept"),
                Difference.Kind.LEAF, paid, "/tile/0/");
        planted("ledger", pastTriggers("update ledger.tile set hashes = set_byte(hashes, 40, get_byte(hashes, 40) # 1) where level = 0 and n = 0"),
                pastTriggers("update ledger.tile set hashes = set_byte(hashes, 40, get_byte(hashes, 40) # 1) where level = 0 and n = 0"),
                Difference.Kind.LEAF, 1, "/tile/0/000");
        planted("ledger", pastTriggers("update ledger.tile set root = set_byte(root, 3, get_byte(root, 3) # 1) where level = 0 and n = 0"),
                pastTriggers("update ledger.tile set root = set_byte(root, 3, get_byte(root, 3) # 1) where level = 0 and n = 0"),
                Difference.Kind.TILE, 0, "/tile/1/000");
    }

    private static String pastTriggers(String sql) {
        return "begin; alter table ledger.fact disable trigger user; alter table ledger.tile disable trigger user; " + sql
                + "; alter table ledger.fact enable always trigger append_only; alter table ledger.tile enable always trigger append_only; commit";
    }

    /** Plants a difference, finds it as what it is, and takes it back. */
    private void planted(String database, String change, String back, Difference.Kind kind, long position, String where) {
        execute(database, change);
        try {
            Difference difference = differing(fsck -> fsck.check(key));
            assertEquals(kind + " " + position, difference.kind() + " " + difference.position(), difference::toString);
            assertTrue(difference.where().contains(where), difference::toString);
            assertNotEquals(difference.found(), difference.derived());
        } finally {
            execute(database, back);
        }
    }

    private Difference differing(Function<Fsck, Optional<Passed>> checking) {
        Fsck fsck = new Fsck(api, auditor(), new Thoroughness(4, Thoroughness.ALL));
        Optional<Passed> passed = checking.apply(fsck);
        assertTrue(passed.isEmpty(), () -> "it was not noticed: " + passed.get());
        return fsck.difference();
    }

    private String auditor() {
        return ledger.token("cao.wen");
    }

    private Connection superuser(String database) throws SQLException, IOException {
        Path postgres = folder.resolve("ledger/postgres");
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + Files.readString(postgres.resolve("port")).strip() + "/" + database,
                "postgres", Files.readString(postgres.resolve("superuser-password")).strip());
    }

    private void execute(String database, String sql) {
        try (Connection connection = superuser(database); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException | IOException e) {
            throw new AssertionError(sql, e);
        }
    }

    private long number(String database, String sql) {
        try (Connection connection = superuser(database); Statement query = connection.createStatement(); ResultSet row = query.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException | IOException e) {
            throw new AssertionError(sql, e);
        }
    }
}
