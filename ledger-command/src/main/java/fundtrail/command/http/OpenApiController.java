package fundtrail.command.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fundtrail.command.Slices;
import fundtrail.command.axon.LedgerConfiguration;
import fundtrail.command.decide.Command;
import fundtrail.command.decide.Slice;
import fundtrail.command.open.SecretClaim;
import fundtrail.command.people.RegistryRow;
import fundtrail.contract.Json;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /openapi.json}: every address of the writing side, as OpenAPI 3.1, made from the commands themselves. */
@RestController
final class OpenApiController {
    private final byte[] document;

    OpenApiController(Slices slices) {
        document = Json.canonical(document(slices));
    }

    @GetMapping("/openapi.json")
    ResponseEntity<byte[]> openApi() {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(document);
    }

    static ObjectNode document(Slices slices) {
        ObjectNode api = Json.MAPPER.createObjectNode().put("openapi", "3.1.0");
        api.putObject("info").put("title", "Fundtrail, the writing side").put("version", "1");
        ObjectNode components = api.putObject("components");
        components.putObject("securitySchemes").putObject("token").put("type", "http").put("scheme", "bearer");
        ObjectNode schemas = components.putObject("schemas");
        schemas.set("Answer", RecordSchema.of(Answer.class));
        schemas.set("Problem", RecordSchema.of(Problem.class));
        schemas.set("RegistryRow", RecordSchema.of(RegistryRow.class));
        schemas.set("SecretClaim", RecordSchema.of(SecretClaim.class));
        schemas.set("Claimed", RecordSchema.of(OpeningController.Claimed.class));
        schemas.set("FundingPlanProposal", RecordSchema.of(FundingPlanProposal.class));
        schemas.set("ImportReport", RecordSchema.of(ImportAnswer.class));
        api.putArray("security").addObject().putArray("token");
        ObjectNode paths = api.putObject("paths");
        for (Class<? extends Command> command : LedgerConfiguration.commands(slices)) {
            schemas.set(command.getSimpleName(), RecordSchema.of(command));
            wish(paths, command);
        }
        ObjectNode documents = paths.putObject("/documents/{sha256}");
        operation(documents, "put", "Stores a document (PDF, OFD, JPEG, PNG, XLSX; at most 20 MB) before a fact rests on it")
                .putArray("parameters").add(parameter("path", "sha256", "SHA-256 of the file, lower-case hex", true));
        ObjectNode people = paths.putObject("/people/{personRef}");
        operation(people, "get", "A person's row in the people registry and those that wait beside it: for administrators, auditors"
                        + " and whoever could sign RegisterPerson")
                .putArray("parameters").add(parameter("path", "personRef", "the person's random reference", true));
        ObjectNode person = operation(people, "put",
                "Stores a person's row in the people registry, outside the log; a new post, name or sign-in of somebody who has"
                        + " a row waits until RegisterPerson names its hash");
        person.putArray("parameters").add(parameter("path", "personRef", "the person's random reference", true));
        body(person, "RegistryRow");
        ObjectNode claims = operation(paths.putObject(OpeningController.CLAIMS), "post",
                "While a production ledger waits for its opening: one of its first two people binds a sign-in, no older than"
                        + " five minutes, with a one-time secret; the second claim opens the ledger (201)");
        body(claims, "SecretClaim");
        answers(claims, "200", "Claimed");
        answers(claims, "201", "Claimed");
        ObjectNode imports = operation(paths.putObject("/imports/disbursement-batch"), "post",
                "Checks a clerk's file of disbursements, all faults of all rows at once; with submit=true proposes it");
        var parameters = imports.putArray("parameters");
        parameters.add(parameter("query", "batch", "the batch's id", true));
        parameters.add(parameter("query", "division", "division code (GB/T 2260)", true));
        parameters.add(parameter("query", "bankAccount", "the treasury account that pays", true));
        parameters.add(parameter("query", "effectiveDate", "when it shall count; default today", false));
        parameters.add(parameter("query", "tranche", "the tranche whose money the rows pay, where they pay one", false));
        parameters.add(parameter("query", "controlTotal", "the sum the clerk expects", false));
        parameters.add(parameter("query", "rowCount", "how many rows the clerk expects", false));
        parameters.add(parameter("query", "submit", "true: propose it when it has no fault", false));
        parameters.add(parameter("header", "Idempotency-Key", "the author's key; with submit=true", false));
        answers(imports, "200", "ImportReport");
        ObjectNode proposal = operation(paths.putObject(FundingPlanController.PROPOSAL), "get",
                "The funding plan the ledger proposes: own allotments, what others leave, the risk reserve; for whoever could sign one");
        var ofYear = proposal.putArray("parameters");
        ofYear.add(parameter("path", "division", "division code (GB/T 2260)", true));
        ofYear.add(parameter("path", "programme", "programme code", true));
        ofYear.add(parameter("path", "budgetYear", "budget year", true));
        ((ObjectNode) proposal.get("responses")).remove("200");
        content(((ObjectNode) proposal.get("responses")).putObject("200").put("description", "the proposal, by what is known now"),
                "application/json", "FundingPlanProposal");
        return api;
    }

    private static void wish(ObjectNode paths, Class<? extends Command> command) {
        ObjectNode operation = operation(paths.putObject("/commands/" + Slice.pathOf(command)), "post", command.getSimpleName());
        var parameters = operation.putArray("parameters");
        parameters.add(parameter("header", "Idempotency-Key", "the author's own key for this wish, 1 to 128 characters", true));
        parameters.add(parameter("header", "Rehearsal-Clock", "in a rehearsal: the instant it is recorded at", false));
        body(operation, command.getSimpleName());
        answers(operation, "201", "Answer");
    }

    private static ObjectNode operation(ObjectNode path, String method, String summary) {
        ObjectNode operation = path.putObject(method).put("summary", summary);
        ObjectNode responses = operation.putObject("responses");
        responses.putObject("200").put("description", "done, or asked before");
        content(responses.putObject("default").put("description", "what, where, why, what now"),
                Problem.MEDIA_TYPE, "Problem");
        return operation;
    }

    private static void answers(ObjectNode operation, String status, String schema) {
        ObjectNode responses = (ObjectNode) operation.get("responses");
        content(responses.putObject(status).put("description", "recorded, and durable"), "application/json", schema);
    }

    private static void body(ObjectNode operation, String schema) {
        content(operation.putObject("requestBody").put("required", true), "application/json", schema);
    }

    private static void content(ObjectNode of, String mediaType, String schema) {
        of.putObject("content").putObject(mediaType).putObject("schema").put("$ref", "#/components/schemas/" + schema);
    }

    private static ObjectNode parameter(String in, String name, String description, boolean required) {
        ObjectNode parameter = Json.MAPPER.createObjectNode()
                .put("in", in).put("name", name).put("description", description).put("required", required);
        parameter.putObject("schema").put("type", "string");
        return parameter;
    }
}
