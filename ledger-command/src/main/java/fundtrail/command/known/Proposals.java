package fundtrail.command.known;

import fundtrail.command.memory.Fingerprint;
import fundtrail.command.memory.Fingerprints;
import fundtrail.command.memory.Form;
import fundtrail.command.memory.Memory;
import fundtrail.command.memory.Table;
import fundtrail.contract.Entry;
import fundtrail.contract.Json;
import fundtrail.contract.Signature;
import fundtrail.contract.fact.ProposalApproved;
import fundtrail.contract.fact.ProposalChecked;
import fundtrail.contract.fact.ProposalReturned;
import fundtrail.contract.fact.ProposalSubmitted;
import fundtrail.contract.fact.ProposalWithdrawn;
import fundtrail.contract.id.PersonRef;
import fundtrail.contract.id.ProposalId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Proposals and the hands they went through. What one of them asks for is kept while it can be signed and stands in one
 * entry; long rows stay in the log, and whoever signs brings them along, to be held against the hash. Of a closed one
 * nothing is kept but that there was one.
 */
public final class Proposals {
    /** The key under which a command's rows stand, last in its body. */
    public static final String ROWS = "rows";

    /**
     * A proposal.
     *
     * @param content       the canonical body; {@code null} where its rows stand in entries of their own, once it can no
     *                      longer be signed, and once closed
     * @param contentHash   what is signed; {@code null} once closed, like all that follows
     * @param expiresOn     the last day on which it can be signed
     * @param signatures    the hands so far, first to last
     * @param firstPosition where its first entry stands
     * @param lastPosition  where its last entry stands, after its rows
     */
    public record Proposal(
            ProposalId id,
            String command,
            byte[] content,
            String contentHash,
            LocalDate expiresOn,
            List<Signature> signatures,
            long firstPosition,
            long lastPosition) {

        public boolean open() {
            return contentHash != null;
        }

        private Proposal signed(Signature signature) {
            List<Signature> more = new ArrayList<>(signatures);
            more.add(signature);
            return new Proposal(id, command, content, contentHash, expiresOn, List.copyOf(more), firstPosition, lastPosition);
        }

        private Proposal expired() {
            return new Proposal(id, command, null, contentHash, expiresOn, signatures, firstPosition, lastPosition);
        }

        private static Proposal closed(ProposalId id, long position) {
            return new Proposal(id, null, null, null, null, List.of(), position, position);
        }
    }

    private static final String DAY = "day";

    private final Table<ProposalId, Proposal> open;
    private final Fingerprints closed;
    private final Table<String, LocalDate> dayOfExpiry;
    private final Table<PersonRef, Long> openByMaker;

    Proposals(Memory memory) {
        open = new Table<>(memory, "openProposals", Forms.PROPOSAL, Form.json(Proposal.class));
        closed = new Fingerprints(memory, "closedProposals", 1);
        dayOfExpiry = new Table<>(memory, "dayOfExpiry", Form.TEXT, Form.json(LocalDate.class));
        openByMaker = new Table<>(memory, "openByMaker", Forms.PERSON, Form.LONG);
    }

    /** The proposal, open or closed, or {@code null}. */
    public Proposal get(ProposalId id) {
        Proposal proposal = open.get(id);
        if (proposal != null) {
            return proposal;
        }
        long[] position = closed.get(Fingerprint.of(id.value()));
        return position == null ? null : Proposal.closed(id, position[0]);
    }

    /** Those that may still be signed on that day. */
    public List<Proposal> open(LocalDate today) {
        return open.values().stream().filter(proposal -> !today.isAfter(proposal.expiresOn())).toList();
    }

    /** How many of this person's own are neither approved nor returned nor withdrawn; expired ones are among them. */
    public long openOf(PersonRef maker) {
        Long number = openByMaker.get(maker);
        return number == null ? 0 : number;
    }

    private void count(Proposal proposal, int more) {
        PersonRef maker = proposal.signatures().getFirst().person();
        openByMaker.put(maker, openOf(maker) + more);
    }

    void fold(ProposalSubmitted fact, Entry entry, LocalDate today) {
        forgetExpired(today);
        int parts = fact.parts() == null ? 0 : fact.parts();
        open.put(fact.proposal(), new Proposal(
                fact.proposal(), fact.command(), parts > 0 ? null : Json.canonical(fact.content()), fact.contentHash(),
                fact.expiresOn(), List.of(hand(entry)), entry.position() - parts, entry.position()));
        count(open.get(fact.proposal()), 1);
    }

    /** Once a day, so that what nobody withdraws does not pile up. */
    private void forgetExpired(LocalDate today) {
        if (!today.equals(dayOfExpiry.get(DAY))) {
            dayOfExpiry.put(DAY, today);
            List.copyOf(open.values()).stream()
                    .filter(proposal -> proposal.content() != null && today.isAfter(proposal.expiresOn()))
                    .forEach(proposal -> open.put(proposal.id(), proposal.expired()));
        }
    }

    void fold(ProposalChecked fact, Entry entry) {
        open.put(fact.proposal(), open.get(fact.proposal()).signed(hand(entry)));
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
        closed.put(Fingerprint.of(id.value()), open.get(id).lastPosition());
        count(open.get(id), -1);
        open.remove(id);
    }

    /** The signature made by this very entry, with the position at which it was made. */
    private static Signature hand(Entry entry) {
        return entry.envelope().signatures().getLast().at(entry.position());
    }
}
