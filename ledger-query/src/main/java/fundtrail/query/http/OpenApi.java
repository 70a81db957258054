package fundtrail.query.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fundtrail.query.access.Audience;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The interface's description (OpenAPI 3.1), made of the routes themselves, so that it cannot say anything else. */
public final class OpenApi {
    private static final Pattern VARIABLE = Pattern.compile("\\{\\+?([a-zA-Z0-9]+)}");

    /** The document every problem is told in; see {@link ProblemWriter}. */
    record Problem(
            String type, String title, int status, String code, String detail, String advice, String instance, String correlation) {}

    private OpenApi() {}

    /** @param language of the descriptions of parameters and problems */
    public static ObjectNode describe(List<Route> routes, Locale language) {
        var schemas = new Schemas();
        var document = JsonNodeFactory.instance.objectNode().put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "Fundtrail: the reading side")
                .put("version", "1")
                .put("description", "Money is a decimal string of yuan. Every answer states the position it was known at.");
        var paths = document.putObject("paths");
        for (Route route : routes) {
            paths.putObject(route.template().replace("{+", "{")).set("get", operation(route, schemas, language));
        }
        var components = document.putObject("components");
        components.putObject("securitySchemes").putObject("bearer").put("type", "http").put("scheme", "bearer").put("bearerFormat", "JWT");
        problems(components.putObject("responses"), schemas, language);
        components.putObject("schemas").setAll(schemas.components());
        return document;
    }

    private static ObjectNode operation(Route route, Schemas schemas, Locale language) {
        var operation = JsonNodeFactory.instance.objectNode().put("operationId", route.operation()).put("summary", route.summary());
        var security = operation.putArray("security");
        if (route.audience() != Audience.ANYONE) {
            security.addObject().putArray("bearer");
            operation.put("x-audience", route.audience().name());
        }
        var parameters = operation.putArray("parameters");
        VARIABLE.matcher(route.template()).results().forEach(variable -> parameters.addObject()
                .put("name", variable.group(1)).put("in", "path").put("required", true)
                .putObject("schema").put("type", "string"));
        for (Parameter<?> parameter : route.parameters()) {
            parameters.addObject()
                    .put("name", parameter.name()).put("in", "query").put("required", false)
                    .put("description", Catalogue.allowed(parameter.allowed(), language))
                    .set("schema", parameter.schema().deepCopy());
        }
        var responses = operation.putObject("responses");
        responses.putObject("200").put("description", route.summary())
                .putObject("content").putObject(route.shape().contentType()).set("schema", schemas.of(route.shape()));
        for (ProblemCode code : ProblemCode.values()) {
            if (canHappen(code, route) && !responses.has(Integer.toString(code.status()))) {
                responses.putObject(Integer.toString(code.status())).put("$ref", "#/components/responses/" + code.status());
            }
        }
        return operation;
    }

    private static boolean canHappen(ProblemCode code, Route route) {
        return switch (code.status()) {
            case 400, 500 -> true;
            case 401, 403, 503 -> route.audience() != Audience.ANYONE;
            case 404 -> route.template().contains("{");
            default -> false;
        };
    }

    /** One response a status, naming the codes that come with it. */
    private static void problems(ObjectNode responses, Schemas schemas, Locale language) {
        for (ProblemCode code : ProblemCode.values()) {
            String status = Integer.toString(code.status());
            String line = "`" + code + "` " + Catalogue.page(code, language).title();
            if (responses.get(status) instanceof ObjectNode known) {
                known.put("description", known.get("description").textValue() + "; " + line);
            } else {
                responses.putObject(status).put("description", line)
                        .putObject("content").putObject(ProblemWriter.CONTENT_TYPE).set("schema", schemas.of(Problem.class));
            }
        }
    }
}
