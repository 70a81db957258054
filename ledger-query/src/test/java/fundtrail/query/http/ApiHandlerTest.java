package fundtrail.query.http;

import static fundtrail.query.http.Served.json;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.id.PersonRef;
import fundtrail.door.DoorLimits;
import fundtrail.door.DoorSettings;
import fundtrail.query.QueryServer;
import fundtrail.query.QuerySettings;
import fundtrail.query.access.Admission;
import fundtrail.query.access.Audience;
import fundtrail.query.access.Circle;
import fundtrail.query.access.Reader;
import fundtrail.query.access.Scope;
import fundtrail.query.access.Thing;
import fundtrail.tokens.RehearsalIssuer;
import fundtrail.tokens.TokenRefused;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLTransientConnectionException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(Lifecycle.PER_CLASS)
class ApiHandlerTest {

    record Greeting(String whom, @MayBeAbsent LocalDate on) {}

    record Story(String text) {}

    private static final Parameter<LocalDate> EFFECTIVE = Parameter.of("effective", LocalDate::parse, "date");
    private static final String SECRET = "jdbc:postgresql://somewhere internal";

    private RehearsalIssuer issuer;
    private QueryServer server;
    private Served served;

    @BeforeAll void served(@TempDir Path folder) {
        issuer = RehearsalIssuer.in(folder);
        var check = issuer.check(Clock.systemUTC());
        var routes = List.of(
                route("greet", "/greetings/{whom}", Audience.ANYONE, ask -> Answer.json(new Greeting(
                        ask.path("whom", text -> text), ask.given(EFFECTIVE).orElse(null)))),
                route("secret", "/secret", Audience.READERS, ask -> Answer.json(new Greeting(ask.reader().person().value(), null))),
                route("audit", "/audit", Audience.AUDITORS, ask -> Answer.json(new Greeting("auditor", null))),
                route("break", "/break", Audience.ANYONE, _ -> {
                    throw new IllegalStateException(SECRET);
                }),
                route("away", "/away", Audience.ANYONE, _ -> {
                    throw new SQLTransientConnectionException(SECRET);
                }),
                route("long", "/long", Audience.ANYONE, _ -> Answer.json(new Story("fund ".repeat(2_000)))));
        server = serving(routes, (header, audience) -> {
            try {
                var person = new PersonRef(check.check(header).subject());
                var scope = new Scope(Set.of(Circle.ledger(Thing.RULES)));
                return scope.serves(audience)
                        ? new Admission.Admitted(new Reader(person, null, null, List.of(), List.of(), scope))
                        : new Admission.NoRole(person, audience);
            } catch (TokenRefused e) {
                return new Admission.NoToken(e);
            }
        });
        served = new Served(server.port());
    }

    @AfterAll void closed() {
        server.close();
    }

    @Test void a_read_is_answered_in_json() {
        var response = served.get("/greetings/H1?effective=2018-12-18");
        assertEquals(200, response.statusCode());
        assertEquals("application/json", header(response, "content-type"));
        assertEquals("{\"whom\":\"H1\",\"on\":\"2018-12-18\"}", new String(response.body(), StandardCharsets.UTF_8));
    }

    @Test void every_response_says_what_a_browser_may_not_do_with_it_and_which_request_it_answers() {
        for (var path : List.of("/greetings/H1", "/nowhere", "/break")) {
            var response = served.get(path, "X-Correlation-Id", "mine-1");
            assertEquals("mine-1", header(response, "x-correlation-id"));
            assertEquals("nosniff", header(response, "x-content-type-options"));
            assertEquals("default-src 'none'; frame-ancestors 'none'", header(response, "content-security-policy"));
            assertTrue(response.headers().firstValue("server").isEmpty(), "the server does not name itself");
        }
    }

    @Test void a_correlation_id_that_could_forge_a_log_line_is_replaced() {
        assertNotEquals("a b", header(served.get("/greetings/H1", "X-Correlation-Id", "a b"), "x-correlation-id"));
    }

    @Test void an_unknown_parameter_is_refused_by_name_with_what_is_allowed() {
        var problem = problem(400, "PARAMETER_UNKNOWN", served.get("/greetings/H1?efective=2018-12-18"));
        assertTrue(problem.contains("efective") && problem.contains("effective"), problem);
    }

