package fundtrail.command.recordsettlementrefund;

import fundtrail.command.decide.Form;
import fundtrail.command.decide.OfBudgetYear;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ProgrammeCode;
import java.time.LocalDate;

/**
 * Records that an institution paid back what its settlement showed as received too much.
 *
 * @param bankAccount the treasury account it arrived in
 * @param bankRef     the bank's reference, unique for ever, at most 64 characters
 */
public record RecordSettlementRefund(
        @MayBeAbsent LocalDate effectiveDate,
        InstitutionId institution,
        ProgrammeCode programme,
        int budgetYear,
        BankAccountId bankAccount,
        String bankRef,
        Money amount)
        implements OfBudgetYear {
    public RecordSettlementRefund {
        Form.budgetYear(budgetYear);
        Form.text("bankRef", bankRef, 64);
    }
}
