package fundtrail.query.read;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fundtrail.contract.Entry;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Tags;
import fundtrail.contract.id.CaseId;
import fundtrail.contract.id.ClaimId;
import fundtrail.contract.id.ClawbackId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.TipOffId;
import fundtrail.query.access.Scope;
import fundtrail.query.asof.AsOf;
import fundtrail.query.entity.Case;
import fundtrail.query.entity.Charge;
import fundtrail.query.entity.Finding;
import fundtrail.query.entity.Flag;
import fundtrail.query.entity.Hold;
import fundtrail.query.entity.Kind;
import fundtrail.query.entity.Version;
import fundtrail.query.fold.FactTags;
import fundtrail.query.fold.LedgerFold;
import fundtrail.query.http.Answer;
import fundtrail.query.http.Ask;
import fundtrail.query.read.ClawbackReads.ClawbackView;
import fundtrail.query.read.Entities.Wanted;
import fundtrail.query.read.HoldReads.HoldView;
import fundtrail.query.store.Sql;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;

/** Tip-offs and cases: what was told, what is suspected, what was found, what became of the money. */
public final class CaseReads {
    private static final int EVERY = Integer.MAX_VALUE;

    private final Questions questions;
    private final CaseFiles files;
    private final EntityReads reads;
    private final Entities entities;
    private final ClawbackReads clawbacks;
    private final DataSource source;
    private final LedgerFold fold;
    private final Signatures signatures;

    /**
     * What a list of cases tells: that there is one. What is in it is its file's.
     *
     * @param position the last fact that changed it
     */
    record CaseTitle(
            CaseId caseId,
            DivisionCode division,
            InstitutionId institution,
            Case.State state,
            LocalDate openedOn,
            @MayBeAbsent LocalDate closedOn,
            long position,
            LocalDate effectiveDate) {
        static CaseTitle of(Version<Case> found) {
            Case one = found.body();
            return new CaseTitle(one.caseId(), one.division(), one.institution(), one.state(), one.openedOn(), one.closedOn(),
                    found.position(), found.effectiveDate());
        }
    }

    /**
     * A case as it stands.
     *
     * @param findings  recorded in it
     * @param holds     of its institution, that were placed or lifted since it was opened, or stood then
     * @param recovered the claw-backs determined in it
     * @param charges   penalties and interest of those claw-backs
     */
    record CaseView(
            @JsonUnwrapped Case inquiry,
            List<Finding> findings,
            List<HoldView> holds,
            List<ClawbackView> recovered,
            List<Charge> charges,
            long position,
            LocalDate effectiveDate) {}

    public CaseReads(Questions questions, CaseFiles files, EntityReads reads, Entities entities, ClawbackReads clawbacks, DataSource source,
            LedgerFold fold, Signatures signatures) {
        this.questions = questions;
        this.files = files;
        this.reads = reads;
        this.entities = entities;
        this.clawbacks = clawbacks;
        this.source = source;
        this.fold = fold;
        this.signatures = signatures;
    }

    public Answer list(Ask ask) throws InterruptedException {
        var division = ask.given(Params.DIVISION);
        var institution = ask.given(Params.INSTITUTION);
        var state = ask.given(Params.CASE_STATE);
        Optional<String> tag = institution.map(id -> FactTags.tag(Tags.INSTITUTION, id));
        return reads.list(ask, Kind.CASE, new Wanted(tag, state.map(Case.State::name)), (_, one) ->
                division.map(one.division()::equals).orElse(true)
                        && institution.map(one.institution()::equals).orElse(true)
                        && state.map(one.state()::equals).orElse(true),
                (_, cases) -> cases.stream().map(CaseTitle::of).toList());
    }

    /** Who told is in none of them. */
    public Answer tipOffs(Ask ask) throws InterruptedException {
        var division = ask.given(Params.DIVISION);
        var institution = ask.given(Params.INSTITUTION);
        var takenUp = ask.given(Params.TAKEN_UP);
        return reads.list(ask, Kind.TIP_OFF, Wanted.tagged(institution.map(id -> FactTags.tag(Tags.INSTITUTION, id))), one ->
                division.map(one.division()::equals).orElse(true)
                        && institution.map(asked -> asked.equals(one.institution())).orElse(true)
                        && takenUp.map(asked -> asked == (one.caseId() != null)).orElse(true));
    }

    public Answer tipOff(Ask ask) throws InterruptedException {
        return reads.one(ask, Kind.TIP_OFF, ask.path("tipOff", TipOffId::new).value());
    }

    public Answer findings(Ask ask) throws InterruptedException {
        var division = ask.given(Params.DIVISION);
        var institution = ask.given(Params.INSTITUTION);
        return reads.list(ask, Kind.FINDING, Wanted.tagged(institution.map(id -> FactTags.tag(Tags.INSTITUTION, id))), (_, one) ->
                division.map(one.division()::equals).orElse(true) && institution.map(one.institution()::equals).orElse(true),
                (asOf, findings) -> {
                    files.open(ask, asOf, findings.stream().map(Version::body).map(Finding::caseId).filter(Objects::nonNull).toList());
                    return findings.stream().map(Current::of).toList();
                });
    }

