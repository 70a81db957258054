package fundtrail.query.entity;

import fundtrail.contract.DocumentRef;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.DrawId;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ProgrammeCode;

/**
 * A draw on a division's risk reserve.
 *
 * @param revision    the funding plan's
 * @param allotment   the allotment it made
 * @param returned    what went back unused
 */
public record ReserveDraw(
        DrawId draw,
        DivisionCode division,
        ProgrammeCode programme,
        int budgetYear,
        int revision,
        InstitutionId institution,
        AllotmentId allotment,
        Money amount,
        Money returned,
        BankAccountId reserveAccount,
        BankAccountId treasuryAccount,
        @MayBeAbsent DocumentRef document) {

    public ReserveDraw returned(Money more) {
        return new ReserveDraw(draw, division, programme, budgetYear, revision, institution, allotment, amount, returned.plus(more),
                reserveAccount, treasuryAccount, document);
    }
}
