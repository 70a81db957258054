package fundtrail.query.http;

import fundtrail.contract.Digest;
import fundtrail.query.access.Reader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.jetty.util.Fields;

/** What one caller asks: who, where, with which parameters. Read once, at the door, so that an endpoint meets no text. */
public final class Ask {
    private static final int SHOWN = 80;

    private final Map<String, String> path;
    private final Map<Parameter<?>, Object> given;
    private final Map<Parameter<?>, String> texts;
    private final String operation;
    private final String template;
    private final String authorization;
    private final Locale language;
    private final Reader reader;

    private Ask(
            Route route,
            String authorization,
            Map<String, String> path,
            Map<Parameter<?>, Object> given,
            Map<Parameter<?>, String> texts,
            Locale language,
            Reader reader) {
        this.operation = route.operation();
        this.template = route.template();
        this.authorization = authorization;
        this.path = path;
        this.given = given;
        this.texts = texts;
        this.language = language;
        this.reader = reader;
    }

    /**
     * @throws HttpProblem for a parameter the route does not take, one given twice, or one that cannot be read; the
     *                     first of them, in the order of the address
     */
    static Ask of(Route route, Map<String, String> path, Fields query, Locale language, String authorization, Reader reader) {
        Map<Parameter<?>, Object> given = new HashMap<>();
        Map<Parameter<?>, String> texts = new HashMap<>();
        for (Fields.Field field : query) {
            Parameter<?> parameter = route.parameters().stream()
                    .filter(known -> known.name().equals(field.getName()))
                    .findFirst()
                    .orElseThrow(() -> HttpProblem.of(ProblemCode.PARAMETER_UNKNOWN, shortened(field.getName()), names(route)));
            if (field.getValues().size() > 1) {
                throw HttpProblem.of(ProblemCode.PARAMETER_REPEATED, parameter.name());
            }
            given.put(parameter, value(parameter, field.getValue()));
            texts.put(parameter, field.getValue());
        }
        return new Ask(route, authorization, path, given, texts, language, reader);
    }

    private static Object value(Parameter<?> parameter, String text) {
        try {
            return parameter.reading().apply(text);
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            throw HttpProblem.told(
                    ProblemCode.PARAMETER_MALFORMED,
                    ProblemCode.PARAMETER_MALFORMED.name(),
                    wanted -> Catalogue.problem(
                            ProblemCode.PARAMETER_MALFORMED,
                            wanted,
                            parameter.name(),
                            shortened(text),
                            Catalogue.allowed(parameter.allowed(), wanted)));
        }
    }

    private static String names(Route route) {
        List<Parameter<?>> known = route.parameters();
        return known.isEmpty() ? "–" : known.stream().map(Parameter::name).collect(Collectors.joining(", "));
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    /** The parameter's value, if the caller gave one. */
    public <T> Optional<T> given(Parameter<T> parameter) {
        @SuppressWarnings("unchecked") // put there by this parameter's own reading
        T value = (T) given.get(parameter);
        return Optional.ofNullable(value);
    }

    /** A variable of the path, as the caller wrote it. */
    public String path(String variable) {
        return path.get(variable);
    }

    /**
     * A variable of the path.
     *
     * @throws HttpProblem 404 when no such thing can exist
     */
    public <T> T path(String variable, Function<String, T> reading) {
        String text = path.get(variable);
        try {
            return reading.apply(text);
        } catch (IllegalArgumentException impossible) {
            throw HttpProblem.of(ProblemCode.UNKNOWN, shortened(text));
        }
    }

    /**
     * The question without some of its parameters, as a short text: equal for the same person, route, path and parameters
     * as written, whatever their order.
     */
    public String questionWithout(Collection<? extends Parameter<?>> parameters) {
        var question = new TreeMap<String, String>(path);
        question.put("?", operation);
        question.put("?who", reader.person().value());
        texts.forEach((parameter, text) -> {
            if (!parameters.contains(parameter)) {
                question.put("?" + parameter.name(), text);
            }
        });
        return Digest.sha256(Answer.bytes(question)).substring(0, 16);
    }

    /**
     * The address at which the same is answered for ever: path and parameters as written, in the order of their names, with
     * these values instead of what was said of them. Commas stay as they are (RFC 3986, 3.4).
     *
     * @param fixed by parameter; null leaves the parameter out
     */
    public String address(Map<Parameter<?>, String> fixed) {
        var parameters = new TreeMap<String, String>();
        texts.forEach((parameter, text) -> parameters.put(parameter.name(), text));
        fixed.forEach((parameter, text) -> parameters.put(parameter.name(), text));
        String asked = parameters.entrySet().stream()
                .filter(one -> one.getValue() != null)
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8).replace("%2C", ","))
                .collect(Collectors.joining("&"));
        String address = template;
        for (Map.Entry<String, String> variable : path.entrySet()) {
            address = address.replace("{" + variable.getKey() + "}", variable.getValue());
        }
        return asked.isEmpty() ? address : address + "?" + asked;
    }

    /** The header by which the reader was let in, to ask the writing side for something in the reader's own name. */
    public String authorization() {
        return authorization;
    }

    public Locale language() {
        return language;
    }

    /** Who asks; null on a route for anyone. */
    public Reader reader() {
        return reader;
    }
}
