package fundtrail.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.postgres.TestPostgres;
import fundtrail.query.WriterAtHand.Answer;
import fundtrail.query.http.Served;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
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
        running.writer().answers(_ -> WriterAtHand.RECORDED);
        assertEquals(200, running.ask("p-in", address).statusCode(), "what failed is asked again");
    }

    @Test void what_was_recorded_before_the_day_began_is_no_record_of_that_day() {
        String today = running.get("p-in", "/api/ledger").get("effective").asText();
        String began = LocalDate.parse(today).atStartOfDay(ZoneId.of("Asia/Shanghai")).toInstant().toString();
        String before = Instant.parse(began).minusMillis(1).toString();
        for (Answer beforehand : List.of(Answer.recorded(200, before), new Answer(409, "{\"code\":\"KEY_REUSED\",\"detail\":\"–\"}"))) {
            String reader = beforehand.status() == 200 ? "p-in" : "p-au";
            running.writer().asked().clear();
            running.writer().answers(wish -> wish.key().endsWith(today) ? beforehand : WriterAtHand.RECORDED);
            assertEquals(200, running.ask(reader, address).statusCode());
            List<String> keys = running.writer().asked().stream().map(WriterAtHand.Asked::key).toList();
            assertEquals(2, keys.size());
            assertTrue(keys.getLast().startsWith(keys.getFirst() + "/"), "one of its own: " + keys.getLast());
            running.ask(reader, address);
            assertEquals(2, running.writer().asked().size(), "and that once");
        }
        running.writer().asked().clear();
        running.writer().answers(_ -> Answer.recorded(200, began));
        assertEquals(200, running.ask("p-lo", address).statusCode());
        assertEquals(1, running.writer().asked().size(), "another reading side asked that day");
    }

    @Test void whoever_may_not_see_it_learns_nothing_and_leaves_nothing() {
        assertEquals(404, running.ask("p-cl", address).statusCode());
        assertEquals(404, running.ask("p-nin", address).statusCode());
        assertEquals(List.of(), running.writer().asked());
    }
}
