package fundtrail.query.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.pathmap.MatchedResource;
import org.eclipse.jetty.http.pathmap.PathMappings;
import org.eclipse.jetty.http.pathmap.UriTemplatePathSpec;

/**
 * Finds the route of a path. Every route is a read, so GET and HEAD are the only methods there are. A variable written
 * {@code {+name}} is the rest of the path, slashes included (RFC 6570, level 2).
 */
final class Router {
    static final List<String> METHODS = List.of("GET", "HEAD");

    /** A route and the path's variables. */
    record Match(Route route, Map<String, String> variables) {}

    /** A route that ends in the rest of the path. */
    private record Open(Route route, Pattern path, List<String> names) {
        private static final Pattern VARIABLE = Pattern.compile("\\{(\\+?)([a-zA-Z0-9]+)}");

        static Open of(Route route) {
            List<String> names = VARIABLE.matcher(route.template()).results().map(variable -> variable.group(2)).toList();
            String path = VARIABLE.matcher(route.template()).replaceAll(variable -> variable.group(1).isEmpty() ? "([^/]+)" : "(.+)");
            return new Open(route, Pattern.compile(path), names);
        }

        /** How much of the template stands before its first variable: the more, the sooner it is asked. */
        int fixed() {
            return route.template().indexOf('{');
        }

        Match match(String path) {
            Matcher found = this.path.matcher(path);
            if (!found.matches()) {
                return null;
            }
            Map<String, String> variables = new LinkedHashMap<>();
            for (int i = 0; i < names.size(); i++) {
                variables.put(names.get(i), found.group(i + 1));
            }
            return new Match(route, variables);
        }
    }

    private final PathMappings<Route> routes = new PathMappings<>();
    private final List<Open> open = new ArrayList<>();

    Router(List<Route> routes) {
        Map<String, Route> operations = new LinkedHashMap<>();
        for (Route route : routes) {
            if (operations.put(route.operation(), route) != null) {
                throw new IllegalStateException("two routes are named " + route.operation());
            }
            if (route.template().contains("{+")) {
                open.add(Open.of(route));
            } else if (this.routes.put(new UriTemplatePathSpec(route.template()), route) != null) {
                throw new IllegalStateException("two routes answer " + route.template());
            }
        }
        open.sort(Comparator.comparingInt(Open::fixed).reversed());
    }

    /** @throws HttpProblem 404 or 405 */
    Match find(String method, String path) {
        Match match = match(path);
        if (match == null) {
            throw HttpProblem.of(ProblemCode.ADDRESS_UNKNOWN, path);
        }
        if (!METHODS.contains(method)) {
            throw HttpProblem.of(ProblemCode.METHOD_NOT_ALLOWED, method, String.join(", ", METHODS))
                    .with("Allow", String.join(", ", METHODS));
        }
        return match;
    }

    private Match match(String path) {
        MatchedResource<Route> found = routes.getMatched(path);
        if (found != null) {
            return new Match(found.getResource(), ((UriTemplatePathSpec) found.getPathSpec()).getPathParams(path));
        }
        return open.stream().map(one -> one.match(path)).filter(one -> one != null).findFirst().orElse(null);
    }
}
