package fundtrail.query.read;

import static java.time.temporal.ChronoUnit.DAYS;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fundtrail.contract.Account;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.Tags;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.query.asof.AsOf;
import fundtrail.query.entity.Kind;
import fundtrail.query.entity.Tranche;
import fundtrail.query.entity.Tranche.Matching;
import fundtrail.query.entity.Tranche.PassedDown;
import fundtrail.query.entity.Tranche.Receipt;
import fundtrail.query.entity.Version;
import fundtrail.query.fold.FactTags;
import fundtrail.query.http.Answer;
import fundtrail.query.http.Ask;
import fundtrail.query.read.Entities.Wanted;
import fundtrail.query.read.LineSums.Keys;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Transfers tranche by tranche: what is notified, received, passed on, still held, and due. */
public final class TransferReads {
    private static final List<Dimension> CASH = List.of(Dimension.division, Dimension.budgetYear, Dimension.fundSource);

    private final EntityReads entities;
    private final LineSums sums;

    /** Matching funds of one source: {@code shortfall} is what was undertaken and did not come. */
    record Match(FundSourceCode fundSource, Money committed, Money paid, Money shortfall) {}

    /**
     * A tranche as it stands.
     *
     * @param received    what came of it
     * @param outstanding what is still to come
     * @param passedOn    what went on of it to a lower division, without matching funds and what went down of one's own before it was notified
     * @param complete    whether all that was notified has come, and has gone on or was paid by batches that name it
     * @param retained    what is still here, at most: what came, did not go on and was not paid by a batch that names it, as far as
     *                    there is cash of its source and year
     * @param dueOn       the last day for the earliest money retained; absent where nothing is
     * @param overdueDays by how many days that day has passed
     * @param late        days by which money was passed on too late, at the worst
     */
    record TransferView(
            @JsonUnwrapped Tranche tranche,
            Money received,
            Money outstanding,
            Money passedOn,
            boolean complete,
            Money retained,
            @MayBeAbsent LocalDate dueOn,
            long overdueDays,
            int late,
            List<Match> matching,
            long position,
            LocalDate effectiveDate) {}

    public TransferReads(EntityReads entities, LineSums sums) {
        this.entities = entities;
        this.sums = sums;
    }

    public Answer list(Ask ask) throws InterruptedException {
        var division = ask.given(Params.DIVISION);
        var source = ask.given(Params.FUND_SOURCE);
        var year = ask.given(Params.BUDGET_YEAR);
        var tranche = ask.given(Params.TRANCHE);
        Wanted wanted = Wanted.tagged(tranche.map(id -> FactTags.tag(Tags.TRANCHE, id)));
        return entities.list(ask, Kind.TRANCHE, wanted, (_, one) ->
                division.map(one.division()::equals).orElse(true)
                        && source.map(one.fundSource()::equals).orElse(true)
                        && year.map(asked -> asked == one.budgetYear()).orElse(true)
                        && tranche.map(one.tranche()::equals).orElse(true),
                (asOf, versions) -> shown(ask, asOf, versions));
    }

    public Answer one(Ask ask) throws InterruptedException {
        return entities.one(ask, Kind.TRANCHE, ask.path("transfer"), (asOf, versions) -> shown(ask, asOf, versions));
    }

    private List<TransferView> shown(Ask ask, AsOf asOf, List<Version<Tranche>> versions) {
        Map<List<Object>, Money> cash = new HashMap<>();
        Keys keys = new Keys(true, Visible.generalBooks(ask.reader().scope()).and("and account = ?", Account.TREASURY_CASH.name()));
        sums.by(CASH, asOf, keys, 0, Integer.MAX_VALUE).forEach(sum ->
                cash.put(List.of(sum.division(), sum.budgetYear(), sum.fundSource()), sum.balance()));
        return versions.stream().map(version -> {
            Tranche one = version.body();
            return view(version, cash.getOrDefault(List.of(one.division(), one.budgetYear(), one.fundSource()), Money.ZERO), asOf);
        }).toList();
    }

    private static TransferView view(Version<Tranche> version, Money cash, AsOf asOf) {
        Tranche tranche = version.body();
        Money received = Money.sum(tranche.receipts().stream().map(Receipt::amount).toList());
        Money passedOn = Money.sum(tranche.wentOn().stream().map(PassedDown::principal).toList());
        boolean ownMoney = tranche.fromLevel() == null;
        Money held = tranche.held().isNegative() ? Money.ZERO : tranche.held();
        boolean complete = !ownMoney && received.equals(tranche.notified()) && held.isZero();
        Money there = cash.isNegative() ? Money.ZERO : cash;
        Money retained = there.covers(held) ? held : there;
        LocalDate dueOn = dueOn(tranche, received.minus(retained), retained);
        return new TransferView(tranche, received, ownMoney ? Money.ZERO : tranche.notified().minus(received), passedOn, complete, retained, dueOn,
                dueOn == null ? 0 : Math.max(0, DAYS.between(dueOn, asOf.effective())),
                tranche.wentOn().stream().filter(one -> one.lateBy() != null).mapToInt(PassedDown::lateBy).max().orElse(0),
                matching(tranche), version.position(), version.effectiveDate());
    }

    /** What came first goes on first. */
    private static LocalDate dueOn(Tranche tranche, Money gone, Money retained) {
        if (!retained.isPositive()) {
            return null;
        }
        Money left = gone;
        for (Receipt receipt : tranche.receipts().stream().sorted(Comparator.comparing(Receipt::arrivedOn)).toList()) {
            if (!left.covers(receipt.amount())) {
                return receipt.dueOn();
            }
            left = left.minus(receipt.amount());
        }
        return null;
    }

    private static List<Match> matching(Tranche tranche) {
        Map<String, Money> committed = bySource(tranche.committed());
        Map<String, Money> paid = bySource(tranche.matched());
        return committed.entrySet().stream()
                .map(one -> {
                    Money came = paid.getOrDefault(one.getKey(), Money.ZERO);
                    return new Match(new FundSourceCode(one.getKey()), one.getValue(), came, one.getValue().minus(came));
                })
                .toList();
    }

    private static Map<String, Money> bySource(List<Matching> all) {
        Map<String, Money> sums = new TreeMap<>();
        all.forEach(one -> sums.merge(one.fundSource().value(), one.amount(), Money::plus));
        return sums;
    }
}
