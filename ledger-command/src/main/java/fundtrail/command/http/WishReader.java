package fundtrail.command.http;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import fundtrail.command.decide.Presence;
import fundtrail.contract.Json;
import java.io.IOException;
import java.util.List;

/** Reads a JSON body into the record it must be; says where it is wrong, in the words of the field and not of a parser. */
final class WishReader {
    private WishReader() {}

    static <T extends Record> T read(byte[] body, Class<T> wanted) throws IOException {
        T wish;
        try {
            wish = Json.MAPPER.readValue(body, wanted);
        } catch (UnrecognizedPropertyException e) {
            throw wrong(path(e), "there is no such field here; known are " + e.getKnownPropertyIds());
        } catch (InvalidFormatException e) {
            throw wrong(path(e), "\"" + e.getValue() + "\" is not " + form(e.getTargetType()));
        } catch (JsonMappingException e) {
            if (isLeftOut(e)) {
                throw missing(path(e));
            }
            throw wrong(path(e), e.getCause() instanceof IllegalArgumentException cause
                    ? cause.getMessage()
                    : e.getOriginalMessage());
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            throw new TurnedAway(DoorCode.MALFORMED_JSON)
                    .with("line", at == null ? "?" : at.getLineNr())
                    .with("column", at == null ? "?" : at.getColumnNr())
                    .with("why", e.getOriginalMessage());
        }
        if (wish == null) {
            throw new TurnedAway(DoorCode.MALFORMED_JSON).with("line", 1).with("column", 1).with("why", "the body is null");
        }
        List<String> missing = Presence.missing(wish);
        if (!missing.isEmpty()) {
            throw missing(String.join(", ", missing));
        }
        return wish;
    }

    /** A number or a yes or no that is not there: Jackson's objection to null in a place that has none. */
    private static boolean isLeftOut(JsonMappingException e) {
        return e instanceof MismatchedInputException mismatch && !(e instanceof InvalidFormatException)
                && mismatch.getTargetType() != null && mismatch.getTargetType().isPrimitive()
                && e.getOriginalMessage().startsWith("Cannot map `null`");
    }

    private static TurnedAway missing(String paths) {
        return new TurnedAway(DoorCode.FIELD_MISSING).with("paths", paths);
    }

    private static TurnedAway wrong(String path, String why) {
        return new TurnedAway(DoorCode.FIELD_WRONG).with("path", path).with("why", why);
    }

    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.isEmpty() ? "the body" : path.toString();
    }

    private static String form(Class<?> type) {
        if (type.isEnum()) {
            return "one of " + List.of(type.getEnumConstants());
        }
        if (type == java.time.LocalDate.class) {
            return "a calendar date that exists, as YYYY-MM-DD";
        }
        return "a " + type.getSimpleName();
    }
}
