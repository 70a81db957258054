package fundtrail.command.kit;

import static fundtrail.command.kit.Sample.BPH;
import static fundtrail.command.kit.Sample.CEN;
import static fundtrail.command.kit.Sample.CEN_H1;
import static fundtrail.command.kit.Sample.CT;
import static fundtrail.command.kit.Sample.CTY;
import static fundtrail.command.kit.Sample.DIVISION;
import static fundtrail.command.kit.Sample.H1;
import static fundtrail.command.kit.Sample.H2;
import static fundtrail.command.kit.Sample.accountOf;
import static fundtrail.command.kit.Sample.allotted;
import static fundtrail.command.kit.Sample.budget;
import static fundtrail.command.kit.Sample.institution;
import static fundtrail.command.kit.Sample.payeeAccount;
import static fundtrail.command.kit.Sample.received;
import static fundtrail.command.kit.Sample.source;
import static fundtrail.command.kit.Sample.treasuryAccount;
import static fundtrail.command.kit.Sample.yuan;

import fundtrail.command.decide.RefusalCode;
import fundtrail.command.disbursebatch.DisburseBatch;
import fundtrail.command.disbursebatch.DisburseBatch.Row;
import fundtrail.command.posting.PaymentPostings;
import fundtrail.command.posting.PaymentPostings.Credit;
import fundtrail.command.posting.PostingRules;
import fundtrail.contract.Account;
import fundtrail.contract.Digest;
import fundtrail.contract.Fact;
import fundtrail.contract.Json;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.AdvancePaid;
import fundtrail.contract.fact.ClawbackAmount;
import fundtrail.contract.fact.DisbursementBatchApproved;
import fundtrail.contract.fact.DisbursementBatchApprovedRows;
import fundtrail.contract.fact.DisbursementBatchApprovedRows.PaymentKind;
import fundtrail.contract.fact.PaymentConfirmed;
import fundtrail.contract.fact.PaymentHoldPlaced;
import fundtrail.contract.fact.PaymentReturned;
import fundtrail.contract.fact.ReservationReleased;
import fundtrail.contract.fact.ReservationReleased.Reason;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.BatchId;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.HoldId;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PaymentId;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Short words for batches and payments. Allotments are called {@code <source>-<institution>}, so that a row that names
 * one says all: its beneficiary is that institution, and its payee that institution's account.
 */
public final class Batches {
    public static final BatchId B1 = new BatchId("B1");
    public static final BatchId B2 = new BatchId("B2");
    public static final AllotmentId CTY_H1 = new AllotmentId("CTY-H1");
    public static final AllotmentId CEN_H2 = new AllotmentId("CEN-H2");
    public static final HoldId HOLD = new HoldId("hold-1");
    public static final String PAID_FOR = "2026年基本公共卫生服务补助";
    /** A Tuesday, the day after {@link Sample#DAY}: payee accounts registered then may be paid. */
    public static final LocalDate PAYDAY = Sample.DAY.plusDays(1);

    private Batches() {}

    /**
     * On {@link #PAYDAY}: H1 has 100.00 of CEN and 100.00 of CTY to spend, H2 has 100.00 of CEN, and there is cash for
     * all of it.
     */
    public static Given funded() {
        return allottedAndUnfunded()
                .and(received(CEN, "200.00", "in-1"), received(CTY, "100.00", "in-2"))
                .on(PAYDAY);
    }

    /** The same without any cash. */
    public static Given allottedAndUnfunded() {
        return Given.given(
                        institution(H1), institution(H2), source(CEN), source(CTY), treasuryAccount(),
                        payeeAccount(H1), payeeAccount(H2),
                        budget(CEN, "200.00"), budget(CTY, "100.00"),
                        allotted(CEN_H1, H1, CEN, "100.00"), allotted(CTY_H1, H1, CTY, "100.00"),
                        allotted(CEN_H2, H2, CEN, "100.00"))
                .on(PAYDAY);
    }

    public static Row row(int number, AllotmentId allotment, String yuan) {
        return row(number, allotment, yuan, PAID_FOR, null);
    }

    public static Row row(int number, AllotmentId allotment, String yuan, String purpose, String reason) {
        InstitutionId institution = institutionOf(allotment);
        return new Row(number, PaymentKind.ADVANCE, institution, accountOf(institution), allotment, yuan(yuan), purpose,
                null, reason);
    }

