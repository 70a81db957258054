package fundtrail.query.http;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** There is no answer, and this is why. Thrown from wherever that is found out; it becomes a problem document. */
public final class HttpProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** How what happened is told to a person: what; where and why; what to do now. */
    public record Text(String title, String detail, String advice) {}

    /** Tells it in a language. */
    @FunctionalInterface
    public interface Telling {
        Text in(Locale language);
    }

    private final ProblemCode code;
    private final String shownCode;
    private final transient Telling telling;
    private final transient Map<String, String> headers = new LinkedHashMap<>();

    private HttpProblem(ProblemCode code, String shownCode, Telling telling) {
        super(shownCode, null, false, false);
        this.code = code;
        this.shownCode = shownCode;
        this.telling = telling;
    }

    /** @param particulars what the catalogue's texts of this code name as {0}, {1}… */
    public static HttpProblem of(ProblemCode code, Object... particulars) {
        return new HttpProblem(code, code.name(), language -> Catalogue.problem(code, language, particulars));
    }

    /** A problem whose texts and finer code come from elsewhere; {@code code} gives status and page. */
    public static HttpProblem told(ProblemCode code, String shownCode, Telling telling) {
        return new HttpProblem(code, shownCode, telling);
    }

    public HttpProblem with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    /** When to ask again (RFC 9110, 10.2.3). */
    public HttpProblem retryAfter(long seconds) {
        return with("Retry-After", Long.toString(seconds));
    }

    public ProblemCode code() {
        return code;
    }

    /** What the document shows as {@code code}. */
    public String shownCode() {
        return shownCode;
    }

    public Map<String, String> headers() {
        return headers;
    }

    public Text text(Locale language) {
        return telling.in(language);
    }
}
