package fundtrail.command.known;

import fundtrail.command.memory.Form;
import fundtrail.command.memory.Memory;
import fundtrail.command.memory.Table;
import fundtrail.contract.Account;
import fundtrail.contract.Line;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ProgrammeCode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The balances decisions are made on, each the exact sum of the lines recorded so far; as debits, in fen: a sum may pass
 * what one {@link Money} can say, so that no recorded fact is ever too much to fold.
 */
public final class Balances {
    private record OfSource(Account account, DivisionCode division, int budgetYear, FundSourceCode fundSource) {}

    private record OfAllotment(Account account, AllotmentId allotment) {}

    /** Authority not yet paid; of all programmes where the programme is {@code null}. */
    private record Unpaid(InstitutionId institution, ProgrammeCode programme) {}

    /** A balance by all its dimensions but its allotment; of cash, one for each bank account. */
    private record OfPurse(Account account, Purse purse) {}

    private static final long MOST = Money.yuan("9999999999999.99").fen();

    private final Table<OfSource, Long> ofSources;
    private final Table<OfAllotment, Long> ofAllotments;
    private final Table<OfPurse, Long> ofPurses;
    private final Table<InstitutionId, Long> reserved;
    private final Table<Unpaid, Long> unpaid;
    private final Table<BankAccountId, Long> inBank;
    private final Table<DivisionCode, Long> riskReserve;

    Balances(Memory memory) {
        ofSources = new Table<>(memory, "balancesOfSources", Form.json(OfSource.class), Form.LONG);
        ofAllotments = new Table<>(memory, "balancesOfAllotments", Form.of(
                (out, key) -> {
                    out.writeUTF(key.account().name());
                    Forms.ALLOTMENT.write(out, key.allotment());
                },
                in -> new OfAllotment(Account.valueOf(in.readUTF()), Forms.ALLOTMENT.read(in))), Form.LONG);
        ofPurses = new Table<>(memory, "balancesOfPurses", Form.json(OfPurse.class), Form.LONG);
        reserved = new Table<>(memory, "reserved", Forms.INSTITUTION, Form.LONG);
        unpaid = new Table<>(memory, "unpaid", Form.json(Unpaid.class), Form.LONG);
        inBank = new Table<>(memory, "cashInBank", Forms.BANK_ACCOUNT, Form.LONG);
        riskReserve = new Table<>(memory, "riskReserve", Forms.DIVISION, Form.LONG);
    }

    void fold(Lines lines) {
        for (Line line : lines) {
            add(ofSources, source(line), line);
            if (line.allotment() != null) {
                add(ofAllotments, new OfAllotment(line.account(), line.allotment()), line);
            }
            add(ofPurses, new OfPurse(line.account(), Purse.of(line.division(), line.budgetYear(), line.fundSource())
                    .of(line.institution(), line.programme()).in(line.bankAccount())), line);
            if (line.account() == Account.RESERVED) {
                add(reserved, line.institution(), line);
            }
            if (line.account() == Account.ALLOTTED || line.account() == Account.RESERVED) {
                add(unpaid, new Unpaid(line.institution(), null), line);
                if (line.programme() != null) {
                    add(unpaid, new Unpaid(line.institution(), line.programme()), line);
                }
            }
            if (line.bankAccount() != null) {
                add(inBank, line.bankAccount(), line);
            }
            if (line.account() == Account.RISK_RESERVE) {
                add(riskReserve, line.division(), line);
            }
        }
    }

    private static OfSource source(Line line) {
        return new OfSource(line.account(), line.division(), line.budgetYear(), line.fundSource());
    }

    private static <K> void add(Table<K, Long> debits, K key, Line line) {
        debits.put(key, Math.addExact(fen(debits, key), line.signed().fen()));
    }

    private static <K> long fen(Table<K, Long> debits, K key) {
        return debits.getOrDefault(key, 0L);
    }

    /** Whether the balances by source and by bank account stay within what {@link Money} can say with these lines. */
    public boolean canTake(Lines lines) {
        Map<OfSource, Long> more = new HashMap<>();
        Map<BankAccountId, Long> cash = new HashMap<>();
        for (Line line : lines) {
            more.merge(source(line), line.signed().fen(), Math::addExact);
            if (line.bankAccount() != null) {
                cash.merge(line.bankAccount(), line.signed().fen(), Math::addExact);
            }
        }
        return staysWithin(ofSources, more) && staysWithin(inBank, cash);
    }

