package fundtrail.command.known;

import fundtrail.command.memory.Form;
import fundtrail.command.memory.Memory;
import fundtrail.command.memory.Table;
import fundtrail.contract.Account;
import fundtrail.contract.Entry;
import fundtrail.contract.Line;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.fact.FundSourceRegistered.RestitutionTarget;
import fundtrail.contract.fact.FundSourceRestored;
import fundtrail.contract.fact.FundSourceRestored.RestoredOfSource;
import fundtrail.contract.fact.RestitutionReturned;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.ClawbackId;
import fundtrail.contract.id.FundSourceCode;
import java.time.LocalDate;
import java.util.List;

/** What was restored to each source, and what of it came back since. */
public final class Restorations {
    /** Authority of an allotment that came back with the money. */
    public record Part(AllotmentId allotment, Money amount) {}

    /**
     * @param from the account the money had been held in
     * @param to   the treasury's or the reserve's account it came to; absent where it left the division
     */
    public record Restoration(
            ClawbackId clawback, FundSourceCode fundSource, RestitutionTarget target, BankAccountId from, @MayBeAbsent BankAccountId to,
            Money amount, List<Part> authority, LocalDate effectiveDate, Money returned) {
        public Money left() {
            return amount.minus(returned);
        }
    }

    private record Of(long position, FundSourceCode fundSource) {}

    private final Table<Of, Restoration> restorations;

    Restorations(Memory memory) {
        restorations = new Table<>(memory, "restorations", Form.json(Of.class), Form.json(Restoration.class));
    }

    /** What the fact at that position restored to the source, or {@code null}. */
    public Restoration of(long position, FundSourceCode source) {
        return restorations.get(new Of(position, source));
    }

    void post(Entry entry) {
        switch (entry.fact()) {
            case FundSourceRestored fact -> fact.bySource().forEach(one -> restorations.put(
                    new Of(entry.position(), one.fundSource()), restored(fact, one, entry.envelope().effectiveDate())));
            case RestitutionReturned fact -> {
                Of key = new Of(fact.restoration(), fact.fundSource());
                Restoration one = restorations.get(key);
                restorations.put(key, new Restoration(one.clawback(), one.fundSource(), one.target(), one.from(), one.to(), one.amount(),
                        one.authority(), one.effectiveDate(), one.returned().plus(fact.amount())));
            }
            default -> { }
        }
    }

    private static Restoration restored(FundSourceRestored fact, RestoredOfSource one, LocalDate day) {
        List<Line> lines = fact.lines().list().stream().filter(line -> line.fundSource().equals(one.fundSource())).toList();
        BankAccountId to = lines.stream()
                .filter(line -> line.account() == Account.TREASURY_CASH || line.account() == Account.RESERVE_CASH)
                .map(Line::bankAccount).findFirst().orElse(null);
        List<Part> authority = lines.stream()
                .filter(line -> line.account() == Account.EXPENDED)
                .map(line -> new Part(line.allotment(), line.amount())).toList();
        return new Restoration(fact.clawback(), one.fundSource(), one.target(), fact.bankAccount(), to, one.amount(), authority, day,
                Money.ZERO);
    }
}
