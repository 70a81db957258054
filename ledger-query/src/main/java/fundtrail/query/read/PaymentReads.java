package fundtrail.query.read;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fundtrail.contract.Entry;
import fundtrail.contract.Money;
import fundtrail.contract.Tags;
import fundtrail.contract.id.BatchId;
import fundtrail.contract.id.PaymentId;
import fundtrail.query.asof.AsOf;
import fundtrail.query.entity.Batch;
import fundtrail.query.entity.Kind;
import fundtrail.query.entity.Payment;
import fundtrail.query.entity.Version;
import fundtrail.query.fold.FactTags;
import fundtrail.query.fold.LedgerFold;
import fundtrail.query.http.Answer;
import fundtrail.query.http.Ask;
import fundtrail.query.read.Entities.Wanted;
import fundtrail.query.store.Sql;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** Batches, their rows, and payments. */
public final class PaymentReads {
    private static final int ROWS_OF_A_BATCH = 1_000_000;

    private final Questions questions;
    private final EntityReads reads;
    private final Entities entities;
    private final DataSource source;
    private final LedgerFold fold;
    private final Signatures signatures;

    /** How many of a batch's rows are how far, and what they come to. */
    record Progress(Payment.State state, int rows, Money amount) {}

    /** A batch as it stands, and how far its rows are. */
    record BatchView(@JsonUnwrapped Batch batch, List<Progress> progress, long position, LocalDate effectiveDate) {}

    /**
     * A payment as it stands, and the facts that made it so, with who signed them.
     *
     * @param facts those the reader may see: the rows it was approved among name other institutions
     */
    record PaymentStory(@JsonUnwrapped Payment payment, List<FactSummary> facts, long position, LocalDate effectiveDate) {}

    public PaymentReads(
            Questions questions, EntityReads reads, Entities entities, DataSource source, LedgerFold fold, Signatures signatures) {
        this.questions = questions;
        this.reads = reads;
        this.entities = entities;
        this.source = source;
        this.fold = fold;
        this.signatures = signatures;
    }

    public Answer batch(Ask ask) throws InterruptedException {
        String id = ask.path("batch", BatchId::new).value();
        AsOf asOf = questions.asOf(ask);
        Version<Batch> batch = reads.found(ask, asOf, Kind.BATCH, id);
        Map<Payment.State, Progress> progress = new EnumMap<>(Payment.State.class);
        for (Version<Payment> row : rows(ask, asOf, batch.body().batch())) {
            progress.merge(row.body().state(), new Progress(row.body().state(), 1, row.body().amount()), (sum, one) ->
                    new Progress(sum.state(), sum.rows() + one.rows(), sum.amount().plus(one.amount())));
        }
        return Answer.json(new One<>(asOf, new BatchView(
                batch.body(), List.copyOf(progress.values()), batch.position(), batch.effectiveDate())));
    }

    /** A batch's rows in the order of the clerk's file. */
    public Answer batchRows(Ask ask) throws InterruptedException {
        AsOf asOf = questions.asOf(ask);
        Version<Batch> batch = reads.found(ask, asOf, Kind.BATCH, ask.path("batch", BatchId::new).value());
        int after = questions.after(ask, key -> Integer.valueOf(key.getFirst())).orElse(Integer.MIN_VALUE);
        List<Version<Payment>> found = rows(ask, asOf, batch.body().batch()).stream()
                .filter(row -> row.body().row() > after)
                .sorted(Comparator.comparing(row -> row.body().row()))
                .limit(questions.limit(ask) + 1L)
                .toList();
        String next = questions.next(ask, asOf, found, row -> List.of(Integer.toString(row.body().row())));
        return Answer.json(new Page<>(asOf, questions.page(ask, found).stream().map(Current::of).toList(), next));
    }

    private List<Version<Payment>> rows(Ask ask, AsOf asOf, BatchId batch) {
        return entities.list(Kind.PAYMENT, asOf, ask.reader().scope(), Wanted.tagged(Optional.of(FactTags.tag(Tags.BATCH, batch))),
                payment -> payment.batch().equals(batch), "", ROWS_OF_A_BATCH);
    }

    public Answer payments(Ask ask) throws InterruptedException {
        var institution = ask.given(Params.INSTITUTION);
        var allotment = ask.given(Params.ALLOTMENT);
        var batch = ask.given(Params.BATCH);
        var clawback = ask.given(Params.CLAWBACK);
        var kind = ask.given(Params.PAYMENT_KIND);
        var state = ask.given(Params.PAYMENT_STATE);
        Optional<String> tag = batch.map(id -> FactTags.tag(Tags.BATCH, id))
                .or(() -> clawback.map(id -> FactTags.tag(Tags.CLAWBACK, id)))
                .or(() -> allotment.map(id -> FactTags.tag(Tags.ALLOTMENT, id)))
                .or(() -> institution.map(id -> FactTags.tag(Tags.INSTITUTION, id)));
        return reads.list(ask, Kind.PAYMENT, new Wanted(tag, state.map(Payment.State::name)), payment ->
                institution.map(id -> id.equals(payment.institution()) || id.equals(payment.payee())).orElse(true)
                        && allotment.map(payment.allotment()::equals).orElse(true)
                        && batch.map(payment.batch()::equals).orElse(true)
                        && clawback.map(payment::isSetOffAgainst).orElse(true)
                        && kind.map(payment.kind()::equals).orElse(true)
                        && state.map(payment.state()::equals).orElse(true));
    }

    public Answer payment(Ask ask) throws InterruptedException {
        AsOf asOf = questions.asOf(ask);
        Version<Payment> payment = reads.found(ask, asOf, Kind.PAYMENT, ask.path("payment", PaymentId::new).value());
        List<Long> positions = payment.body().steps().stream().map(Payment.Step::position).toList();
        List<Entry> facts = Sql.of("select entry from fact where position = any(?::bigint[]) and", positions)
                .and(Visible.facts(asOf, ask.reader().scope()))
                .and("order by position")
                .list(source, row -> fold.decode(row.getBytes("entry")));
        var hands = signatures.under(facts, asOf, ask.reader().scope());
        return Answer.json(new One<>(asOf, new PaymentStory(payment.body(),
                facts.stream().map(fact -> FactSummary.of(fact, hands)).toList(), payment.position(), payment.effectiveDate())));
    }
}
