package fundtrail.command.http;

import static fundtrail.command.kit.RunningLedger.json;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.command.kit.RunningLedger;
import fundtrail.door.kit.Logged;
import fundtrail.door.kit.SetClock;
import fundtrail.postgres.TestPostgres;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the door of the writing side does to whoever guesses, floods, forges or dawdles. */
@ExtendWith(TestPostgres.class)
class GuardedDoorTest {
    private static final int BURST = 40;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static RunningLedger ledger;

    @BeforeAll
    static void open() {
        ledger = RunningLedger.rehearsal(Map.of(
                "fundtrail.command.proxies", "127.0.0.1",
                "fundtrail.command.signin.refusals", "3",
                "fundtrail.command.person.burst", BURST,
                "fundtrail.command.person.persecond", "1"));
    }

    @AfterAll
    static void close() {
        ledger.close();
    }

    @Test
    void too_many_refused_tokens_close_the_door_to_their_address_alone() {
        assertEquals("401 TOKEN_MALFORMED", status(from("192.0.2.7", "rubbish")));
        assertEquals("403 PERSON_UNKNOWN", status(from("192.0.2.7", ledger.token("nobody"))));
        assertEquals("401 TOKEN_MALFORMED", status(from("192.0.2.7", "rubbish")));
        HttpResponse<String> closed = from("192.0.2.7", ledger.token("cai"));
        assertEquals("429 TOO_MANY_REFUSED_TOKENS", status(closed));
        assertTrue(Integer.parseInt(closed.headers().firstValue("retry-after").orElseThrow()) <= 300);
        assertTrue(json(closed).get("detail").asText().contains("192.0.2.7"), closed.body());
        assertEquals("400 HASH_DIFFERS", status(from("192.0.2.8", ledger.token("cai"))));
    }

    @Test
    void a_request_without_a_token_guesses_nothing_and_counts_for_nothing() {
        for (int i = 0; i < 10; i++) {
            assertEquals("401 TOKEN_MISSING", status(ledger.send("PUT", "/documents/abc", new byte[0], Map.of("X-Forwarded-For", "192.0.2.9"))));
        }
        assertEquals("400 HASH_DIFFERS", status(from("192.0.2.9", ledger.token("cai"))));
    }

    @Test
    void a_person_may_ask_so_often_and_then_waits_a_second() {
        HttpResponse<String> answer = from("192.0.2.10", ledger.token("an"));
        for (int i = 1; answer.statusCode() != 429 && i < 10 * BURST; i++) {
            assertEquals("400 HASH_DIFFERS", status(answer));
            answer = from("192.0.2.10", ledger.token("an"));
        }
        assertEquals("429 TOO_MANY_WISHES", status(answer));
        assertEquals("1", answer.headers().firstValue("retry-after").orElseThrow());
        assertEquals("400 HASH_DIFFERS", status(from("192.0.2.10", ledger.token("cai"))));
        HttpResponse<String> chinese = ledger.send("PUT", "/documents/abc", new byte[0],
                Map.of("Authorization", "Bearer " + ledger.token("an"), "Accept-Language", "zh-CN"));
        assertTrue(chinese.statusCode() != 429 || json(chinese).get("title").asText().equals("请求过于频繁"), chinese.body());
    }

    @Test
    void every_answer_says_what_a_browser_may_not_do_with_it_and_which_request_it_answers() throws IOException {
        String close = "Host: x\r\nConnection: close\r\nX-Correlation-Id: mine-1\r\n\r\n";
        List<String> answers = List.of(
                raw("GET /health HTTP/1.1\r\n" + close),
                raw("GET /nowhere HTTP/1.1\r\n" + close),
                raw("GET /documents/..%2fx HTTP/1.1\r\n" + close),
                raw("POST /commands/execute-batch HTTP/1.1\r\nContent-Length: 0\r\n" + close),
                raw("TRACE /health HTTP/1.1\r\n" + close),
                raw("OPTIONS /commands/execute-batch HTTP/1.1\r\nOrigin: https://elsewhere.example\r\n"
                        + "Access-Control-Request-Method: POST\r\n" + close));
        for (String answer : answers) {
            guarded(answer);
            assertTrue(answer.contains("\r\nX-Correlation-Id: mine-1\r\n"), answer);
        }
        for (String refused : new String[] {"RUBBISH\r\n\r\n", "GET /health HTTP/1.1\r\n\r\n",
                "GET /health\u0001 HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /health HTTP/1.1\r\nHost: x\r\nCookie: " + "x".repeat(20_000) + "\r\n\r\n"}) {
            String answer = raw(refused);
            assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
            guarded(answer);
        }
    }

    @Test
    void an_address_is_not_echoed_to_a_trace_and_other_sites_may_not_ask() throws IOException {
        String trace = raw("TRACE /health HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer secret\r\nConnection: close\r\n\r\n");
        assertTrue(trace.startsWith("HTTP/1.1 405 ") && !trace.contains("secret"), trace);
        assertTrue(trace.contains("application/problem+json") && trace.contains("METHOD_NOT_ALLOWED"), trace);
        HttpResponse<String> simple = ledger.send("GET", "/health", null, Map.of("Origin", "https://elsewhere.example"));
        assertTrue(simple.headers().map().keySet().stream().noneMatch(name -> name.startsWith("access-control")));
    }

