package fundtrail.query.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.query.QueryServer;
import fundtrail.query.access.Admission;
import fundtrail.query.access.Audience;
import fundtrail.query.http.Answer.Download;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BrokenDownloadTest {
    private static final String HASH = "ab".repeat(32);
    private static final int LONG = 1_000_000;

    private QueryServer server;
    private Served served;

    @BeforeEach void served() {
        var torn = new Download("a.png", HASH, LONG, out -> {
            out.write(new byte[LONG / 2]);
            throw new IOException("the store went away in the middle");
        });
        var gone = new Download("a.png", HASH, LONG, _ -> {
            throw new IOException("the store is away");
        });
        server = ApiHandlerTest.serving(
                List.of(
                        ApiHandlerTest.route("torn", "/torn", Audience.ANYONE, _ -> Answer.download("image/png", torn)),
                        ApiHandlerTest.route("gone", "/gone", Audience.ANYONE, _ -> Answer.download("image/png", gone))),
                (_, _) -> new Admission.NotRegistered());
        served = new Served(server.port());
    }

    @AfterEach void closed() {
        server.close();
    }

    @Test void a_download_that_breaks_off_does_not_look_whole() {
        assertThrows(AssertionError.class, () -> served.get("/torn"), "the connection is cut before the length that was said");
    }

    @Test void a_download_that_cannot_begin_is_a_problem_and_not_a_file() {
        var response = served.get("/gone");
        assertEquals(500, response.statusCode());
        assertEquals("INTERNAL", Served.json(response).get("code").textValue());
        assertTrue(response.headers().firstValue("Content-Disposition").isEmpty());
        assertEquals("nosniff", response.headers().firstValue("X-Content-Type-Options").orElseThrow());
    }
}
