package fundtrail.query.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import fundtrail.contract.Digest;
import fundtrail.contract.EntryCodec;
import fundtrail.contract.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What is sent back: the whole of it, before its first byte leaves, so that a failure half-way is a problem document
 * and never a torn answer. Only a download's bytes come while they are sent; its length is said before, so that a torn
 * one shows.
 *
 * @param body     empty where there is a download
 * @param tagged   whether the answer carries an entity tag, so that asking again costs little when nothing has changed
 * @param caching  what {@code Cache-Control} says where the answer is not only for this caller's eyes and this moment; else null
 * @param download null where the body is the answer
 */
public record Answer(int status, String contentType, byte[] body, boolean tagged, String caching, Download download) {
    /**
     * Bytes kept or made elsewhere, with their SHA-256 (64 hex digits), to be saved under a name and never shown in place.
     *
     * @param onRecord the positions of the facts by which the handing out is on record; empty where it need not be
     */
    public record Download(String fileName, String sha256, long length, Writing writing, List<Long> onRecord) {
        public Download {
            onRecord = List.copyOf(onRecord);
        }

        public Download(String fileName, String sha256, long length, Writing writing) {
            this(fileName, sha256, length, writing, List.of());
        }
    }

    /** Writes all the bytes of a download. */
    @FunctionalInterface
    public interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private static final JsonMapper JSON = Json.MAPPER.rebuild()
            .addModule(new SimpleModule("answers")
                    .addSerializer(Instant.class, new MicrosecondInstant())
                    .addSerializer(UUID.class, ToStringSerializer.instance))
            .build();

    /** The house's JSON, with instants as they stand in an entry. */
    public static JsonMapper mapper() {
        return JSON;
    }

    public static Answer json(Object value) {
        return whole(200, "application/json", bytes(value), true);
    }

    /** An answer that is about this very moment, so no two need be equal. */
    public static Answer momentary(int status, Object value) {
        return whole(status, "application/json", bytes(value), false);
    }

    public static Answer text(String contentType, String text) {
        return whole(200, contentType, text.getBytes(StandardCharsets.UTF_8), false);
    }

    /** Bytes as they are stored. */
    public static Answer bytes(byte[] stored) {
        return whole(200, "application/octet-stream", stored, true);
    }

    /** The same, which its reader and those between may keep as this {@code Cache-Control} says. */
    public Answer cached(String directives) {
        return new Answer(status, contentType, body, tagged, directives, download);
    }

    /** A file. */
    public static Answer download(String contentType, Download download) {
        return new Answer(200, contentType, new byte[0], true, null, download);
    }

    /** A strong entity tag (RFC 9110, 8.8.3) of these very bytes. */
    public String entityTag() {
        String sha256 = download == null ? Digest.sha256(body) : download.sha256();
        return "\"" + sha256.substring(0, 32) + "\"";
    }

    private static Answer whole(int status, String contentType, byte[] body, boolean tagged) {
        return new Answer(status, contentType, body, tagged, null, null);
    }

    static byte[] bytes(Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no JSON can be made of " + value.getClass().getSimpleName(), e);
        }
    }

    private static final class MicrosecondInstant extends StdSerializer<Instant> {
        private static final long serialVersionUID = 1L;

        MicrosecondInstant() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant instant, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(EntryCodec.instant(instant));
        }
    }
}
