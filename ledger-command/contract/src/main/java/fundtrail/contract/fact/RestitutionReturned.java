package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.Text;
import fundtrail.contract.fact.FundSourceRegistered.RestitutionTarget;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.ClawbackId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.InstitutionId;
import java.util.Set;

/**
 * 归还退回: money that was restored to a source came back, whole or in part; it is held again.
 *
 * @param restoration the position of the restoration that is taken back
 * @param bankAccount the account in which the money is held, as before the restoration
 * @param bankRef     the bank's reference of the return, unique for ever
 * @param target      where the restoration had gone to
 */
public record RestitutionReturned(
        ClawbackId clawback,
        DivisionCode division,
        InstitutionId institution,
        long restoration,
        BankAccountId bankAccount,
        String bankRef,
        FundSourceCode fundSource,
        RestitutionTarget target,
        Money amount,
        String reason,
        Lines lines)
        implements Fact {
    public RestitutionReturned {
        Text.required("bank reference", bankRef, 64);
        Text.required("reason", reason, 400);
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(lines).and(Tags.CLAWBACK, clawback).and(Tags.REVERSES, restoration).set();
    }
}
