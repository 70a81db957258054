package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Lines;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.Text;
import fundtrail.contract.fact.BudgetApproved.SourceAmount;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.ClawbackId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import java.util.List;
import java.util.Set;

/**
 * 追回: money of a claw-back arrived, and is held until it is restored.
 *
 * @param bankAccount the recovery account it lies in
 * @param bankRef     the bank's reference, unique for ever
 * @param bySource    in the composition of what was outstanding, in ascending order of the sources' codes
 * @param instalments what it pays of the plan, the earliest first; absent where no plan was agreed
 */
public record ClawbackRecovered(
        ClawbackId clawback,
        DivisionCode division,
        InstitutionId institution,
        BankAccountId bankAccount,
        String bankRef,
        Money amount,
        List<SourceAmount> bySource,
        @MayBeAbsent List<Instalment> instalments,
        Lines lines)
        implements Fact {
    public ClawbackRecovered {
        Text.required("bank reference", bankRef, 64);
        bySource = List.copyOf(bySource);
        instalments = instalments == null ? null : List.copyOf(instalments);
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(lines).and(Tags.CLAWBACK, clawback).set();
    }
}
