package fundtrail.query.read;

import static fundtrail.query.read.BalanceReads.text;

import fundtrail.contract.Entry;
import fundtrail.contract.Tags;
import fundtrail.query.asof.AsOf;
import fundtrail.query.extract.OnRecord;
import fundtrail.query.fold.FactTags;
import fundtrail.query.fold.LedgerFold;
import fundtrail.query.http.Answer;
import fundtrail.query.http.Ask;
import fundtrail.query.http.HttpProblem;
import fundtrail.query.http.Parameter;
import fundtrail.query.http.ProblemCode;
import fundtrail.query.store.Sql;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** The trail of facts, and each fact with its lines and, for auditors, its stored bytes. */
public final class FactReads {
    /** By what the trail can be narrowed, and the tags each stands for. */
    private static final Map<Parameter<?>, List<String>> TAGS = new LinkedHashMap<>();

    static {
        TAGS.put(Params.INSTITUTION, List.of(Tags.INSTITUTION));
        TAGS.put(Params.FUND_SOURCE, List.of(Tags.FUND_SOURCE));
        TAGS.put(Params.PROGRAMME, List.of(Tags.PROGRAMME));
        TAGS.put(Params.ALLOTMENT, List.of(Tags.ALLOTMENT));
        TAGS.put(Params.TRANCHE, List.of(Tags.TRANCHE));
        TAGS.put(Params.BATCH, List.of(Tags.BATCH));
        TAGS.put(Params.PAYMENT, List.of(Tags.PAYMENT));
        TAGS.put(Params.HOLD, List.of(Tags.HOLD));
        TAGS.put(Params.CLAIM, List.of(Tags.CLAIM));
        TAGS.put(Params.TIP_OFF, List.of(Tags.TIP_OFF));
        TAGS.put(Params.CASE, List.of(Tags.CASE));
        TAGS.put(Params.CLAWBACK, List.of(Tags.CLAWBACK));
        TAGS.put(Params.PROPOSAL, List.of(Tags.PROPOSAL, FactTags.CAUSE));
        TAGS.put(Params.BANK_ACCOUNT, List.of(Tags.BANK_ACCOUNT));
        TAGS.put(Params.BANK_REF, List.of(FactTags.BANK_REF));
        TAGS.put(Params.PERSON, List.of(Tags.PERSON));
        TAGS.put(Params.SIGNER, List.of(FactTags.SIGNER));
        TAGS.put(Params.DOCUMENT, List.of(FactTags.DOCUMENT));
    }

    private final Questions questions;
    private final CaseFiles files;
    private final DataSource source;
    private final LedgerFold fold;
    private final Signatures signatures;

    /** @param forItsReader whether the reader may see the bytes, and not the fact alone */
    private record Stored(byte[] entry, byte[] leafHash, boolean forItsReader) {}

    public FactReads(Questions questions, Entities entities, OnRecord onRecord, DataSource source, LedgerFold fold, Signatures signatures) {
        this.questions = questions;
        this.files = new CaseFiles(questions, entities, onRecord);
        this.source = source;
        this.fold = fold;
        this.signatures = signatures;
    }

    /** What the trail can be narrowed by. */
    public static Parameter<?>[] narrowing() {
        var all = new ArrayList<Parameter<?>>(List.of(Params.TYPE, Params.ACTOR, Params.FROM, Params.TO,
                Params.FIRST_POSITION, Params.LAST_POSITION, Params.ORDER));
        all.addAll(TAGS.keySet());
        return all.toArray(Parameter<?>[]::new);
    }

    public Answer trail(Ask ask) throws InterruptedException {
        AsOf asOf = questions.asOf(ask);
        boolean newestFirst = ask.given(Params.ORDER).orElse(Params.Order.OLDEST_FIRST) == Params.Order.NEWEST_FIRST;
        Params.inOrder(ask, Params.FROM, Params.TO);
        Params.inOrder(ask, Params.FIRST_POSITION, Params.LAST_POSITION);
        files.open(ask, asOf, ask.given(Params.CASE).stream().toList());
        Sql sql = Sql.of("select entry from fact where").and(Visible.facts(asOf, ask.reader().scope()))
                .andIf(ask.given(Params.TYPE), "and type = ?")
                .andIf(ask.given(Params.ACTOR), "and actor = ?")
                .andIf(ask.given(Params.FROM), "and effective_date >= ?")
                .andIf(ask.given(Params.TO), "and effective_date <= ?")
                .andIf(ask.given(Params.FIRST_POSITION), "and position >= ?")
                .andIf(ask.given(Params.LAST_POSITION), "and position <= ?")
                .andIf(
                        questions.after(ask, key -> Long.valueOf(key.getFirst())),
                        newestFirst ? "and position < ?" : "and position > ?");
        TAGS.forEach((parameter, keys) -> sql.andIf(
                text(ask, parameter).map(value -> keys.stream().map(key -> FactTags.tag(key, value)).toList()),
                "and position in (select position from fact_tag where tag = any(?))"));
        List<Entry> found = sql.and("order by position " + (newestFirst ? "desc" : "asc") + " limit ?", questions.limit(ask) + 1)
                .list(source, row -> fold.decode(row.getBytes("entry")));
        List<Entry> page = questions.page(ask, found);
        var hands = signatures.under(page, asOf, ask.reader().scope());
        return Answer.json(new Page<>(
                asOf,
                page.stream().map(entry -> FactSummary.of(entry, hands)).toList(),
                questions.next(ask, asOf, found, entry -> List.of(Long.toString(entry.position())))));
    }

    public Answer fact(Ask ask) throws InterruptedException {
        AsOf asOf = questions.asOf(ask);
        Stored stored = stored(ask, asOf);
        Entry entry = fold.decode(stored.entry());
        files.open(ask, asOf, entry);
        String bytes = stored.forItsReader() ? new String(stored.entry(), StandardCharsets.UTF_8) : null;
        return Answer.json(new One<>(asOf, FactView.of(
                entry, signatures.under(List.of(entry), asOf, ask.reader().scope()), HexFormat.of().formatHex(stored.leafHash()), bytes)));
    }

    /** The entry's stored bytes and nothing else: what the leaf hash is over. */
    public Answer entry(Ask ask) throws InterruptedException {
        AsOf asOf = questions.asOf(ask);
        Stored stored = stored(ask, asOf);
        if (!stored.forItsReader()) {
            throw HttpProblem.of(ProblemCode.UNKNOWN, ask.path("position"));
        }
        files.open(ask, asOf, fold.decode(stored.entry()));
        return Answer.bytes(stored.entry());
    }

    private Stored stored(Ask ask, AsOf asOf) {
        long position = ask.path("position", Long::parseLong);
        return Sql.of("select entry, leaf_hash,")
                .and(Visible.entry(ask.reader().scope()))
                .and("as for_its_reader from fact where")
                .and(Visible.facts(asOf, ask.reader().scope()))
                .and("and position = ?", position)
                .one(source, row -> new Stored(row.getBytes("entry"), row.getBytes("leaf_hash"), row.getBoolean("for_its_reader")))
                .orElseThrow(() -> HttpProblem.of(ProblemCode.UNKNOWN, ask.path("position")));
    }
}
