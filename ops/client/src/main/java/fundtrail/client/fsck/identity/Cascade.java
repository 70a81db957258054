package fundtrail.client.fsck.identity;

import fundtrail.contract.Money;
import fundtrail.contract.fact.DisbursementBatchApprovedRows;
import fundtrail.contract.fact.MatchingFundsCommitted;
import fundtrail.contract.fact.MatchingFundsPaid;
import fundtrail.contract.fact.TransferNotified;
import fundtrail.contract.fact.TransferPassedDown;
import fundtrail.contract.fact.TransferReceived;
import fundtrail.contract.id.BatchId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.TrancheId;
import java.util.HashMap;
import java.util.Map;

/** Money that comes down through the levels, tranche by tranche, by the amounts facts name. Keys are division, source, tranche. */
final class Cascade {
    private final Map<Key, TransferNotified> notices = new HashMap<>();
    private final Map<BatchId, Key> paidBy = new HashMap<>();
    /** Received, and added of a level's own for the tranche. */
    final Sums received;
    final Sums passedDown;
    /** Notified less received. */
    final Sums toCome;
    /** Of what was notified: received less passed down and given to batches that name it. */
    final Sums held;
    /** Committed less paid. */
    final Sums unmatched;

    Cascade(Sums.Kept kept) {
        received = kept.sums();
        passedDown = kept.sums();
        toCome = kept.sums();
        held = kept.sums();
        unmatched = kept.sums();
    }

    private static Key key(DivisionCode division, FundSourceCode source, TrancheId tranche) {
        return Key.of(division).of(source).with(tranche);
    }

    void notify(TransferNotified fact) {
        notices.put(Key.of(fact.division()).with(fact.tranche()), fact);
        toCome.add(key(fact.division(), fact.fundSource(), fact.tranche()), fact.amount());
    }

    private TransferNotified notice(DivisionCode division, TrancheId tranche) {
        TransferNotified notice = notices.get(Key.of(division).with(tranche));
        if (notice == null) {
            throw new Broken.Off("a tranche that is named was notified before: " + division + " " + tranche, "none", tranche);
        }
        return notice;
    }

    /** Division, budget year and source of its money. */
    Key receive(TransferReceived fact, Money amount) {
        TransferNotified notice = notice(fact.division(), fact.tranche());
        Key key = key(fact.division(), notice.fundSource(), fact.tranche());
        received.add(key, amount);
        held.add(key, amount);
        toCome.take(key, amount);
        return Key.of(notice.division(), notice.budgetYear(), notice.fundSource());
    }

    void give(DisbursementBatchApprovedRows fact) {
        if (fact.tranche() != null) {
            DivisionCode division = fact.lines().list().getFirst().division();
            paidBy.put(fact.batch(), key(division, notice(division, fact.tranche()).fundSource(), fact.tranche()));
            fact.rows().forEach(row -> held.take(paidBy.get(fact.batch()), row.amount()));
        }
    }

    /** Of a batch, that may name none: not paid after all, or sent back by the bank. */
    void giveBack(BatchId batch, Money amount) {
        if (paidBy.containsKey(batch)) {
            held.add(paidBy.get(batch), amount);
        }
    }

    void commit(MatchingFundsCommitted fact) {
        unmatched.add(key(fact.division(), fact.fundSource(), fact.tranche()), fact.amount());
    }

    /** Division, budget year and source of its money. */
    Key match(MatchingFundsPaid fact, Money amount) {
        Key key = key(fact.division(), fact.fundSource(), fact.tranche());
        received.add(key, amount);
        unmatched.take(key, amount);
        return Key.of(fact.division(), notice(fact.division(), fact.tranche()).budgetYear(), fact.fundSource());
    }

    /** @param source of the allotment it is paid out of @param notified whether it is money of the tranche's own notice */
    void passDown(TransferPassedDown fact, FundSourceCode source, Money amount, boolean notified) {
        Key key = key(fact.division(), source, fact.tranche());
        passedDown.add(key, amount);
        if (notified && notices.containsKey(Key.of(fact.division()).with(fact.tranche()))) {
            held.take(key, amount);
        }
    }
}
