package fundtrail.query.http;

import fundtrail.query.access.Audience;
import java.util.List;

/**
 * One address and what it answers.
 *
 * @param operation  its name for programs, unique
 * @param template   the path, variables in braces (RFC 6570, level 1)
 * @param audience   who is let in at all; what they then see is up to the endpoint
 * @param summary    what it answers, for a reader of the interface's description
 * @param parameters every query parameter it takes; any other is refused
 * @param shape      what the answer looks like
 */
public record Route(
        String operation,
        String template,
        Audience audience,
        String summary,
        List<Parameter<?>> parameters,
        Shape shape,
        Endpoint endpoint) {

    /** Answers, or throws {@link HttpProblem}. */
    @FunctionalInterface
    public interface Endpoint {
        Answer answer(Ask ask) throws Exception;
    }

    public Route {
        parameters = List.copyOf(parameters);
    }
}
