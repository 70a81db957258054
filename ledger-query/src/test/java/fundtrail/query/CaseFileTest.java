package fundtrail.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import fundtrail.postgres.TestPostgres;
import fundtrail.query.http.Served;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Who opens a case file is on record, the first time a day, or does not see it. */
@ExtendWith(TestPostgres.class)
class CaseFileTest {
    private RunningQuery running;
    private String address;

    @BeforeEach void read(@TempDir Path keys) {
        running = RunningQuery.of(keys, TwoCounties::write);
        address = "/api/cases/" + running.get("p-in", "/api/cases").get("items").get(0).get("caseId").asText();
    }

    @AfterEach void closed() {
        running.close();
    }

    @Test void opening_it_again_the_same_day_is_on_record_once_and_each_reader_by_himself() {
        assertEquals(List.of(), running.writer().asked(), "the list of cases opens none");
        for (String read : List.of(address, address + "/timeline", address, address + "?known=60&effective=2018-03-01")) {
            running.ask("p-in", read);
        }
        assertEquals(1, running.writer().asked().size());
        var asked = running.writer().asked().getFirst();
        assertEquals("CASE_FILE 330521 " + address, asked.body().get("kind").asText() + " " + asked.body().get("division").asText() + " "
                + asked.body().get("query").asText());
        assertFalse(asked.body().has("file"));
        String day = running.get("p-in", "/api/ledger").get("effective").asText();
        assertEquals("case-file/" + address.substring("/api/cases/".length()) + "/" + day, asked.key());
        assertEquals(200, running.ask("p-au", address).statusCode());
        assertEquals(2, running.writer().asked().size());
    }

    @Test void it_stays_closed_where_that_cannot_be_put_on_record() {
        running.writer().answers(503, "{}");
        var away = running.ask("p-in", address);
        assertEquals("503 WRITER_AWAY", away.statusCode() + " " + Served.json(away).get("code").asText());
        running.writer().answers(403, "{\"code\":\"ROLE_MISSING\",\"detail\":\"–\"}");
        for (String read : List.of(address, address + "/timeline")) {
            var refused = running.ask("p-in", read);
            assertEquals("403 NOT_ON_RECORD", refused.statusCode() + " " + Served.json(refused).get("code").asText());
            assertFalse(new String(refused.body(), StandardCharsets.UTF_8).contains("claims"));
        }
        running.writer().answers(200, "{\"outcome\":\"POSTED\",\"firstPosition\":900}");
        assertEquals(200, running.ask("p-in", address).statusCode(), "what failed is asked again");
    }

    @Test void whoever_may_not_see_it_learns_nothing_and_leaves_nothing() {
        assertEquals(404, running.ask("p-cl", address).statusCode());
        assertEquals(404, running.ask("p-nin", address).statusCode());
        assertEquals(List.of(), running.writer().asked());
    }
}