    private static <K> boolean staysWithin(Table<K, Long> debits, Map<K, Long> more) {
        return more.entrySet().stream().allMatch(sum -> Math.abs(fen(debits, sum.getKey()) + sum.getValue()) <= MOST);
    }

    /** Authority of the source not yet allotted. */
    public Money unallotted(DivisionCode division, int budgetYear, FundSourceCode fundSource) {
        return credit(ofSources, new OfSource(Account.UNALLOTTED, division, budgetYear, fundSource));
    }

    /** Authority of the allotment neither reserved nor spent nor withdrawn. */
    public Money available(AllotmentId allotment) {
        return credit(ofAllotments, new OfAllotment(Account.ALLOTTED, allotment));
    }

    /** Authority of the allotment held by approved rows. */
    public Money reserved(AllotmentId allotment) {
        return credit(ofAllotments, new OfAllotment(Account.RESERVED, allotment));
    }

    /** Authority of all the institution's allotments held by approved rows. */
    public Money reserved(InstitutionId institution) {
        return credit(reserved, institution);
    }

    /** Authority of all the institution's allotments that is available or reserved; of one programme, unless {@code null}. */
    public Money unpaid(InstitutionId institution, ProgrammeCode programme) {
        return credit(unpaid, new Unpaid(institution, programme));
    }

    /**
     * What stands in an account, as a debit; a credit balance is negative.
     *
     * @param purse division, budget year and fund source; institution, programme and bank account where the account's lines
     *              carry them
     */
    public Money fund(Account account, Purse purse) {
        return Money.ofFen(fen(ofPurses, new OfPurse(account, purse)));
    }

    /** What is not zero in such an account, by division, budget year, fund source and whatever else its lines carry of a purse. */
    public Map<Purse, Money> fund(Account account) {
        Map<Purse, Money> balances = new HashMap<>();
        ofPurses.forEach((key, fen) -> {
            if (key.account() == account && fen != 0) {
                balances.put(key.purse(), Money.ofFen(fen));
            }
        });
        return balances;
    }

    /** What stands in an account as a debit, of the source in all its dimensions; a credit balance is negative. */
    public Money ofSource(Account account, DivisionCode division, int budgetYear, FundSourceCode fundSource) {
        return Money.ofFen(fen(ofSources, new OfSource(account, division, budgetYear, fundSource)));
    }

    /** Cash of the source in all treasury accounts. */
    public Money treasuryCash(DivisionCode division, int budgetYear, FundSourceCode fundSource) {
        return Money.ofFen(fen(ofSources, new OfSource(Account.TREASURY_CASH, division, budgetYear, fundSource)));
    }

    /** What the division's risk reserve amounts to, over all years. */
    public Money riskReserve(DivisionCode division) {
        return credit(riskReserve, division);
    }

    /** Authority of the allotment that is spent. */
    public Money expended(AllotmentId allotment) {
        return credit(ofAllotments, new OfAllotment(Account.EXPENDED, allotment));
    }

    /** Authority of the allotment that lapsed, went on or was taken back. */
    public Money withdrawn(AllotmentId allotment) {
        return credit(ofAllotments, new OfAllotment(Account.WITHDRAWN, allotment));
    }

    /** Cash of all sources in one bank account. */
    public Money cashIn(BankAccountId bankAccount) {
        return Money.ofFen(fen(inBank, bankAccount));
    }

    private static <K> Money credit(Table<K, Long> debits, K key) {
        return Money.ofFen(-fen(debits, key));
    }

    /** The budget years that the division's books have lines of. */
    Set<Integer> years(DivisionCode division) {
        Set<Integer> years = new HashSet<>();
        ofSources.forEach((key, fen) -> {
            if (key.division().equals(division)) {
                years.add(key.budgetYear());
            }
        });
        return years;
    }

    /** The fund sources that the division's books of a budget year have lines of, in the order of their codes. */
    List<FundSourceCode> sources(DivisionCode division, int budgetYear) {
        Set<FundSourceCode> sources = new TreeSet<>(Comparator.comparing(FundSourceCode::value));
        ofSources.forEach((key, fen) -> {
            if (key.division().equals(division) && key.budgetYear() == budgetYear) {
                sources.add(key.fundSource());
            }
        });
        return List.copyOf(sources);
    }
}
