package fundtrail.query.read;

import fundtrail.contract.Entry;
import fundtrail.contract.Money;
import fundtrail.contract.fact.EntryReversed;
import fundtrail.contract.fact.PaymentConfirmed;
import fundtrail.contract.id.BankAccountId;
import fundtrail.query.asof.AsOf;
import fundtrail.query.entity.Kind;
import fundtrail.query.entity.Payment;
import fundtrail.query.entity.Version;
import fundtrail.query.fold.FactTags;
import fundtrail.query.fold.LedgerFold;
import fundtrail.query.store.JdbcStore;
import fundtrail.query.store.Sql;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * What facts in the books moved in a bank account, and under which reference the bank knows it. A payment's reference comes
 * with its confirmation; any other fact brings its own.
 */
final class CashMoves {
    /** What one fact moved: lines that cancel out, as of two years' cash, move nothing. */
    record Move(long position, String type, LocalDate date, Money amount) {}

    private final DataSource source;
    private final JdbcStore store;
    private final LedgerFold fold;

    CashMoves(DataSource source, LedgerFold fold) {
        this.source = source;
        this.store = new JdbcStore(source);
        this.fold = fold;
    }

    /** Every move that counts by a day, by position; without those taken back in red, and their reversals. */
    Map<Long, Move> in(BankAccountId account, AsOf asOf) {
        Map<Long, Move> moves = new LinkedHashMap<>();
        Sql.of("""
                        select position, type, moved.effective_date, amount from (
                            select position, effective_date, sum(amount) as amount from posted_line
                            where key in (select id from line_key where bank_account = ?) and position <= ? and effective_date <= ?
                            group by position, effective_date having sum(amount) <> 0) moved
                        join fact using (position) order by position""",
                        account.value(), asOf.knownPosition(), asOf.effective())
                .each(source, row -> moves.put(row.getLong("position"), new Move(row.getLong("position"), row.getString("type"),
                        row.getObject("effective_date", LocalDate.class), LineSums.money(row, "amount"))));
        List<Long> reversals = moves.values().stream().filter(move -> move.type().equals("EntryReversed")).map(Move::position).toList();
        entries(reversals).values().forEach(entry -> {
            if (entry.fact() instanceof EntryReversed reversed && moves.remove(reversed.reverses()) != null) {
                moves.remove(entry.position());
            }
        });
        return moves;
    }

    /** Under each of some references of the bank, the positions of the facts that moved the money. */
    Map<String, List<Long>> under(Collection<String> bankRefs, AsOf asOf) {
        Map<String, List<Long>> positions = new HashMap<>();
        Map<Long, String> confirmed = new HashMap<>();
        Sql.of("""
                        select tag, position, type from fact_tag join fact using (position)
                        where tag = any(?) and position <= ? order by position""",
                        bankRefs.stream().map(ref -> FactTags.tag(FactTags.BANK_REF, ref)).toList(), asOf.knownPosition())
                .each(source, row -> {
                    String ref = row.getString("tag").substring(FactTags.BANK_REF.length() + 1);
                    if (row.getString("type").equals("PaymentConfirmed")) {
                        confirmed.put(row.getLong("position"), ref);
                    } else {
                        positions.computeIfAbsent(ref, _ -> new ArrayList<>()).add(row.getLong("position"));
                    }
                });
        payments(confirmed, asOf).forEach((ref, paid) -> positions.computeIfAbsent(ref, _ -> new ArrayList<>()).addAll(paid));
        return positions;
    }

    /** For each confirmation's reference, where its payment was paid. */
    private Map<String, List<Long>> payments(Map<Long, String> confirmed, AsOf asOf) {
        Map<String, String> refOf = new HashMap<>();
        entries(confirmed.keySet()).forEach((position, entry) -> {
            if (entry.fact() instanceof PaymentConfirmed confirmation) {
                refOf.put(confirmation.payment().value(), confirmed.get(position));
            }
        });
        Map<String, List<Long>> paid = new HashMap<>();
        if (!refOf.isEmpty()) {
            for (Version<Payment> payment : store.versions(Kind.PAYMENT, refOf.keySet(), asOf.knownPosition())) {
                paid.computeIfAbsent(refOf.get(payment.id()), _ -> new ArrayList<>())
                        .addAll(payment.body().steps().stream().map(Payment.Step::position).toList());
            }
        }
        return paid;
    }

    /** The entries at some positions. */
    Map<Long, Entry> entries(Collection<Long> positions) {
        return positions.isEmpty() ? Map.of() : Sql.of("select entry from fact where position = any(?::bigint[])", positions)
                .list(source, row -> fold.decode(row.getBytes("entry"))).stream()
                .collect(Collectors.toMap(Entry::position, Function.identity()));
    }
}
