package fundtrail.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;

/**
 * The one way this ledger writes and reads JSON.
 *
 * <p>Canonical: keys in declaration order, no white space, absent values left out. Strict: an unknown or doubled key, a
 * number for a text, a text for a number, a date that does not exist, or anything after the value is refused.
 */
public final class Json {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

    /** Bytes a list may take in a fact: with envelope and proposal around it, it still fits an entry of 32 KiB. */
    public static final int FITS = 24 * 1024;

    public static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .defaultPropertyInclusion(JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .addModule(TextValue.addTo(new SimpleModule("fundtrail"))
                    .addDeserializer(Line.class, new LineReader())
                    .addSerializer(LocalDate.class, ToStringSerializer.instance)
                    .addDeserializer(LocalDate.class, new StrictDate())
                    .addSerializer(YearMonth.class, ToStringSerializer.instance)
                    .addSerializer(Instant.class, ToStringSerializer.instance)
                    .addDeserializer(Instant.class, new UtcInstant())
                    .addSerializer(ZoneId.class, ToStringSerializer.instance)
                    .addDeserializer(ZoneId.class, new Zone())
                    .setSerializerModifier(new LinesStandBesideTheBody()))
            .build();

    private Json() {}

    /** The canonical bytes of a record. */
    public static byte[] canonical(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (IOException e) {
            throw new IllegalArgumentException("no JSON can be made of " + value.getClass().getSimpleName(), e);
        }
    }

    /** @throws IllegalArgumentException when the list, as JSON, has more than {@link #FITS} bytes */
    public static void fits(String what, List<?> list) {
        fits(what, list, FITS);
    }

    /** @throws IllegalArgumentException when the list, as JSON, has more than {@code most} bytes */
    public static void fits(String what, List<?> list, int most) {
        int bytes = canonical(list).length;
        if (bytes > most) {
            throw new IllegalArgumentException(what + " take " + bytes + " bytes; " + most + " fit into one fact");
        }
    }

    private static final class StrictDate extends FromStringDeserializer<LocalDate> {
        StrictDate() {
            super(LocalDate.class);
        }

        @Override
        protected LocalDate _deserialize(String text, DeserializationContext context) throws IOException {
            try {
                return Dates.date(text, DATE);
            } catch (DateTimeException e) {
                return (LocalDate) context.handleWeirdStringValue(
                        LocalDate.class, text, "a calendar date that exists, as YYYY-MM-DD");
            }
        }

        @Override
        public LocalDate deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.hasToken(com.fasterxml.jackson.core.JsonToken.VALUE_STRING)) {
                return super.deserialize(parser, context);
            }
            return (LocalDate) context.handleUnexpectedToken(LocalDate.class, parser);
        }
    }

    private static final class UtcInstant extends FromStringDeserializer<Instant> {
        private static final long serialVersionUID = 1L;

        UtcInstant() {
            super(Instant.class);
        }

        @Override
        protected Instant _deserialize(String text, DeserializationContext context) throws IOException {
            try {
                return Dates.instant(text);
            } catch (DateTimeException e) {
                return (Instant) context.handleWeirdStringValue(
                        Instant.class, text, "an instant in UTC such as 2026-01-05T02:00:00Z");
            }
        }
    }

    private static final class Zone extends FromStringDeserializer<ZoneId> {
        Zone() {
            super(ZoneId.class);
        }

        @Override
        protected ZoneId _deserialize(String text, DeserializationContext context) throws IOException {
            try {
                return ZoneId.of(text);
            } catch (DateTimeException e) {
                return (ZoneId) context.handleWeirdStringValue(ZoneId.class, text, "a time zone such as Asia/Shanghai");
            }
        }
    }

    /** A fact's lines are written after its body, not in it. */
    private static final class LinesStandBesideTheBody extends BeanSerializerModifier {
        private static final long serialVersionUID = 1L;

        @Override
        public List<BeanPropertyWriter> changeProperties(
                SerializationConfig config, BeanDescription bean, List<BeanPropertyWriter> properties) {
            if (Fact.class.isAssignableFrom(bean.getBeanClass())) {
                properties.removeIf(property -> property.getName().equals("lines"));
            }
            return properties;
        }
    }
}
