package fundtrail.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.people.PeopleKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts that are refused: with a sentence that says why and what now, and with nothing left running. */
class RefusedRunTest {
    @TempDir
    static Path folder;

    /** One folder for all: what a refused start leaves there does no harm to the next. */
    private static Path home() {
        return folder.resolve("ledger");
    }

    private static void refused(List<String> sentences, String... options) {
        try (RunProcess run = RunProcess.startOn(home(), options)) {
            assertEquals(1, run.awaitExit(), run::output);
            for (String sentence : sentences) {
                assertTrue(run.output().contains(sentence), sentence + " is not in:\n" + run.output());
            }
        }
        assertEquals(List.of(), RunProcess.processesIn(home()), "processes left behind by a refused start");
    }

    /** What can be told before anything is created leaves nothing behind. */
    private static void refusedAtOnce(String sentence, String... options) {
        Path home = folder.resolve("never-made");
        try (RunProcess run = RunProcess.startOn(home, options)) {
            assertEquals(1, run.awaitExit(), run::output);
            assertTrue(run.output().contains(sentence), sentence + " is not in:\n" + run.output());
        }
        assertTrue(Files.notExists(home), "a refused start made " + home);
    }

    @Test
    void an_unknown_pack_is_answered_with_those_there_are_and_leaves_nothing_behind() {
        refusedAtOnce("There is no seed pack \"no-such-pack\"", "--seed", "no-such-pack", "--command-port", "0", "--query-port", "0");
        refused(List.of("There is no seed pack \"no-such-pack\"", "\n  disbursement-batch"), "--seed", "no-such-pack",
                "--command-port", "0", "--query-port", "0");
    }

    @Test
    void a_broken_pack_and_ports_that_cannot_be_are_told_before_anything_is_made() throws IOException {
        Path pack = Files.createDirectories(folder.resolve("broken-pack"));
        Files.writeString(pack.resolve("pack.json"), "{");
        refusedAtOnce("cannot be used", "--seed", pack.toString(), "--command-port", "0", "--query-port", "0");
        refusedAtOnce("Both sides of the ledger cannot answer at port 18999", "--command-port", "18999", "--query-port", "18999");
        refusedAtOnce("There is no port 70000", "--command-port", "70000", "--query-port", "0");
    }

    @Test
    void a_port_of_another_program_is_named_with_the_option_that_chooses_another() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(other.getLocalPort());
            refusedAtOnce("Port " + port + " is in use", "--seed", "disbursement-batch", "--command-port", "0", "--query-port", port);
            refused(List.of("Port " + port + " is in use", "--command-port"), "--command-port", port, "--query-port", "0");
            refused(List.of("Port " + port + " is in use", "--query-port"), "--command-port", "0", "--query-port", port);
        }
    }

    @Test
    void a_key_of_the_people_registry_that_others_may_read_is_named_with_what_to_do() throws IOException {
        Path key = HomeFolder.at(home()).peopleKey();
        PeopleKey.inOrMadeAt(key);
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        refused(List.of("✗ The key of the people registry " + key + " may be read or changed by others", "chmod 600"),
                "--command-port", "0", "--query-port", "0");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void a_port_of_postgres_that_another_program_has_is_named() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Path kept = home().resolve("postgres/port");
            boolean wasThere = Files.exists(kept);
            String before = wasThere ? Files.readString(kept) : null;
            Files.createDirectories(kept.getParent());
            Files.writeString(kept, String.valueOf(other.getLocalPort()));
            refused(List.of(String.valueOf(other.getLocalPort()), "postgres"), "--command-port", "0", "--query-port", "0");
            if (wasThere) {
                Files.writeString(kept, before);
            } else {
                Files.delete(kept);
            }
        }
    }

    @Test
    void a_pack_older_than_what_the_ledger_holds_is_refused_naming_home() throws IOException {
        Path pack = Files.createDirectories(folder.resolve("old-pack"));
        pack(pack, "old-pack", "2020-01-06T01:00:00Z");
        Path newer = Files.createDirectories(folder.resolve("new-pack"));
        pack(newer, "new-pack", "2026-01-05T01:00:00Z");
        Path home = folder.resolve("two-packs");
        try (RunProcess run = RunProcess.start(home, "--seed", newer.toString(), "--once")) {
            assertEquals(0, run.awaitExit(), run::output);
        }
        try (RunProcess run = RunProcess.start(home, "--seed", pack.toString(), "--once")) {
            assertEquals(1, run.awaitExit(), run::output);
            assertTrue(run.output().contains("is older than what the ledger holds"), run.output());
            assertTrue(run.output().contains("--home DIR"), run.output());
        }
        assertEquals(List.of(), RunProcess.processesIn(home));
    }

    @Test
    void a_pack_of_another_ledger_is_refused_naming_home() throws IOException {
        Path pack = Files.createDirectories(folder.resolve("own-pack"));
        pack(pack, "own-pack", "2026-01-05T01:00:00Z");
        Path home = Files.createDirectories(folder.resolve("other-ledger"));
        Files.copy(RunProcess.ROOT.resolve("seeds/disbursement-batch/opening.json"), home.resolve("opening.json"));
        try (RunProcess run = RunProcess.start(home, "--seed", pack.toString(), "--once")) {
            assertEquals(1, run.awaitExit(), run::output);
            assertTrue(run.output().contains("holds the ledger \"disbursement-batch\""), run.output());
            assertTrue(run.output().contains("--home DIR"), run.output());
        }
    }

    @Test
    void a_production_ledger_is_neither_run_nor_seeded() throws IOException {
        Path home = Files.createDirectories(folder.resolve("production"));
        Files.copy(RunProcess.ROOT.resolve("ops/deploy/opening.example.json"), home.resolve("opening.json"));
        for (String[] options : new String[][] {{"--once"}, {"--seed", "disbursement-batch", "--once"}}) {
            try (RunProcess run = RunProcess.start(home, options)) {
                assertEquals(1, run.awaitExit(), run::output);
                assertTrue(run.output().contains("is that of the production ledger \"chenghu-2026\""), run.output());
            }
        }
        assertTrue(Files.notExists(home.resolve("postgres")) && Files.notExists(home.resolve("keys")), "nothing was started");
    }

    /** A pack that registers one person. Packs of one ledger share its opening. */
    private static void pack(Path pack, String name, String clock) throws IOException {
        Files.writeString(pack.resolve("opening.json"), """
                {"ledgerId":"two-packs","divisions":[{"code":"330521","name":"澄湖县（虚构）"}],
                 "origin":"rehearsal.fundtrail.example/two-packs","purpose":"REHEARSAL","timeZone":"Asia/Shanghai",
                 "clock":"2020-01-06T00:00:00Z","people":[
                  {"person":"p-1","row":{"name":"安然","post":"管理员","employeeNumber":"1","subject":"an"},"roles":["AD"]},
                  {"person":"p-2","row":{"name":"蔡明","post":"总会计师","employeeNumber":"2","subject":"cai"},"roles":["CA"]}]}""");
        Files.writeString(pack.resolve("pack.json"), """
                {"name":"%s","description":"one person","documents":{},"chapters":[],
                 "people":{"clock":"%s","by":"an","approver":"cai","rows":[
                  {"person":"p-%s","name":"周敏","post":"经办员","employeeNumber":"%s","subject":"%s","roles":["CL"]}]}}"""
                .formatted(name, clock, name, name, name));
    }
}
