package fundtrail.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.client.Addresses;
import fundtrail.client.Answer;
import fundtrail.client.LedgerApi;
import fundtrail.client.ProblemAnswer;
import fundtrail.client.Words;
import fundtrail.command.CommandServer;
import fundtrail.contract.Json;
import fundtrail.postgres.PrivatePostgres;
import fundtrail.query.LedgerQuery;
import fundtrail.tokens.RehearsalIssuer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** One person's way through both sides: registered, signing, given a new post and sign-in, revoked, erased; and what is left of it. */
class ErasedPersonTest {
    private static final String ADMIN = "gu.mingyuan";
    private static final String ACCOUNTANT = "shen.ruolan";

    @TempDir
    Path folder;

    private HomeFolder home;
    private RehearsalIssuer issuer;
    private LedgerApi api;
    /** The position of a fact that Fang signed. */
    private long signed;
    /** The position of the erasure. */
    private long erased;

    @Test
    void what_an_erased_person_signed_stands_without_a_name() throws IOException, SQLException {
        home = HomeFolder.at(folder.resolve("ledger"));
        Logs.to(home.logs());
        try (var opening = Run.class.getResourceAsStream("opening.json")) {
            home.keepOpening(opening.readAllBytes());
        }
        issuer = RehearsalIssuer.in(home.home().keys());
        RolePasswords passwords = RolePasswords.in(
                home.passwords(), Databases.OWNER, Databases.APPLICATION, Databases.FEED, Databases.READER);
        try (PrivatePostgres postgres = PrivatePostgres.in(home.postgres()).start()) {
            Databases.prepare(postgres, passwords);
            try (CommandServer.Running writing = WritingService.start(home, postgres, passwords, 0)) {
                signedByFang(postgres, passwords, writing);
                promoteFang(postgres, passwords, writing);
                eraseFang(writing);
                assertErased(postgres, passwords, writing);
            }
            copyIsBack(postgres);
            try (CommandServer.Running writing = WritingService.start(home, postgres, passwords, 0)) {
                assertErased(postgres, passwords, writing);
            }
        }
    }

    private void signedByFang(PrivatePostgres postgres, RolePasswords passwords, CommandServer.Running writing) throws SQLException {
        try (LedgerQuery reading = ReadingService.start(home, postgres, passwords, 0, Addresses.local(writing.port(), 0).command());
                LedgerApi both = new LedgerApi(Addresses.local(writing.port(), reading.port()), Words.in("en"))) {
            api = both;
            register("p-audit", "审一", "审计员", "CH-9001", "audit", ADMIN);
            grant("p-audit", "AU");
            register("p-fang", "方丽", "信息中心副主任", "CH-9002", "fang.li", ADMIN);
            grant("p-fang", "AD");
            signed = register("p-new", "新来", "经办员", "CH-9003", "xin.lai", "fang.li").lastPosition();
            assertEquals("p-fang 方丽 信息中心副主任", firstHand());
            assertEquals("方丽", person(signed).get("name").asText());
        }
    }

    /** On a reading side that was started just now, and so remembers no earlier row. */
    private void promoteFang(PrivatePostgres postgres, RolePasswords passwords, CommandServer.Running writing) throws SQLException {

        try (LedgerQuery reading = ReadingService.start(home, postgres, passwords, 0, Addresses.local(writing.port(), 0).command());
                LedgerApi both = new LedgerApi(Addresses.local(writing.port(), reading.port()), Words.in("en"))) {
            api = both;
            String row = store("p-fang", "方丽", "信息中心主任", "CH-9002", "li.fang");
            assertRefused("PERSON_UNKNOWN", () -> api.read("/api/me", Map.of(), token("li.fang")));
            long anew = proposed("register-person", Map.of("person", "p-fang", "registryHash", row), "anew", ADMIN).lastPosition();
            assertEquals("p-fang 方丽 信息中心主任", firstHand(), "beside what was signed before, too");
            assertRefused("PERSON_UNKNOWN", () -> api.read("/api/me", Map.of(), token("fang.li")));
            assertEquals("信息中心主任", person(anew).get("post").asText());
            JsonNode me = api.read("/api/me", Map.of(), token("li.fang"));
            assertTrue(me.toString().contains("p-fang") && me.toString().contains("\"AD\""), me::toString);
            try (Connection superuser = postgres.connect(Databases.LEDGER); Statement copy = superuser.createStatement()) {
                copy.execute("create table public.backup as select * from ledger.person where person_ref = 'p-fang'");
            }
        }
    }

