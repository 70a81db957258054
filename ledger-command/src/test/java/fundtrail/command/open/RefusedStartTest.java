package fundtrail.command.open;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.command.kit.CommandProcess;
import fundtrail.command.kit.RunningLedger;
import fundtrail.postgres.TestPostgres;
import fundtrail.tokens.TestSignIn;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A service that may not start says so in sentences to whoever started it. */
@ExtendWith(TestPostgres.class)
class RefusedStartTest {
    @Test
    void a_production_ledger_is_not_started_with_a_rehearsals_keys() {
        try (TestSignIn issuer = new TestSignIn(); RunningLedger ledger = RunningLedger.production(issuer)) {
            ledger.stop();
            Map<String, Object> settings = new HashMap<>(ledger.settings());
            settings.remove("fundtrail.tokens.issuer");
            settings.remove("fundtrail.tokens.audience");
            settings.put("fundtrail.tokens.rehearsal-keys", ledger.folder().resolve("keys").toString());
            String said = assertThrows(CompletionException.class, () -> new CommandProcess(settings, ledger.folder()))
                    .getCause().getMessage();
            assertTrue(said.contains("APPLICATION FAILED TO START"), said);
            assertTrue(said.contains("FUNDTRAIL_TOKENS_REHEARSALKEYS"), said);
            assertFalse(said.contains("\tat fundtrail"), said);
        }
    }
}
