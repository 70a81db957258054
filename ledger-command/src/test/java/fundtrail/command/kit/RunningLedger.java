package fundtrail.command.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fundtrail.command.CommandServer;
import fundtrail.contract.Json;
import fundtrail.eventstore.LedgerSchema;
import fundtrail.people.PeopleKey;
import fundtrail.postgres.TestDatabase;
import fundtrail.postgres.TestPostgres;
import fundtrail.tokens.RehearsalIssuer;
import fundtrail.tokens.TestSignIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;

/** The writing side as it is run: on a database with its roles, behind its door, opened by its opening file. */
public final class RunningLedger implements AutoCloseable {
    private static final String PASSWORD = "only for this test";
    private static final Instant OPENED = Instant.parse("2026-01-05T01:00:00Z");

    private final TestDatabase database = TestPostgres.freshDatabase();
    private final Path folder;
    private final Map<String, Object> settings = new HashMap<>();
    private final BiFunction<String, Instant, String> tokens;
    private final HttpClient client = HttpClient.newHttpClient();
    private CommandServer.Running server;

    /** A rehearsal. */
    public RunningLedger() {
        this(OPENING, null);
    }

    /** A production ledger whose people sign in at this issuer; waiting for its opening. */
    public static RunningLedger production(TestSignIn issuer) {
        return new RunningLedger(PRODUCTION_OPENING, issuer);
    }

    public static RunningLedger openedBy(String opening) {
        return new RunningLedger(opening, null);
    }

    /** A rehearsal with these settings besides the usual ones. */
    public static RunningLedger rehearsal(Map<String, Object> settings) {
        return new RunningLedger(OPENING, null, settings);
    }

    private RunningLedger(String opening, TestSignIn issuer) {
        this(opening, issuer, Map.of());
    }

