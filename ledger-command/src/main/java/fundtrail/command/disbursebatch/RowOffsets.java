package fundtrail.command.disbursebatch;

import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.CLAWBACK_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.DATE_BEFORE_DETERMINATION;
import static fundtrail.command.decide.RefusalCode.NOT_DEMANDED;
import static fundtrail.command.decide.RefusalCode.OFFSET_ELSEWHERE;
import static fundtrail.command.decide.RefusalCode.OFFSET_EXCEEDED;
import static fundtrail.command.decide.RefusalCode.OUTSTANDING_EXCEEDED;
import static fundtrail.command.decide.RefusalCode.OUTSTANDING_PROMISED;
import static fundtrail.command.decide.RefusalCode.STAY_ACTIVE;

import fundtrail.command.decide.Decision.Refused;
import fundtrail.command.decide.Decision.RowFault;
import fundtrail.command.decide.Moment;
import fundtrail.command.disbursebatch.DisburseBatch.Row;
import fundtrail.command.known.Clawback;
import fundtrail.command.known.Known;
import fundtrail.contract.Fraction;
import fundtrail.contract.Money;
import fundtrail.contract.fact.ClawbackAmount;
import fundtrail.contract.fact.PaymentRules;
import fundtrail.contract.fact.RuleSetPublished;
import fundtrail.contract.id.ClawbackId;
import fundtrail.contract.id.DivisionCode;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Judges what rows are set off against: claw-backs from the very institution they pay, under no stay, and no more than is
 * outstanding and promised to nobody else. What earlier rows took is no longer there for later ones.
 */
final class RowOffsets {
    private final DivisionCode division;
    private final Moment moment;
    private final Known known;
    private final Map<ClawbackId, Money> taken = new HashMap<>();

    RowOffsets(DivisionCode division, Moment moment, Known known) {
        this.division = division;
        this.moment = moment;
        this.known = known;
    }

    /** Whether the claw-backs exist; the fault, or {@code null}. */
    RowFault existing(Row row) {
        for (ClawbackAmount one : of(row)) {
            if (clawback(one) == null) {
                return at(row, refused(CLAWBACK_UNKNOWN, one.clawback()));
            }
        }
        return null;
    }

    /** Whether they are from whom the row pays, determined by then, and demanded. */
    RowFault standing(Row row) {
        for (ClawbackAmount one : of(row)) {
            Clawback clawback = clawback(one);
            if (!clawback.division().equals(division) || !known.mergers().areOne(clawback.institution(), row.institution())) {
                return at(row, refused(OFFSET_ELSEWHERE, one.clawback())
                        .with("institution", row.institution())
                        .with("debtor", clawback.institution()));
            }
            if (moment.effectiveDate().isBefore(clawback.determinedOn())) {
                return at(row, refused(DATE_BEFORE_DETERMINATION, one.clawback())
                        .with("date", moment.effectiveDate())
                        .with("determined", clawback.determinedOn()));
            }
            if (clawback.demandedOn() == null) {
                return at(row, refused(NOT_DEMANDED, one.clawback()));
            }
        }
        return null;
    }

    /** Whether a pending appeal stays one of them. */
    RowFault stayed(Row row) {
        for (ClawbackAmount one : of(row)) {
            if (clawback(one).stay()) {
                return at(row, refused(STAY_ACTIVE, one.clawback()));
            }
        }
        return null;
    }

    /** Whether there is as much to be set off, and the rules let as much of the payment be. */
    RowFault tooMuch(Row row) {
        for (ClawbackAmount one : of(row)) {
            Clawback clawback = clawback(one);
            Money outstanding = Money.sum(known.recoveries().clawbacks().outstanding(clawback).values());
            if (!outstanding.covers(one.amount())) {
                return at(row, refused(OUTSTANDING_EXCEEDED, one.clawback())
                        .with("outstanding", outstanding)
                        .with("amount", one.amount()));
            }
            Money promised = known.recoveries().promised(clawback).plus(taken.getOrDefault(one.clawback(), Money.ZERO));
            if (!outstanding.minus(promised).covers(one.amount())) {
                return at(row, refused(OUTSTANDING_PROMISED, one.clawback())
                        .with("outstanding", outstanding)
                        .with("promised", promised)
                        .with("amount", one.amount()));
            }
        }
        Money asked = ClawbackAmount.sum(row.offsets());
        Money most = most(row.amount());
        return most.covers(asked) ? null : at(row, refused(OFFSET_EXCEEDED, row.allotment())
                .with("payment", row.amount())
                .with("most", most)
                .with("amount", asked));
    }

    /** The row has taken what it is set off against. */
    void took(Row row) {
        of(row).forEach(one -> taken.merge(one.clawback(), one.amount(), Money::plus));
    }

    /** The rules' share of the payment, in whole fen, rounded down; all of it where they name none. */
    private Money most(Money payment) {
        RuleSetPublished inForce = known.rules().inForce(moment.today());
        PaymentRules rules = inForce == null ? null : inForce.payments();
        Fraction cap = rules == null ? null : rules.offsetCap();
        return cap == null ? payment : Money.ofFen(cap.numerator()
                .multiply(BigInteger.valueOf(payment.fen()))
                .divide(cap.denominator())
                .longValueExact());
    }

    private Clawback clawback(ClawbackAmount one) {
        return known.recoveries().clawbacks().of(one.clawback());
    }

    private static List<ClawbackAmount> of(Row row) {
        return row.offsets() == null ? List.of() : row.offsets();
    }

    private static RowFault at(Row row, Refused why) {
        return new RowFault(row.row(), "offsets", why);
    }
}
