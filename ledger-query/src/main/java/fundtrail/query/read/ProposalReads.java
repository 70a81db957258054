package fundtrail.query.read;

import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.Tags;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.ProposalId;
import fundtrail.query.asof.AsOf;
import fundtrail.query.entity.Kind;
import fundtrail.query.entity.Proposal;
import fundtrail.query.entity.Version;
import fundtrail.query.fold.FactTags;
import fundtrail.query.http.Answer;
import fundtrail.query.http.Ask;
import fundtrail.query.read.Entities.Wanted;
import fundtrail.query.read.Hands.Hand;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Proposals: what waits for whose hand, and what went through which. */
public final class ProposalReads {
    private final Questions questions;
    private final EntityReads reads;
    private final ProposedRows proposed;
    private final Signatures signatures;

    /**
     * A proposal as it stands.
     *
     * @param content     the command's body, without the rows that went in parts
     * @param division    whose people sign; absent where it is for the whole ledger
     * @param amount      what signers are limited by
     * @param expiresOn   the last day on which it can be signed
     * @param basedOn     the last position its maker's wish was judged against
     * @param rowCount    how many rows went in parts; absent when there are none
     * @param state       EXPIRED where the day of the known position is after the last
     * @param submittedAt when it was recorded
     * @param signed      first to last
     * @param closeReason why it was returned or withdrawn
     */
    record ProposalView(
            ProposalId proposal,
            String command,
            JsonNode content,
            String contentHash,
            @MayBeAbsent DivisionCode division,
            @MayBeAbsent Money amount,
            LocalDate expiresOn,
            long basedOn,
            @MayBeAbsent Integer rowCount,
            @MayBeAbsent String rowsHash,
            Proposal.State state,
            Instant submittedAt,
            List<Hand> signed,
            @MayBeAbsent String closeReason,
            long position,
            LocalDate effectiveDate) {}

    /** One row of a proposal, from 0, as its maker gave it. */
    record ProposedRow(int index, JsonNode row) {}

    public ProposalReads(Questions questions, EntityReads reads, ProposedRows proposed, Signatures signatures) {
        this.questions = questions;
        this.reads = reads;
        this.proposed = proposed;
        this.signatures = signatures;
    }

    public Answer list(Ask ask) throws InterruptedException {
        var state = ask.given(Params.PROPOSAL_STATE);
        var command = ask.given(Params.COMMAND);
        var signer = ask.given(Params.SIGNER);
        Optional<String> tag = command.map(name -> FactTags.tag(Tags.COMMAND, name));
        Optional<String> stored = state.filter(asked -> asked != Proposal.State.EXPIRED).map(Proposal.State::name);
        return reads.list(ask, Kind.PROPOSAL, new Wanted(tag, stored), (asOf, one) ->
                state.map(one.on(questions.day(asOf))::equals).orElse(true)
                        && command.map(one.command()::equals).orElse(true)
                        && signer.map(person -> one.signed().stream().anyMatch(hand -> hand.involves(person))).orElse(true),
                this::shown);
    }

    public Answer one(Ask ask) throws InterruptedException {
        return reads.one(ask, Kind.PROPOSAL, ask.path("proposal", ProposalId::new).value(), this::shown);
    }

    /** Its rows, all parts in order. */
    public Answer rows(Ask ask) throws InterruptedException {
        AsOf asOf = questions.asOf(ask);
        Version<Proposal> proposal = reads.found(ask, asOf, Kind.PROPOSAL, ask.path("proposal", ProposalId::new).value());
        int from = questions.after(ask, key -> Integer.parseInt(key.getFirst()) + 1).orElse(0);
        List<JsonNode> rows = proposed.of(proposal.body(), asOf);
        List<ProposedRow> found = IntStream.range(from, rows.size())
                .limit(questions.limit(ask) + 1L)
                .mapToObj(index -> new ProposedRow(index, rows.get(index)))
                .toList();
        String next = questions.next(ask, asOf, found, row -> List.of(Integer.toString(row.index())));
        return Answer.json(new Page<>(asOf, questions.page(ask, found), next));
    }

    private List<ProposalView> shown(AsOf asOf, List<Version<Proposal>> versions) {
        LocalDate day = questions.day(asOf);
        var hands = signatures.of(versions.stream()
                .flatMap(version -> version.body().signed().stream())
                .flatMap(hand -> Stream.of(hand.person(), hand.onBehalfOf()))
                .filter(Objects::nonNull)
                .toList());
        return versions.stream().map(version -> {
            Proposal one = version.body();
            return new ProposalView(one.proposal(), one.command(), one.content(), one.contentHash(), one.division(), one.amount(),
                    one.expiresOn(), one.basedOn(), one.rowCount(), one.rowsHash(), one.on(day), one.signed().getFirst().recordedAt(),
                    one.signed().stream()
                            .map(hand -> hands.hand(hand.step(), hand.role(), hand.person(), hand.onBehalfOf(), hand.position()))
                            .toList(),
                    one.closeReason(), version.position(), version.effectiveDate());
        }).toList();
    }
}
