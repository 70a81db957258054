package fundtrail.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.proofs.Checkpoint;
import fundtrail.proofs.GrowingTree;
import fundtrail.proofs.Hash;
import fundtrail.proofs.KeyType;
import fundtrail.proofs.Note;
import fundtrail.proofs.SigningKey;
import fundtrail.proofs.Tile;
import fundtrail.proofs.Vectors;
import fundtrail.standalone.Verifying.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * A superuser gets past all triggers of a ledger that is served, and an auditor with {@code ops/Verify.java}, a key and a
 * checkpoint is told what was done, and to which fact.
 */
@TestInstance(Lifecycle.PER_CLASS)
class TamperTest {
    private static final Pattern KEY = Pattern.compile("verifier key: (\\S+)");
    private static final String TABLES = "fact checkpoint tile";

    @TempDir
    static Path folder;

    private RunProcess ledger;
    private Verifying verify;
    private String key;
    private Path kept;
    private long head;
    /** A fact that moves money, under a full tile. */
    private long posting;
    private String type;

    @BeforeAll
    void seedAndKeep() throws Exception {
        ledger = RunProcess.start(folder.resolve("ledger"), "--seed", "disbursement-batch").awaitReady();
        verify = new Verifying(Files.createDirectories(folder.resolve("classes")));
        Matcher told = KEY.matcher(ledger.output());
        assertTrue(told.find(), ledger.output());
        key = told.group(1);
        verify.run(auditor(), url(), "--key", key); // that stored bytes were read today is a fact itself, and comes before what is kept
        head = number("select max(position) from ledger.fact");
        posting = number("select min(position) from ledger.fact where convert_from(entry, 'UTF8') like '%\"side\":\"D\"%'");
        type = text("select type from ledger.fact where position = " + posting);
        RunProcess.await(() -> "the sealer did not get to the head", () -> number("select max(size) from ledger.checkpoint") == head + 1);
        assertTrue(head > 256 && posting < 256, head + " facts, the first posting is " + posting);
        for (String table : TABLES.split(" ")) {
            execute("create table kept_" + table + " as select * from ledger." + table);
        }
        kept = folder.resolve("kept");
        Said first = verify.run(auditor(), url(), "--key", key, "--keep", kept.toString());
        assertEquals(0, first.code(), first.text());
        assertTrue(first.text().endsWith("PASS\n"), first.text());
    }

    @AfterAll
    void close() {
        ledger.close();
    }

    @AfterEach
    void restore() {
        for (String table : TABLES.split(" ")) {
            tamper("delete from ledger." + table + "; insert into ledger." + table + " select * from kept_" + table);
        }
    }

    private String url() {
        return ledger.addresses().query().toString();
    }

    private String auditor() {
        return ledger.token("cao.wen");
    }

