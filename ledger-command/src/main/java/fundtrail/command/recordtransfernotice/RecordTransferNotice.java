package fundtrail.command.recordtransfernotice;

import fundtrail.command.decide.Form;
import fundtrail.command.decide.OfBudgetYear;
import fundtrail.contract.CompensationChannel;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.fact.FundSourceRegistered.Level;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.ProgrammeCode;
import fundtrail.contract.id.TrancheId;
import java.time.LocalDate;

/**
 * Records the notice of a transfer from above (转移支付下达): its money may be allotted from now on. Fields as in
 * {@link fundtrail.contract.fact.TransferNotified}.
 */
public record RecordTransferNotice(
        @MayBeAbsent LocalDate effectiveDate,
        @MayBeAbsent DocumentRef document,
        TrancheId tranche,
        DivisionCode division,
        int budgetYear,
        Level fromLevel,
        FundSourceCode fundSource,
        @MayBeAbsent ProgrammeCode programme,
        @MayBeAbsent CompensationChannel channel,
        Money amount,
        boolean advance)
        implements OfBudgetYear {
    public RecordTransferNotice {
        Form.budgetYear(budgetYear);
    }
}
