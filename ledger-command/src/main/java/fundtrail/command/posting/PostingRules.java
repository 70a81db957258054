package fundtrail.command.posting;

import static fundtrail.contract.Account.ALLOTTED;
import static fundtrail.contract.Account.AUTHORITY;
import static fundtrail.contract.Account.INFLOW;
import static fundtrail.contract.Account.RESERVED;
import static fundtrail.contract.Account.TREASURY_CASH;
import static fundtrail.contract.Account.UNALLOTTED;
import static fundtrail.contract.Line.credit;
import static fundtrail.contract.Line.debit;

import fundtrail.contract.Line;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.BudgetApproved.SourceAmount;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which lines a fact posts. The lines travel inside the fact, so a later rule changes nothing that was recorded.
 * An allotment's lines carry its own dimensions; cash knows its source and bank account, not whom it is for. Where an
 * allotment is asked for, all its dimensions are.
 */
public final class PostingRules {
    private PostingRules() {}

    /** Budget approved: Dr AUTHORITY / Cr UNALLOTTED, for each source. */
    public static Lines budgetApproved(DivisionCode division, int budgetYear, List<SourceAmount> sources) {
        return new Lines(sources.stream()
                .flatMap(source -> {
                    Purse purse = Purse.of(division, budgetYear, source.fundSource());
                    return Stream.of(debit(AUTHORITY, purse, source.amount()), credit(UNALLOTTED, purse, source.amount()));
                })
                .toList());
    }

    /**
     * Budget allotted: Dr UNALLOTTED / Cr ALLOTTED of the allotment. An allotment to a lower division's bureau has no
     * programme: what it is for, that division says.
     */
    public static Lines budgetAllotted(Purse allotment, Money amount) {
        return Lines.of(debit(UNALLOTTED, ofSource(allotment), amount), credit(ALLOTTED, allotment, amount));
    }

    /** Fund received: Dr TREASURY_CASH / Cr INFLOW. */
    public static Lines fundReceived(
            DivisionCode division, int budgetYear, FundSourceCode source, BankAccountId bankAccount, Money amount) {
        Purse purse = Purse.of(division, budgetYear, source);
        return Lines.of(debit(TREASURY_CASH, purse.in(bankAccount), amount), credit(INFLOW, purse, amount));
    }

    /** A batch row approved: Dr ALLOTTED / Cr RESERVED. */
    public static List<Line> reserved(Purse allotment, Money amount) {
        return List.of(debit(ALLOTTED, allotment, amount), credit(RESERVED, allotment, amount));
    }

    /** A reservation released: Dr RESERVED / Cr ALLOTTED. */
    public static Lines released(Purse allotment, Money amount) {
        return Lines.of(debit(RESERVED, allotment, amount), credit(ALLOTTED, allotment, amount));
    }

    static Purse ofSource(Purse purse) {
        return Purse.of(purse.division(), purse.budgetYear(), purse.fundSource());
    }
}
