package fundtrail.contract;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.databind.ObjectWriter;
import fundtrail.contract.FactTypes.FactType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Between a fact and its stored bytes: one line of UTF-8 JSON, {@code position} and {@code recordedAt} first, then
 * what was encoded before they were known (the tail). Stored bytes are never encoded again: decoding is for reading,
 * and proofs are over the bytes.
 *
 * <p>An entry is at most {@value #MAX_ENTRY_BYTES} bytes. Safe for use by many threads.
 */
public final class EntryCodec {
    public static final int MAX_ENTRY_BYTES = 32 * 1024;

    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private final Map<FactType, ObjectWriter> bodyWriters = new HashMap<>();
    private final ObjectWriter linesWriter = Json.MAPPER.writerFor(Lines.class);
    private final ObjectWriter documentWriter = Json.MAPPER.writerFor(DocumentRef.class);
    private final ObjectWriter signaturesWriter = Json.MAPPER.writerFor(
            Json.MAPPER.getTypeFactory().constructCollectionType(List.class, Signature.class));
    private final EntryReader reader = new EntryReader();

    public EntryCodec() {
        for (FactType type : FactTypes.all()) {
            bodyWriters.put(type, Json.MAPPER.writerFor(type.record()));
        }
    }

    /** {@code {"position":…,"recordedAt":"…",} — what the writer puts before the tail. */
    public static byte[] head(long position, Instant recordedAt) {
        return ("{\"position\":" + position + ",\"recordedAt\":\"" + instant(recordedAt) + "\",")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** An instant as it stands in an entry: UTC with exactly six decimals. */
    public static String instant(Instant instant) {
        return INSTANT.format(instant);
    }

    /** The whole entry of a head and a tail. */
    public static byte[] entry(long position, Instant recordedAt, byte[] tail) {
        byte[] head = head(position, recordedAt);
        byte[] entry = new byte[head.length + tail.length];
        System.arraycopy(head, 0, entry, 0, head.length);
        System.arraycopy(tail, 0, entry, head.length, tail.length);
        return entry;
    }

    /** The leaf hash of an entry: SHA-256 over a zero byte and the entry (RFC 6962, 2.1). */
    public static byte[] leafHash(byte[] entry) {
        MessageDigest sha = Digest.newSha256();
        sha.update((byte) 0);
        return sha.digest(entry);
    }

    /** {@link #leafHash} as 64 lower-case hex digits. */
    public static String leafHashHex(byte[] entry) {
        return HexFormat.of().formatHex(leafHash(entry));
    }

    /** Everything after the head: from {@code "eventId"} to the closing brace. */
    public byte[] tail(Envelope envelope, Fact fact) {
        FactType type = FactTypes.of(fact.getClass());
        try (ByteArrayBuilder bytes = new ByteArrayBuilder(2048);
                JsonGenerator json = Json.MAPPER.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("eventId", envelope.eventId().toString());
            json.writeStringField("nonce", envelope.nonce());
            json.writeStringField("type", type.name());
            json.writeNumberField("version", type.version());
            json.writeStringField("effectiveDate", envelope.effectiveDate().toString());
            text(json, "concerns", envelope.concerns() == null ? null : envelope.concerns().toString());
            json.writeStringField("actor", envelope.actor());
            json.writeFieldName("signatures");
            signaturesWriter.writeValue(json, envelope.signatures());
            text(json, "key", envelope.key());
            text(json, "wishHash", envelope.wishHash());
            text(json, "correlation", envelope.correlation());
            text(json, "causation", envelope.causation());
            text(json, "clock", envelope.clock() == null ? null : envelope.clock().name());
            if (envelope.document() != null) {
                json.writeFieldName("document");
                documentWriter.writeValue(json, envelope.document());
            }
            text(json, "ruleSet", envelope.ruleSet());
            json.writeFieldName("body");
            bodyWriters.get(type).writeValue(json, fact);
            json.writeFieldName("lines");
            linesWriter.writeValue(json, fact.lines());
            json.writeEndObject();
            json.flush();
            byte[] object = bytes.toByteArray();
            byte[] tail = new byte[object.length - 1];
            System.arraycopy(object, 1, tail, 0, tail.length);
            return tail;
        } catch (IOException e) {
            throw new IllegalArgumentException("no entry can be made of a " + type.name(), e);
        }
    }

    private static void text(JsonGenerator json, String name, String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }

    /**
     * Reads an entry.
     *
     * @throws IllegalArgumentException when the bytes are no entry this version knows; says where
     */
    public Entry decode(byte[] entry) {
        return reader.read(entry);
    }
}
