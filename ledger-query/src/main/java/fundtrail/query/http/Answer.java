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
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * What is sent back: the whole of it, before its first byte leaves, so that a failure half-way is a problem document
 * and never a torn answer.
 *
 * @param tagged whether the answer carries an entity tag, so that asking again costs little when nothing has changed
 */
public record Answer(int status, String contentType, byte[] body, boolean tagged) {
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
        return new Answer(200, "application/json", bytes(value), true);
    }

    /** An answer that is about this very moment, so no two need be equal. */
    public static Answer momentary(int status, Object value) {
        return new Answer(status, "application/json", bytes(value), false);
    }

    public static Answer text(String contentType, String text) {
        return new Answer(200, contentType, text.getBytes(StandardCharsets.UTF_8), false);
    }

    /** Bytes as they are stored. */
    public static Answer bytes(byte[] stored) {
        return new Answer(200, "application/octet-stream", stored, true);
    }

    /** A strong entity tag (RFC 9110, 8.8.3) of these very bytes. */
    public String entityTag() {
        return "\"" + Digest.sha256(body).substring(0, 32) + "\"";
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
