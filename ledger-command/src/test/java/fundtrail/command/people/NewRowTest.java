package fundtrail.command.people;

import static fundtrail.command.kit.RunningLedger.json;
import static fundtrail.command.kit.RunningLedger.succeeded;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.command.kit.RunningLedger;
import fundtrail.contract.Digest;
import fundtrail.postgres.TestPostgres;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A new name, post or sign-in for somebody who is registered, on a running writing side. */
@ExtendWith(TestPostgres.class)
class NewRowTest {
    private static final String KNOWN = "403 ROLE_MISSING";
    private static final String STRANGER = "403 PERSON_UNKNOWN";

    private RunningLedger ledger;
    private int probes;

    @BeforeEach
    void open() {
        ledger = new RunningLedger();
        ledger.person("p-second", "liu", "CA");
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void the_chief_accountants_sign_in_changes_under_two_other_hands() {
        String hash = stored("cai.new");
        assertEquals(KNOWN, probe("cai"), "one administrator alone changes nothing");
        assertEquals(STRANGER, probe("cai.new"));
        JsonNode proposal = succeeded(ledger.ask("an", "register-person", "new", registering("p-accountant", hash)));
        assertEquals(KNOWN, probe("cai"), "nor does what he proposes");
        assertEquals(STRANGER, probe("cai.new"));
        assertEquals("403 OWN_MATTER", status(approve("cai", proposal, "own")));

        JsonNode approved = succeeded(approve("liu", proposal, "other"));
        assertEquals(1, approved.get("facts").get("PersonRegistered").asInt());
        assertEquals(STRANGER, probe("cai"), "the old token is nobody's");
        assertEquals(approved, succeeded(approve("liu", proposal, "other")), "asked again, answered alike");
        String li = succeeded(ledger.store("p-li", "li", "E-li", "li")).get("registryHash").asText();
        assertEquals("201 ", status(ledger.proposed("an", "cai.new", "register-person", "li", registering("p-li", li))), "and the new one signs");
        assertEquals("409 ALREADY_EXISTS", status(ledger.ask("an", "register-person", "twice", registering("p-accountant", hash))));
    }

    @Test
    void nobody_is_given_anothers_sign_in_or_another_number() {
        stored("cai.new");
        for (String subject : new String[] {"cai", "cai.new", "an"}) {
            assertEquals("409 PERSON_TAKEN", status(ledger.store("p-second", "liu", "E-p-second", subject)), subject);
            assertEquals("409 PERSON_TAKEN", status(ledger.store("p-new", "xin", "E-new", subject)), subject);
        }
        assertEquals("409 PERSON_TAKEN", status(ledger.store("p-second", "liu", "E-other", "liu")));
        assertEquals("409 PERSON_TAKEN", status(ledger.store("p-second", "liu", "E002", "liu")));
    }

    @Test
    void whoever_signs_a_registration_reads_what_he_signs_for_and_nobody_else_does() {
        String hash = stored("cai.new");
        HttpResponse<String> read = read("cai", "p-accountant");
        JsonNode rows = succeeded(read).get("rows");
        assertEquals(List.of(true, false), List.of(rows.get(0).get("inUse").booleanValue(), rows.get(1).get("inUse").booleanValue()));
        assertEquals(hash, rows.get(1).get("registryHash").textValue());
        assertEquals("cai.new", rows.get(1).get("row").get("subject").textValue());
        assertEquals("200 ", status(read("an", "p-accountant")));
        ledger.person("p-reader", "reader", "CL");
        assertEquals("403 ROLE_MISSING", status(read("reader", "p-accountant")));
        assertEquals("404 ADDRESS_UNKNOWN", status(read("an", "p-nobody")));
    }

    private HttpResponse<String> read(String subject, String person) {
        return ledger.send("GET", "/people/" + person, null, Map.of("Authorization", "Bearer " + ledger.token(subject)));
    }

    @Test
    void only_an_administrator_stores_a_row() {
        assertEquals(KNOWN, status(ledger.send("PUT", "/people/p-accountant", new byte[0], Map.of("Authorization", "Bearer " + ledger.token("cai")))));
    }

    /** What a crash between the fact and the replacement leaves: until it is repaired the person signs nothing. */
    @Test
    void a_replacement_that_a_crash_prevented_is_made_at_the_next_start() throws SQLException {
        lostReplacement();
        assertEquals("403 REGISTRY_CHANGED", probe("cai"));
        assertEquals(STRANGER, probe("cai.new"));
        ledger.stop();
        ledger.start();
        assertEquals(STRANGER, probe("cai"));
        assertEquals(KNOWN, probe("cai.new"));
        assertEquals("0", count("person_waiting"));
    }

    @Test
    void the_last_signature_asked_for_again_makes_it_too() throws SQLException {
        JsonNode proposal = lostReplacement();
        assertEquals("200 ", status(approve("liu", proposal, "a")));
        assertEquals(KNOWN, probe("cai.new"));
    }

    @Test
    void an_older_registration_asked_for_again_brings_no_older_row_back() throws SQLException {
        JsonNode older = lostReplacement();
        String newest = stored("cai.newest");
        succeeded(ledger.proposed("an", "liu", "register-person", "newest", registering("p-accountant", newest)));
        assertEquals("1", count("person_waiting"), "the older row, whose replacement was lost");
        assertEquals("200 ", status(approve("liu", older, "a")));
        assertEquals(KNOWN, probe("cai.newest"));
        assertEquals(STRANGER, probe("cai.new"));
    }

    @Test
    void a_waiting_row_that_nobody_registers_goes_after_a_day_and_one_that_is_proposed_stays() throws Exception {
        String forgotten = stored("cai.forgotten");
        String proposed = stored("cai.proposed");
        JsonNode proposal = succeeded(ledger.ask("an", "register-person", "k", registering("p-accountant", proposed)));
        age();
        upkeep().round();
        assertEquals("1", count("person_waiting"));
        assertEquals("422 REGISTRY_HASH_DIFFERS",
                status(ledger.ask("an", "register-person", "late", registering("p-accountant", forgotten))));
        succeeded(approve("liu", proposal, "a"));
        assertEquals(KNOWN, probe("cai.proposed"));
        stored("cai.young");
        upkeep().round();
        assertEquals("1", count("person_waiting"));
    }

    @Test
    void the_last_signature_looks_at_the_waiting_row_again() throws SQLException {
        JsonNode proposal = succeeded(ledger.ask("an", "register-person", "k", registering("p-accountant", stored("cai.new"))));
        ledger.asSuperuser("update ledger.person_waiting set rest = set_byte(rest, 15, get_byte(rest, 15) # 8)");
        assertEquals("422 REGISTRY_HASH_DIFFERS", status(approve("liu", proposal, "a1")));
        ledger.asSuperuser("delete from ledger.person_waiting");
        assertEquals("422 REGISTRY_HASH_DIFFERS", status(approve("liu", proposal, "a2")));
        assertEquals(KNOWN, probe("cai"));
    }

    @Test
    void erasing_a_person_destroys_what_waited_for_him() throws SQLException {
        ledger.person("p-li", "li", "CL");
        succeeded(ledger.store("p-li", "li", "E-p-li", "li.new"));
        byte[] letter = "%PDF-1.7\n%made up\n".getBytes(StandardCharsets.UTF_8);
        succeeded(ledger.send("PUT", "/documents/" + Digest.sha256(letter), letter, Map.of("Authorization", "Bearer " + ledger.token("an"))));
        succeeded(ledger.proposed("an", "cai", "revoke-role", "revoke", "{\"person\":\"p-li\",\"role\":\"CL\",\"division\":\"330521\"}"));
        succeeded(ledger.proposed("an", "cai", "erase-person", "erase",
                """
                {"document":{"type":"个人信息删除审批","body":"澄湖县财政局","number":"3号","date":"2026-01-01","sha256":"%s"},
                 "person":"p-li","reason":"PURPOSE_ENDED"}""".formatted(Digest.sha256(letter))));
        assertEquals("0", count("person_waiting"));
        assertEquals("409 PERSON_TAKEN", status(ledger.store("p-li", "li", "E-p-li", "li.new")));
    }

    @Test
    void a_mistyped_row_is_corrected_before_its_person_is_registered() {
        succeeded(ledger.store("p-li", "丽", "E-li", "li.mistyped"));
        String hash = succeeded(ledger.store("p-li", "李", "E-li", "li")).get("registryHash").asText();
        succeeded(ledger.register("p-li", hash));
        assertEquals(KNOWN, probe("li"));
        assertEquals(STRANGER, probe("li.mistyped"));
    }

    /** The accountant is registered anew, and the registry is as it was before that; answers the proposal. */
    private JsonNode lostReplacement() throws SQLException {
        JsonNode proposal = succeeded(ledger.ask("an", "register-person", "k", registering("p-accountant", stored("cai.new"))));
        ledger.asSuperuser("create table row_before as select * from ledger.person where person_ref = 'p-accountant';"
                + " create table waiting_before as select * from ledger.person_waiting");
        succeeded(approve("liu", proposal, "a"));
        ledger.asSuperuser("delete from ledger.person where person_ref = 'p-accountant'; insert into ledger.person select * from row_before;"
                + " insert into ledger.person_waiting select * from waiting_before");
        return proposal;
    }

    /** The hash of a row with which the accountant would sign in so. */
    private String stored(String subject) {
        return succeeded(ledger.store("p-accountant", "蔡新名", "E002", subject)).get("registryHash").asText();
    }

    private HttpResponse<String> approve(String subject, JsonNode proposal, String key) {
        return ledger.ask(subject, "approve-proposal", key,
                "{\"proposal\":" + proposal.get("proposal") + ",\"contentHash\":" + proposal.get("contentHash") + "}");
    }

    /** Who signs in so asks for what only an administrator may, and is told whether he is known. */
    private String probe(String subject) {
        return status(ledger.ask(subject, "grant-role", "probe-" + probes++, "{\"person\":\"p-admin\",\"role\":\"AU\",\"division\":\"330521\"}"));
    }

    private static String registering(String person, String hash) {
        return "{\"person\":\"" + person + "\",\"registryHash\":\"" + hash + "\"}";
    }

    private void age() throws SQLException {
        for (String table : new String[] {"person", "person_waiting"}) {
            ledger.asSuperuser("update ledger." + table + " set stored_at = stored_at - interval '25 hours'");
        }
    }

    private String count(String table) throws SQLException {
        try (var connection = ledger.database().connect(); var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from ledger." + table)) {
            row.next();
            return row.getString(1);
        }
    }

    private RegistryUpkeep upkeep() {
        return ledger.server().context().getBean(RegistryUpkeep.class);
    }

    private static String status(HttpResponse<String> response) {
        return response.statusCode() + " " + json(response).path("code").asText();
    }
}
