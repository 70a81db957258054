package fundtrail.query.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.util.Locale;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Writes problem documents (RFC 9457), in the caller's language, and the headers every response has. */
final class ProblemWriter {
    static final String CONTENT_TYPE = "application/problem+json";

    private ProblemWriter() {}

    static void write(Request request, Response response, Callback callback, HttpProblem problem) {
        Locale language = Catalogue.language(request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE));
        String correlation = CommonHeaders.correlation(request);
        CommonHeaders.put(request, response);
        var headers = response.getHeaders();
        problem.headers().forEach(headers::put);
        headers.put(HttpHeader.CONTENT_TYPE, CONTENT_TYPE);
        headers.put(HttpHeader.CONTENT_LANGUAGE, language.toLanguageTag());
        headers.put(HttpHeader.CACHE_CONTROL, "no-store");
        response.setStatus(problem.code().status());
        response.write(true, ByteBuffer.wrap(Answer.bytes(document(request, problem, language, correlation))), callback);
    }

    private static ObjectNode document(Request request, HttpProblem problem, Locale language, String correlation) {
        HttpProblem.Text text = problem.text(language);
        return Answer.mapper()
                .createObjectNode()
                .put("type", problem.code().type())
                .put("title", text.title())
                .put("status", problem.code().status())
                .put("code", problem.shownCode())
                .put("detail", text.detail())
                .put("advice", text.advice())
                .put("instance", request.getHttpURI().getCanonicalPath())
                .put("correlation", correlation);
    }
}
