package fundtrail.query.read;

import fundtrail.contract.Entry;
import fundtrail.contract.Tags;
import fundtrail.contract.fact.AuditExtractIssued.Kind;
import fundtrail.contract.fact.InformantRecorded;
import fundtrail.contract.id.DivisionCode;
import fundtrail.proofs.ConsistencyProof;
import fundtrail.proofs.InclusionProof;
import fundtrail.proofs.Note;
import fundtrail.proofs.Tree;
import fundtrail.proofs.VerifierKey;
import fundtrail.proofs.stored.StoredLog.Sealed;
import fundtrail.proofs.stored.StoredLog;
import fundtrail.query.access.Circle;
import fundtrail.query.access.Reach;
import fundtrail.query.access.Scope;
import fundtrail.query.access.Thing;
import fundtrail.query.asof.AsOf;
import fundtrail.query.asof.Clocks;
import fundtrail.query.asof.KnownAt;
import fundtrail.query.evidence.EvidencePack;
import fundtrail.query.evidence.EvidencePack.About;
import fundtrail.query.extract.Extracts;
import fundtrail.query.extract.Extracts.What;
import fundtrail.query.fold.FactTags;
import fundtrail.query.fold.LedgerFold;
import fundtrail.query.http.Answer;
import fundtrail.query.http.Ask;
import fundtrail.query.http.HttpProblem;
import fundtrail.query.http.Parameter;
import fundtrail.query.http.ProblemCode;
import fundtrail.query.store.Sql;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** Facts as stored bytes with their proofs, in one file that verifies offline; put on record before it is handed out. */
public final class EvidenceReads {
    /** More facts than anybody carries to a hearing; of a whole ledger the tiles are checked. */
    static final int MOST_FACTS = 50_000;

    private static final int PAGE = 500;
    /** Who told is for the inspector who keeps it, and for no pack. */
    private static final String INFORMANT = InformantRecorded.class.getSimpleName();

    private final Questions questions;
    private final Clocks clocks;
    private final Entities entities;
    private final DataSource source;
    private final StoredLog log;
    private final LedgerFold fold;
    private final Extracts extracts;

    /** @param writing the writing side's database, by a role that may read the log of proofs */
    public EvidenceReads(
            Questions questions, Clocks clocks, Entities entities, DataSource source, DataSource writing, LedgerFold fold, Extracts extracts) {
        this.questions = questions;
        this.clocks = clocks;
        this.entities = entities;
        this.source = source;
        this.log = new StoredLog(writing);
        this.fold = fold;
        this.extracts = extracts;
    }

    /** By what facts are chosen. */
    public static Parameter<?>[] parameters() {
        return new Parameter<?>[] {
            Params.DIVISION, Params.INSTITUTION, Params.CASE, Params.POSITIONS, Params.FROM, Params.TO, Params.FIRST_POSITION,
            Params.LAST_POSITION, Params.SIZE, Params.SINCE
        };
    }

    public Answer pack(Ask ask) throws IOException, InterruptedException {
        Sealed sealed = sealed(ask);
        AsOf asOf = asOf(ask, sealed);
        Scope scope = ask.reader().scope();
        Params.inOrder(ask, Params.FROM, Params.TO);
        Params.inOrder(ask, Params.FIRST_POSITION, Params.LAST_POSITION);
        Optional<DivisionCode> ofCase = JournalReads.caseDivision(ask, asOf, entities);
        Collection<DivisionCode> divisions = divisions(ask, scope, ofCase);
        Optional<ConsistencyProof> since = since(ask, sealed);
        Optional<Referred> referred = ask.given(Params.CASE).flatMap(one -> Referred.of(one, asOf, scope, entities));
        List<Long> positions = positions(ask, asOf, scope);
        if (positions.isEmpty()) {
            throw HttpProblem.of(ProblemCode.UNKNOWN, "facts");
        }
        if (positions.size() > MOST_FACTS) {
            throw HttpProblem.of(ProblemCode.EXTRACT_TOO_LARGE, MOST_FACTS);
        }
        var what = new What(Kind.EVIDENCE_PACK, divisions, ask.given(Params.INSTITUTION).orElse(null),
                ask.given(Params.CASE).orElse(null), address(ask, asOf, sealed), asOf);
        Note note = log.note(sealed);
        var about = new About(clocks.ledger(), asOf, what.query(), verifierKey(note), note.toString(), sealed.size(), sealed.root().toString(),
                since.map(ConsistencyProof::toString).orElse(null), referred.map(Referred::said).orElse(null));
        return extracts.handOut(ask, what, "application/zip",
                "evidence-%s-%d.zip".formatted(clocks.ledger().ledgerId().replaceAll("[^A-Za-z0-9.-]", "-"), asOf.knownPosition()),
                out -> write(out, about, positions, log.tree(sealed.size()), note, referred));
    }

    private long write(OutputStream out, About about, List<Long> positions, Tree tree, Note note, Optional<Referred> referred)
            throws IOException {
        EvidencePack pack = EvidencePack.begin(out, about);
        for (int from = 0; from < positions.size(); from += PAGE) {
            List<byte[]> page = Sql.of("select entry from fact where position = any(?::bigint[]) order by position",
                            positions.subList(from, Math.min(from + PAGE, positions.size())))
                    .list(source, row -> row.getBytes("entry"));
            for (byte[] stored : page) {
                Entry entry = fold.decode(stored);
                if (referred.isPresent() && referred.get().isOfOthers(entry.fact())) {
                    pack.withhold(entry, stored);
                    continue;
                }
                pack.add(entry, stored, new InclusionProof(entry.position(), tree.inclusion(entry.position()), note).toString());
            }
        }
        return pack.end();
    }

