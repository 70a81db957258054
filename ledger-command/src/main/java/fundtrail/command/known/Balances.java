package fundtrail.command.known;

import fundtrail.contract.Account;
import fundtrail.contract.Line;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ProgrammeCode;

/** The balances decisions are made on, each the exact sum of the lines recorded so far. */
public final class Balances {
    private record OfSource(Account account, DivisionCode division, int budgetYear, FundSourceCode fundSource) {}

    private record OfAllotment(Account account, AllotmentId allotment) {}

    /** Authority not yet paid; of all programmes where the programme is {@code null}. */
    private record Unpaid(InstitutionId institution, ProgrammeCode programme) {}

    private final Table<Object, Money> debits;

    Balances(Journal journal) {
        debits = new Table<>(journal);
    }

    void fold(Lines lines) {
        for (Line line : lines) {
            add(new OfSource(line.account(), line.division(), line.budgetYear(), line.fundSource()), line);
            if (line.allotment() != null) {
                add(new OfAllotment(line.account(), line.allotment()), line);
            }
            if (line.account() == Account.ALLOTTED || line.account() == Account.RESERVED) {
                add(new Unpaid(line.institution(), line.programme()), line);
                add(new Unpaid(line.institution(), null), line);
            }
            if (line.bankAccount() != null) {
                add(line.bankAccount(), line);
            }
        }
    }

    private void add(Object key, Line line) {
        debits.put(key, debits.getOrDefault(key, Money.ZERO).plus(line.signed()));
    }

    /** Authority of the source not yet allotted. */
    public Money unallotted(DivisionCode division, int budgetYear, FundSourceCode fundSource) {
        return credit(new OfSource(Account.UNALLOTTED, division, budgetYear, fundSource));
    }

    /** Authority of the allotment neither reserved nor spent nor withdrawn. */
    public Money available(AllotmentId allotment) {
        return credit(new OfAllotment(Account.ALLOTTED, allotment));
    }

    /** Authority of the allotment held by approved rows. */
    public Money reserved(AllotmentId allotment) {
        return credit(new OfAllotment(Account.RESERVED, allotment));
    }

    /** Authority of all the institution's allotments that is available or reserved; of one programme, unless {@code null}. */
    public Money unpaid(InstitutionId institution, ProgrammeCode programme) {
        return credit(new Unpaid(institution, programme));
    }

    /** Cash of the source in all treasury accounts. */
    public Money treasuryCash(DivisionCode division, int budgetYear, FundSourceCode fundSource) {
        return debits.getOrDefault(new OfSource(Account.TREASURY_CASH, division, budgetYear, fundSource), Money.ZERO);
    }

    /** Cash of all sources in one bank account. */
    public Money cashIn(BankAccountId bankAccount) {
        return debits.getOrDefault(bankAccount, Money.ZERO);
    }

    private Money credit(Object key) {
        return debits.getOrDefault(key, Money.ZERO).negated();
    }
}
