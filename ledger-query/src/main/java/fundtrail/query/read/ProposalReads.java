package fundtrail.query.read;

import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.contract.Tags;
import fundtrail.contract.id.ProposalId;
import fundtrail.query.asof.AsOf;
import fundtrail.query.entity.Kind;
import fundtrail.query.entity.Proposal;
import fundtrail.query.entity.Proposal.State;
import fundtrail.query.entity.Version;
import fundtrail.query.fold.FactTags;
import fundtrail.query.http.Answer;
import fundtrail.query.http.Ask;
import fundtrail.query.read.Entities.Wanted;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Proposals, and the hands they went through. */
public final class ProposalReads {
    private final Questions questions;
    private final EntityReads reads;
    private final ProposedRows proposed;
    private final ProposalViews views;

    /** One row of a proposal, from 0, as its maker gave it. */
    record ProposedRow(int index, JsonNode row) {}

    public ProposalReads(Questions questions, EntityReads reads, ProposedRows proposed, ProposalViews views) {
        this.questions = questions;
        this.reads = reads;
        this.proposed = proposed;
        this.views = views;
    }

    public Answer list(Ask ask) throws InterruptedException {
        var state = ask.given(Params.PROPOSAL_STATE);
        var command = ask.given(Params.COMMAND);
        var signer = ask.given(Params.SIGNER);
        Optional<String> tag = command.map(name -> FactTags.tag(Tags.COMMAND, name));
        Optional<String> stored = state.filter(asked -> asked != State.EXPIRED).map(State::name);
        return reads.list(ask, Kind.PROPOSAL, new Wanted(tag, stored), (asOf, one) ->
                state.map(one.on(questions.day(asOf))::equals).orElse(true)
                        && command.map(one.command()::equals).orElse(true)
                        && signer.map(person -> one.signed().stream().anyMatch(hand -> hand.involves(person))).orElse(true),
                views::of);
    }

    public Answer one(Ask ask) throws InterruptedException {
        return reads.one(ask, Kind.PROPOSAL, ask.path("proposal", ProposalId::new).value(), views::of);
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
}
