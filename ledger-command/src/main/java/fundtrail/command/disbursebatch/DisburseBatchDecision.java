package fundtrail.command.disbursebatch;

import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.ACCOUNT_MISMATCH;
import static fundtrail.command.decide.RefusalCode.ALREADY_EXISTS;
import static fundtrail.command.decide.RefusalCode.FILE_USED;
import static fundtrail.command.decide.RefusalCode.HELD_EXCEEDED;
import static fundtrail.command.decide.RefusalCode.ROWS_REFUSED;
import static fundtrail.command.decide.RefusalCode.TOTAL_DIFFERS;
import static fundtrail.command.decide.RefusalCode.TRANCHE_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.TREASURY_ACCOUNT_UNKNOWN;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Decision.Accepted;
import fundtrail.command.decide.Decision.Refused;
import fundtrail.command.decide.Decision.RowFault;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Known;
import fundtrail.command.known.Transfers.Tranche;
import fundtrail.contract.fact.TreasuryAccountRegistered;
import fundtrail.contract.fact.TreasuryAccountRegistered.Use;
import fundtrail.contract.id.BatchId;
import java.util.List;
import java.util.Map;

public final class DisburseBatchDecision {
    private DisburseBatchDecision() {}

    public static Decision decide(DisburseBatch wish, Moment moment, Known known) {
        if (wish.rowCount() != wish.rows().size() || !wish.controlTotal().equals(wish.total())) {
            return refused(TOTAL_DIFFERS, wish.batch())
                    .with("statedRows", wish.rowCount())
                    .with("rows", wish.rows().size())
                    .with("stated", wish.controlTotal())
                    .with("total", wish.total());
        }
        if (known.payments().batch(wish.batch()) != null) {
            return refused(ALREADY_EXISTS, wish.batch());
        }
        TreasuryAccountRegistered paying = known.treasuryAccounts().get(wish.bankAccount());
        if (paying == null) {
            return refused(TREASURY_ACCOUNT_UNKNOWN, wish.bankAccount());
        }
        Tranche tranche = wish.tranche() == null ? null : known.transfers().tranche(wish.division(), wish.tranche());
        if (wish.tranche() != null && tranche == null) {
            return refused(TRANCHE_UNKNOWN, wish.tranche()).with("division", wish.division());
        }
        if (!paying.division().equals(wish.division()) || paying.use() != Use.TREASURY) {
            return refused(ACCOUNT_MISMATCH, wish.bankAccount())
                    .with("division", paying.division())
                    .with("use", paying.use());
        }
        BatchId before = wish.fileHash() == null ? null : known.payments().ofFile(wish.fileHash());
        if (before != null) {
            return refused(FILE_USED, wish.fileHash()).with("batch", before);
        }
        if (tranche != null && !tranche.held().covers(wish.total())) {
            return refused(HELD_EXCEEDED, wish.tranche())
                    .with("held", tranche.held())
                    .with("amount", wish.total())
                    .with("missing", wish.total().minus(tranche.held()));
        }
        BatchRows rows = new BatchRows(wish.division(), tranche, wish.rows(), moment, known);
        List<RowFault> faults = wish.rows().stream().map(rows::fault).filter(fault -> fault != null).toList();
        if (!faults.isEmpty()) {
            return new Refused(ROWS_REFUSED, wish.batch().value(), Map.of("rows", String.valueOf(faults.size())), faults);
        }
        return new Accepted(ApprovedRows.facts(wish, moment, known));
    }
}
