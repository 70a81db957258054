package fundtrail.command.disbursebatch;

import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.TRANCHE_MISMATCH;
import static fundtrail.command.decide.RefusalCode.*;

import fundtrail.command.decide.Decision.Refused;
import fundtrail.command.decide.Decision.RowFault;
import fundtrail.command.decide.Moment;
import fundtrail.command.disbursebatch.DisburseBatch.Row;
import fundtrail.command.known.Allotment;
import fundtrail.command.known.CeilingWatch;
import fundtrail.command.known.HoldWatch;
import fundtrail.command.known.Known;
import fundtrail.command.known.Known.PayeeAccount;
import fundtrail.command.known.Transfers.Tranche;
import fundtrail.contract.Money;
import fundtrail.contract.fact.PaymentHoldPlaced;
import fundtrail.contract.fact.RuleSetPublished;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PayeeAccountId;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Judges the rows of one batch, one after another: what earlier rows took is no longer there for later ones. A row at
 * fault takes nothing, except that authority which does not suffice for one row is not left over for the next.
 */
final class BatchRows {
    private record Same(PayeeAccountId payee, AllotmentId allotment, Money amount, String purpose, String instalment) {}

    private final DivisionCode division;
    /** {@code null} where the batch names none. */
    private final Tranche tranche;
    private final Moment moment;
    private final Known known;
    private final HoldWatch holds;
    private final CeilingWatch ceilings;
    private final RowBasis basis;
    private final RowOffsets offsets;
    private final Map<Same, Integer> before = new HashMap<>();
    private final Map<AllotmentId, Money> left = new HashMap<>();
    /** By the day on which a payee account was recorded. */
    private final Map<LocalDate, LocalDate> payableFrom = new HashMap<>();

    BatchRows(DivisionCode division, Tranche tranche, List<Row> rows, Moment moment, Known known) {
        this.division = division;
        this.tranche = tranche;
        this.moment = moment;
        this.known = known;
        this.holds = new HoldWatch(known, moment.today());
        this.ceilings = new CeilingWatch(known, moment.today());
        this.basis = new RowBasis(rows, moment, known);
        this.offsets = new RowOffsets(division, moment, known);
    }

    /** The first fault of the row in the order of refusals, or {@code null}. */
    RowFault fault(Row row) {
        if (!row.amount().isPositive()) {
            return at(row, "amount", refused(AMOUNT_NOT_POSITIVE, row.allotment()).with("amount", row.amount()));
        }
        RowFault saying = basis.saying(row);
        if (saying != null) {
            return saying;
        }
        if (!known.institutions().has(row.institution())) {
            return at(row, "institution", refused(INSTITUTION_UNKNOWN, row.institution()));
        }
        PayeeAccount payee = known.payeeAccounts().get(row.payeeAccount());
        if (payee == null) {
            return at(row, "payeeAccount", refused(PAYEE_ACCOUNT_UNKNOWN, row.payeeAccount()));
        }
        Allotment allotment = known.allotments().get(row.allotment());
        if (allotment == null) {
            return at(row, "allotment", refused(ALLOTMENT_UNKNOWN, row.allotment()));
        }
        RowFault existing = basis.existing(row, allotment);
        existing = existing != null ? existing : offsets.existing(row);
        return existing != null ? existing : fault(row, payee, allotment);
    }

