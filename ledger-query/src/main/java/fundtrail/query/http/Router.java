package fundtrail.query.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.pathmap.MatchedResource;
import org.eclipse.jetty.http.pathmap.PathMappings;
import org.eclipse.jetty.http.pathmap.UriTemplatePathSpec;

/** Finds the route of a path. Every route is a read, so GET and HEAD are the only methods there are. */
final class Router {
    static final List<String> METHODS = List.of("GET", "HEAD");

    /** A route and the path's variables. */
    record Match(Route route, Map<String, String> variables) {}

    private final PathMappings<Route> routes = new PathMappings<>();

    Router(List<Route> routes) {
        Map<String, Route> operations = new LinkedHashMap<>();
        for (Route route : routes) {
            if (operations.put(route.operation(), route) != null) {
                throw new IllegalStateException("two routes are named " + route.operation());
            }
            if (this.routes.put(new UriTemplatePathSpec(route.template()), route) != null) {
                throw new IllegalStateException("two routes answer " + route.template());
            }
        }
    }

    /** @throws HttpProblem 404 or 405 */
    Match find(String method, String path) {
        MatchedResource<Route> found = routes.getMatched(path);
        if (found == null) {
            throw HttpProblem.of(ProblemCode.ADDRESS_UNKNOWN, path);
        }
        if (!METHODS.contains(method)) {
            throw HttpProblem.of(ProblemCode.METHOD_NOT_ALLOWED, method, String.join(", ", METHODS))
                    .with("Allow", String.join(", ", METHODS));
        }
        return new Match(found.getResource(), ((UriTemplatePathSpec) found.getPathSpec()).getPathParams(path));
    }
}
