package fundtrail.command.known;

import fundtrail.command.memory.Fingerprint;
import fundtrail.command.memory.Fingerprints;
import fundtrail.command.memory.Form;
import fundtrail.command.memory.Memory;
import fundtrail.command.memory.Table;
import fundtrail.contract.Entry;
import fundtrail.contract.Line;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.FundSourceRegistered;
import fundtrail.contract.fact.FundSourceRegistered.Level;
import fundtrail.contract.fact.ReserveInterestReceived;
import fundtrail.contract.fact.RiskReserveContributed;
import fundtrail.contract.fact.RiskReserveDrawReturned;
import fundtrail.contract.fact.RiskReserveDrawn;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.DrawId;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ProgrammeCode;
import java.time.LocalDate;
import java.util.List;

/** The risk reserve's source, and the draws on it. What lies in it is in {@link Balances}. */
public final class RiskReserve implements Room {
    /**
     * A draw.
     *
     * @param returned    what of it went back unused
     * @param replenished what contributions have made good of it
     * @param position    of the fact
     */
    public record Draw(
            DrawId draw,
            DivisionCode division,
            AllotmentId allotment,
            InstitutionId institution,
            Money amount,
            Money returned,
            Money replenished,
            BankAccountId reserveAccount,
            BankAccountId treasuryAccount,
            LocalDate effectiveDate,
            long position) {

        /** What of it was not returned. */
        public Money net() {
            return amount.minus(returned);
        }

        private Draw with(Money returned, Money replenished) {
            return new Draw(draw, division, allotment, institution, amount, returned, replenished, reserveAccount, treasuryAccount,
                    effectiveDate, position);
        }
    }

    /** Whose draw a funding plan allows. */
    private record Planned(DivisionCode division, ProgrammeCode programme, int budgetYear, InstitutionId institution) {}

    /**
     * A contribution, as far as its reversal needs it.
     *
     * @param bankRef     may be absent
     * @param replenishes may be absent
     */
    record Contribution(LocalDate effectiveDate, Money amount, String bankRef, DrawId replenishes, List<Line> lines) {}

    /**
     * An allotment that holds authority of a draw: the draw's own, or one that its remainder was carried to.
     *
     * @param returned what of it went back to the reserve
     * @param carried  what of it went on into the next year
     */
    public record Held(DrawId draw, Money returned, Money carried) {}

    private final Table<AllotmentId, Held> held;
    private final Table<Long, Contribution> contributions;
    private final Table<DrawId, Draw> draws;
    private final Table<Planned, Long> drawn;
    private final Table<FundSourceCode, FundSourceRegistered> fundSources;
    private final Table<AllotmentId, Allotment> allotments;
    private final Fingerprints bankRefs;

    RiskReserve(
            Memory memory, Table<FundSourceCode, FundSourceRegistered> fundSources, Table<AllotmentId, Allotment> allotments,
            Fingerprints bankRefs) {
        contributions = new Table<>(memory, "reserveContributions", Form.LONG, Form.json(Contribution.class));
        draws = new Table<>(memory, "reserveDraws", Forms.DRAW, Form.json(Draw.class));
        drawn = new Table<>(memory, "reserveDrawn", Form.json(Planned.class), Form.LONG);
        held = new Table<>(memory, "reserveHeldByAllotments", Forms.ALLOTMENT, Form.json(Held.class));
        this.fundSources = fundSources;
        this.allotments = allotments;
        this.bankRefs = bankRefs;
    }

    /** The one source whose level is the risk reserve, of the dozens a ledger has; {@code null} when none is registered. */
    public FundSourceCode source() {
        return fundSources.values().stream()
                .filter(source -> source.level() == Level.RISK_RESERVE)
                .map(FundSourceRegistered::fundSource)
                .findFirst()
                .orElse(null);
    }

    /** The contribution at a position. */
    Contribution contribution(long position) {
        return contributions.get(position);
    }

    /** The draw, or {@code null}. */
    public Draw draw(DrawId id) {
        return draws.get(id);
    }

    /** What draw the allotment's authority is of; {@code null} where it is of none. */
    public Held held(AllotmentId allotment) {
        return held.get(allotment);
    }

