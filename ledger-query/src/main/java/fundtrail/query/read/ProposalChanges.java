package fundtrail.query.read;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fundtrail.contract.Entry;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.Tags;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.ProposalId;
import fundtrail.query.access.Scope;
import fundtrail.query.asof.AsOf;
import fundtrail.query.entity.Allotment;
import fundtrail.query.entity.Kind;
import fundtrail.query.entity.PayeeAccount;
import fundtrail.query.entity.Proposal;
import fundtrail.query.entity.Version;
import fundtrail.query.fold.FactTags;
import fundtrail.query.fold.LedgerFold;
import fundtrail.query.http.Answer;
import fundtrail.query.http.Ask;
import fundtrail.query.read.HoldReads.HoldView;
import fundtrail.query.store.Sql;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** What its signer must know: what has changed, since a proposal was made, of all that it names. */
public final class ProposalChanges {
    /** Not about anything a proposal names, and still of concern to each: by these it will be decided. */
    private static final List<String> RULES = List.of("AuthorityMatrixSet", "RuleSetPublished");

    private final Questions questions;
    private final EntityReads reads;
    private final Entities entities;
    private final ProposedRows proposed;
    private final LineSums sums;
    private final DataSource source;
    private final LedgerFold fold;
    private final Signatures signatures;

    /**
     * What may be spent of an allotment that the proposal names.
     *
     * @param then at the position it is based on; absent where there was no such allotment yet
     * @param now  as known
     */
    record AvailableSince(AllotmentId allotment, @MayBeAbsent Money then, Money now) {}

    /**
     * What changed.
     *
     * @param basedOn    the position its maker's wish was judged against; everything here is later
     * @param allotments each that the proposal names
     * @param holds      placed or lifted since, on an institution that it would pay or that it names
     * @param items      facts about what it names, newest first; its own are left out
     */
    record Changes(
            @JsonUnwrapped AsOf asOf,
            long basedOn,
            List<AvailableSince> allotments,
            List<HoldView> holds,
            List<FactSummary> items,
            @MayBeAbsent String next) {}

    public ProposalChanges(Questions questions, EntityReads reads, Entities entities, ProposedRows proposed, LineSums sums,
            DataSource source, LedgerFold fold, Signatures signatures) {
        this.questions = questions;
        this.reads = reads;
        this.entities = entities;
        this.proposed = proposed;
        this.sums = sums;
        this.source = source;
        this.fold = fold;
        this.signatures = signatures;
    }

    public Answer changes(Ask ask) throws InterruptedException {
        AsOf asOf = questions.asOf(ask);
        Scope scope = ask.reader().scope();
        Proposal proposal = reads.found(ask, asOf, Kind.PROPOSAL, ask.path("proposal", ProposalId::new).value()).body();
        Named named = Named.in(proposal.content(), proposed.of(proposal, asOf));
        List<Allotment> allotments = entities.named(Kind.ALLOTMENT, named.of(Tags.ALLOTMENT), asOf, scope).stream().map(Version::body).toList();
        named.add(Tags.INSTITUTION, texts(allotments.stream().map(Allotment::institution).toList()));
        named.add(Tags.INSTITUTION, texts(entities.named(Kind.PAYEE_ACCOUNT, named.of(Tags.PAYEE_ACCOUNT), asOf, scope).stream()
                .map(Version::body).map(PayeeAccount::institution).toList()));
        List<Entry> found = facts(ask, asOf, proposal, named);
        List<Entry> page = questions.page(ask, found);
        Hands hands = signatures.under(page, asOf, scope);
        return Answer.json(new Changes(asOf, proposal.basedOn(), available(allotments, proposal, asOf), holds(proposal, named, asOf, scope),
                page.stream().map(entry -> FactSummary.of(entry, hands)).toList(),
                questions.next(ask, asOf, found, entry -> List.of(Long.toString(entry.position())))));
    }

    private List<Entry> facts(Ask ask, AsOf asOf, Proposal proposal, Named named) {
        List<String> itsOwn = List.of(FactTags.tag(Tags.PROPOSAL, proposal.proposal()), FactTags.tag(FactTags.CAUSE, proposal.proposal()));
        return Sql.of("select entry from fact where")
                .and(Visible.facts(asOf, ask.reader().scope()))
                .and("and position > ?", proposal.basedOn())
                .and("and (type = any(?) or position in (select position from fact_tag where tag = any(?)))", RULES, named.tags())
                .and("and not exists (select from fact_tag where fact_tag.position = fact.position and tag = any(?))", itsOwn)
                .andIf(questions.after(ask, key -> Long.valueOf(key.getFirst())), "and position < ?")
                .and("order by position desc limit ?", questions.limit(ask) + 1)
                .list(source, row -> fold.decode(row.getBytes("entry")));
    }

    private List<AvailableSince> available(List<Allotment> allotments, Proposal proposal, AsOf asOf) {
        List<String> ids = texts(allotments.stream().map(Allotment::allotment).toList());
        var then = sums.ofAllotments(ids, new AsOf(proposal.basedOn(), asOf.knownAt(), asOf.effective(), null, asOf.purpose()));
        var now = sums.ofAllotments(ids, asOf);
        return allotments.stream()
                .map(Allotment::allotment)
                .map(id -> new AvailableSince(
                        id,
                        Optional.ofNullable(then.get(id.value())).map(Authority::available).orElse(null),
                        now.getOrDefault(id.value(), Authority.NONE).available()))
                .toList();
    }

    private List<HoldView> holds(Proposal proposal, Named named, AsOf asOf, Scope scope) {
        return HoldReads.shown(asOf, entities.changedSince(Kind.HOLD, proposal.basedOn(), asOf, scope).stream()
                .filter(hold -> named.of(Tags.INSTITUTION).contains(hold.body().institution().value())
                        || named.of(Tags.HOLD).contains(hold.id()))
                .toList());
    }

    private static List<String> texts(Collection<?> ids) {
        return ids.stream().map(Object::toString).toList();
    }
}
