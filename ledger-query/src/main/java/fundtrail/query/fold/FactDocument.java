package fundtrail.query.fold;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.Entry;
import fundtrail.contract.Json;
import fundtrail.contract.fact.ProposalSubmitted;
import java.util.Optional;

/** The document a fact rests on; of a proposal, the one its wish names, so that who signs can read it first. */
final class FactDocument {
    private FactDocument() {}

    static Optional<DocumentRef> of(Entry entry) {
        if (entry.envelope().document() != null) {
            return Optional.of(entry.envelope().document());
        }
        return entry.fact() instanceof ProposalSubmitted proposal ? named(proposal.content()) : Optional.empty();
    }

    /** The ledger took the content only as a command whose {@code document}, where it has one, is a reference. */
    private static Optional<DocumentRef> named(JsonNode content) {
        JsonNode document = content.path("document");
        if (!document.isObject()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.MAPPER.treeToValue(document, DocumentRef.class));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("its content names a document that cannot be read: " + e.getOriginalMessage(), e);
        }
    }
}
