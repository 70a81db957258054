package fundtrail.contract;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import fundtrail.contract.FactTypes.FactType;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads entries, each in one pass over its bytes. Safe for use by many threads. */
final class EntryReader {
    private record Body(ObjectReader reader, boolean postsLines) {}

    private final Map<FactType, Body> bodies = new HashMap<>();
    private final ObjectReader documentReader = part(Json.MAPPER.readerFor(DocumentRef.class));
    private final ObjectReader signaturesReader = part(Json.MAPPER.readerForListOf(Signature.class));

    EntryReader() {
        for (FactType type : FactTypes.all()) {
            bodies.put(type, new Body(part(Json.MAPPER.readerFor(type.record())), postsLines(type)));
        }
    }

    /** A reader of a value in the midst of an entry, where more follows. */
    private static ObjectReader part(ObjectReader reader) {
        return reader.without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    private static boolean postsLines(FactType type) {
        var components = type.record().getRecordComponents();
        return components.length > 0 && components[components.length - 1].getType() == Lines.class;
    }

    /** @throws IllegalArgumentException when the bytes are no entry this version knows; says where */
    Entry read(byte[] entry) {
        try (JsonParser json = Json.MAPPER.createParser(entry)) {
            return new Reading(json).entry();
        } catch (IOException e) {
            throw new IllegalArgumentException("these bytes are no entry of a Fundtrail ledger: " + e.getMessage(), e);
        }
    }

    /** One entry being read. */
    private final class Reading {
        private final JsonParser json;
        private final Map<String, String> texts = new HashMap<>();
        private long position = -1;
        private int version;
        private List<Signature> signatures = List.of();
        private DocumentRef document;
        private FactType type;
        private boolean linesWereRead;

        Reading(JsonParser json) {
            this.json = json;
        }

        Entry entry() throws IOException {
            expect(json.nextToken(), JsonToken.START_OBJECT);
            Fact fact = null;
            String field = json.nextFieldName();
            while (field != null && fact == null) {
                json.nextToken();
                if (field.equals("body")) {
                    fact = fact();
                } else {
                    around(field);
                    field = json.nextFieldName();
                }
            }
            expect(json.nextToken(), null);
            if (fact == null || !linesWereRead || position < 0) {
                throw new IllegalArgumentException("these bytes are no entry: position, body or lines are missing");
            }
            return new Entry(position, Dates.instant(texts.get("recordedAt")), envelope(), fact);
        }

        /** A field that is no part of the fact. */
        private void around(String field) throws IOException {
            switch (field) {
                case "position" -> position = json.getLongValue();
                case "version" -> version = json.getIntValue();
                case "signatures" -> signatures = signaturesReader.readValue(json);
                case "document" -> document = documentReader.readValue(json);
                case "lines" -> noLines();
                default -> {
                    expect(json.currentToken(), JsonToken.VALUE_STRING);
                    texts.put(field, json.getText());
                }
            }
        }

        private void noLines() throws IOException {
            if (type == null) {
                throw new IllegalArgumentException("these bytes are no entry: lines stand before the body");
            }
            linesWereRead = true;
            expect(json.currentToken(), JsonToken.START_ARRAY);
            if (json.nextToken() != JsonToken.END_ARRAY) {
                throw new IllegalArgumentException("a " + type.name() + " posts no lines, but these bytes have some");
            }
        }

        /** The fact of the body here and of the lines after it; reads the entry to its end. */
        private Fact fact() throws IOException {
            expect(json.currentToken(), JsonToken.START_OBJECT);
            type = FactTypes.of(texts.get("type"), version);
            Body body = bodies.get(type);
            return body.reader().readValue(new BodyWithLines(body.postsLines()));
        }

        private Envelope envelope() {
            String clock = texts.get("clock");
            String concerns = texts.get("concerns");
            return new Envelope(
                    UUID.fromString(texts.get("eventId")),
                    texts.get("nonce"),
                    type.name(),
                    version,
                    Dates.date(texts.get("effectiveDate"), DateTimeFormatter.ISO_LOCAL_DATE),
                    concerns == null ? null : Dates.date(concerns, DateTimeFormatter.ISO_LOCAL_DATE),
                    texts.get("actor"),
                    signatures,
                    texts.get("key"),
                    texts.get("wishHash"),
                    texts.get("correlation"),
                    texts.get("causation"),
                    clock == null ? null : Envelope.RecordingClock.valueOf(clock),
                    document,
                    texts.get("ruleSet"));
        }

        private void expect(JsonToken found, JsonToken wanted) {
            if (found != wanted) {
                throw new IllegalArgumentException("these bytes are no entry: found " + found + " where " + (wanted == null ? "the end" : wanted) + " should be");
            }
        }

        /**
         * Lets a record's reader see the body's fields and then the lines as one object, which ends where the entry does.
         * Nothing is copied for that: what else stands beside the body is read in passing.
         */
        private final class BodyWithLines extends JsonParserDelegate {
            private final JsonStreamContext beside;
            private final boolean postsLines;

            BodyWithLines(boolean postsLines) {
                super(json);
                this.beside = json.getParsingContext().getParent();
                this.postsLines = postsLines;
            }

            @Override
            public JsonToken nextToken() throws IOException {
                boolean beginsLines = json.hasToken(JsonToken.FIELD_NAME) && isBesideBody();
                JsonToken token = json.nextToken();
                if (beginsLines) {
                    expect(token, JsonToken.START_ARRAY);
                    linesWereRead = true;
                } else if (token == JsonToken.END_OBJECT && isBesideBody()) {
                    token = json.nextToken();
                }
                while (token == JsonToken.FIELD_NAME && isBesideBody() && !(postsLines && json.currentName().equals("lines"))) {
                    String field = json.currentName();
                    json.nextToken();
                    around(field);
                    token = json.nextToken();
                }
                return token;
            }

            private boolean isBesideBody() {
                return json.getParsingContext() == beside;
            }
        }
    }
}
