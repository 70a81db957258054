package fundtrail.query.asof;

import com.fasterxml.jackson.core.JsonProcessingException;
import fundtrail.contract.Json;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/**
 * Where the next page begins. It carries the two clocks of the first page, so that a list cannot shift under its reader
 * while facts arrive. It opens nothing by itself: every page is cut to its caller's scope.
 *
 * @param known    the first page's position
 * @param question what was asked ({@code Ask.questionWithout})
 * @param after    the last item's key
 */
public record Cursor(long known, LocalDate effective, boolean open, String question, List<String> after) {
    public Cursor {
        if (known < 0 || effective == null || question == null || after == null || after.stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("a cursor lacks a part");
        }
        after = List.copyOf(after);
    }

    /** Opaque to callers. */
    public String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Json.canonical(this));
    }

    /** @throws IllegalArgumentException when it is no cursor */
    public static Cursor parse(String text) {
        try {
            return Json.MAPPER.readValue(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8), Cursor.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no cursor", e);
        }
    }
}
