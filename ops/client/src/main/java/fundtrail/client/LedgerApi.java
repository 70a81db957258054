package fundtrail.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import fundtrail.contract.Digest;
import fundtrail.contract.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The ledger's public HTTP API, and nothing but that. Whatever goes wrong at the ledger becomes a {@link ProblemAnswer};
 * a lost connection is asked again, with the same key, and never guessed about. Safe for use by many threads.
 */
public final class LedgerApi implements AutoCloseable {
    private static final ObjectReader ANSWER = Json.MAPPER.readerFor(Answer.class);
    private static final ObjectReader CHECKED = Json.MAPPER.readerFor(CheckedFile.class);
    private static final int PAGE = 1000;
    private static final String JSON = "application/json";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Addresses addresses;
    private final Http http;

    public LedgerApi(Addresses addresses, Words words) {
        this(addresses, words, Patience.USUAL);
    }

    LedgerApi(Addresses addresses, Words words, Patience patience) {
        this(addresses, words, patience, Trust.usual());
    }

    public LedgerApi(Addresses addresses, Words words, Patience patience, Trust trust) {
        this.addresses = addresses;
        this.http = new Http(words, patience, trust);
    }

    /**
     * Asks for a command.
     *
     * @param command its name in kebab case, such as {@code allot-budget}
     * @param body    its fields
     * @param key     the person's own; the same wish with the same key is recorded once, however often it is asked
     * @param token   whose wish it is
     * @param clock   in a rehearsal, the instant at which it is to be recorded; {@code null} for none
     * @throws ProblemAnswer     when it is refused
     * @throws LedgerUnreachable when nobody answers; asking again with the key tells whether it was recorded
     */
    public Answer.Given ask(String command, Object body, String key, String token, Instant clock) {
        URI address = addresses.command().resolve("/commands/" + command);
        HttpRequest.Builder request = Http.request(address, token)
                .header("Content-Type", JSON)
                .POST(BodyPublishers.ofByteArray(Json.canonical(body)));
        return answer(http.send(keyed(request, key, clock).build()));
    }

    /** Stores a document before a fact rests on it; answers its SHA-256. Storing it again changes nothing. */
    public String putDocument(byte[] document, String token) {
        String sha256 = Digest.sha256(document);
        URI address = addresses.command().resolve("/documents/" + sha256);
        http.send(Http.request(address, token)
                .header("Content-Type", "application/octet-stream")
                .PUT(BodyPublishers.ofByteArray(document))
                .build());
        return sha256;
    }

    /** Stores a person's registry row; answers the registry hash that RegisterPerson names. */
    public String putPerson(String person, JsonNode row, String token) {
        URI address = addresses.command().resolve("/people/" + person);
        HttpResponse<byte[]> response = http.send(Http.request(address, token)
                .header("Content-Type", JSON)
                .PUT(BodyPublishers.ofByteArray(Json.canonical(row)))
                .build());
        return tree(response).get("registryHash").textValue();
    }

    /** Has a clerk's file checked against the ledger; records nothing. */
    public CheckedFile check(BatchFile file, String token, Instant clock, Uploading.Watcher watcher) {
        return read(CHECKED, http.send(upload(file, false, token, clock, watcher).header("Accept", JSON).build()));
    }

    /** The clerk's file with what is wrong marked in it, as an .xlsx. */
    public byte[] errorWorkbook(BatchFile file, String token, Instant clock) {
        return http.send(upload(file, false, token, clock, Uploading.NOBODY).header("Accept", XLSX).build()).body();
    }

    /** Proposes the rows of a clerk's file as a disbursement batch. */
    public Answer.Given submit(BatchFile file, String key, String token, Instant clock, Uploading.Watcher watcher) {
        return answer(http.send(keyed(upload(file, true, token, clock, watcher), key, null).header("Accept", JSON).build()));
    }

    /** A person's rows in the people registry, as the writing side shows them to who signs for one. */
    public JsonNode registryRows(String person, String token) {
        URI address = addresses.command().resolve("/people/" + person);
        return tree(http.send(Http.request(address, token).header("Accept", JSON).GET().build())).get("rows");
    }

    /**
     * Reads from the reading side.
     *
     * @param path       such as {@code /api/facts/17}
     * @param parameters such as {@code after}, the position that must have been worked in
     */
    public JsonNode read(String path, Map<String, ?> parameters, String token) {
        URI address = addresses.query().resolve(path + Http.query(parameters));
        return tree(http.send(Http.request(address, token).header("Accept", JSON).GET().build()));
    }

    /** Bytes from the reading side, as they are. */
    public byte[] bytes(String path, Map<String, ?> parameters, String token) {
        return http.send(Http.request(addresses.query().resolve(path + Http.query(parameters)), token).GET().build()).body();
    }

    /**
     * A file that is put on record as it is handed out.
     *
     * @param onRecord where that stands in the ledger, as the answer says; empty where it need not be on record
     * @param sha256   of the bytes, when all of them are read
     */
    public record HandedOut(String onRecord, long bytes, String sha256) {}

    /** Copies a file from the reading side to where it is wanted, as it comes. */
    public HandedOut download(String path, Map<String, ?> parameters, String token, OutputStream to) {
        HttpResponse<InputStream> response = http.open(Http.request(addresses.query().resolve(path + Http.query(parameters)), token).GET().build());
        try (DigestInputStream bytes = new DigestInputStream(response.body(), MessageDigest.getInstance("SHA-256"))) {
            long copied = bytes.transferTo(to);
            return new HandedOut(response.headers().firstValue("Fundtrail-On-Record").orElse(""), copied,
                    HexFormat.of().formatHex(bytes.getMessageDigest().digest()));
        } catch (IOException torn) {
            throw new LedgerUnreachable(response.uri(), torn);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    /** Every item of a list, page after page, at the two dates of the first page. */
    public List<JsonNode> readAll(String path, Map<String, ?> parameters, String token) {
        List<JsonNode> items = new ArrayList<>();
        Map<String, Object> asked = new LinkedHashMap<>(parameters);
        asked.put("limit", PAGE);
        JsonNode page = read(path, asked, token);
        page.get("items").forEach(items::add);
        while (page.hasNonNull("next")) {
            asked.put("cursor", page.get("next").textValue());
            page = read(path, asked, token);
            page.get("items").forEach(items::add);
        }
        return items;
    }

    private HttpRequest.Builder upload(
            BatchFile file, boolean submit, String token, Instant clock, Uploading.Watcher watcher) {
        URI address = addresses.command().resolve("/imports/disbursement-batch" + Http.query(file.parameters(submit)));
        HttpRequest.Builder request = Http.request(address, token)
                .header("Content-Type", file.mediaType())
                .POST(Uploading.of(file.bytes(), watcher));
        return clock == null ? request : request.header("Rehearsal-Clock", clock.toString());
    }

    private static HttpRequest.Builder keyed(HttpRequest.Builder request, String key, Instant clock) {
        request.header("Idempotency-Key", key);
        return clock == null ? request : request.header("Rehearsal-Clock", clock.toString());
    }

    private static Answer.Given answer(HttpResponse<byte[]> response) {
        return new Answer.Given(read(ANSWER, response), response.statusCode() == 200);
    }

    private static JsonNode tree(HttpResponse<byte[]> response) {
        return read(Json.MAPPER.readerFor(JsonNode.class), response);
    }

    private static <T> T read(ObjectReader reader, HttpResponse<byte[]> response) {
        try {
            return reader.readValue(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(response.request().method() + " " + response.uri()
                    + " was answered by something this program cannot read; are both of one version?", e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
