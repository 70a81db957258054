package fundtrail.client.fsck.identity;

import fundtrail.contract.Money;
import fundtrail.contract.fact.BankStatementImported;
import fundtrail.contract.fact.BankStatementImportedRows;
import fundtrail.contract.fact.DisbursementBatchApproved;
import fundtrail.contract.fact.DisbursementBatchApprovedRows;
import fundtrail.contract.fact.DisbursementBatchApprovedRows.Row;
import fundtrail.contract.fact.Paid;
import fundtrail.contract.fact.ReservationReleased;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.BatchId;
import fundtrail.contract.id.PaymentId;
import java.util.HashMap;
import java.util.Map;

/** Rows in parts are what their closing fact says, and a payment is the row it executes; a statement begins where the last one ended. */
final class Batches {
    private record Approved(AllotmentId allotment, Money amount) {}

    private final Map<BatchId, Money> rows = new HashMap<>();
    private final Map<PaymentId, Approved> approved = new HashMap<>();
    private final Map<Object, Money> moved = new HashMap<>();
    private final Map<BankAccountId, Money> closing = new HashMap<>();

    void rows(DisbursementBatchApprovedRows fact) {
        for (Row row : fact.rows()) {
            approved.put(row.payment(), new Approved(row.allotment(), row.amount()));
            rows.merge(fact.batch(), row.amount(), Money::plus);
        }
    }

    void approve(DisbursementBatchApproved fact) {
        Money sum = rows.remove(fact.batch());
        Amounts.equal("a batch's rows are its control total: " + fact.batch(), fact.controlTotal(), sum == null ? Money.ZERO : sum);
    }

    void pay(Paid fact) {
        isItsRow(fact.payment(), fact.allotment(), fact.amount());
    }

    void release(ReservationReleased fact) {
        isItsRow(fact.payment(), fact.allotment(), fact.amount());
        approved.remove(fact.payment());
    }

    private void isItsRow(PaymentId payment, AllotmentId allotment, Money amount) {
        Approved row = approved.get(payment);
        Approved done = new Approved(allotment, amount);
        if (!done.equals(row)) {
            throw new Broken.Off("a payment is the approved row it executes: " + payment, done, row);
        }
    }

    void rows(BankStatementImportedRows fact) {
        fact.rows().forEach(row -> moved.merge(fact.statement(), row.amount(), Money::plus));
    }

    void statement(BankStatementImported fact) {
        Money sum = moved.remove(fact.statement());
        Amounts.equal("a bank statement's closing balance is its opening one and its rows: " + fact.bankAccount() + " " + fact.statement(),
                fact.closing(), fact.opening().plus(sum == null ? Money.ZERO : sum));
        Money before = closing.put(fact.bankAccount(), fact.closing());
        Amounts.equal("a bank statement opens at what the last one closed at: " + fact.bankAccount() + " " + fact.statement(),
                fact.opening(), before == null ? fact.opening() : before);
    }
}
