package fundtrail.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SigningListTest {
    private static final String JSON = "application/json";

    private final ScriptedServer server = new ScriptedServer();
    private final Words english = Words.in("en");
    private final LedgerApi api =
            new LedgerApi(server.addresses(), english, new Patience(1, Duration.ofSeconds(1), pause -> { }));
    private final SigningList list = new SigningList(api, "the-token", english);

    @AfterEach
    void close() {
        api.close();
        server.close();
    }

    @Test
    void what_waits_is_listed_with_its_last_day_its_amount_and_in_whose_stead() {
        server.then(200, JSON, """
                {"items":[{"proposal":"p-1","command":"AllotBudget","amount":"1234.50","expiresOn":"2026-03-01",
                  "signed":[{"step":"MAKER","person":"p-bo","name":"何欣"}],"step":"APPROVER","role":"CA","onBehalfOf":"p-ca","onBehalfOfName":"沈若兰"}]}""");
        String table = list.waiting();
        assertTrue(table.contains("2026-03-01  p-1"), table);
        assertTrue(table.contains("allotting a budget"), table);
        assertTrue(table.contains("1,234.50"), table);
        assertTrue(table.contains("何欣"), table);
        assertTrue(table.contains("approver (in the stead of 沈若兰)"), table);
        assertEquals("GET /api/proposals/for-me?limit=1000", server.asked().getFirst().method() + " " + server.asked().getFirst().path());
    }

    @Test
    void nothing_is_said_to_wait_when_nothing_does() {
        server.then(200, JSON, "{\"items\":[]}");
        assertEquals("Nothing waits for your hand.", list.waiting());
    }

    @Test
    void money_holds_and_facts_that_changed_are_told() {
        server.then(200, JSON, """
                {"basedOn":40,"allotments":[{"allotment":"A","then":"100.00","now":"40.00"},{"allotment":"B","then":"5.00","now":"5.00"}],
                 "holds":[{"hold":"h-1","institution":"H1","active":true,"position":44}],
                 "items":[{"position":44,"type":"PaymentHoldPlaced","effectiveDate":"2026-01-06"}]}""");
        String said = list.changesSince("p-1");
        assertTrue(said.contains("available then 100.00, now 40.00"), said);
        assertTrue(said.contains("hold h-1 on H1"), said);
        assertTrue(said.contains("position 44: Payment hold placed"), said);
        assertTrue(!said.contains("allotment B"), said);
    }

    @Test
    void that_nothing_changed_is_told_too() {
        server.then(200, JSON, "{\"basedOn\":40,\"allotments\":[],\"holds\":[],\"items\":[]}");
        assertEquals("Nothing it names has changed since it was made (position 40).", list.changesSince("p-1"));
    }
}
