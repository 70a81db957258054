package fundtrail.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.postgres.TestPostgres;
import fundtrail.query.http.Served;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Anybody may ask for proofs, without a token and as often as a network lets them; nobody else waits for it. */
@ExtendWith(TestPostgres.class)
class ProofsFloodTest {
    private static final int ASKED = 60;

    @Test
    void who_asks_for_proofs_keeps_no_reader_waiting_and_is_told_to_come_again(@TempDir Path keys)
            throws SQLException, ExecutionException, InterruptedException {
        try (RunningQuery running = RunningQuery.chenghu(keys); ExecutorService anybody = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<HttpResponse<byte[]>>> asked = new ArrayList<>();
            try (Connection slow = running.feed().connect(); Statement statement = slow.createStatement()) {
                slow.setAutoCommit(false);
                statement.execute("lock table ledger.checkpoint in access exclusive mode");
                for (int i = 0; i < ASKED; i++) {
                    asked.add(anybody.submit(() -> running.ask(null, "/checkpoint")));
                }
                Eventually.that(() -> asked.stream().filter(Future::isDone).count() == ASKED - LedgerQuery.PROOFS_AT_ONCE,
                        () -> asked.stream().filter(Future::isDone).count());
                String read = new String(running.ask("p-au", "/api/facts?order=NEWEST_FIRST").body(), StandardCharsets.UTF_8);
                assertTrue(read.contains("\"name\":\"姓名"), "names come from the same database: " + read);
                assertEquals(200, running.ask("p-au", "/api/balances").statusCode());
                assertEquals(200, running.ask(null, "/openapi.json").statusCode());
                slow.rollback();
            }
            int answered = 0;
            for (var one : asked) {
                if (one.get().statusCode() == 200) {
                    answered++;
                    continue;
                }
                assertEquals("503 OVERLOADED 5", one.get().statusCode() + " " + Served.json(one.get()).get("code").asText() + " "
                        + one.get().headers().firstValue("Retry-After").orElseThrow());
            }
            assertEquals(LedgerQuery.PROOFS_AT_ONCE, answered, "they had only to wait");
        }
    }
}