    @Test void a_malformed_parameter_is_refused_with_its_text_and_what_is_allowed() {
        var problem = problem(400, "PARAMETER_MALFORMED", served.get("/greetings/H1?effective=2018-02-30"));
        assertTrue(problem.contains("2018-02-30") && problem.contains("YYYY-MM-DD"), problem);
    }

    @Test void a_parameter_given_twice_is_refused() {
        problem(400, "PARAMETER_REPEATED", served.get("/greetings/H1?effective=2018-12-18&effective=2018-12-19"));
    }

    @Test void a_broken_escape_is_a_problem_of_the_request() throws IOException {
        for (var line : List.of("GET /greetings/%zz HTTP/1.1", "GET /greetings/H1?effective=%zz HTTP/1.1", "GET /greetings/%2e%2e/x HTTP/1.1")) {
            assertTrue(raw(line, "Host: x", "Connection: close", "", "").startsWith("HTTP/1.1 400 "), line);
        }
    }

    @Test void what_is_no_http_gets_a_problem_document_too() throws IOException {
        var answer = raw("RUBBISH", "", "");
        assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
        assertTrue(answer.contains("application/problem+json") && answer.contains("MALFORMED_REQUEST"), answer);
    }

    @Test void headers_beyond_the_limit_get_a_problem_document() {
        problem(431, "HEADERS_TOO_LARGE", answerToHalfReadHeaders(5));
    }

    /** A server that stops reading may close before its answer has arrived (RFC 9112, 9.6); then it is asked again. */
    private HttpResponse<byte[]> answerToHalfReadHeaders(int tries) {
        try {
            return served.get("/greetings/H1", "Cookie", "x".repeat(17_000));
        } catch (AssertionError cut) {
            if (tries == 1) {
                throw cut;
            }
            return answerToHalfReadHeaders(tries - 1);
        }
    }

    @Test void a_body_is_refused() throws IOException {
        assertTrue(raw("GET /greetings/H1 HTTP/1.1", "Host: x", "Connection: close", "Content-Length: 2", "", "{}").contains("BODY_UNEXPECTED"));
    }

    @Test void without_a_token_the_caller_is_asked_for_one() {
        var response = served.get("/secret");
        problem(401, "TOKEN_MISSING", response);
        assertEquals("Bearer realm=\"fundtrail\"", header(response, "www-authenticate"));
    }

    @Test void a_token_that_expired_is_told_so() {
        var response = served.get("/secret", "Authorization", "Bearer " + token(Instant.now().minusSeconds(120)));
        problem(401, "TOKEN_EXPIRED", response);
        assertTrue(header(response, "www-authenticate").contains("error=\"invalid_token\""));
    }

    @Test void a_good_token_opens_and_a_missing_role_does_not() {
        var bearer = "Bearer " + token(Instant.now());
        assertEquals("{\"whom\":\"p-1\"}", new String(served.get("/secret", "Authorization", bearer).body(), StandardCharsets.UTF_8));
        assertTrue(problem(403, "ROLE_MISSING", served.get("/audit", "Authorization", bearer)).contains("This address is for: auditors."));
        var chinese = served.get("/audit", "Authorization", bearer, "Accept-Language", "zh");
        assertTrue(json(chinese).get("detail").textValue().contains("审计员"), "in words, and not by a name of the code");
    }

    @Test void an_unknown_address_is_not_found() {
        problem(404, "ADDRESS_UNKNOWN", served.get("/nowhere"));
    }

    @Test void writing_is_not_allowed_and_the_response_says_what_is() {
        var response = served.send("POST", "/greetings/H1");
        problem(405, "METHOD_NOT_ALLOWED", response);
        assertEquals("GET, HEAD", header(response, "allow"));
    }

    @Test void head_is_answered_like_get_without_the_body() {
        var response = served.send("HEAD", "/greetings/H1");
        assertEquals(200, response.statusCode());
        assertEquals(0, response.body().length);
        assertEquals(header(served.get("/greetings/H1"), "etag"), header(response, "etag"));
    }

    @Test void a_failure_shows_its_correlation_id_and_nothing_internal() {
        var response = served.get("/break", "X-Correlation-Id", "look-here");
        var problem = problem(500, "INTERNAL", response);
        assertTrue(problem.contains("look-here"));
        assertFalse(problem.contains(SECRET) || problem.contains("IllegalState"), problem);
    }

