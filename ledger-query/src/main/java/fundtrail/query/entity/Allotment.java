package fundtrail.query.entity;

import fundtrail.contract.DocumentRef;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.fact.BudgetAllotted.Classification;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ProgrammeCode;

/**
 * Authority of one source for one institution, programme and budget year.
 *
 * @param original   the amount it was made with
 * @param reversedBy the position at which it was undone; absent unless it was
 */
public record Allotment(
        AllotmentId allotment,
        InstitutionId institution,
        DivisionCode division,
        FundSourceCode fundSource,
        ProgrammeCode programme,
        int budgetYear,
        Classification classification,
        Money original,
        @MayBeAbsent DocumentRef document,
        @MayBeAbsent Long reversedBy) {

    public Allotment reversed(long position) {
        return new Allotment(
                allotment, institution, division, fundSource, programme, budgetYear, classification, original, document, position);
    }

    /** The same, of the institution's legal successor. */
    public Allotment goesOver(InstitutionId successor) {
        return new Allotment(
                allotment, successor, division, fundSource, programme, budgetYear, classification, original, document, reversedBy);
    }

    /** Another one of a later year, that begins with what was carried from this one. */
    public Allotment carried(AllotmentId to, int toYear, Money amount, DocumentRef under) {
        return new Allotment(to, institution, division, fundSource, programme, toYear, classification, amount, under, null);
    }
}