    private RowFault fault(Row row, PayeeAccount payee, Allotment allotment) {
        if (tranche != null
                && (!tranche.fundSource().equals(allotment.fundSource()) || tranche.budgetYear() != allotment.budgetYear())) {
            return at(row, "allotment", refused(TRANCHE_MISMATCH, tranche.id())
                    .with("fundSource", tranche.fundSource())
                    .with("budgetYear", tranche.budgetYear())
                    .with("allotment", row.allotment()));
        }
        if (!allotment.institution().equals(row.institution()) || !allotment.division().equals(division)) {
            return at(row, "allotment", refused(ALLOTMENT_MISMATCH, row.allotment())
                    .with("institution", row.institution())
                    .with("division", division));
        }
        if (known.institutions().isBureau(row.institution())) {
            return at(row, "institution", refused(BUREAU_NOT_PAID, row.institution()));
        }
        InstitutionId receiver = payee.account().institution();
        if (!known.mergers().areOne(receiver, row.institution())
                && !known.mergers().areOne(receiver, known.institutions().legalPersonOf(row.institution(), moment.effectiveDate()))) {
            return at(row, "payeeAccount",
                    refused(PAYEE_MISMATCH, row.payeeAccount()).with("institution", row.institution()));
        }
        InstitutionId legalPerson = known.institutions().legalPersonOf(receiver, moment.effectiveDate());
        if (!legalPerson.equals(receiver)) {
            return at(row, "payeeAccount", refused(PAYEE_NO_LEGAL_PERSON, row.payeeAccount())
                    .with("institution", receiver)
                    .with("legalPerson", legalPerson));
        }
        if (payee.closed()) {
            return at(row, "payeeAccount", refused(ACCOUNT_CLOSED, row.payeeAccount()));
        }
        LocalDate payableFrom = payableFrom(payee);
        if (moment.today().isBefore(payableFrom)) {
            return at(row, "payeeAccount",
                    refused(ACCOUNT_TOO_NEW, row.payeeAccount()).with("payableFrom", payableFrom));
        }
        Integer first = before.putIfAbsent(
                new Same(row.payeeAccount(), row.allotment(), row.amount(), row.purpose(), row.instalment()), row.row());
        if (first != null) {
            return at(row, "row", refused(DUPLICATE_ROW, row.row()).with("first", first));
        }
        LocalDate repeats = repeats(row, moment, known);
        if (repeats != null && row.reason() == null) {
            return at(row, "reason", refused(DUPLICATE_PAYMENT, row.payeeAccount())
                    .with("amount", row.amount())
                    .with("date", repeats));
        }
        if (moment.effectiveDate().isBefore(allotment.effectiveDate())) {
            return at(row, "allotment", refused(DATE_BEFORE_ALLOTMENT, row.allotment())
                    .with("date", moment.effectiveDate())
                    .with("allotted", allotment.effectiveDate()));
        }
        RowFault standing = basis.standing(row, allotment);
        standing = standing != null ? standing : offsets.standing(row);
        if (standing != null) {
            return standing;
        }
        PaymentHoldPlaced hold = holds.stopping(allotment, payee.account().institution(), row.amount(), row.basis());
        if (hold != null) {
            return at(row, "institution", refused(HOLD_ACTIVE, hold.institution())
                    .with("hold", hold.hold())
                    .with("reviewOn", hold.reviewOn())
                    .with("expiresOn", hold.expiresOn()));
        }
        RowFault stayed = offsets.stayed(row);
        if (stayed != null) {
            return stayed;
        }
        Money available = left.computeIfAbsent(row.allotment(), known.balances()::available);
        if (!available.covers(row.amount())) {
            left.put(row.allotment(), Money.ZERO);
            return at(row, "amount", refused(ALLOTMENT_EXCEEDED, row.allotment())
                    .with("available", available)
                    .with("asked", row.amount())
                    .with("missing", row.amount().minus(available)));
        }
        Money below = ceilings.left(row.kind(), allotment, row.basis());
        if (below != null && !below.covers(row.amount())) {
            return at(row, "amount", aboveCeiling(row, allotment, below));
        }
        RowFault tooMuch = offsets.tooMuch(row);
        if (tooMuch != null) {
            return tooMuch;
        }
        left.put(row.allotment(), available.minus(row.amount()));
        offsets.took(row);
        ceilings.took(row.kind(), allotment, row.basis(), row.amount());
        holds.passed(allotment, row.amount());
        return null;
    }

    private Refused aboveCeiling(Row row, Allotment allotment, Money left) {
        if (row.kind().isAdvance()) {
            return refused(ADVANCE_CAP_EXCEEDED, row.allotment())
                    .with("cap", ceilings.cap())
                    .with("left", left)
                    .with("asked", row.amount());
        }
        return refused(PAYABLE_EXCEEDED, row.allotment())
                .with("year", allotment.owed(row.basis()).budgetYear())
                .with("left", left)
                .with("asked", row.amount());
    }

    private LocalDate payableFrom(PayeeAccount payee) {
        return payableFrom.computeIfAbsent(payee.recordedOn(), recorded -> known.rules().afterWorkingDays(
                recorded, known.rules().inForce(moment.today()).payeeAccountWaitDays()));
    }

    /** The day of an earlier batch that pays the same payee the same amount, near enough to need a reason; or {@code null}. */
    static LocalDate repeats(Row row, Moment moment, Known known) {
        RuleSetPublished rules = known.rules().inForce(moment.today());
        return known.payments().standingNear(
                row.payeeAccount(), row.amount(), moment.effectiveDate(), rules.duplicateWindowDays());
    }

    private static RowFault at(Row row, String field, Refused why) {
        return new RowFault(row.row(), field, why);
    }
}
