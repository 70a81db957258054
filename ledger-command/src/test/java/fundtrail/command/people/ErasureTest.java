package fundtrail.command.people;

import static fundtrail.command.kit.RunningLedger.json;
import static fundtrail.command.kit.RunningLedger.succeeded;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.command.kit.RunningLedger;
import fundtrail.contract.Digest;
import fundtrail.contract.id.PersonRef;
import fundtrail.postgres.TestPostgres;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the registry forgets, and when, on a running writing side. */
@ExtendWith(TestPostgres.class)
class ErasureTest {
    private static final byte[] LETTER = "%PDF-1.7\n%made up\n".getBytes(StandardCharsets.UTF_8);

    private RunningLedger ledger;

    @BeforeEach
    void open() {
        ledger = new RunningLedger();
        succeeded(ledger.send("PUT", "/documents/" + Digest.sha256(LETTER), LETTER, Map.of("Authorization", "Bearer " + ledger.token("an"))));
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void an_erasure_takes_two_hands_and_ends_the_sign_in_and_the_row() throws SQLException {
        ledger.person("p-li", "li", "CL");
        assertEquals("409 ROLES_REMAIN", status(erase("p-li", "too-early")));
        revoke("p-li");
        HttpResponse<String> proposed = ledger.ask("an", "erase-person", "by-one", erasing("p-li"));
        assertEquals("PROPOSED", succeeded(proposed).get("outcome").asText());
        assertEquals("403 ROLE_MISSING", status(ledger.ask("li", "allot-budget", "still-there", ALLOTMENT)), "one signature erases nobody");

        JsonNode erased = succeeded(erase("p-li", "erase"));
        assertEquals(1, erased.get("facts").get("PersonErased").asInt());
        assertEquals("403 PERSON_UNKNOWN", status(ledger.ask("li", "allot-budget", "gone", ALLOTMENT)));
        assertEquals("0 of 1 left", left("p-li"));
        assertEquals("409 PERSON_ERASED", status(erase("p-li", "twice")));
        assertEquals("409 PERSON_TAKEN", status(ledger.store("p-li-2", "li", "e p－li", "li")), "the number, however it is written");
        assertEquals("409 PERSON_TAKEN", status(ledger.store("p-li", "li", "E-new", "li")), "the reference");
        assertEquals("422 REGISTRY_ROW_MISSING", status(ledger.register("p-li", "a".repeat(64))));
        succeeded(ledger.store("p-new", "li", "E-new", "li"));
    }

    @Test
    void an_erasure_asked_for_again_is_answered_alike() {
        ledger.person("p-li", "li", "CL");
        revoke("p-li");
        JsonNode first = succeeded(erase("p-li", "erase"));
        JsonNode proposal = succeeded(ledger.ask("an", "erase-person", "erase", erasing("p-li")));
        assertEquals(first, succeeded(ledger.ask("cai", "approve-proposal", "erase/approve",
                "{\"proposal\":" + proposal.get("proposal") + ",\"contentHash\":" + proposal.get("contentHash") + "}")));
    }

    @Test
    void a_row_that_a_restored_copy_brings_back_is_erased_again_at_the_next_start() throws SQLException {
        ledger.person("p-li", "li", "CL");
        ledger.asSuperuser("create table backup as select * from ledger.person where person_ref = 'p-li'");
        revoke("p-li");
        succeeded(erase("p-li", "erase"));
        ledger.stop();
        ledger.asSuperuser("delete from ledger.person where person_ref = 'p-li'; insert into ledger.person select * from backup");
        assertEquals("1 of 1 left", left("p-li"));
        ledger.start();
        assertEquals("0 of 1 left", left("p-li"));
        assertEquals("403 PERSON_UNKNOWN", status(ledger.ask("li", "allot-budget", "gone", ALLOTMENT)));
        assertEquals("1 of 1 left", left("p-admin"));
    }

    /** Even where the sign-in of a restored row is back before it is erased again, the ledger itself knows better. */
    @Test
    void a_restored_row_signs_nothing_even_while_it_is_there() throws SQLException {
        ledger.person("p-li", "li", "CL");
        ledger.asSuperuser("create table backup as select * from ledger.person where person_ref = 'p-li'");
        revoke("p-li");
        succeeded(erase("p-li", "erase"));
        ledger.asSuperuser("delete from ledger.person where person_ref = 'p-li'; insert into ledger.person select * from backup");
        HttpResponse<String> answer = ledger.ask("li", "allot-budget", "back", ALLOTMENT);
        assertEquals("403 PERSON_UNKNOWN", status(answer));
        assertTrue(json(answer).get("detail").asText().contains("p-li"), "refused by the gate: " + answer.body());
    }

    @Test
    void a_row_that_nobody_registers_is_removed_after_a_day() throws Exception {
        ledger.person("p-li", "li", "CL");
        String hash = stored("p-old");
        stored("p-young");
        age("p-old", "p-li", "p-admin", "p-accountant");
        upkeep().round();
        assertEquals("0 of 0 left", left("p-old"));
        assertEquals("1 of 1 left", left("p-young"));
        assertEquals("3 of 3 left", left("p-li", "p-admin", "p-accountant"), "registered people stay however old");
        assertEquals("422 REGISTRY_ROW_MISSING", status(ledger.register("p-old", hash)));
        assertFalse(stored("p-old").isEmpty(), "and may be stored again");
    }

    @Test
    void the_start_looks_for_forgotten_rows_too() throws SQLException {
        stored("p-old");
        age("p-old");
        ledger.stop();
        ledger.start();
        assertEquals("0 of 0 left", left("p-old"));
    }

    @Test
    void a_row_that_is_proposed_waits_for_its_last_signature_and_goes_when_the_proposal_does() throws Exception {
        for (String end : new String[] {"approve-proposal", "withdraw-proposal"}) {
            String person = "p-" + end;
            String hash = stored(person);
            JsonNode proposal = succeeded(ledger.ask("an", "register-person", "k-" + person, registering(person, hash)));
            age(person);
            upkeep().round();
            assertEquals("1 of 1 left", left(person));
            String step = "{\"proposal\":" + proposal.get("proposal") + ",\"contentHash\":" + proposal.get("contentHash");
            boolean approved = end.startsWith("approve");
            succeeded(ledger.ask(approved ? "cai" : "an", end, "e-" + person, step + (approved ? "}" : ",\"reason\":\"录错\"}")));
            age(person);
            upkeep().round();
            assertEquals(approved ? "1 of 1 left" : "0 of 0 left", left(person));
        }
    }

    @Test
    void the_last_signature_looks_at_the_row_again() throws SQLException {
        String hash = stored("p-li");
        JsonNode proposal = succeeded(ledger.ask("an", "register-person", "k", registering("p-li", hash)));
        String step = "{\"proposal\":" + proposal.get("proposal") + ",\"contentHash\":" + proposal.get("contentHash") + "}";
        ledger.asSuperuser("update ledger.person set signer = set_byte(signer, 15, get_byte(signer, 15) # 8) where person_ref = 'p-li'");
        assertEquals("422 REGISTRY_HASH_DIFFERS", status(ledger.ask("cai", "approve-proposal", "a1", step)));
        ledger.asSuperuser("delete from ledger.person where person_ref = 'p-li'");
        assertEquals("422 REGISTRY_ROW_MISSING", status(ledger.ask("cai", "approve-proposal", "a2", step)));
        assertFalse(stored("p-li").equals(hash), "a row stored anew has another salt");
        assertEquals("422 REGISTRY_HASH_DIFFERS", status(ledger.ask("cai", "approve-proposal", "a3", step)));
    }

    /** Rows grow old while somebody registers them and rounds go on: whoever was registered has a row, and signs. */
    @Test
    void nobody_is_registered_whose_row_was_removed_meanwhile() throws Exception {
        RegistryUpkeep upkeep = upkeep();
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<Integer> rounds = CompletableFuture.supplyAsync(() -> {
            int made = 0;
            try {
                for (; !over.get(); made++) {
                    upkeep.round();
                }
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            return made;
        });
        int registered = 0;
        for (int i = 0; i < 40; i++) {
            String person = "p-" + i;
            String hash = stored(person);
            age(person);
            HttpResponse<String> answer = ledger.register(person, hash);
            if (answer.statusCode() == 201) {
                registered++;
                assertEquals("403 ROLE_MISSING", status(ledger.ask(person, "allot-budget", "k" + i, ALLOTMENT)), "known by sign-in and hash");
            } else {
                assertEquals("422 REGISTRY_ROW_MISSING", status(answer));
            }
        }
        over.set(true);
        assertTrue(rounds.join() > 0);
        String[] people = new String[registered];
        assertEquals(registered, ledger.server().ledger().look(known -> {
            int count = 0;
            for (int i = 0; i < 40; i++) {
                if (known.people().hasRegistered(new PersonRef("p-" + i))) {
                    people[count++] = "p-" + i;
                }
            }
            return count;
        }).join());
        assertEquals(registered + " of " + registered + " left", left(people));
    }

    private static final String ALLOTMENT =
            """
            {"document":{"type":"t","body":"b","number":"1号","date":"2026-01-01","sha256":"%s"},"allotment":"A","institution":"H1",
             "division":"330521","fundSource":"CEN","programme":"BPH","budgetYear":2026,
             "classification":{"functional":"2100408","economic":"50502"},"amount":"1.00"}"""
                    .formatted(Digest.sha256(LETTER));

    private HttpResponse<String> erase(String person, String key) {
        return ledger.proposed("an", "cai", "erase-person", key, erasing(person));
    }

    private static String erasing(String person) {
        return """
                {"document":{"type":"个人信息删除审批","body":"澄湖县财政局","number":"3号","date":"2026-01-01","sha256":"%s"},
                 "person":"%s","reason":"PURPOSE_ENDED"}""".formatted(Digest.sha256(LETTER), person);
    }

    private static String registering(String person, String hash) {
        return "{\"person\":\"" + person + "\",\"registryHash\":\"" + hash + "\"}";
    }

    private void revoke(String person) {
        succeeded(ledger.proposed("an", "cai", "revoke-role", "revoke-" + person,
                "{\"person\":\"" + person + "\",\"role\":\"CL\",\"division\":\"330521\"}"));
    }

    /** The hash of a stored row whose person signs in under the very reference. */
    private String stored(String person) {
        return succeeded(ledger.store(person, person, "E-" + person, person)).get("registryHash").asText();
    }

    private void age(String... people) throws SQLException {
        ledger.asSuperuser("update ledger.person set stored_at = stored_at - interval '25 hours' where person_ref in ('"
                + String.join("', '", people) + "')");
    }

    /** How many of these people's rows say who they are. */
    private String left(String... people) throws SQLException {
        try (var connection = ledger.database().connect();
                var count = connection.prepareStatement(
                        """
                        select count(coalesce(subject_index, wrapped_key, signer, rest)) || ' of ' || count(*) || ' left'
                        from ledger.person where person_ref = any(?)""")) {
            count.setArray(1, connection.createArrayOf("text", people));
            try (var row = count.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private RegistryUpkeep upkeep() {
        return ledger.server().context().getBean(RegistryUpkeep.class);
    }

    private static String status(HttpResponse<String> response) {
        return response.statusCode() + " " + json(response).path("code").asText();
    }
}
