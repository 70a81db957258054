package fundtrail.command.propose;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fundtrail.command.decide.Command;
import fundtrail.command.known.Proposals;
import fundtrail.contract.Entry;
import fundtrail.contract.Json;
import fundtrail.contract.fact.ProposalSubmitted;
import fundtrail.contract.fact.ProposalSubmittedRows;
import fundtrail.contract.id.ProposalId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What long proposals ask for: the last few as they came in, any other from its entries. */
public final class Contents {
    /** Where a long proposal stands in the log. */
    public record Place(ProposalId proposal, long firstPosition, long lastPosition) {}

    private record Content(Command command, String hash) {}

    /** A content of as many rows as there may be takes some megabytes. */
    private static final int KEPT = 4;

    private final Map<ProposalId, Content> last = new LinkedHashMap<>(8, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ProposalId, Content> eldest) {
            return size() > KEPT;
        }
    };

    /** Keeps what a proposal submitted just now asks for, if it is long. */
    public synchronized void keep(ProposalSubmitted submitted, Command content) {
        if (submitted.parts() != null) {
            last.put(submitted.proposal(), new Content(content, submitted.contentHash()));
        }
    }

    /** The step with its proposal's content, where that is kept; else the step as it is. */
    public synchronized Command with(ProposalStep step) {
        Content content = last.get(step.proposal());
        return content == null ? step : new StepOnContent(step, content.command(), content.hash());
    }

    /**
     * The step with its proposal's content, which is kept from now on.
     *
     * @param content what {@link #read} made of the proposal's entries
     * @param hash    its hash, as signers name it
     */
    public synchronized Command with(ProposalStep step, Command content, String hash) {
        last.put(step.proposal(), new Content(content, hash));
        return new StepOnContent(step, content, hash);
    }

    /**
     * What the entries of a long proposal amount to.
     *
     * @param type the record of the command proposed
     */
    public static <C extends Command> C read(List<Entry> entries, Class<C> type) {
        ArrayNode rows = Json.MAPPER.createArrayNode();
        ObjectNode whole = null;
        for (Entry entry : entries) {
            switch (entry.fact()) {
                case ProposalSubmittedRows part -> rows.addAll(part.rows());
                case ProposalSubmitted submitted -> whole = (ObjectNode) submitted.content().deepCopy();
                default -> throw new IllegalStateException(
                        "position " + entry.position() + " is no part of a proposal but a " + entry.envelope().type());
            }
        }
        try {
            return Json.MAPPER.treeToValue(whole.set(Proposals.ROWS, rows), type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the proposal at position " + entries.getFirst().position() + " can no longer be read", e);
        }
    }
}