    private void eraseFang(CommandServer.Running writing) {
        try (LedgerApi writes = new LedgerApi(Addresses.local(writing.port(), 1), Words.in("en"))) {
            api = writes;
            String sha256 = api.putDocument("%PDF-1.7\n%made up\n".getBytes(StandardCharsets.UTF_8), token(ADMIN));
            Map<String, Object> erasure = Map.of("person", "p-fang", "reason", "PURPOSE_ENDED", "document", Map.of("type", "个人信息删除审批",
                    "body", "澄湖县财政局（虚构）", "number", "澄财信〔2026〕3号", "date", "2026-01-04", "sha256", sha256));
            assertRefused("ROLES_REMAIN", () -> proposed("erase-person", erasure, "early", ADMIN));
            proposed("revoke-role", Map.of("person", "p-fang", "role", "AD", "division", "330521"), "revoke", ADMIN);
            Answer answer = proposed("erase-person", erasure, "erase", ADMIN);
            assertEquals(Map.of("ProposalApproved", 1, "PersonErased", 1), answer.facts());
            erased = answer.lastPosition();
        }
    }

    /** On a reading side that was started just now, and so remembers nothing. */
    private void assertErased(PrivatePostgres postgres, RolePasswords passwords, CommandServer.Running writing) {
        try (LedgerQuery reading = ReadingService.start(home, postgres, passwords, 0, Addresses.local(writing.port(), 0).command());
                LedgerApi both = new LedgerApi(Addresses.local(writing.port(), reading.port()), Words.in("en"))) {
            api = both;
            JsonNode person = person(erased);
            assertTrue(person.has("erasedAt"), person::toString);
            assertFalse(person.has("name") || person.has("post"), person::toString);
            JsonNode hand = hands(signed).get(0);
            assertEquals("p-fang", hand.get("person").asText());
            assertNull(hand.get("name"));
            assertEquals("沈若兰", hands(signed).get(1).get("name").asText(), "the others are still known");
            assertRefused("PERSON_UNKNOWN", () -> api.read("/api/me", Map.of(), token("li.fang")));
            assertRefused("PERSON_UNKNOWN", () -> api.ask("register-person", Map.of(), "gone", token("li.fang"), null));
            assertRefused("PERSON_TAKEN", () -> store("p-fang-2", "方丽", "副主任", "ch9002", "fang.li"));
        }
    }

    /** What a restored backup would do. */
    private static void copyIsBack(PrivatePostgres postgres) throws SQLException {
        try (Connection superuser = postgres.connect(Databases.LEDGER); Statement copy = superuser.createStatement()) {
            copy.execute("delete from ledger.person where person_ref = 'p-fang'");
            assertEquals(1, copy.executeUpdate("insert into ledger.person select * from public.backup"));
        }
    }

    private String firstHand() {
        JsonNode hand = hands(signed).get(0);
        return hand.get("person").asText() + " " + hand.get("name").asText() + " " + hand.get("post").asText();
    }

    private JsonNode hands(long position) {
        return api.read("/api/facts/" + position, Map.of("after", position), token("audit")).get("item").get("signatures");
    }

    private JsonNode person(long after) {
        return api.read("/api/people/p-fang", Map.of("after", after), token("audit")).get("item");
    }

    private Answer register(String person, String name, String post, String number, String subject, String by) {
        return proposed("register-person", Map.of("person", person, "registryHash", store(person, name, post, number, subject)), person, by);
    }

    private String store(String person, String name, String post, String number, String subject) {
        return api.putPerson(person, Json.MAPPER.createObjectNode()
                .put("name", name).put("post", post).put("employeeNumber", number).put("subject", subject), token(ADMIN));
    }

    private void grant(String person, String role) {
        proposed("grant-role", Map.of("person", person, "role", role, "division", "330521"), "grant-" + person, ADMIN);
    }

    /** Proposed by one and approved by the chief accountant. */
    private Answer proposed(String command, Map<String, ?> body, String key, String by) {
        Answer proposal = api.ask(command, body, key, token(by), null).answer();
        return api.ask("approve-proposal", Map.of("proposal", proposal.proposal(), "contentHash", proposal.contentHash()),
                key + "/approve", token(ACCOUNTANT), null).answer();
    }

    private static void assertRefused(String code, Executable wish) {
        ProblemAnswer problem = assertThrows(ProblemAnswer.class, wish);
        assertTrue(problem.is(code), problem.problem()::toString);
    }

    private String token(String subject) {
        return issuer.token(subject, Duration.ofMinutes(10), Instant.now());
    }
}
