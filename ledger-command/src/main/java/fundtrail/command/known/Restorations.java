package fundtrail.command.known;

import fundtrail.command.memory.Form;
import fundtrail.command.memory.Memory;
import fundtrail.command.memory.Table;
import fundtrail.contract.Account;
import fundtrail.contract.Entry;
import fundtrail.contract.Fact;
import fundtrail.contract.Line;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
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
import java.util.function.BiConsumer;

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
    private final Table<Purse, Long> earned;
    private final Clawbacks clawbacks;

    Restorations(Memory memory, Clawbacks clawbacks) {
        restorations = new Table<>(memory, "restorations", Form.json(Of.class), Form.json(Restoration.class));
        earned = new Table<>(memory, "restoredOfEarnings", Form.json(Purse.class), Form.LONG);
        this.clawbacks = clawbacks;
    }

    /**
     * By year, source, institution and programme: authority that went with what was restored of claims which had been settled.
     * Such claims stay in what the year has earned, so this authority still bore them.
     */
    void ofEarnings(BiConsumer<Purse, Money> each) {
        earned.forEach((purse, fen) -> each.accept(purse, Money.ofFen(fen)));
    }

    void merged(Merger merger) {
        earned.rename(merger::of, Math::addExact);
    }

    /** What the fact at that position restored to the source, or {@code null}. */
    public Restoration of(long position, FundSourceCode source) {
        return restorations.get(new Of(position, source));
    }

    void post(Entry entry) {
        switch (entry.fact()) {
            case FundSourceRestored fact -> {
                fact.bySource().forEach(one -> restorations.put(
                        new Of(entry.position(), one.fundSource()), restored(fact, one, entry.envelope().effectiveDate())));
                keepEarned(fact, clawbacks.of(fact.clawback()));
            }
            case RestitutionReturned fact -> {
                keepEarned(fact, clawbacks.of(fact.clawback()));
                Of key = new Of(fact.restoration(), fact.fundSource());
                Restoration one = restorations.get(key);
                restorations.put(key, new Restoration(one.clawback(), one.fundSource(), one.target(), one.from(), one.to(), one.amount(),
                        one.authority(), one.effectiveDate(), one.returned().plus(fact.amount())));
            }
            default -> { }
        }
    }

    private void keepEarned(Fact fact, Clawback clawback) {
        for (Line line : fact.lines()) {
            if (line.account() == Account.WITHDRAWN && line.budgetYear() == clawback.year().budgetYear()
                    && clawback.counter(line.fundSource()) != Account.ADVANCES) {
                Purse purse = Purse.of(line.division(), line.budgetYear(), line.fundSource()).of(line.institution(), line.programme());
                earned.put(purse, Math.subtractExact(earned.getOrDefault(purse, 0L), line.signed().fen()));
            }
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
