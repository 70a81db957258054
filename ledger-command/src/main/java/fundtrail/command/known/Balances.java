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
import java.util.HashMap;
import java.util.Map;

/** The balances decisions are made on, each the exact sum of the lines recorded so far. */
public final class Balances {
    private record OfSource(Account account, DivisionCode division, int budgetYear, FundSourceCode fundSource) {}

    private record OfAllotment(Account account, AllotmentId allotment) {}

    /** Authority not yet paid; of all programmes where the programme is {@code null}. */
    private record Unpaid(InstitutionId institution, ProgrammeCode programme) {}

    private record Reserved(InstitutionId institution) {}

    private static final long MOST = Money.yuan("9999999999999.99").fen();

    /** In fen: a sum may pass what one {@link Money} can say, so that no recorded fact is ever too much to fold. */
    private final Table<Object, Long> debits;

    Balances(Journal journal) {
        debits = new Table<>(journal);
    }

    void fold(Lines lines) {
        for (Line line : lines) {
            add(source(line), line);
            if (line.allotment() != null) {
                add(new OfAllotment(line.account(), line.allotment()), line);
            }
            if (line.account() == Account.RESERVED) {
                add(new Reserved(line.institution()), line);
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

    private static OfSource source(Line line) {
        return new OfSource(line.account(), line.division(), line.budgetYear(), line.fundSource());
    }

    private void add(Object key, Line line) {
        debits.put(key, Math.addExact(fen(key), line.signed().fen()));
    }

    private long fen(Object key) {
        return debits.getOrDefault(key, 0L);
    }

    /** Whether the balances by source and by bank account stay within what {@link Money} can say with these lines. */
    public boolean canTake(Lines lines) {
        Map<Object, Long> more = new HashMap<>();
        for (Line line : lines) {
            more.merge(source(line), line.signed().fen(), Math::addExact);
            if (line.bankAccount() != null) {
                more.merge(line.bankAccount(), line.signed().fen(), Math::addExact);
            }
        }
        return more.entrySet().stream().allMatch(sum -> Math.abs(fen(sum.getKey()) + sum.getValue()) <= MOST);
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

    /** Authority of all the institution's allotments held by approved rows. */
    public Money reserved(InstitutionId institution) {
        return credit(new Reserved(institution));
    }

    /** Authority of all the institution's allotments that is available or reserved; of one programme, unless {@code null}. */
    public Money unpaid(InstitutionId institution, ProgrammeCode programme) {
        return credit(new Unpaid(institution, programme));
    }

    /** Cash of the source in all treasury accounts. */
    public Money treasuryCash(DivisionCode division, int budgetYear, FundSourceCode fundSource) {
        return Money.ofFen(fen(new OfSource(Account.TREASURY_CASH, division, budgetYear, fundSource)));
    }

    /** Cash of all sources in one bank account. */
    public Money cashIn(BankAccountId bankAccount) {
        return Money.ofFen(fen(bankAccount));
    }

    private Money credit(Object key) {
        return Money.ofFen(-fen(key));
    }
}