    private Connection superuser() throws SQLException, IOException {
        Path postgres = folder.resolve("ledger/postgres");
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + Files.readString(postgres.resolve("port")).strip() + "/ledger",
                "postgres", Files.readString(postgres.resolve("superuser-password")).strip());
    }

    private void execute(String sql) {
        try (Connection connection = superuser(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException | IOException e) {
            throw new AssertionError(sql, e);
        }
    }

    private long number(String sql) {
        return Long.parseLong(text(sql));
    }

    private String text(String sql) {
        try (Connection connection = superuser(); Statement query = connection.createStatement(); ResultSet row = query.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        } catch (SQLException | IOException e) {
            throw new AssertionError(sql, e);
        }
    }

    /** Past all triggers, in one transaction. */
    private void tamper(String sql) {
        StringBuilder off = new StringBuilder("begin;");
        StringBuilder on = new StringBuilder();
        for (String table : TABLES.split(" ")) {
            off.append("alter table ledger.").append(table).append(" disable trigger user;");
            on.append(";alter table ledger.").append(table).append(" enable always trigger append_only");
        }
        execute(off + sql + on + ";alter table ledger.checkpoint enable always trigger only_larger; commit");
    }

    private static String replaced(String from, String to, long position) {
        return "update ledger.fact set entry = convert_to(regexp_replace(convert_from(entry, 'UTF8'), '" + from + "', '" + to + "'), 'UTF8') where position = " + position;
    }

    private static String rehashed(long position) {
        return ";update ledger.fact set leaf_hash = sha256('\\x00' || entry) where position = " + position;
    }

    /** What an auditor is told who has nothing but the key. */
    private void told(String... faults) {
        assertTold(List.of(url(), "--key", key), faults);
    }

    /** What an auditor is told who kept a checkpoint, and the hashes with it. */
    private void toldByTheKept(String... faults) {
        assertTold(List.of(url(), "--key", key, "--since", kept.toString()), faults);
    }

    private void assertTold(List<String> arguments, String... faults) {
        try {
            Said said = verify.run(auditor(), arguments.toArray(String[]::new));
            assertEquals(1, said.code(), said.text());
            for (String fault : faults) {
                assertTrue(said.text().contains(fault), () -> "not told: " + fault + "\n" + said.text());
            }
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void passes(String... arguments) throws IOException, InterruptedException {
        Said said = verify.run(auditor(), arguments);
        assertEquals(0, said.code(), said.text());
    }

    @Test
    void an_untouched_ledger_passes_with_and_without_what_was_kept() throws Exception {
        passes(url(), "--key", key, "--since", kept.toString());
        Said hashesAlone = verify.run(null, url(), "--key", key, "--since", kept.toString());
        assertEquals(0, hashesAlone.code(), hashesAlone.text());
        assertTrue(hashesAlone.text().contains("by their hashes alone"), hashesAlone.text());
        assertEquals(2, verify.run(auditor(), "http://127.0.0.1:1", "--key", key).code());
    }

    @Test
    void gos_own_package_accepts_checkpoint_tiles_entries_and_proofs() throws Exception {
        GoCheck go = GoCheck.in(folder.resolve("go"));
        if (go != null) {
            String older = Long.toString(number("select min(size) from ledger.checkpoint where size > 1"));
            assertEquals("PASS " + (head + 1) + "\n", go.says(url(), key, auditor(), older));
            tamper(replaced("\"actor\":\"p-", "\"actor\":\"q-", posting));
            assertEquals("FAIL: entry " + posting + " is not the one in the tile\n", go.says(url(), key, auditor(), older));
        }
    }

    @Test
    void gos_own_package_computes_the_same_of_the_known_log() throws Exception {
        GoCheck go = GoCheck.in(folder.resolve("go"));
        if (go != null) {
            GrowingTree tree = new GrowingTree();
            StringBuilder ours = new StringBuilder();
            for (int i = 0; i < 70_000; i++) {
                tree.add(Hash.leaf(Vectors.entry(i)));
                if (Set.of(1, 5, 256, 300, 70_000).contains(i + 1)) {
                    ours.append("root ").append(i + 1).append(' ').append(tree.root()).append('\n');
                    ours.append(i + 1 == 5 ? Vectors.CHECKPOINT : "");
                }
            }
            assertEquals(ours.toString(), go.says(Vectors.key().text()));
        }
    }

    @Test
    void a_changed_amount() {
        tamper(replaced("\"side\":\"D\",\"amount\":\"[0-9]+", "\"side\":\"D\",\"amount\":\"999999", posting));
        told("fact " + posting + " is not the one that was sealed there", "fact " + posting + " does not balance");
    }

    @Test
    void a_changed_date_and_a_changed_name() {
        tamper(replaced("\"effectiveDate\":\"[0-9]{4}", "\"effectiveDate\":\"2025", posting) + ";" + replaced("\"actor\":\"p-", "\"actor\":\"q-", posting + 1));
        told("fact " + posting + " is not the one that was sealed there: its bytes do not give its hash (it reads as " + type + " of 2025",
                "fact " + (posting + 1) + " is not the one that was sealed there");
    }

    @Test
    void a_changed_fact_with_its_hash_made_anew_under_a_stored_tile() {
        tamper(replaced("\"actor\":\"p-", "\"actor\":\"q-", posting) + rehashed(posting));
        told("fact " + posting + " is not the one that was sealed there", "do not give the root that was signed over " + (head + 1));
    }

    @Test
    void a_changed_fact_with_its_hash_made_anew_at_the_end_is_seen_by_the_root_and_named_by_what_was_kept() {
        tamper(replaced("\"actor\":\"p-", "\"actor\":\"q-", head) + rehashed(head));
        told("do not give the root that was signed over " + (head + 1));
        toldByTheKept("fact " + head + " is another than the one whose hash was kept");
    }

    @Test
    void the_last_fact_removed() {
        tamper("delete from ledger.fact where position = " + head);
        told("fact " + head + " is missing");
    }

    @Test
    void a_fact_removed_from_the_middle() {
        tamper("delete from ledger.fact where position = " + posting);
        told("fact " + posting + " is missing");
        assertEquals(0, number("select count(*) from ledger.fact where position = " + posting));
    }

    @Test
    void two_facts_swapped() {
        tamper("update ledger.fact set position = 999999 where position = 20; update ledger.fact set position = 20 where position = 21;"
                + "update ledger.fact set position = 21 where position = 999999");
        told("fact 20 is not the one that was sealed there", "fact 20 says that its position is 21", "fact 21 says that its position is 20");
    }

    @Test
    void a_fact_put_in_and_all_behind_it_moved_on() {
        tamper("delete from ledger.fact where position = " + head + "; update ledger.fact set position = position + 1000000 where position >= 20;"
                + "update ledger.fact set position = position - 999999 where position >= 1000000;"
                + "insert into ledger.fact select 20, recorded_at, type, version, gen_random_uuid(), convert_to(replace(convert_from(entry, 'UTF8'), '\"position\":19', '\"position\":20'), 'UTF8'), leaf_hash"
                + " from ledger.fact where position = 19");
        told("fact 20 is not the one that was sealed there", "fact 21 says that its position is 20: it was moved or put in");
    }

    @Test
    void an_older_backup_put_in_its_place_verifies_by_itself_and_not_against_what_was_kept() throws Exception {
        long older = number("select max(size) from kept_checkpoint where size <= " + head / 2);
        tamper("delete from ledger.fact where position >= " + older + "; delete from ledger.checkpoint where size > " + older
                + "; delete from ledger.tile where (n + 1) * 256 > " + older + " or level > 0");
        passes(url(), "--key", key);
        toldByTheKept("facts " + older + " to " + head + " are gone", "the first " + older + " facts are those of the checkpoint kept");
    }

    @Test
    void hashes_that_were_changed_where_they_were_kept_accuse_nobody() throws Exception {
        Path changed = folder.resolve("changed");
        byte[] hashes = Files.readAllBytes(Path.of(kept + ".hashes"));
        hashes[40]++;
        Files.copy(kept, changed);
        Files.write(Path.of(changed + ".hashes"), hashes);
        Said said = verify.run(auditor(), url(), "--key", key, "--since", changed.toString());
        assertEquals(1, said.code(), said.text());
        assertTrue(said.text().contains("are not those the checkpoint beside them covers") && !said.text().contains("is another than"), said.text());
    }

    @Test
    void everything_rewritten_under_the_old_key_verifies_by_itself_and_not_against_what_was_kept() throws Exception {
        SigningKey stolen = SigningKey.of(Files.readString(folder.resolve("ledger/seal/1.key")).strip());
        rewriteAll(stolen);
        passes(url(), "--key", key);
        toldByTheKept("fact " + posting + " is another than the one whose hash was kept",
                "the first " + (head + 1) + " facts are not those of the checkpoint kept");
    }

    @Test
    void everything_rewritten_under_a_new_key_is_not_signed_by_the_one_that_was_told() throws Exception {
        SigningKey other = SigningKey.generate(key.substring(0, key.indexOf('+')), KeyType.ED25519);
        rewriteAll(other);
        told("the ledger's checkpoint is not signed with a key you gave");
        passes(url(), "--key", other.verifier().toString());
    }

    /** A fact gets another actor, and all that is over it is made anew. */
    private void rewriteAll(SigningKey signing) throws SQLException, IOException {
        tamper(replaced("\"actor\":\"p-", "\"actor\":\"q-", posting) + rehashed(posting) + ";delete from ledger.tile; delete from ledger.checkpoint");
        GrowingTree tree = new GrowingTree();
        try (Connection connection = superuser(); Statement query = connection.createStatement();
                ResultSet rows = query.executeQuery("select leaf_hash from ledger.fact order by position")) {
            while (rows.next()) {
                tree.add(Hash.of(rows.getBytes(1)));
            }
        }
        try (Connection connection = superuser();
                PreparedStatement tile = connection.prepareStatement("insert into ledger.tile values (?, ?, ?, ?)");
                PreparedStatement checkpoint = connection.prepareStatement("insert into ledger.checkpoint (size, root, note) values (?, ?, ?)")) {
            for (Map.Entry<Tile, byte[]> full : tree.fresh().entrySet()) {
                tile.setInt(1, full.getKey().level());
                tile.setLong(2, full.getKey().n());
                tile.setBytes(3, full.getValue());
                tile.setBytes(4, Tile.rootOfFull(full.getValue()).bytes());
                tile.executeUpdate();
            }
            Checkpoint whole = new Checkpoint(signing.verifier().name(), tree.size(), tree.root());
            checkpoint.setLong(1, whole.size());
            checkpoint.setBytes(2, whole.root().bytes());
            checkpoint.setString(3, new Note(whole.text(), List.of(signing.sign(whole.text()))).toString());
            checkpoint.executeUpdate();
        }
    }
}
