package fundtrail.command.recordtransferreceipt;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.ACCOUNT_MISMATCH;
import static fundtrail.command.decide.RefusalCode.AMOUNT_NOT_POSITIVE;
import static fundtrail.command.decide.RefusalCode.BALANCE_OUT_OF_RANGE;
import static fundtrail.command.decide.RefusalCode.DATE_BEFORE_ARRIVAL;
import static fundtrail.command.decide.RefusalCode.NOTIFIED_EXCEEDED;
import static fundtrail.command.decide.RefusalCode.NUMBER_USED;
import static fundtrail.command.decide.RefusalCode.TRANCHE_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.TREASURY_ACCOUNT_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.YEAR_CLOSED;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Known;
import fundtrail.command.known.Transfers.Tranche;
import fundtrail.command.posting.AuthorityPostings;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.TransferReceived;
import fundtrail.contract.fact.TreasuryAccountRegistered;
import fundtrail.contract.fact.TreasuryAccountRegistered.Use;

public final class RecordTransferReceiptDecision {
    private RecordTransferReceiptDecision() {}

    public static Decision decide(RecordTransferReceipt wish, Moment moment, Known known) {
        if (!wish.amount().isPositive()) {
            return refused(AMOUNT_NOT_POSITIVE, wish.bankRef()).with("amount", wish.amount());
        }
        Long used = known.usedBankRef(wish.bankRef());
        if (used != null) {
            return refused(NUMBER_USED, wish.bankRef()).with("by", "#" + used);
        }
        TreasuryAccountRegistered account = known.treasuryAccounts().get(wish.bankAccount());
        if (account == null) {
            return refused(TREASURY_ACCOUNT_UNKNOWN, wish.bankAccount());
        }
        Tranche tranche = known.transfers().tranche(wish.division(), wish.tranche());
        if (tranche == null) {
            return refused(TRANCHE_UNKNOWN, wish.tranche()).with("division", wish.division());
        }
        if (!account.division().equals(wish.division()) || account.use() != Use.TREASURY) {
            return refused(ACCOUNT_MISMATCH, wish.bankAccount()).with("division", account.division()).with("use", account.use());
        }
        if (known.years().isClosed(wish.division(), tranche.budgetYear())) {
            return refused(YEAR_CLOSED, tranche.budgetYear()).with("division", wish.division());
        }
        if (wish.arrivedOn().isAfter(moment.effectiveDate())) {
            return refused(DATE_BEFORE_ARRIVAL, wish.tranche())
                    .with("date", moment.effectiveDate())
                    .with("arrived", wish.arrivedOn());
        }
        Money outstanding = tranche.outstanding();
        if (!outstanding.covers(wish.amount())) {
            return refused(NOTIFIED_EXCEEDED, wish.tranche())
                    .with("notified", tranche.notified())
                    .with("outstanding", outstanding)
                    .with("amount", wish.amount())
                    .with("missing", wish.amount().minus(outstanding));
        }
        Lines lines = AuthorityPostings.received(Purse.of(tranche.division(), tranche.budgetYear(), tranche.fundSource()),
                tranche.id(), wish.bankAccount(), wish.amount());
        if (!known.balances().canTake(lines)) {
            return refused(BALANCE_OUT_OF_RANGE, tranche.fundSource());
        }
        return accepted(new TransferReceived(wish.tranche(), wish.division(), wish.bankAccount(), wish.arrivedOn(),
                known.rules().passDownDue(wish.arrivedOn()), wish.bankRef(), wish.amount(), lines));
    }
}
