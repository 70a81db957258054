package fundtrail.command.known;

import fundtrail.command.known.Reversals.Draw;
import fundtrail.command.memory.Form;
import fundtrail.command.memory.Memory;
import fundtrail.command.memory.Series;
import fundtrail.command.memory.Trails;
import fundtrail.contract.Account;
import fundtrail.contract.Entry;
import fundtrail.contract.Line;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import java.util.stream.Stream;

/**
 * Which facts have drawn on what others brought, payments aside: those stand in the trails of {@link Reversals}. Known by
 * the lines, so that no kind of fact can be forgotten: what debits authority or credits cash takes it away.
 */
final class Draws {
    private record OfSource(Account account, DivisionCode division, int budgetYear, FundSourceCode fundSource) {}

    private final Series<Draw> draws;
    private final Trails<AllotmentId> onAllotments;
    private final Trails<OfSource> onSources;
    private final Trails<BankAccountId> onBankAccounts;

    Draws(Memory memory) {
        draws = new Series<>(memory, "draws", Draw.FORM);
        onAllotments = new Trails<>(memory, "otherDrawsOnAllotments", Forms.ALLOTMENT);
        onSources = new Trails<>(memory, "otherDrawsOnSources", Form.json(OfSource.class));
        onBankAccounts = new Trails<>(memory, "otherDrawsOnBankAccounts", Forms.BANK_ACCOUNT);
    }

    Stream<Draw> on(AllotmentId allotment) {
        return onAllotments.backwards(allotment).mapToObj(draws::get);
    }

    Stream<Draw> on(BankAccountId bankAccount) {
        return onBankAccounts.backwards(bankAccount).mapToObj(draws::get);
    }

    /** @param account UNALLOTTED or TREASURY_CASH */
    Stream<Draw> on(Account account, DivisionCode division, int budgetYear, FundSourceCode fundSource) {
        return onSources.backwards(new OfSource(account, division, budgetYear, fundSource)).mapToObj(draws::get);
    }

    /** What goes by way of reserved authority is a payment, and stands in its trails. */
    void fold(Entry entry) {
        if (entry.fact().lines().list().stream().anyMatch(line -> line.account() == Account.RESERVED)) {
            return;
        }
        for (Line line : entry.fact().lines()) {
            boolean less = switch (line.account()) {
                case TREASURY_CASH, RESERVE_CASH -> line.signed().isNegative();
                case UNALLOTTED, ALLOTTED -> line.signed().isPositive();
                default -> false;
            };
            if (!less || line.amount().isNegative()) {
                continue;
            }
            int ordinal = draws.add(new Draw(entry.position(), line.amount()));
            if (line.account() == Account.ALLOTTED) {
                onAllotments.add(line.allotment(), ordinal);
            } else if (line.account() != Account.RESERVE_CASH) {
                onSources.add(new OfSource(line.account(), line.division(), line.budgetYear(), line.fundSource()), ordinal);
            }
            if (line.bankAccount() != null) {
                onBankAccounts.add(line.bankAccount(), ordinal);
            }
        }
    }
}
