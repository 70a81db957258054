package fundtrail.command.http;

import static fundtrail.command.kit.RunningLedger.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fundtrail.command.kit.RunningLedger;
import fundtrail.postgres.TestPostgres;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A production ledger knows no made-up people and no clock but the server's. */
@ExtendWith(TestPostgres.class)
class ProductionDoorTest {
    @Test
    void a_rehearsals_token_opens_nothing_on_a_production_ledger() {
        try (RunningLedger ledger = RunningLedger.production()) {
            HttpResponse<String> response = ledger.ask("an", "grant-role", "k", "{}");
            assertEquals(401, response.statusCode());
            assertEquals("REHEARSAL_TOKEN", json(response).get("code").asText());
        }
    }

    @Test
    void a_production_ledger_is_not_opened_at_a_rehearsals_clock() {
        Throwable failure = assertThrows(RuntimeException.class, () -> RunningLedger.openedBy(
                RunningLedger.OPENING.replace("REHEARSAL", "PRODUCTION")).close());
        while (failure.getCause() != null) {
            failure = failure.getCause();
        }
        assertEquals("a production ledger has no clock but the server's: leave \"clock\" out", failure.getMessage());
    }
}
