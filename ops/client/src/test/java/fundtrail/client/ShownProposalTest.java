package fundtrail.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.contract.Digest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nobody signs by this program what it did not show him. */
class ShownProposalTest {
    private static final String JSON = "application/json";
    private static final String BODY = "{\"batch\":\"B1\",\"controlTotal\":\"10.00\"";
    private static final String ROW = "{\"row\":1,\"amount\":\"10.00\"}";
    private static final String HASH = Digest.sha256(
            ("DisburseBatch\n" + BODY + ",\"rows\":[" + ROW + "]}").getBytes(StandardCharsets.UTF_8));

    private final ScriptedServer server = new ScriptedServer();
    private final Words english = Words.in("en");
    private final LedgerApi api =
            new LedgerApi(server.addresses(), english, new Patience(1, Duration.ofSeconds(1), pause -> { }));

    @AfterEach
    void close() {
        api.close();
        server.close();
    }

    private ShownProposal read(String body, String row) {
        server.then(200, JSON, """
                {"item":{"proposal":"p-1","command":"DisburseBatch","content":%s},"contentHash":"%s","rowCount":1}}"""
                .formatted(body, HASH));
        server.then(200, JSON, """
                {"asOf":{"effective":"2026-01-05","knownPosition":7},"items":[{"index":0,"row":%s}]}""".formatted(row));
        return ShownProposal.read(api, "p-1", "the-token");
    }

    @Test
    void what_the_hash_stands_for_is_shown_rows_and_all() {
        ShownProposal shown = read(BODY, ROW);
        assertEquals(HASH, shown.contentHash());
        assertEquals(List.of("10.00"), shown.rows().stream().map(row -> row.get("amount").textValue()).toList());
    }

    @Test
    void another_amount_in_a_row_or_in_the_body_is_not_signed() {
        Unable row = assertThrows(Unable.class, () -> read(BODY, ROW.replace("10.00", "100.00")));
        assertTrue(row.inWords(english).contains(HASH));
        assertThrows(Unable.class, () -> read(BODY.replace("B1", "B2"), ROW));
    }

    @Test
    void people_its_content_names_are_shown_with_name_and_post_where_they_are_known() {
        server.then(200, JSON, """
                {"item":{"proposal":"p-1","command":"DisburseBatch","content":%s},"contentHash":"%s","rowCount":1,
                  "people":[{"person":"p-aa11bb","name":"周敏","post":"经办员"},{"person":"p-gone"}]}}""".formatted(BODY, HASH));
        server.then(200, JSON, "{\"items\":[{\"index\":0,\"row\":%s}]}".formatted(ROW));
        ShownProposal shown = ShownProposal.read(api, "p-1", "the-token");
        assertEquals(List.of("p-aa11bb: 周敏, 经办员", "p-gone: —, —"), shown.people(english));
    }

    @Test
    void of_a_proposal_that_names_nobody_nobody_is_shown() {
        assertEquals(List.of(), read(BODY, ROW).people(english));
    }

    @Test
    void a_row_left_out_is_not_signed() {
        server.then(200, JSON, """
                {"item":{"proposal":"p-1","command":"DisburseBatch","content":%s},"contentHash":"%s"}}""".formatted(BODY, HASH));
        assertThrows(Unable.class, () -> ShownProposal.read(api, "p-1", "the-token"));
    }

    private ShownProposal registration(String rows) {
        String content = "{\"person\":\"p-new\",\"registryHash\":\"h2\"}";
        server.then(200, JSON, """
                {"item":{"proposal":"p-1","command":"RegisterPerson","content":%s,"contentHash":"%s"}}""".formatted(
                content, Digest.sha256(("RegisterPerson\n" + content).getBytes(StandardCharsets.UTF_8))));
        server.then(200, JSON, rows);
        return ShownProposal.read(api, "p-1", "the-token");
    }

    @Test
    void a_registration_shows_the_row_it_registers_and_not_the_one_in_use() {
        ShownProposal shown = registration("""
                {"person":"p-new","rows":[
                 {"registryHash":"h1","inUse":true,"row":{"name":"周敏","post":"经办员","employeeNumber":"E7","issuer":"i","subject":"zhou"}},
                 {"registryHash":"h2","inUse":false,"row":{"name":"周敏","post":"科长","employeeNumber":"E7","issuer":"i","subject":"zhou.min"}}]}""");
        String said = shown.registers(api, "the-token", english).orElseThrow();
        assertTrue(said.contains("科长") && said.contains("zhou.min") && said.contains("E7"), said);
    }

    @Test
    void a_registration_of_a_row_that_is_not_there_is_not_signed() {
        ShownProposal shown = registration("{\"person\":\"p-new\",\"rows\":[]}");
        assertThrows(Unable.class, () -> shown.registers(api, "the-token", english));
    }
}