    /** The checkpoint asked for, else the last. */
    private Sealed sealed(Ask ask) {
        return ask.given(Params.SIZE)
                .map(size -> log.published(size).orElseThrow(() -> HttpProblem.of(ProblemCode.UNKNOWN, size)))
                .or(log::latest)
                .orElseThrow(() -> HttpProblem.of(ProblemCode.NOTHING_SEALED).retryAfter(1));
    }

    /** That the checkpoint's log goes on from one that somebody kept. */
    private Optional<ConsistencyProof> since(Ask ask, Sealed sealed) {
        return ask.given(Params.SINCE).map(since -> {
            if (since > sealed.size()) {
                throw HttpProblem.of(ProblemCode.PARAMETER_CONFLICT, Params.SINCE.name(), since, Params.SIZE.name(), sealed.size());
            }
            return new ConsistencyProof(since, log.tree(sealed.size()).consistency(since), log.note(sealed));
        });
    }

    /** The moment asked for, which the checkpoint must cover; without one asked for, as far as it does. */
    private AsOf asOf(Ask ask, Sealed sealed) throws InterruptedException {
        AsOf asked = questions.asOf(ask);
        if (asked.knownPosition() < sealed.size()) {
            return asked;
        }
        if (ask.given(Params.KNOWN).isPresent() || ask.given(Params.AFTER).isPresent()) {
            throw ask.given(Params.SIZE).isPresent()
                    ? HttpProblem.of(ProblemCode.PARAMETER_CONFLICT, Params.KNOWN.name(), asked.knownPosition(), Params.SIZE.name(), sealed.size())
                    : HttpProblem.of(ProblemCode.NOTHING_SEALED).retryAfter(1);
        }
        return clocks.resolve(ask.given(Params.EFFECTIVE), Optional.of(new KnownAt.Position(sealed.size() - 1)), Optional.empty());
    }

    /** The newest of the log's keys that signed the checkpoint. */
    private String verifierKey(Note checkpoint) {
        List<VerifierKey> added = log.keyChanges().stream().filter(change -> change.kind().equals("ADDED"))
                .map(change -> VerifierKey.of(change.verifierKey())).toList();
        List<VerifierKey> signed = checkpoint.signers(added);
        return signed.isEmpty() ? "" : signed.getLast().toString();
    }

    private List<Long> positions(Ask ask, AsOf asOf, Scope scope) {
        Sql sql = Sql.of("select position from fact where").and(Visible.facts(asOf, scope)).and("and").and(Visible.entry(scope))
                .and("and type <> ?", INFORMANT)
                .andIf(ask.given(Params.FROM), "and effective_date >= ?")
                .andIf(ask.given(Params.TO), "and effective_date <= ?")
                .andIf(ask.given(Params.FIRST_POSITION), "and position >= ?")
                .andIf(ask.given(Params.LAST_POSITION), "and position <= ?")
                .andIf(ask.given(Params.POSITIONS).map(Positions::set), "and position = any(?::bigint[])")
                .andIf(ask.given(Params.INSTITUTION).map(id -> FactTags.tag(Tags.INSTITUTION, id)),
                        "and position in (select position from fact_tag where tag = ?)");
        ask.given(Params.CASE).ifPresent(one -> sql.and("and position in (").and(Cut.ofCase(one)).and(")"));
        ask.given(Params.DIVISION).ifPresent(one -> sql.and(
                "and audience = any(array(select id from audience where shown_to && ?))", List.of(Circle.division(Thing.ENTRIES, one))));
        return sql.and("order by position limit ?", MOST_FACTS + 1).list(source, row -> row.getLong("position"));
    }

    /** Those whose bytes the reader may see; what is asked for in another's name is unknown, and never handed out off the record. */
    private static Collection<DivisionCode> divisions(Ask ask, Scope scope, Optional<DivisionCode> ofCase) {
        var division = ask.given(Params.DIVISION);
        List<DivisionCode> divisions = new ArrayList<>();
        for (String code : scope.whose(Thing.ENTRIES, Reach.DIVISION).stream().sorted().toList()) {
            DivisionCode one = new DivisionCode(code);
            if (division.map(one::equals).orElse(true) && ofCase.map(one::equals).orElse(true)) {
                divisions.add(one);
            }
        }
        return JournalReads.some(ask, divisions);
    }

    private static String address(Ask ask, AsOf asOf, Sealed sealed) {
        Map<Parameter<?>, String> fixed = new HashMap<>();
        fixed.put(Params.EFFECTIVE, asOf.effective().toString());
        fixed.put(Params.KNOWN, Long.toString(asOf.knownPosition()));
        fixed.put(Params.SIZE, Long.toString(sealed.size()));
        fixed.put(Params.AFTER, null);
        ask.given(Params.POSITIONS).ifPresent(positions -> fixed.put(Params.POSITIONS, positions.toString()));
        return ask.address(fixed);
    }
}