    public Answer one(Ask ask) throws InterruptedException {
        AsOf asOf = questions.asOf(ask);
        Scope scope = ask.reader().scope();
        Version<Case> found = reads.found(ask, asOf, Kind.CASE, ask.path("case", CaseId::new).value());
        Case inquiry = found.body();
        files.open(ask, inquiry);
        return Answer.json(new One<>(asOf, new CaseView(inquiry, findings(inquiry, asOf, scope), HoldReads.shown(asOf, holds(inquiry, asOf, scope)),
                clawbacks.shown(asOf, scope, entities.named(Kind.CLAWBACK,
                        inquiry.clawbacks().stream().map(ClawbackId::value).toList(), asOf, scope)),
                charges(inquiry, asOf, scope).stream().map(Version::body).toList(), found.position(), found.effectiveDate())));
    }

    /** Every fact about the case, its tip-off, its claims, its claw-backs, their charges, its findings and its holds, that the reader may see. */
    public Answer timeline(Ask ask) throws InterruptedException {
        AsOf asOf = questions.asOf(ask);
        Scope scope = ask.reader().scope();
        Case inquiry = reads.found(ask, asOf, Kind.CASE, ask.path("case", CaseId::new).value()).body();
        files.open(ask, inquiry);
        List<String> about = new ArrayList<>(List.of(FactTags.tag(Tags.CASE, inquiry.caseId())));
        if (inquiry.tipOff() != null) {
            about.add(FactTags.tag(Tags.TIP_OFF, inquiry.tipOff()));
        }
        inquiry.claims().stream().map(Flag::claim).map((ClaimId claim) -> FactTags.tag(Tags.CLAIM, claim)).forEach(about::add);
        inquiry.clawbacks().stream().map(clawback -> FactTags.tag(Tags.CLAWBACK, clawback)).forEach(about::add);
        holds(inquiry, asOf, scope).stream().map(hold -> FactTags.tag(Tags.HOLD, hold.body().hold())).forEach(about::add);
        findings(inquiry, asOf, scope).stream().map(finding -> FactTags.tag(Tags.FINDING, finding.finding())).forEach(about::add);
        charges(inquiry, asOf, scope).stream().map(charge -> FactTags.tag(Tags.CHARGE, charge.body().charge())).forEach(about::add);
        List<Entry> found = Sql.of("select entry from fact where").and(Visible.facts(asOf, scope))
                .and("and position in (select position from fact_tag where tag = any(?))", about)
                .andIf(questions.after(ask, key -> Long.valueOf(key.getFirst())), "and position > ?")
                .and("order by position limit ?", questions.limit(ask) + 1)
                .list(source, row -> fold.decode(row.getBytes("entry")));
        List<Entry> page = questions.page(ask, found);
        var hands = signatures.under(page, asOf, scope);
        return Answer.json(new Page<>(asOf, page.stream().map(entry -> FactSummary.of(entry, hands)).toList(),
                questions.next(ask, asOf, found, entry -> List.of(Long.toString(entry.position())))));
    }

    /** Those that held since the case was opened, and until it was closed. */
    private List<Version<Hold>> holds(Case inquiry, AsOf asOf, Scope scope) {
        return entities.list(Kind.HOLD, asOf, scope, Wanted.tagged(Optional.of(FactTags.tag(Tags.INSTITUTION, inquiry.institution()))),
                        hold -> hold.institution().equals(inquiry.institution()) && !hold.expiresOn().isBefore(inquiry.openedOn()), "", EVERY)
                .stream()
                .filter(hold -> hold.body().releasedAt() == null || hold.position() > inquiry.openedAt())
                .filter(hold -> inquiry.closedOn() == null || !questions.dayOf(hold.body().placedAt()).isAfter(inquiry.closedOn()))
                .toList();
    }

    private List<Finding> findings(Case inquiry, AsOf asOf, Scope scope) {
        return entities.list(Kind.FINDING, asOf, scope, Wanted.tagged(Optional.of(FactTags.tag(Tags.INSTITUTION, inquiry.institution()))),
                finding -> inquiry.caseId().equals(finding.caseId()), "", EVERY).stream().map(Version::body).toList();
    }

    private List<Version<Charge>> charges(Case inquiry, AsOf asOf, Scope scope) {
        return entities.list(Kind.CHARGE, asOf, scope, Wanted.tagged(Optional.of(FactTags.tag(Tags.INSTITUTION, inquiry.institution()))),
                charge -> charge.clawback() != null && inquiry.clawbacks().contains(charge.clawback()), "", EVERY);
    }
}
