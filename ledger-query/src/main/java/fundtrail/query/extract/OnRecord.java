package fundtrail.query.extract;

import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.contract.Json;
import fundtrail.contract.fact.AuditExtractIssued;
import fundtrail.contract.fact.AuditExtractIssued.Kind;
import fundtrail.contract.id.CaseId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.query.access.Reach;
import fundtrail.query.access.Thing;
import fundtrail.query.http.Ask;
import fundtrail.query.http.HttpProblem;
import fundtrail.query.http.ProblemCode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Has a reading put on record by the writing side, with the reader's own token, before anything is handed out. This side
 * cannot write a fact, and does not want to: where the writing side refuses or is away, nothing is handed out.
 */
public final class OnRecord implements AutoCloseable {
    private static final Duration CONNECTING = Duration.ofSeconds(2);
    /** Longer than the writing side lets a wish wait and be made durable. */
    private static final Duration ANSWERING = Duration.ofSeconds(45);
    /** A lost answer is asked for again with the same key, and is the same fact. */
    private static final int ATTEMPTS = 2;
    private static final int MOST_REMEMBERED = 10_000;
    /** The writing side's word for a key that its author used for another wish. */
    private static final String KEY_REUSED = "KEY_REUSED";

    /** Openings that are on record for certain, so that a case file is not asked for again all day; forgetting one costs a question. */
    private final Map<String, LocalDate> opened = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, LocalDate> eldest) {
            return size() > MOST_REMEMBERED;
        }
    });

    /**
     * The ledger's day.
     *
     * @param began its first instant in the ledger's time zone
     */
    public record Today(LocalDate day, Instant began) {}

    /**
     * What the writing side answered.
     *
     * @param keyUsed that the key was used for another wish before; then there is no position and no instant
     */
    private record Put(boolean keyUsed, long position, Instant recordedAt) {}

    private final WriterAddress writer;
    private final HttpClient http;

    /** @param writer null where the writing side cannot be asked */
    public OnRecord(WriterAddress writer) {
        this.writer = writer;
        this.http = writer == null ? null : HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECTING).sslContext(writer.trust()).build();
    }

    /**
     * A file is about to be handed out. Each time is a fact of its own.
     *
     * @return the fact's position
     * @throws HttpProblem when it could not be put on record
     */
    public long file(Ask ask, AuditExtractIssued issued) throws InterruptedException {
        return certain(put(ask, issued, "extract-" + UUID.randomUUID())).position();
    }

    /**
     * A case file is about to be opened. The first time a day by each person is a fact.
     *
     * @param today the ledger's, now
     * @throws HttpProblem when it could not be put on record
     */
    public void caseFile(Ask ask, DivisionCode division, CaseId caseId, Today today) throws InterruptedException {
        daily(ask, new AuditExtractIssued(Kind.CASE_FILE, division, null, caseId, "/api/cases/" + caseId, null),
                "case-file/" + caseId, today);
    }

    /**
     * Stored bytes are about to be read, bundle by bundle. The first time a day by each person is a fact, in each division whose
     * auditor the person is.
     *
     * @param today the ledger's, now
     * @throws HttpProblem when it could not be put on record
     */
    public void storedBytes(Ask ask, Today today) throws InterruptedException {
        for (String division : ask.reader().scope().whose(Thing.ENTRIES, Reach.DIVISION).stream().sorted().toList()) {
            daily(ask, new AuditExtractIssued(Kind.STORED_BYTES, new DivisionCode(division), null, null, "/tile/entries", null),
                    "stored-bytes/" + division, today);
        }
    }

    /**
     * Once a day by each person; the key makes it so, at every reading side there is. A key can be guessed, and what was recorded
     * under it before its day began is no record of that day: then the reading is recorded under a key of its own.
     */
    private void daily(Ask ask, AuditExtractIssued issued, String what, Today today) throws InterruptedException {
        String key = what + "/" + today.day();
        String reading = ask.reader().person() + " " + key;
        if (opened.containsKey(reading)) {
            return;
        }
        Put put = put(ask, issued, key);
        if (put.keyUsed() || put.recordedAt().isBefore(today.began())) {
            certain(put(ask, issued, key + "/" + UUID.randomUUID()));
        }
        opened.put(reading, today.day());
    }

    /** A key made up just now is not used yet. */
    private static Put certain(Put put) {
        if (put.keyUsed()) {
            throw HttpProblem.of(ProblemCode.NOT_ON_RECORD, KEY_REUSED, "–");
        }
        return put;
    }

    private Put put(Ask ask, AuditExtractIssued issued, String key) throws InterruptedException {
        if (writer == null) {
            throw HttpProblem.of(ProblemCode.WRITER_AWAY, "FUNDTRAIL_COMMAND_URL").retryAfter(60);
        }
        HttpRequest request = HttpRequest.newBuilder(writer.address().resolve("/commands/issue-audit-extract"))
                .timeout(ANSWERING)
                .header("Authorization", ask.authorization())
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json")
                .header("Accept-Language", ask.language().toLanguageTag())
                .POST(BodyPublishers.ofByteArray(Json.canonical(issued)))
                .build();
        for (int attempt = 1; ; attempt++) {
            try {
                return answered(http.send(request, BodyHandlers.ofByteArray()));
            } catch (IOException lost) {
                if (attempt == ATTEMPTS) {
                    throw HttpProblem.of(ProblemCode.WRITER_AWAY, String.valueOf(lost.getMessage())).retryAfter(5);
                }
            }
        }
    }

    private static Put answered(HttpResponse<byte[]> response) throws IOException {
        JsonNode answer = Json.MAPPER.readTree(response.body());
        return switch (response.statusCode()) {
            case 200, 201 -> new Put(false, answer.get("firstPosition").longValue(), Instant.parse(answer.get("recordedAt").textValue()));
            case 429, 500, 502, 503, 504 ->
                throw HttpProblem.of(ProblemCode.WRITER_AWAY, response.statusCode() + " " + answer.path("code").asText()).retryAfter(5);
            default -> {
                if (answer.path("code").asText().equals(KEY_REUSED)) {
                    yield new Put(true, -1, null);
                }
                throw HttpProblem.of(ProblemCode.NOT_ON_RECORD, answer.path("code").asText(), answer.path("detail").asText());
            }
        };
    }

    @Override
    public void close() {
        if (http != null) {
            http.close();
        }
    }
}
