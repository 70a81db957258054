package fundtrail.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.client.Answer;
import fundtrail.client.LedgerApi;
import fundtrail.client.fsck.Fsck.Passed;
import fundtrail.client.fsck.Fsck.Thoroughness;
import fundtrail.client.fsck.Fsck;
import fundtrail.client.pack.ExpectedPostings;
import fundtrail.client.pack.Pack;
import fundtrail.client.pack.PackReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packs that come with their postings, loaded through the public API and held against them at every pair of days. */
class YearPacksRunTest {
    private static final List<String> CROOKED_LEADS = List.of(
            "ADVANCED_BEYOND_SHARE BSP-2018-CEN-K1: AdvancePaid 2018-02-26",
            "ADVANCED_BEYOND_SHARE BSP-2018-CEN-K2: AdvancePaid 2018-02-26",
            "ADVANCED_BEYOND_SHARE BSP-2018-CTY-K3: AdvancePaid 2018-02-26",
            "ADVANCED_BEYOND_SHARE BSP-2018-PRO-K3: AdvancePaid 2018-02-26",
            "DECEMBER_SPIKE BSP-2018-SET: DisbursementBatchApproved 2018-12-24",
            "ADVANCED_BEYOND_SHARE BSP-2019-CTY-K2: AdvancePaid 2019-07-01",
            "WRITE_OFF_BELOW_LIMIT CB2: ClawbackWrittenOff 2019-09-02");

    @TempDir
    Path folder;

    @Test
    void the_deqing_year_is_settled_paid_and_closed_to_the_fen() throws IOException, InterruptedException {
        Path copy = copyOf("deqing-2018");
        try (RunProcess run = RunProcess.start(folder.resolve("ledger"), "--seed", copy.toString(), "--check").awaitReady();
                LedgerApi api = run.api()) {
            List<String> lines = run.output().lines().map(line -> line.replaceAll(" +", " ").strip()).toList();
            for (String said : List.of(
                    "H1 BSP 2018 15,375,000.00 11,050,000.00 4,325,000.00 0.00",
                    "H2 BSP 2018 9,312,500.00 7,905,000.00 1,407,500.00 0.00",
                    "H3 BSP 2018 6,000,000.00 6,545,000.00 0.00 545,000.00",
                    "At the end of 2018-12-31, as known then:",
                    "330521 900,000.00 687,500.00 212,500.00",
                    "SETTLEMENT_RECEIVABLE of H3, effective 2018-12-18: 545,000.00 as known on 2018-12-18, 0.00 as known on 2018-12-20")) {
                assertTrue(lines.contains(said), () -> said + " is missing in " + run.output());
            }
            for (String source : List.of("CEN 2018 Central", "CTY 2018 County", "GEN 2018 County", "PRO 2018 Provincial", "RSV 2018 Risk")) {
                List<String> rows = lines.stream().filter(line -> line.startsWith(source)).toList();
                assertEquals(2, rows.size(), "at the year's end, and at the last");
                assertTrue(rows.getFirst().endsWith(" 0.00"), () -> "treasury cash was left: " + rows.getFirst());
                assertTrue(rows.getLast().endsWith(source.startsWith("CTY") ? " 150,000.00" : " 0.00"), rows::getLast);
            }
            assertTrue(run.output().contains("2019-09-30"), run.output());
            assertTrue(run.output().contains("must add up to, at each of: 2018-01-15, 2018-01-20, 2018-02-26, 2018-12-13,"), run.output());
            assertTrue(lines.contains("Total 372,500.00 300,000.00 0.00 22,500.00 50,000.00 0.00"), run.output());
            aFalsePostingIsTold(copy, api, run.token("cao.wen"));
            isWorkedOutAgain(api, run.token("cao.wen"));
            new Journals(api, run.token("cao.wen"), folder).addUp(List.of(Map.of(), Map.of("dated", "RECORDED"),
                    Map.of("effective", "2018-12-18", "known", "2018-12-18"), Map.of("effective", "2018-12-18", "known", "2018-12-20"),
                    Map.of("fundSource", "CEN"), Map.of("book", "BUDGET", "budgetYear", "2018")));
        }
    }

