package fundtrail.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.client.LedgerApi;
import fundtrail.contract.Money;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Journals, handed to three programs that know nothing of ours: each must accept the file as strictly as it can, and add it up
 * to our balances; and each must notice a fen.
 */
final class Journals {
    /** A program, what it is told so that it checks strictly, and how it prints balances. */
    private enum Program {
        HLEDGER("hledger", List.of("hledger", "check", "--strict", "ordereddates", "-f"),
                List.of("hledger", "bal", "--flat", "--no-total", "-O", "csv", "-f"), Pattern.compile("\"([^\"]+)\",\"(-?[0-9.]+) CNY\"")),
        LEDGER("ledger", List.of("ledger", "--strict", "--pedantic", "--args-only", "bal", "-f"),
                List.of("ledger", "--args-only", "bal", "--flat", "--no-total", "--format", "%(account),%(total)\\n", "-f"),
                Pattern.compile("(.+),(-?[0-9.]+) CNY")),
        BEANCOUNT("bean-check", List.of("bean-check", "--no-cache"), null, null);

        private final String command;
        private final List<String> checking;
        private final List<String> balances;
        private final Pattern balance;

        Program(String command, List<String> checking, List<String> balances, Pattern balance) {
            this.command = command;
            this.checking = checking;
            this.balances = balances;
            this.balance = balance;
        }

        private boolean isThere() {
            for (String folder : System.getenv("PATH").split(":")) {
                if (Files.isExecutable(Path.of(folder, command))) {
                    return true;
                }
            }
            return false;
        }
    }

    private record Ran(int exit, String said) {}

    private final LedgerApi api;
    private final String token;
    private final Path folder;

    Journals(LedgerApi api, String token, Path folder) {
        this.api = api;
        this.token = token;
        this.folder = folder;
    }

    /** Holds for these cuts, each as parameters of the journal and of the balances it must come to. */
    void addUp(List<Map<String, String>> cuts) throws IOException, InterruptedException {
        for (Program program : Program.values()) {
            if (!program.isThere()) {
                System.err.println("SKIPPED: " + program.command + " is not on this machine, so no journal was tried with it");
                continue;
            }
            for (Map<String, String> cut : cuts) {
                accepts(program, cut);
            }
            noticesAFen(program);
        }
    }

    private void accepts(Program program, Map<String, String> cut) throws IOException, InterruptedException {
        Path journal = journal(program, cut);
        Ran ran = run(program.checking, journal);
        assertEquals(0, ran.exit(), () -> program.command + " refuses the journal of " + cut + ":\n" + ran.said());
        if (program.balances == null) {
            return; // it prints none without its database; it has checked every one that the journal asserts
        }
        Ran listed = run(program.balances, journal);
        Map<String, Money> theirs = new TreeMap<>();
        program.balance.matcher(listed.said()).results().forEach(found ->
                theirs.merge(bySource(found.group(1)), Money.yuan(found.group(2)), Money::plus));
        theirs.values().removeIf(Money::isZero);
        Map<String, Money> ours = ours(cut);
        assertTrue(ours.size() > 3, ours::toString);
        assertEquals(ours, theirs, program.command + ", " + cut);
    }

    /** One amount of one line a fen more. */
    private void noticesAFen(Program program) throws IOException, InterruptedException {
        Path journal = journal(program, Map.of());
        String text = Files.readString(journal);
        Path oneLine = Files.writeString(folder.resolve("false." + program.name()),
                aFenMore("(?m)^( +Assets:Advances:\\S+  )([0-9]+\\.[0-9]{2})( CNY)$", text));
        assertNotEquals(0, run(program.checking, oneLine).exit(), program.command + " accepts a line that unbalances its transaction");
        Path oneBalance = Files.writeString(oneLine, aFenMore(program == Program.BEANCOUNT
                ? "(?m)^(\\S+ balance Assets:\\S+  )(-?[0-9]+\\.[0-9]{2})( ~ 0.00 CNY)$"
                : "(?m)^( +Assets:\\S+  0 CNY = )(-?[0-9]+\\.[0-9]{2})( CNY)$", text));
        assertNotEquals(0, run(program.checking, oneBalance).exit(), program.command + " accepts a balance that is a fen off");
    }

    private static String aFenMore(String amount, String text) {
        String more = Pattern.compile(amount).matcher(text).replaceFirst(found ->
                found.group(1) + Money.yuan(found.group(2)).plus(Money.yuan("0.01")) + found.group(3));
        assertNotEquals(text, more);
        return more;
    }

    private Path journal(Program program, Map<String, String> cut) throws IOException {
        String format = program == Program.BEANCOUNT ? "beancount" : program.command;
        Path journal = folder.resolve("journal." + format);
        Map<String, String> asked = new HashMap<>(cut);
        asked.put("format", format);
        LedgerApi.HandedOut handedOut;
        try (OutputStream out = Files.newOutputStream(journal)) {
            handedOut = api.download("/api/journal", asked, token, out);
        }
        isOnRecord(handedOut);
        return journal;
    }

    private void isOnRecord(LedgerApi.HandedOut file) {
        for (String position : file.onRecord().split(", ")) {
            JsonNode fact = api.read("/api/facts/" + position, Map.of("after", position), token).get("item");
            assertEquals("AuditExtractIssued", fact.get("type").asText());
            assertEquals(file.sha256(), fact.at("/body/file/sha256").asText(), fact::toString);
        }
    }

    private Map<String, Money> ours(Map<String, String> cut) {
        Map<String, Money> sums = new TreeMap<>();
        Map<String, String> asked = new HashMap<>(cut);
        asked.put("by", "account,fundSource,institution");
        asked.remove("dated");
        for (JsonNode item : api.readAll("/api/balances", asked, token)) {
            sums.merge(item.get("account").asText().replace("_", "") + " " + item.get("fundSource").asText() + " "
                    + item.path("institution").asText("OWN"), Money.yuan(item.get("balance").asText()), Money::plus);
        }
        sums.values().removeIf(Money::isZero);
        return sums;
    }

    /** {@code Assets:Advances:CEN:2018:330521:H1} is account, source and institution. */
    private static String bySource(String account) {
        List<String> parts = new ArrayList<>(List.of(account.split(":")));
        return parts.get(1).toUpperCase(Locale.ROOT) + " " + parts.get(2) + " " + (parts.get(5).equals("Own") ? "OWN" : parts.get(5));
    }

    private Ran run(List<String> command, Path journal) throws IOException, InterruptedException {
        List<String> whole = new ArrayList<>(command);
        whole.add(journal.toString());
        ProcessBuilder builder = new ProcessBuilder(whole).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), said);
    }
}
