package fundtrail.command.changeinstitution;

import static fundtrail.command.decide.RefusalCode.PAYEE_MISMATCH;
import static fundtrail.command.decide.RefusalCode.PAYEE_NO_LEGAL_PERSON;
import static fundtrail.command.decide.RefusalCode.ROWS_REFUSED;
import static fundtrail.command.kit.Batches.B1;
import static fundtrail.command.kit.Batches.PAYDAY;
import static fundtrail.command.kit.Batches.funded;
import static fundtrail.command.kit.Sample.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fundtrail.command.decide.RefusalCode;
import fundtrail.command.disbursebatch.DisburseBatch;
import fundtrail.command.kit.Batches;
import fundtrail.command.kit.Given;
import fundtrail.contract.fact.DisbursementBatchApprovedRows.PaymentKind;
import fundtrail.contract.fact.InstitutionChanged;
import fundtrail.contract.fact.InstitutionChanged.LegalStatus;
import fundtrail.contract.id.PayeeAccountId;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Who is no legal person any more is paid to the account of the one it is part of, and stays the beneficiary. */
class PaidLegalPersonTest {
    private static InstitutionChanged branchOfH2(LocalDate from) {
        var registered = institution(H1);
        return new InstitutionChanged(H1, from, registered.creditCode(), registered.name(), registered.type(), registered.ownership(),
                LegalStatus.BRANCH, H2);
    }

    private static DisburseBatch paying(PayeeAccountId account) {
        return Batches.disburse(B1, new DisburseBatch.Row(1, PaymentKind.ADVANCE, H1, account, CEN_H1, yuan("40.00"), "补助", null, null));
    }

    private static RefusalCode fault(Given given, PayeeAccountId account) {
        return given.when(paying(account)).thenRefused(ROWS_REFUSED, B1).faults().getFirst().why().code();
    }

    @Test
    void a_branch_is_paid_to_its_legal_persons_account_and_not_to_its_own() {
        assertEquals(2, funded().and(branchOfH2(PAYDAY)).on(PAYDAY).when(paying(accountOf(H2))).facts().size());
        assertEquals(PAYEE_NO_LEGAL_PERSON, fault(funded().and(branchOfH2(PAYDAY)).on(PAYDAY), accountOf(H1)));
    }

    @Test
    void until_the_day_before_it_is_paid_to_its_own() {
        assertEquals(2, funded().and(branchOfH2(PAYDAY.plusDays(1))).on(PAYDAY).when(paying(accountOf(H1))).facts().size());
        assertEquals(PAYEE_MISMATCH, fault(funded().and(branchOfH2(PAYDAY.plusDays(1))).on(PAYDAY), accountOf(H2)));
    }
}