    @Test
    void crooked_amounts_and_crooked_claims_come_out_to_the_fen() throws IOException, InterruptedException {
        try (RunProcess run = RunProcess.start(folder.resolve("ledger"), "--seed", "crooked-2018", "--check").awaitReady();
                LedgerApi api = run.api()) {
            List<String> lines = run.output().lines().map(line -> line.replaceAll(" +", " ").strip()).toList();
            for (String said : List.of(
                    "K2 BSP 2018 1,544,038.46 1,000,003.57 0.00 21,370.78",
                    "K3 BPH 2018 738,161.00 605,425.00 132,736.00 0.00",
                    "330521 164,742.13 134,163.28 30,578.85",
                    "SETTLEMENT_RECEIVABLE of K3, effective 2018-12-19: 510,215.60 as known on 2018-12-19, 0.00 as known on 2018-12-21")) {
                assertTrue(lines.contains(said), () -> said + " is missing in " + run.output());
            }
            assertTrue(run.output().contains("The books are what the seed pack crooked-2018 must add up to"), run.output());
            assertTrue(run.output().contains("2019-10-09"), run.output());
            JsonNode returned = api.read("/api/payments/BSP-2019-ADV.1", Map.of(), run.token("cao.wen"));
            assertEquals("RETURNED 211007.11 CB2 20011.27", told(returned));
            assertEquals(List.of("BSP-2019-AD2.1", "BSP-2019-ADV.1"), api.readAll("/api/payments", Map.of("clawback", "CB2"), run.token("cao.wen")).stream()
                    .map(one -> one.get("payment").textValue()).sorted().toList());
            JsonNode paidAgain = api.read("/api/payments/BSP-2019-AD2.1", Map.of(), run.token("cao.wen"));
            assertEquals("CONFIRMED 0.00 CB2 20011.27", told(paidAgain));
            assertEquals("CEN 14061.87, CTY 5708.80, PRO 240.60", StreamSupport.stream(
                            paidAgain.at("/item/offsets/0/bySource").spliterator(), false)
                    .map(one -> one.get("fundSource").textValue() + " " + one.get("amount").textValue()).collect(Collectors.joining(", ")));
            assertTrue(lines.contains("Total 148,241.91 124,773.05 10,010.10 6,009.96 7,448.80 0.00"),
                    () -> "what was taken is restored, held, written off or outstanding: " + run.output());
            new Leads(api, run.token("feng.zhiqiang")).are(CROOKED_LEADS);
            isWorkedOutAgain(api, run.token("cao.wen"));
            new Journals(api, run.token("cao.wen"), folder).addUp(List.of(Map.of(), Map.of("effective", "2018-12-31"), Map.of("known", "2018-12-19")));
            isWorkedOutAsFarAsItIsSeen(run, api);
        }
    }

    private static String told(JsonNode payment) {
        JsonNode item = payment.get("item");
        return item.get("state").textValue() + " " + item.get("returned").textValue() + " " + item.at("/offsets/0/clawback").textValue() + " "
                + item.at("/offsets/0/amount").textValue();
    }

    /** By an auditor of both its divisions, who may read the bytes of every fact. */
    private static void isWorkedOutAgain(LedgerApi api, String token) {
        Fsck fsck = new Fsck(api, token, new Thoroughness(3, Thoroughness.ALL));
        Passed passed = fsck.check(fsck.saidKeys()).orElseThrow(() -> new AssertionError(fsck.difference()));
        assertTrue(passed.unseen() == 0 && passed.balances() > 300, passed::toString);
    }

    /** By the same auditor, who is the city's no more: of its facts the hashes alone are looked at, and said to be. */
    private static void isWorkedOutAsFarAsItIsSeen(RunProcess run, LedgerApi api) {
        Answer proposal = api.ask("revoke-role", Map.of("person", "p-8a3c0f7b64", "role", "AU", "division", "330500"), "city-no-more",
                run.token("gu.mingyuan"), null).answer();
        long last = api.ask("approve-proposal", Map.of("proposal", proposal.proposal(), "contentHash", proposal.contentHash()), "city-no-more/approve",
                run.token("shen.ruolan"), null).answer().lastPosition();
        String token = run.token("cao.wen");
        api.read("/api/ledger", Map.of("after", last), token);
        RunProcess.await(() -> "the sealer did not get to the head", () -> api.read("/log", Map.of(), token).get("size").asLong() > last);
        Fsck fsck = new Fsck(api, token, new Thoroughness(3, 50));
        Passed passed = fsck.check(fsck.saidKeys()).orElseThrow(() -> new AssertionError(fsck.difference()));
        assertTrue(passed.unseen() > 5 && passed.unseen() < passed.facts() / 2 && passed.balances() > 200, passed::toString);
    }

    private static void aFalsePostingIsTold(Path pack, LedgerApi api, String token) throws IOException {
        Path postings = pack.resolve("expected/postings.csv");
        Files.writeString(postings, Files.readString(postings).replaceFirst("(SETTLEMENT_PAYABLE,330521,2018,CEN,H1,BSP,,)-1091250.00", "$1-1091250.01"));
        Pack read = PackReader.read(pack);
        ExpectedPostings falsified = new ExpectedPostings(read, api, token);
        assertEquals(List.of(), falsified.differences(LocalDate.parse("2018-02-26"), 0));
        List<String> differences = falsified.differences(LocalDate.parse("2018-12-13"), 0);
        assertEquals(1, differences.size(), differences::toString);
        assertEquals("effective 2018-12-13 known 2018-12-13 SETTLEMENT_PAYABLE,330521,2018,CEN,H1,BSP, − -1091250.01 + -1091250.00",
                differences.getFirst());
    }

    private Path copyOf(String pack) throws IOException {
        Path from = RunProcess.ROOT.resolve("seeds").resolve(pack);
        Path to = folder.resolve(pack);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.collect(Collectors.toList())) {
                Path there = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(there);
                } else {
                    Files.copy(file, there);
                }
            }
        }
        return to;
    }
}
