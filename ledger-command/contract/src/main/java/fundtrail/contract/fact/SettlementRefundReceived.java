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
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ProgrammeCode;
import java.util.List;
import java.util.Set;

/**
 * 清算退回: an institution paid back what its settlement showed as received too much; the authority is there again, by its
 * own lines, or by the parts before it where it comes back to many allotments.
 *
 * @param bankAccount the treasury account it arrived in
 * @param bankRef     the bank's reference, unique for ever
 * @param bySource    what it pays back of each source, in the composition of what was outstanding
 * @param parts       how many parts of authority precede it; absent where its own lines hold all of it
 */
public record SettlementRefundReceived(
        DivisionCode division,
        InstitutionId institution,
        ProgrammeCode programme,
        int budgetYear,
        BankAccountId bankAccount,
        String bankRef,
        Money amount,
        List<SourceAmount> bySource,
        @MayBeAbsent Integer parts,
        Lines lines)
        implements Fact {
    public SettlementRefundReceived {
        Text.required("bank reference", bankRef, 64);
        bySource = List.copyOf(bySource);
        if (!Money.sum(bySource.stream().map(SourceAmount::amount).toList()).equals(amount)) {
            throw new IllegalArgumentException("a refund of " + amount + " is shared out as " + bySource);
        }
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(lines).and(Tags.INSTITUTION, institution).and(Tags.PROGRAMME, programme).set();
    }
}