    @Test
    void a_request_leaves_a_line_with_the_person_and_nothing_of_what_was_said() {
        try (Logged access = Logged.under("access")) {
            ledger.send("PUT", "/documents/abc?secret=1", new byte[0], Map.of("Authorization", "Bearer " + ledger.token("cai"),
                    "X-Correlation-Id", "c-1", "X-Forwarded-For", "192.0.2.11"));
            String line = awaitLine(access, "c-1");
            assertTrue(line.startsWith("id=c-1 person=p-accountant client=192.0.2.11 method=PUT path=/documents/abc protocol=HTTP/"), line);
            assertTrue(line.contains(" status=400 bytes="), line);
            assertFalse(access.lines().toString().contains("secret") || access.lines().toString().contains("Bearer"));
        }
    }

    @Test
    void what_the_server_itself_refuses_leaves_a_line_too_and_nobody_forges_one() throws IOException {
        List<String> requests = List.of(
                "RUBBISH\r\n\r\n",
                "GET /health%0d%0aid=c-9%20person=p-9 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET /health\rid=c-9 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET /health HTTP/1.1\r\nHost: x\r\nX-Correlation-Id: a\rid=c-9\r\nConnection: close\r\n\r\n",
                "GET /health HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 192.0.2.7\u0085id=c-9\r\nConnection: close\r\n\r\n");
        try (Logged access = Logged.under("access")) {
            for (String request : requests) {
                String answer = raw(request);
                String id = answer.lines().filter(one -> one.startsWith("X-Correlation-Id: ")).findFirst().orElseThrow().substring(18);
                String line = awaitLine(access, id);
                assertEquals(9, line.split(" ").length, line);
                assertTrue(line.chars().allMatch(c -> c > 0x1f && c < 0x7f), line);
            }
            assertTrue(access.lines().stream().noneMatch(line -> line.startsWith("id=c-9")), access.lines().toString());
        }
    }

    @Test
    void every_log_line_of_a_request_carries_its_correlation_id() throws Exception {
        try (Logged log = Logged.under(ProblemAdvice.class.getName())) {
            ledger.asSuperuser("alter table ledger.person rename to person_elsewhere");
            try {
                from("192.0.2.12", ledger.token("who-did-not-come-before"));
            } finally {
                ledger.asSuperuser("alter table ledger.person_elsewhere rename to person");
            }
            assertTrue(log.events().getFirst().getMDCPropertyMap().containsKey("correlation"), log.events().toString());
        }
    }

    @Test
    void content_that_dribbles_in_is_given_up() throws IOException {
        SetClock clock = new SetClock(Instant.parse("2026-01-05T01:00:00Z"));
        byte[] content = new byte[100];
        ContentRoom.Share share = new ContentRoom(1, Duration.ZERO).share();
        assertArrayEquals(content, Door.content(dribble(content, clock, Door.CONTENT.dividedBy(100)), 1_000, clock, share));
        TurnedAway tooSlow = assertThrows(TurnedAway.class,
                () -> Door.content(dribble(content, clock, Door.CONTENT.dividedBy(50)), 1_000, clock, share));
        assertEquals(DoorCode.TOO_SLOW, tooSlow.code());
        TurnedAway tooLarge = assertThrows(TurnedAway.class, () -> Door.content(new ByteArrayInputStream(content), 99, clock, share));
        assertEquals(DoorCode.TOO_LARGE, tooLarge.code());
    }

    /** A byte at a time, and so long between. */
    private static InputStream dribble(byte[] content, SetClock clock, Duration between) {
        return new FilterInputStream(new ByteArrayInputStream(content)) {
            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                clock.passes(between);
                return super.read(into, offset, Math.min(1, length));
            }
        };
    }

    private static void guarded(String answer) {
        String head = answer.substring(0, answer.indexOf("\r\n\r\n") + 2);
        for (String header : new String[] {"X-Content-Type-Options: nosniff", "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'",
                "Referrer-Policy: no-referrer", "Cross-Origin-Resource-Policy: same-origin", "Cache-Control: no-store"}) {
            assertTrue(head.contains("\r\n" + header + "\r\n"), header + " is missing in " + head);
        }
        for (String header : new String[] {"Server:", "X-Powered-By:", "Access-Control-Allow", "Strict-Transport-Security:"}) {
            assertFalse(head.contains("\r\n" + header), head);
        }
        assertTrue(head.contains("\r\nX-Correlation-Id: "), head);
    }

    private static String awaitLine(Logged access, String id) {
        eventually(() -> access.lines().stream().anyMatch(line -> line.startsWith("id=" + id + " ")), access);
        return access.lines().stream().filter(line -> line.startsWith("id=" + id + " ")).findFirst().orElseThrow();
    }

    private static void eventually(BooleanSupplier condition, Logged otherwise) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            assertTrue(Instant.now().isBefore(end), () -> "did not come about: " + otherwise.lines());
            LockSupport.parkNanos(5_000_000);
        }
    }

    private static HttpResponse<String> from(String address, String token) {
        return ledger.send("PUT", "/documents/abc", new byte[0], Map.of("Authorization", "Bearer " + token, "X-Forwarded-For", address));
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", ledger.server().port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String status(HttpResponse<String> response) {
        return response.statusCode() + " " + json(response).path("code").asText();
    }
}
