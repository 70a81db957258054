package fundtrail.command.restorefundsource;

import fundtrail.command.known.Allotment;
import fundtrail.command.known.Clawback;
import fundtrail.command.known.Clawbacks;
import fundtrail.command.known.Known;
import fundtrail.command.posting.ClawbackPostings;
import fundtrail.contract.Line;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.FundSourceRegistered;
import fundtrail.contract.fact.FundSourceRegistered.RestitutionTarget;
import fundtrail.contract.fact.FundSourceRestored.RestoredOfSource;
import fundtrail.contract.fact.TreasuryAccountRegistered;
import fundtrail.contract.fact.TreasuryAccountRegistered.Use;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.FundSourceCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What of a claw-back's held money goes where, and which allotments get their authority back or lose it. */
final class RestoredSources {
    private final Clawback clawback;
    private final RestoreFundSource wish;
    private final Known known;
    private final boolean closed;
    private final Map<FundSourceCode, Money> free;
    private final Map<FundSourceCode, Money> shares;
    private FundSourceCode withoutAuthority;

    RestoredSources(Clawback clawback, RestoreFundSource wish, Known known) {
        this.clawback = clawback;
        this.wish = wish;
        this.known = known;
        closed = known.years().isClosed(clawback.division(), clawback.year().budgetYear());
        free = free(clawback, wish.bankAccount(), known);
        shares = held().covers(wish.amount()) ? Clawbacks.shares(wish.amount(), free) : free;
    }

    /** What an appeal gave back is held for the institution. */
    private static Map<FundSourceCode, Money> free(Clawback clawback, BankAccountId account, Known known) {
        Map<FundSourceCode, Money> free = known.recoveries().free(clawback, account);
        known.recoveries().clawbacks().refundDue(clawback).forEach((source, due) ->
                free.computeIfPresent(source, (same, held) -> held.covers(due) ? held.minus(due) : Money.ZERO));
        return free;
    }

    /** What may be restored out of the account: neither restored nor refunded nor to be, and nothing the bank has not confirmed yet. */
    Money held() {
        return Money.sum(free.values());
    }

    /** What account the wish should name and does not, or not one of the division; {@code null} when none is missing. */
    Use missing() {
        return Stream.of(Use.TREASURY, Use.RESERVE)
                .filter(use -> shares.keySet().stream().anyMatch(source -> use == use(target(source))))
                .filter(use -> !serves(use == Use.TREASURY ? wish.treasuryAccount() : wish.reserveAccount(), use))
                .findFirst()
                .orElse(null);
    }

    private static Use use(RestitutionTarget target) {
        return switch (target) {
            case ALLOTMENT, TREASURY -> Use.TREASURY;
            case RISK_RESERVE -> Use.RESERVE;
            case UPPER_LEVEL, INSURANCE_ACCOUNT -> null;
        };
    }

    private boolean serves(BankAccountId account, Use use) {
        TreasuryAccountRegistered registered = account == null ? null : known.treasuryAccounts().get(account);
        return registered != null && registered.use() == use && registered.division().equals(clawback.division());
    }

    private RestitutionTarget target(FundSourceCode source) {
        FundSourceRegistered registered = known.fundSources().get(source);
        return closed ? registered.restitutionClosed() : registered.restitutionOpen();
    }

    List<RestoredOfSource> bySource() {
        return shares.entrySet().stream()
                .map(share -> new RestoredOfSource(share.getKey(), share.getValue(), target(share.getKey())))
                .toList();
    }

    Lines lines() {
        List<Line> lines = new ArrayList<>();
        shares.forEach((source, amount) -> {
            RestitutionTarget target = target(source);
            BankAccountId to = use(target) == Use.RESERVE ? wish.reserveAccount() : wish.treasuryAccount();
            lines.addAll(ClawbackPostings.restored(clawback.purse(source), wish.bankAccount(), target, to, closed, amount));
            lines.addAll(authority(source, target, amount));
        });
        return new Lines(lines);
    }

    /** The first source that was spent out of fewer allotments than it gets back; {@code null} once {@link #lines} found none. */
    FundSourceCode withoutAuthority() {
        return withoutAuthority;
    }

    /** From the allotments the money was spent out of, no more from each than it has spent towards the claw-back's year. */
    private List<Line> authority(FundSourceCode source, RestitutionTarget target, Money amount) {
        List<Line> lines = new ArrayList<>();
        Money left = amount;
        Purse owed = Purse.of(clawback.division(), clawback.year().budgetYear(), source)
                .of(clawback.institution(), clawback.year().programme());
        for (Allotment allotment : known.ceilings().spending().by(owed)) {
            Money spent = known.ceilings().spending().towards(allotment.id(), owed.budgetYear());
            Money back = spent.covers(left) ? left : spent;
            if (back.isPositive()) {
                boolean itsYearIsClosed = known.years().isClosed(allotment.division(), allotment.budgetYear());
                lines.addAll(ClawbackPostings.authorityBack(
                        allotment.purse().forClawback(clawback.id()), target, itsYearIsClosed, back));
                left = left.minus(back);
            }
        }
        if (left.isPositive() && withoutAuthority == null) {
            withoutAuthority = source;
        }
        return lines;
    }
}
