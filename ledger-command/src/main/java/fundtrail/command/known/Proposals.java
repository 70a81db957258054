package fundtrail.command.known;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fundtrail.contract.Entry;
import fundtrail.contract.Json;
import fundtrail.contract.Signature;
import fundtrail.contract.fact.ProposalApproved;
import fundtrail.contract.fact.ProposalChecked;
import fundtrail.contract.fact.ProposalReturned;
import fundtrail.contract.fact.ProposalSubmitted;
import fundtrail.contract.fact.ProposalSubmittedRows;
import fundtrail.contract.fact.ProposalWithdrawn;
import fundtrail.contract.id.ProposalId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Proposals and the hands they went through. */
public final class Proposals {
    /** The key under which a command's rows stand, last in its body. */
    public static final String ROWS = "rows";

    /**
     * A proposal.
     *
     * @param expiresOn  the last day on which it can be signed
     * @param content    the whole canonical body, rows included; {@code null} once closed
     * @param signatures the hands so far, first to last
     */
    public record Proposal(
            ProposalId id,
            String command,
            byte[] content,
            String contentHash,
            LocalDate expiresOn,
            List<Signature> signatures,
            boolean open) {

        Proposal signed(Signature signature) {
            List<Signature> more = new ArrayList<>(signatures);
            more.add(signature);
            return new Proposal(id, command, content, contentHash, expiresOn, List.copyOf(more), true);
        }

        Proposal closed() {
            return new Proposal(id, command, null, contentHash, expiresOn, signatures, false);
        }
    }

    private final Table<ProposalId, Proposal> proposals;
    private final Table<ProposalId, List<JsonNode>> rowsUnderWay;

    Proposals(Journal journal) {
        proposals = new Table<>(journal);
        rowsUnderWay = new Table<>(journal);
    }

    /** The proposal, or {@code null}. */
    public Proposal get(ProposalId id) {
        return proposals.get(id);
    }

    /** Those that may still be signed on that day. */
    public List<Proposal> open(LocalDate today) {
        return proposals.values().stream()
                .filter(proposal -> proposal.open() && !today.isAfter(proposal.expiresOn()))
                .toList();
    }

    void fold(ProposalSubmittedRows fact) {
        List<JsonNode> rows = new ArrayList<>(rowsUnderWay.getOrDefault(fact.proposal(), List.of()));
        rows.addAll(fact.rows());
        rowsUnderWay.put(fact.proposal(), rows);
    }

    void fold(ProposalSubmitted fact, Entry entry) {
        JsonNode whole = fact.content();
        if (fact.parts() != null) {
            ArrayNode rows = Json.MAPPER.createArrayNode().addAll(rowsUnderWay.get(fact.proposal()));
            whole = ((ObjectNode) fact.content().deepCopy()).set(ROWS, rows);
            rowsUnderWay.remove(fact.proposal());
        }
        proposals.put(fact.proposal(), new Proposal(
                fact.proposal(), fact.command(), Json.canonical(whole), fact.contentHash(), fact.expiresOn(),
                List.of(hand(entry)), true));
    }

    void fold(ProposalChecked fact, Entry entry) {
        proposals.put(fact.proposal(), proposals.get(fact.proposal()).signed(hand(entry)));
    }

    void fold(ProposalApproved fact) {
        close(fact.proposal());
    }

    void fold(ProposalReturned fact) {
        close(fact.proposal());
    }

    void fold(ProposalWithdrawn fact) {
        close(fact.proposal());
    }

    private void close(ProposalId id) {
        proposals.put(id, proposals.get(id).closed());
    }

    /** The signature made by this very entry, with the position at which it was made. */
    private static Signature hand(Entry entry) {
        return entry.envelope().signatures().getLast().at(entry.position());
    }
}
