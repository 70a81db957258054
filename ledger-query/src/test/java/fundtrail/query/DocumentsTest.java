package fundtrail.query;

import static fundtrail.contract.Role.BO;
import static fundtrail.contract.Role.CA;
import static fundtrail.query.Chenghu.COUNTY;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.contract.Digest;
import fundtrail.contract.DocumentRef;
import fundtrail.postgres.TestPostgres;
import fundtrail.query.http.Served;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Reading follows the fact: documents, and the facts that rest on them. */
@ExtendWith(TestPostgres.class)
@TestInstance(Lifecycle.PER_CLASS)
class DocumentsTest {
    private static final int LONG = 900_001;

    private RunningQuery running;

    @BeforeAll void read(@TempDir Path keys) {
        running = RunningQuery.of(keys, TwoCounties::write);
    }

    @AfterAll void closed() {
        running.close();
    }

    @Test void a_document_comes_as_uploaded_to_be_saved_and_not_shown() {
        HttpResponse<byte[]> answer = running.ask("p-ia2", "/api/documents/" + Chenghu.DOCUMENT.sha256());
        assertEquals(200, answer.statusCode());
        assertArrayEquals(Chenghu.PAPER, answer.body());
        assertEquals("application/pdf", header(answer, "Content-Type"));
        assertEquals("attachment; filename=\"" + Chenghu.DOCUMENT.sha256() + ".pdf\"", header(answer, "Content-Disposition"));
        assertEquals("nosniff", header(answer, "X-Content-Type-Options"));
        assertEquals(Integer.toString(Chenghu.PAPER.length), header(answer, "Content-Length"));
        assertEquals("default-src 'none'; frame-ancestors 'none'", header(answer, "Content-Security-Policy"));
    }

    @Test void a_long_document_comes_whole_in_its_pieces() {
        byte[] bytes = new byte[LONG];
        new Random(7).nextBytes(bytes);
        var document = document("澄财预〔2018〕77号", running.ledger().stores("image/png", bytes));
        rests(document);
        HttpResponse<byte[]> answer = running.ask("p-cl", "/api/documents/" + document.sha256());
        assertEquals(document.sha256(), Digest.sha256(answer.body()));
        assertEquals("image/png", header(answer, "Content-Type"));
        assertEquals(304, running.ask("p-cl", "/api/documents/" + document.sha256(), "If-None-Match", header(answer, "ETag")).statusCode());
    }

    @Test void an_uploaded_document_is_nobodys_until_a_fact_rests_on_it() {
        byte[] bytes = "%PDF-1.7\n%made up, not yet named\n".getBytes(StandardCharsets.UTF_8);
        var document = document("澄财预〔2018〕78号", running.ledger().stores("application/pdf", bytes));
        String address = "/api/documents/" + document.sha256();
        assertEquals(404, running.ask("p-bo", address).statusCode());
        long before = running.ledger().head();
        rests(document);
        assertEquals(200, running.ask("p-bo", address).statusCode());
        assertEquals(404, running.ask("p-bo", address + "?known=" + before).statusCode());
        assertEquals(404, running.ask("p-nbo", address).statusCode());
    }

    @Test void bytes_that_are_gone_are_told_to_whoever_may_see_the_document_alone() {
        var document = document("澄财预〔2018〕79号", Digest.sha256(new byte[] {1}));
        rests(document);
        assertEquals("DOCUMENT_MISSING", code(running.ask("p-bo", "/api/documents/" + document.sha256())));
        assertEquals("UNKNOWN", code(running.ask("p-nbo", "/api/documents/" + document.sha256())));
    }

    @Test void documents_are_listed_with_the_facts_one_may_see() {
        String mine = "/api/documents?number=" + URLEncoder.encode(Chenghu.DOCUMENT.number(), StandardCharsets.UTF_8) + "&date=" + Chenghu.DOCUMENT.date();
        JsonNode all = running.get("p-au", mine).get("items").get(0);
        JsonNode own = running.get("p-ia2", mine).get("items").get(0);
        assertEquals(Chenghu.DOCUMENT.sha256(), own.get("sha256").textValue());
        assertEquals(own.get("factCount").longValue(), own.get("facts").size());
        assertTrue(own.get("factCount").longValue() < all.get("factCount").longValue());
        assertEquals(1, ReadsTest.texts(own.get("facts"), "type").stream().filter("BudgetAllotted"::equals).count());
        assertEquals(0, running.get("p-au", "/api/documents?date=1999-01-01").get("items").size());
    }

    private void rests(DocumentRef document) {
        running.ledger().signedBy(BO, "p-bo", CA, "p-ca").under(document).write(Chenghu.approved(COUNTY, "CTY", "0.01"));
        running.awaitHead();
    }

    private static DocumentRef document(String number, String sha256) {
        return new DocumentRef("预算批复", "澄湖县财政局（虚构）", number, LocalDate.of(2018, 3, 2), sha256);
    }

    private static String header(HttpResponse<byte[]> answer, String name) {
        return answer.headers().firstValue(name).orElseThrow(() -> new AssertionError(name + " is missing in " + answer.headers().map()));
    }

    private static String code(HttpResponse<byte[]> response) {
        return Served.json(response).path("code").asText();
    }
}
