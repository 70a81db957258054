package fundtrail.query.read;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fundtrail.contract.Account;
import fundtrail.contract.Entry;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.fact.BudgetReallocated;
import fundtrail.contract.fact.EntryReversed;
import fundtrail.contract.id.AllotmentId;
import fundtrail.query.asof.AsOf;
import fundtrail.query.entity.Allotment;
import fundtrail.query.entity.Kind;
import fundtrail.query.fold.LedgerFold;
import fundtrail.query.http.Answer;
import fundtrail.query.http.Ask;
import fundtrail.query.read.Hands.Hand;
import fundtrail.query.store.Sql;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** An allotment's life: every fact that changed it, and what was left after each. */
public final class AllotmentLife {
    private final Questions questions;
    private final EntityReads entities;
    private final DataSource source;
    private final LedgerFold fold;
    private final Signatures signatures;

    /**
     * One fact.
     *
     * @param change   what it did to the allotment
     * @param after    how the allotment stood then, in the order in which facts count
     * @param document the number (文号) of the document it rests on
     */
    record AllotmentStep(
            long position,
            Instant recordedAt,
            LocalDate effectiveDate,
            String type,
            @MayBeAbsent String document,
            Authority change,
            Authority after,
            List<Hand> signatures) {}

    /**
     * An allotment's life.
     *
     * @param movedIn  what reallocations have brought
     * @param movedOut what they have taken away
     */
    record Life(
            @JsonUnwrapped AsOf asOf,
            Allotment allotment,
            Authority authority,
            Money movedIn,
            Money movedOut,
            List<AllotmentStep> items,
            @MayBeAbsent String next) {}

    private record Changed(long position, LocalDate effectiveDate, Authority change, Authority after) {}

    public AllotmentLife(Questions questions, EntityReads entities, DataSource source, LedgerFold fold, Signatures signatures) {
        this.questions = questions;
        this.entities = entities;
        this.source = source;
        this.fold = fold;
        this.signatures = signatures;
    }

    public Answer life(Ask ask) throws InterruptedException {
        AsOf asOf = questions.asOf(ask);
        AllotmentId id = ask.path("allotment", AllotmentId::new);
        Allotment allotment = entities.found(ask, asOf, Kind.ALLOTMENT, id.value()).body();
        List<Changed> all = changes(ask, asOf, id);
        int first = questions.after(ask, key -> Integer.valueOf(key.getFirst())).orElse(0);
        List<Changed> found = all.subList(Math.min(first, all.size()), Math.min(first + questions.limit(ask) + 1, all.size()));
        List<Changed> page = questions.page(ask, found);
        Map<Long, Entry> entries = entries(page.stream().map(Changed::position).toList());
        var hands = signatures.under(entries.values(), asOf, ask.reader().scope());
        return Answer.json(new Life(asOf, allotment, all.isEmpty() ? Authority.NONE : all.getLast().after(),
                moved(ask, asOf, id, true), moved(ask, asOf, id, false),
                page.stream().map(one -> step(one, entries.get(one.position()), hands)).toList(),
                questions.next(ask, asOf, found, _ -> List.of(Integer.toString(first + questions.limit(ask))))));
    }

    /** In the order in which they count; of one day, in that of their positions. */
    private List<Changed> changes(Ask ask, AsOf asOf, AllotmentId id) {
        List<Changed> changes = new ArrayList<>();
        Map<Account, Money> standing = new EnumMap<>(Account.class);
        Sql.of("select position, effective_date, account, sum(amount) as amount from line where")
                .and(Visible.lines(asOf, ask.reader().scope()))
                .and("and allotment = ? and book = 'BUDGET'", id.value())
                .and("group by position, effective_date, account order by effective_date, position, account")
                .each(source, row -> {
                    long position = row.getLong("position");
                    Account account = Account.valueOf(row.getString("account"));
                    Money amount = LineSums.money(row, "amount");
                    standing.merge(account, amount, Money::plus);
                    Authority change = Authority.of(Map.of(account, amount));
                    if (!changes.isEmpty() && changes.getLast().position() == position) {
                        change = changes.removeLast().change().plus(change);
                    }
                    changes.add(new Changed(position, row.getObject("effective_date", LocalDate.class), change, Authority.of(standing)));
                });
        return changes;
    }

    /** By reallocations that stand: one that was reversed has its lines in red. */
    private Money moved(Ask ask, AsOf asOf, AllotmentId id, boolean in) {
        Sql sql = Sql.of("select entry, amount from line join fact using (position) where")
                .and(Sql.of("line.position <= ? and line.effective_date <= ? and", asOf.knownPosition(), asOf.effective()))
                .and(Visible.books(ask.reader().scope()))
                .and("and allotment = ? and account = ? and type in ('BudgetReallocated', 'EntryReversed')", id.value(), Account.ALLOTTED.name())
                .and("and side = ?", in ? "C" : "D");
        Money moved = Money.ZERO;
        for (Money one : sql.list(source, row -> isMove(fold.decode(row.getBytes("entry")))
                ? Money.ofFen(in ? -row.getLong("amount") : row.getLong("amount")) : Money.ZERO)) {
            moved = moved.plus(one);
        }
        return moved;
    }

    private static boolean isMove(Entry entry) {
        return entry.fact() instanceof BudgetReallocated
                || entry.fact() instanceof EntryReversed reversed && reversed.undoes().equals("BudgetReallocated");
    }

    private Map<Long, Entry> entries(List<Long> positions) {
        Map<Long, Entry> entries = new HashMap<>();
        Sql.of("select entry from fact where position = any(?::bigint[])", positions).each(source, row -> {
            Entry entry = fold.decode(row.getBytes("entry"));
            entries.put(entry.position(), entry);
        });
        return entries;
    }

    private static AllotmentStep step(Changed one, Entry entry, Hands hands) {
        return new AllotmentStep(one.position(), entry.recordedAt(), one.effectiveDate(), entry.envelope().type(), hands.document(entry),
                one.change(), one.after(), hands.under(entry));
    }
}