    @Test void a_store_that_is_away_asks_to_come_back() {
        var response = served.get("/away");
        assertFalse(problem(503, "STORE_AWAY", response).contains(SECRET));
        assertEquals("5", header(response, "retry-after"));
    }

    @Test void problems_come_in_the_callers_language() {
        var chinese = served.get("/nowhere", "Accept-Language", "zh-CN,zh;q=0.9,en;q=0.8");
        assertEquals("没有这个地址", json(chinese).get("title").textValue());
        assertEquals("zh", header(chinese, "content-language"));
        assertEquals("No such address", json(served.get("/nowhere", "Accept-Language", "fr")).get("title").textValue());
        assertEquals("No such address", json(served.get("/nowhere", "Accept-Language", "!!")).get("title").textValue());
    }

    @Test void an_unchanged_answer_is_not_sent_again() {
        var tag = header(served.get("/greetings/H1"), "etag");
        var again = served.get("/greetings/H1", "If-None-Match", "\"other\", W/" + tag);
        assertEquals(304, again.statusCode());
        assertEquals(0, again.body().length);
        assertEquals(tag, header(again, "etag"));
        assertEquals(200, served.get("/greetings/H2", "If-None-Match", tag).statusCode());
    }

    @Test void long_answers_are_compressed_for_those_who_ask() throws IOException {
        var plain = served.get("/long");
        var zipped = served.get("/long", "Accept-Encoding", "gzip");
        assertEquals("gzip", header(zipped, "content-encoding"));
        assertTrue(zipped.body().length < plain.body().length / 10);
        assertArrayEquals(plain.body(), new GZIPInputStream(new java.io.ByteArrayInputStream(zipped.body())).readAllBytes());
        assertEquals(304, served.get("/long", "Accept-Encoding", "gzip", "If-None-Match", header(zipped, "etag")).statusCode());
    }

    @Test void closing_waits_for_what_was_begun() throws Exception {
        var reached = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var slow = serving(
                List.of(route("slow", "/slow", Audience.ANYONE, _ -> {
                    reached.countDown();
                    go.await();
                    return Answer.json(new Greeting("late", null));
                })),
                (_, _) -> new Admission.NotRegistered());
        var answer = CompletableFuture.supplyAsync(() -> new Served(slow.port()).get("/slow"));
        assertTrue(reached.await(10, TimeUnit.SECONDS));
        var closing = CompletableFuture.runAsync(slow::close);
        go.countDown();
        assertEquals(200, answer.get(10, TimeUnit.SECONDS).statusCode());
        closing.get(20, TimeUnit.SECONDS);
    }

    static QueryServer serving(List<Route> routes, BiFunction<String, Audience, Admission> door) {
        var settings = DoorSettings.local(QuerySettings.DOOR, QuerySettings.READS);
        var keeper = new Doorkeeper(door, DoorLimits.of(settings, Clock.systemUTC()));
        var server = new QueryServer("127.0.0.1", 0, settings, new ApiHandler(routes, keeper, new SimpleMeterRegistry()));
        server.start();
        return server;
    }

    static Route route(String operation, String template, Audience audience, Route.Endpoint endpoint) {
        return new Route(operation, template, audience, operation, List.of(EFFECTIVE), Shape.json(Greeting.class), endpoint);
    }

    private String token(Instant now) {
        return issuer.token("p-1", Duration.ofSeconds(60), now);
    }

    private static String problem(int status, String code, HttpResponse<byte[]> response) {
        var text = new String(response.body(), StandardCharsets.UTF_8);
        assertEquals(status, response.statusCode(), text);
        assertEquals("application/problem+json", header(response, "content-type"));
        var problem = json(response);
        for (var field : List.of("type", "title", "detail", "advice", "instance", "correlation")) {
            assertTrue(problem.hasNonNull(field), field + " is missing in " + text);
        }
        assertEquals(status, problem.get("status").intValue());
        assertEquals(code, problem.get("code").textValue());
        assertEquals(header(response, "x-correlation-id"), problem.get("correlation").textValue());
        return text;
    }

    private static String header(HttpResponse<byte[]> response, String name) {
        return response.headers().firstValue(name).orElseThrow(() -> new AssertionError("no header " + name));
    }

    /** Says these lines and then nothing, as no well-behaved client would. */
    private String raw(String... lines) throws IOException {
        try (var socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