    private RunningLedger(String opening, TestSignIn issuer, Map<String, Object> more) {
        try {
            folder = Files.createTempDirectory("running-ledger");
            LedgerSchema.createRoles(database.dataSource());
            for (String role : new String[] {"ledger_owner", "ledger_app", "ledger_feed"}) {
                asSuperuser("alter role " + role + " password '" + PASSWORD + "'");
            }
            Files.writeString(folder.resolve("opening.json"), opening);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        if (issuer == null) {
            RehearsalIssuer rehearsal = RehearsalIssuer.in(folder.resolve("keys"));
            tokens = (subject, signedIn) -> rehearsal.token(subject, Duration.ofMinutes(30), signedIn);
            settings.put("fundtrail.tokens.rehearsal-keys", folder.resolve("keys").toString());
        } else {
            tokens = issuer::token;
            settings.put("fundtrail.tokens.issuer", issuer.issuer());
            settings.put("fundtrail.tokens.audience", TestSignIn.AUDIENCE);
            settings.put("fundtrail.opening-secrets", folder.resolve("secrets").toString());
        }
        PeopleKey.inOrMadeAt(peopleKey());
        settings.putAll(Map.of(
                "server.port", "0",
                "fundtrail.database.url", database.url(),
                "fundtrail.database.user", "ledger_app",
                "fundtrail.database.password", PASSWORD,
                "fundtrail.database.owner-user", "ledger_owner",
                "fundtrail.database.owner-password", PASSWORD,
                "fundtrail.people.key", peopleKey().toString(),
                "fundtrail.opening", folder.resolve("opening.json").toString()));
        settings.putAll(more);
        try {
            start();
        } catch (RuntimeException e) {
            deleteFolder();
            throw e;
        }
    }

    public static final String OPENING =
            """
            {"ledgerId":"test","divisions":[{"code":"330521","name":"澄湖县（虚构）"}],
             "origin":"rehearsal.fundtrail.example/test","purpose":"REHEARSAL","timeZone":"Asia/Shanghai",
             "clock":"2026-01-05T01:00:00Z",
             "people":[
               {"person":"p-admin","row":{"name":"安管理","post":"系统管理员","employeeNumber":"E001","subject":"an"},"roles":["AD"]},
               {"person":"p-accountant","row":{"name":"蔡总会","post":"总会计师","employeeNumber":"E002","subject":"cai"},"roles":["CA"]}]}
            """;

    /** The same two people, who bind their own sign-ins. */
    public static final String PRODUCTION_OPENING = OPENING
            .replace("REHEARSAL", "PRODUCTION")
            .replace("rehearsal.fundtrail.example/test", "ledger.chenghu.example/log")
            .replace("\"clock\":\"2026-01-05T01:00:00Z\",", "")
            .replaceAll(",\"subject\":\"\\w+\"", "");

    /** Starts the service; again after {@link #stop}. */
    public void start() {
        server = CommandServer.start(settings);
    }

    /** Starts it with this setting from now on; {@code null} takes it away. */
    public RunningLedger with(String setting, String value) {
        if (value == null) {
            settings.remove(setting);
        } else {
            settings.put(setting, value);
        }
        return this;
    }

    public void stop() {
        server.close();
    }

    public CommandServer.Running server() {
        return server;
    }

    /** Where the opening file, the secrets and a rehearsal's key lie. */
    public Path folder() {
        return folder;
    }

    public Map<String, Object> settings() {
        return Map.copyOf(settings);
    }

    public TestDatabase database() {
        return database;
    }

    /** The file of the people registry's key. */
    public Path peopleKey() {
        return folder.resolve("people.key");
    }

    /** A token of the person with this subject, signed in now. */
    public String token(String subject) {
        return token(subject, Instant.now());
    }

    public String token(String subject, Instant signedIn) {
        return tokens.apply(subject, signedIn);
    }

    /** {@code POST /commands/<name>} by a person, under a key, at a rehearsal's clock. */
    public HttpResponse<String> ask(String subject, String command, String key, String body) {
        Map<String, String> headers = new HashMap<>(Map.of(
                "Authorization", "Bearer " + token(subject), "Idempotency-Key", key, "Content-Type", "application/json"));
        if (settings.containsKey("fundtrail.tokens.rehearsal-keys")) {
            headers.put("Rehearsal-Clock", OPENED.plus(Duration.ofHours(1)).toString());
        }
        return send("POST", "/commands/" + command, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    /** {@code POST /opening/claims}, with what was typed. */
    public HttpResponse<String> claim(String token, String secret) {
        return send("POST", "/opening/claims", ("{\"secret\":\"" + secret + "\"}").getBytes(StandardCharsets.UTF_8),
                Map.of("Authorization", "Bearer " + token, "Content-Type", "application/json"));
    }

    /** The secret handed over from this file: {@code administrator} or {@code chief-accountant}. */
    public String secret(String holder) {
        try {
            return Files.readString(folder.resolve("secrets").resolve(holder + ".secret")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The administrator "an" and the chief accountant "cai" claim, and the ledger is open. */
    public RunningLedger claimed() {
        succeeded(claim(token("an"), secret("administrator")));
        succeeded(claim(token("cai"), secret("chief-accountant")));
        return this;
    }

    public HttpResponse<String> send(String method, String path, byte[] body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .timeout(Duration.ofSeconds(60))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        new HashMap<>(headers).forEach(request::header);
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A proposal by one person and signed by another, in one go; the answer to the last signature. */
    public HttpResponse<String> proposed(String maker, String signer, String command, String key, String body) {
        HttpResponse<String> proposal = ask(maker, command, key, body);
        if (proposal.statusCode() != 201) {
            return proposal;
        }
        JsonNode answer = json(proposal);
        ObjectNode step = Json.MAPPER.createObjectNode()
                .put("proposal", answer.get("proposal").asText())
                .put("contentHash", answer.get("contentHash").asText());
        return ask(signer, "approve-proposal", key + "/approve", step.toString());
    }

    /** Registers a person with a role, by the administrator and the chief accountant. */
    public void person(String ref, String subject, String role) {
        HttpResponse<String> row = store(ref, subject, "E-" + ref, subject);
        succeeded(row);
        succeeded(register(ref, json(row).get("registryHash").asText()));
        succeeded(proposed("an", "cai", "grant-role", "role-" + ref + role,
                "{\"person\":\"" + ref + "\",\"role\":\"" + role + "\",\"division\":\"330521\"}"));
    }

    /** {@code PUT /people/<ref>} by the administrator. */
    public HttpResponse<String> store(String ref, String name, String number, String subject) {
        return send("PUT", "/people/" + ref,
                """
                {"name":"%s","post":"岗位","employeeNumber":"%s","subject":"%s"}""".formatted(name, number, subject)
                        .getBytes(StandardCharsets.UTF_8),
                Map.of("Authorization", "Bearer " + token("an"), "Content-Type", "application/json"));
    }

    /** Registers the person of a stored row, by the administrator and the chief accountant. */
    public HttpResponse<String> register(String ref, String hash) {
        return proposed("an", "cai", "register-person", "person-" + ref,
                "{\"person\":\"" + ref + "\",\"registryHash\":\"" + hash + "\"}");
    }

    public static JsonNode succeeded(HttpResponse<String> response) {
        if (response.statusCode() / 100 != 2) {
            throw new AssertionError(response.statusCode() + " " + response.body());
        }
        return response.body().isEmpty() ? null : json(response);
    }

    public static JsonNode json(HttpResponse<String> response) {
        try {
            return Json.MAPPER.readTree(response.body());
        } catch (IOException e) {
            throw new AssertionError("no JSON: " + response.body(), e);
        }
    }

    public void asSuperuser(String sql) throws SQLException {
        try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        server.close();
        deleteFolder();
    }

    private void deleteFolder() {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