    /** Authority of one allotment goes on in another; only of the risk reserve's it matters here. */
    void carried(AllotmentId from, AllotmentId to, Money amount) {
        Held before = held.get(from);
        if (before != null) {
            held.put(from, new Held(before.draw(), before.returned(), before.carried().plus(amount)));
            held.put(to, new Held(before.draw(), Money.ZERO, Money.ZERO));
        }
    }

    /** What was drawn for an institution under the funding plan of a programme and year, less what went back. */
    public Money drawn(DivisionCode division, ProgrammeCode programme, int budgetYear, InstitutionId institution) {
        return Money.ofFen(drawn.getOrDefault(new Planned(division, programme, budgetYear, institution), 0L));
    }

    @Override
    public boolean fold(Entry entry) {
        switch (entry.fact()) {
            case RiskReserveContributed fact -> {
                contributions.put(entry.position(), new Contribution(entry.envelope().effectiveDate(), fact.amount(), fact.bankRef(),
                        fact.replenishes(), fact.lines().list()));
                keepBankRef(fact.bankRef(), entry.position());
                replenished(fact.replenishes(), fact.amount());
            }
            case ReserveInterestReceived fact -> keepBankRef(fact.bankRef(), entry.position());
            case RiskReserveDrawn fact -> {
                allotments.put(fact.allotment(), Allotment.of(
                        Purse.of(fact.division(), fact.budgetYear(), fact.fundSource())
                                .of(fact.institution(), fact.programme())
                                .under(fact.allotment()),
                        fact.classification(), fact.amount(), entry));
                draws.put(fact.draw(), new Draw(fact.draw(), fact.division(), fact.allotment(), fact.institution(), fact.amount(), Money.ZERO,
                        Money.ZERO, fact.reserveAccount(), fact.treasuryAccount(), entry.envelope().effectiveDate(), entry.position()));
                held.put(fact.allotment(), new Held(fact.draw(), Money.ZERO, Money.ZERO));
                add(new Planned(fact.division(), fact.programme(), fact.budgetYear(), fact.institution()), fact.amount());
            }
            case RiskReserveDrawReturned fact -> {
                Draw draw = draws.get(fact.draw());
                draws.put(fact.draw(), draw.with(draw.returned().plus(fact.amount()), draw.replenished()));
                Held before = held.get(fact.allotment());
                held.put(fact.allotment(), new Held(before.draw(), before.returned().plus(fact.amount()), before.carried()));
                Allotment allotment = allotments.get(draw.allotment());
                add(new Planned(draw.division(), allotment.programme(), allotment.budgetYear(), draw.institution()),
                        fact.amount().negated());
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    void merged(Merger merger) {
        for (Draw draw : List.copyOf(draws.values())) {
            if (draw.institution().equals(merger.from())) {
                draws.put(draw.draw(), new Draw(draw.draw(), draw.division(), draw.allotment(), merger.into(), draw.amount(), draw.returned(),
                        draw.replenished(), draw.reserveAccount(), draw.treasuryAccount(), draw.effectiveDate(), draw.position()));
            }
        }
        drawn.rename(planned -> new Planned(planned.division(), planned.programme(), planned.budgetYear(),
                merger.of(new InstitutionYear(planned.institution(), planned.programme(), planned.budgetYear())).institution()), Math::addExact);
    }

    /** The contribution at that position was undone. */
    void reversed(long position) {
        Contribution contribution = contributions.get(position);
        if (contribution.bankRef() != null) {
            bankRefs.remove(Fingerprint.of(contribution.bankRef()));
        }
        replenished(contribution.replenishes(), contribution.amount().negated());
    }

    private void keepBankRef(String bankRef, long position) {
        if (bankRef != null) {
            bankRefs.put(Fingerprint.of(bankRef), position);
        }
    }

    private void replenished(DrawId id, Money amount) {
        if (id != null) {
            Draw draw = draws.get(id);
            draws.put(id, draw.with(draw.returned(), draw.replenished().plus(amount)));
        }
    }

    private void add(Planned planned, Money amount) {
        drawn.put(planned, Math.addExact(drawn.getOrDefault(planned, 0L), amount.fen()));
    }
}
