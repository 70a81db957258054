package fundtrail.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.door.DoorSettings;
import fundtrail.door.kit.Logged;
import fundtrail.door.kit.SetClock;
import fundtrail.query.http.Served;
import fundtrail.tokens.RehearsalIssuer;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient.Version;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoorTest {
    private static final DoorSettings STRICT = Doors.settings(Map.of(
            "PROXIES", "127.0.0.1", "SIGNIN_REFUSALS", "3", "PERSON_BURST", "4", "PERSON_PERSECOND", "2", "CONNECTIONS", "3"));

    private final SetClock clock = new SetClock(Instant.parse("2026-01-05T01:00:00Z"));
    private RehearsalIssuer issuer;
    private QueryServer server;
    private Served served;

    @BeforeEach void open(@TempDir Path keys) {
        issuer = RehearsalIssuer.in(keys);
        server = Doors.open(issuer, STRICT, clock);
        served = new Served(server.port());
    }

    @AfterEach void closed() {
        server.close();
    }

    @Test void too_many_refused_tokens_close_the_door_to_their_address_alone_for_a_while() {
        String good = bearer("p-1");
        assertEquals("TOKEN_MALFORMED", code(from("192.0.2.7", "Bearer rubbish")));
        assertEquals("PERSON_UNKNOWN", code(from("192.0.2.7", bearer("nobody"))));
        assertEquals("TOKEN_MALFORMED", code(from("192.0.2.7", "Bearer rubbish")));
        HttpResponse<byte[]> closed = from("192.0.2.7", good);
        assertEquals(429, closed.statusCode());
        assertEquals("TOO_MANY_REFUSED_TOKENS", code(closed));
        assertEquals("300", closed.headers().firstValue("retry-after").orElseThrow());
        assertEquals(200, from("192.0.2.8", good).statusCode());
        clock.passes(Duration.ofMinutes(5));
        assertEquals(200, from("192.0.2.7", good).statusCode());
    }

    @Test void a_request_without_a_token_guesses_nothing_and_counts_for_nothing() {
        for (int i = 0; i < 10; i++) {
            assertEquals(401, served.get("/in").statusCode());
        }
        assertEquals(200, served.get("/in", "Authorization", bearer("p-1")).statusCode());
    }

    @Test void a_person_may_read_so_often_and_others_notice_nothing() {
        for (int i = 0; i < 4; i++) {
            assertEquals(200, served.get("/in", "Authorization", bearer("p-1")).statusCode());
        }
        HttpResponse<byte[]> refused = served.get("/in", "Authorization", bearer("p-1"));
        assertEquals("TOO_MANY_READS", code(refused));
        assertEquals("1", refused.headers().firstValue("retry-after").orElseThrow());
        assertEquals(200, served.get("/in", "Authorization", bearer("p-2")).statusCode());
        assertEquals(200, served.get("/open").statusCode());
        clock.passes(Duration.ofSeconds(1));
        assertEquals(200, served.get("/in", "Authorization", bearer("p-1")).statusCode());
    }

    @Test void without_tls_http_2_is_spoken_on_upgrade() {
        assertEquals(Version.HTTP_2, served.get("/open").version());
    }

    @Test void without_tls_http_2_is_spoken_by_prior_knowledge() throws IOException {
        try (var socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(new byte[] {0, 0, 0, 4, 0, 0, 0, 0, 0}); // SETTINGS, empty (RFC 9113, 6.5)
            assertEquals(4, socket.getInputStream().readNBytes(9)[3], "answered by SETTINGS");
        }
    }

    @Test void nothing_but_reading_is_answered_and_no_other_site_may_ask() {
        for (String method : List.of("TRACE", "OPTIONS", "DELETE", "PUT", "PURGE")) {
            HttpResponse<byte[]> refused = served.send(method, "/open", "Origin", "https://elsewhere.example");
            assertEquals(405, refused.statusCode(), method);
            assertTrue(refused.headers().map().keySet().stream().noneMatch(name -> name.startsWith("access-control")), method);
        }
    }

    @Test void a_request_leaves_a_line_with_the_person_and_nothing_of_what_was_said() {
        try (Logged access = Logged.under("access")) {
            served.get("/in?division=330521", "Authorization", bearer("p-1"), "X-Correlation-Id", "c-1", "X-Forwarded-For", "192.0.2.7");
            served.get("/nowhere?secret=1", "X-Correlation-Id", "c-2");
            Eventually.that(() -> access.lines().size() == 2, access::lines);
            String first = line(access, "c-1");
            assertTrue(first.startsWith("id=c-1 person=p-1 client=192.0.2.7 method=GET path=/in protocol=HTTP/"), first);
            assertTrue(first.contains(" status=400 bytes="), "the parameter is unknown: " + first);
            String second = line(access, "c-2");
            assertTrue(second.startsWith("id=c-2 person=- client=127.0.0.1 method=GET path=/nowhere "), second);
            assertFalse(access.lines().toString().contains("secret") || access.lines().toString().contains("Bearer"));
        }
    }

    @Test void what_the_server_itself_refuses_leaves_a_line_too_and_nobody_forges_one() throws IOException {
        List<String> requests = List.of(
                "RUBBISH\r\n\r\n",
                "GET /open%0d%0aid=c-9%20person=p-9 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET /open\rid=c-9 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET /open HTTP/1.1\r\nHost: x\r\nX-Correlation-Id: a\rid=c-9\r\nConnection: close\r\n\r\n",
                "GET /open HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 192.0.2.7\u0085id=c-9\r\nConnection: close\r\n\r\n",
                "GET /open HTTP/1.1\r\nHost: x\r\nCookie: " + "x".repeat(20_000) + "\r\nConnection: close\r\n\r\n");
        try (Logged access = Logged.under("access")) {
            for (String request : requests) {
                String answer = Doors.raw(server.port(), request);
                String id = answer.lines().filter(one -> one.startsWith("X-Correlation-Id: ")).findFirst().orElseThrow().substring(18);
                Eventually.that(() -> access.lines().stream().anyMatch(one -> one.startsWith("id=" + id + " ")), access::lines);
            }
            assertEquals(requests.size(), access.lines().size());
            for (String line : access.lines()) {
                assertEquals(9, line.split(" ").length, line);
                assertTrue(line.chars().allMatch(c -> c > 0x1f && c < 0x7f), line);
                assertFalse(line.startsWith("id=c-9"), line);
            }
            assertTrue(access.lines().getLast().contains("status=431"), access.lines().getLast());
        }
    }

    @Test void every_log_line_of_a_request_carries_its_correlation_id() {
        try (Logged log = Logged.under(Doors.class.getName())) {
            served.get("/open", "X-Correlation-Id", "mine-1");
            assertEquals("mine-1", log.events().getFirst().getMDCPropertyMap().get("correlation"));
        }
    }

    @Test void connections_beyond_the_limit_wait_until_one_is_closed() throws IOException {
        List<Socket> held = new ArrayList<>();
        try {
            for (int i = 0; i < 3; i++) {
                held.add(answered(new Socket("127.0.0.1", server.port())));
            }
            Socket waiting = new Socket("127.0.0.1", server.port());
            held.add(waiting);
            ask(waiting);
            assertEquals(3, server.connections());
            held.removeFirst().close();
            readStatus(waiting);
            assertTrue(server.connections() <= 3, "held: " + server.connections());
        } finally {
            for (Socket socket : held) {
                socket.close();
            }
        }
    }

    private static Socket answered(Socket socket) throws IOException {
        ask(socket);
        readStatus(socket);
        return socket;
    }

    private static void ask(Socket socket) throws IOException {
        socket.setSoTimeout(20_000);
        socket.getOutputStream().write("GET /open HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    private static void readStatus(Socket socket) throws IOException {
        assertEquals("HTTP/1.1 200", new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII));
    }

    private static String line(Logged access, String id) {
        return access.lines().stream().filter(one -> one.startsWith("id=" + id + " ")).findFirst().orElseThrow();
    }

    private HttpResponse<byte[]> from(String address, String authorization) {
        return served.get("/in", "Authorization", authorization, "X-Forwarded-For", address);
    }

    private String bearer(String subject) {
        return "Bearer " + issuer.token(subject, Duration.ofMinutes(5), Instant.now());
    }

    private static String code(HttpResponse<byte[]> response) {
        return Served.json(response).path("code").textValue();
    }
}