    /** The row, set off against {@link ClaimedBack#CB}. */
    public static Row offset(Row row, String yuan) {
        return new Row(row.row(), row.kind(), row.institution(), row.payeeAccount(), row.allotment(), row.amount(), row.purpose(),
                row.instalment(), row.reason(), row.basis(), List.of(new ClawbackAmount(ClaimedBack.CB, yuan(yuan))));
    }

    /** The wish for a batch of these rows, with the count and total they have. */
    public static DisburseBatch disburse(BatchId batch, Row... rows) {
        return new DisburseBatch(null, batch, DIVISION, CT, null, rows.length, total(rows), List.of(rows));
    }

    /** The facts of a batch approved, small enough for one part. */
    public static Fact[] approved(BatchId batch, Row... rows) {
        List<DisbursementBatchApprovedRows.Row> approved = Arrays.stream(rows)
                .map(row -> new DisbursementBatchApprovedRows.Row(row.row(), payment(batch, row), row.kind(),
                        row.institution(), row.payeeAccount(), row.allotment(), row.amount(), row.purpose(),
                        row.instalment(), row.reason(), row.basis(), row.offsets()))
                .toList();
        Lines lines = new Lines(Arrays.stream(rows)
                .flatMap(row -> PostingRules.reserved(allotmentOf(row), row.amount()).stream())
                .toList());
        return new Fact[] {
            new DisbursementBatchApprovedRows(batch, 1, approved, lines),
            new DisbursementBatchApproved(batch, DIVISION, CT, 1, rows.length, total(rows),
                    Digest.sha256(Json.canonical(approved)), null)
        };
    }

    public static AdvancePaid paid(BatchId batch, Row row) {
        return new AdvancePaid(payment(batch, row), batch, row.row(), row.institution(), row.institution(),
                row.payeeAccount(), row.allotment(), CT, row.amount(), row.purpose(), row.instalment(),
                PaymentPostings.paid(row.kind(), allotmentOf(row), owed(row), CT, row.amount()));
    }

    public static ReservationReleased refused(BatchId batch, Row row, RefusalCode refusal, HoldId hold) {
        return released(batch, row, Reason.REFUSED, refusal.name(), hold, null);
    }

    public static ReservationReleased cancelled(BatchId batch, Row row, String note) {
        return released(batch, row, Reason.CANCELLED, null, null, note);
    }

    public static PaymentConfirmed confirmed(BatchId batch, Row row, String yuan, String bankRef) {
        return new PaymentConfirmed(payment(batch, row), row.institution(), yuan(yuan), bankRef);
    }

    public static PaymentReturned returned(BatchId batch, Row row, String yuan, String bankRef) {
        return new PaymentReturned(payment(batch, row), row.institution(), row.allotment(), yuan(yuan), bankRef, "户名不符",
                PaymentPostings.returned(
                        allotmentOf(row), owed(row), List.of(new Credit(Account.ADVANCES, yuan(yuan))),
                        Map.of(allotmentOf(row), yuan(yuan)), CT, false));
    }

    /** A hold on everything the institution would be paid, or on this much of it. */
    public static PaymentHoldPlaced hold(HoldId id, InstitutionId institution, String yuan) {
        return new PaymentHoldPlaced(id, institution, null, yuan == null ? null : yuan(yuan), "预算法实施条例第六十条",
                PAYDAY.plusDays(30), PAYDAY.plusDays(60));
    }

    public static PaymentId payment(BatchId batch, Row row) {
        return new PaymentId(batch + "." + row.row());
    }

    private static ReservationReleased released(
            BatchId batch, Row row, Reason reason, String refusal, HoldId hold, String note) {
        return new ReservationReleased(batch, row.row(), payment(batch, row), row.institution(), row.allotment(),
                row.amount(), reason, refusal, hold, note, PostingRules.released(allotmentOf(row), row.amount()));
    }

    private static Money total(Row... rows) {
        return Money.sum(Arrays.stream(rows).map(Row::amount).toList());
    }

    private static InstitutionId institutionOf(AllotmentId allotment) {
        return new InstitutionId(allotment.value().split("-")[1]);
    }

    /** Whose advance or expense a row pays, out of an allotment of the same year. */
    private static Purse owed(Row row) {
        Purse allotment = allotmentOf(row);
        return Purse.of(DIVISION, allotment.budgetYear(), allotment.fundSource()).of(allotment.institution(), allotment.programme());
    }

    private static Purse allotmentOf(Row row) {
        AllotmentId id = row.allotment();
        FundSourceCode source = new FundSourceCode(id.value().split("-")[0]);
        return Purse.of(DIVISION, Sample.YEAR, source).of(institutionOf(id), BPH).under(id);
    }
}
