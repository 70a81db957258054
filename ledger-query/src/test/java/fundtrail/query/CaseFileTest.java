package fundtrail.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.contract.Role;
import fundtrail.contract.fact.InspectionFindingRecorded;
import fundtrail.contract.fact.RoleGranted;
import fundtrail.contract.id.CaseId;
import fundtrail.contract.id.FindingId;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PersonRef;
import fundtrail.postgres.TestPostgres;
import fundtrail.query.WriterAtHand.Answer;
import fundtrail.query.http.Served;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
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

    @Test void the_list_of_cases_says_that_there_is_one_and_nothing_of_what_is_in_it() {
        List<String> told = new ArrayList<>();
        running.get("p-in", "/api/cases?institution=H1").get("items").get(0).fieldNames().forEachRemaining(told::add);
        assertEquals(List.of("caseId", "division", "institution", "state", "openedOn", "position", "effectiveDate"), told);
        assertEquals(List.of(), running.writer().asked());
    }

    @Test void every_route_that_shows_what_is_in_it_opens_it() {
        running.ledger().signedBy(Role.IN, "p-in").write(new InspectionFindingRecorded(new FindingId("F-9"), Chenghu.COUNTY,
                new InstitutionId("H1"), new CaseId("case-1"), LocalDate.of(2018, 4, 2), "体检记录缺失", null));
        running.awaitHead();
        String opened = "/api/facts/" + position("CaseOpened");
        String found = "/api/facts/" + position("InspectionFindingRecorded");
        running.writer().answers(503, "{}");
        for (String read : List.of("/api/cases/case-1", "/api/cases/case-1/timeline", "/api/facts?case=case-1", "/api/findings", opened,
                opened + "/entry", found, found + "/entry", "/api/facts/" + position("ClawbackDetermined"))) {
            running.writer().asked().clear();
            assertEquals(503, running.ask("p-au", read).statusCode(), read);
            assertTrue(running.writer().asked().getFirst().key().startsWith("case-file/case-1/"), read);
        }
        running.writer().asked().clear();
        for (String read : List.of("/api/cases", "/api/facts", "/api/facts?type=CaseOpened", "/api/clawbacks", "/api/claims", "/api/holds",
                "/api/extracts", "/api/facts/0", "/api/facts/" + running.get("p-au", "/api/facts?type=AuditExtractIssued").get("items").get(0).get("position"))) {
            assertEquals(200, running.ask("p-au", read).statusCode(), "the books go on: " + read);
        }
        assertEquals(List.of(), running.writer().asked());
    }

    @Test void who_sees_a_claw_back_and_not_its_case_opens_no_case_file() {
        running.ledger().signedBy(Role.IN, "p-in").write(FraudCase.demanded("2018-07-31"));
        running.awaitHead();
        for (String read : List.of("/api/facts/" + position("ClawbackDetermined"), "/api/facts?case=case-1", "/api/findings")) {
            assertEquals(200, running.ask("p-cl", read).statusCode(), read);
        }
        assertEquals(List.of(), running.writer().asked());
    }

    @Test void who_reads_stored_bytes_is_on_record_once_a_day_in_each_division_or_reads_none() {
        running.ledger().signedBy(Role.AD, "p-admin", Role.CA, "p-ca").write(new RoleGranted(new PersonRef("p-au"), Role.AU, Chenghu.NEIGHBOUR, null));
        running.awaitHead();
        running.writer().answers(503, "{}");
        assertEquals(503, running.ask("p-au", "/tile/entries/000.p/2").statusCode());
        running.writer().asked().clear();
        running.writer().answers(_ -> WriterAtHand.RECORDED);
        for (String bundle : List.of("/tile/entries/000.p/2", "/tile/entries/000.p/2", "/tile/entries/000.p/3")) {
            assertEquals(200, running.ask("p-au", bundle).statusCode(), bundle);
        }
        String day = running.get("p-au", "/api/ledger").get("effective").asText();
        assertEquals(List.of("stored-bytes/330521/" + day, "stored-bytes/330522/" + day),
                running.writer().asked().stream().map(WriterAtHand.Asked::key).toList());
        assertEquals("{\"kind\":\"STORED_BYTES\",\"division\":\"330521\",\"query\":\"/tile/entries\"}",
                running.writer().asked().getFirst().body().toString());
        assertEquals(404, running.ask("p-nau", "/tile/entries/900").statusCode());
        assertEquals(200, running.ask(null, "/tile/0/000.p/3").statusCode(), "hashes are anybody's, and nobody's business");
        assertEquals(2, running.writer().asked().size());
    }

    private long position(String type) {
        return running.get("p-au", "/api/facts?effective=2018-12-31&order=NEWEST_FIRST&institution=H1&type=" + type).get("items").get(0).get("position").asLong();
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
