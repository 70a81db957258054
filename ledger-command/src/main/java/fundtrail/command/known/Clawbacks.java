package fundtrail.command.known;

import fundtrail.command.known.Clawback.Appeal;
import fundtrail.command.memory.Fingerprint;
import fundtrail.command.memory.Fingerprints;
import fundtrail.command.memory.Form;
import fundtrail.command.memory.Memory;
import fundtrail.command.memory.Table;
import fundtrail.contract.Entry;
import fundtrail.contract.Money;
import fundtrail.contract.fact.AppealDecided;
import fundtrail.contract.fact.AppealFiled;
import fundtrail.contract.fact.AppealReopened;
import fundtrail.contract.fact.AppealWaived;
import fundtrail.contract.fact.BudgetApproved.SourceAmount;
import fundtrail.contract.fact.ClawbackDetermined;
import fundtrail.contract.fact.ClawbackDetermined.DeterminedOfSource;
import fundtrail.contract.fact.ClawbackRecovered;
import fundtrail.contract.fact.ClawbackRefundPaid;
import fundtrail.contract.fact.ClawbackWrittenOff;
import fundtrail.contract.fact.DeterminedClaim;
import fundtrail.contract.fact.FundSourceRestored;
import fundtrail.contract.fact.RecoveryDemandIssued;
import fundtrail.contract.fact.RestitutionReturned;
import fundtrail.contract.fact.WriteOffReinstated;
import fundtrail.contract.formula.ClaimPay;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.ClaimId;
import fundtrail.contract.id.ClawbackId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PersonRef;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Claw-backs and what each amounts to by source. At any time determined + refunds granted = recovered + offset + reduced +
 * written off + outstanding; and recovered + offset = restored + refunded + held.
 */
public final class Clawbacks implements Room {
    /** What can happen to an amount; written off is net of what was reinstated, restored of what came back. */
    public enum Term {
        DETERMINED,
        REDUCED,
        REFUND_GRANTED,
        RECOVERED,
        OFFSET,
        WRITTEN_OFF,
        RESTORED,
        REFUNDED
    }

    private record OfSource(ClawbackId clawback, FundSourceCode fundSource, Term term) {}

    private record OfClaim(ClawbackId clawback, ClaimId claim) {}

    private record Held(ClawbackId clawback, FundSourceCode fundSource, BankAccountId bankAccount) {}

    private final Table<ClawbackId, Clawback> clawbacks;
    private final Table<InstitutionYear, List<ClawbackId>> ofYear;
    private final Table<OfSource, Long> amounts;
    private final Table<OfClaim, Long> reduced;
    private final Table<Held, Long> held;
    private final Cases cases;
    private final Fingerprints bankRefs;
    private final TakenOut takenOut;
    private final Function<Instant, LocalDate> dayOf;

    /** @param dayOf an instant's calendar date in the ledger's zone */
    Clawbacks(Memory memory, Cases cases, Fingerprints bankRefs, TakenOut takenOut, Function<Instant, LocalDate> dayOf) {
        this.takenOut = takenOut;
        this.dayOf = dayOf;
        clawbacks = new Table<>(memory, "clawbacks", Forms.CLAWBACK, Form.json(Clawback.class));
        ofYear = new Table<>(memory, "clawbacksOfYear", Form.json(InstitutionYear.class), Form.list(ClawbackId.class));
        amounts = new Table<>(memory, "clawbackAmounts", Form.json(OfSource.class), Form.LONG);
        reduced = new Table<>(memory, "reducedClaims", Form.json(OfClaim.class), Form.LONG);
        held = new Table<>(memory, "recoveryHeld", Form.json(Held.class), Form.LONG);
        this.cases = cases;
        this.bankRefs = bankRefs;
    }

    /** The claw-back, or {@code null}. */
    public Clawback of(ClawbackId id) {
        return clawbacks.get(id);
    }

    /** The division whose claw-back it is, or {@code null}. */
    public DivisionCode divisionOf(ClawbackId id) {
        return clawbacks.has(id) ? clawbacks.get(id).division() : null;
    }

    /** What an appeal took away of a claim. */
    public Money reduced(Clawback clawback, ClaimId claim) {
        return Money.ofFen(reduced.getOrDefault(new OfClaim(clawback.id(), claim), 0L));
    }

    public Money amount(Clawback clawback, FundSourceCode source, Term term) {
        return Money.ofFen(amounts.getOrDefault(new OfSource(clawback.id(), source, term), 0L));
    }

    /** What is still owed, by source. */
    public Map<FundSourceCode, Money> outstanding(Clawback clawback) {
        return sum(clawback, List.of(Term.DETERMINED, Term.REFUND_GRANTED),
                List.of(Term.RECOVERED, Term.OFFSET, Term.REDUCED, Term.WRITTEN_OFF));
    }

    /** What the institution gets back and has not got yet, by source. */
    public Map<FundSourceCode, Money> refundDue(Clawback clawback) {
        return sum(clawback, List.of(Term.REFUND_GRANTED), List.of(Term.REFUNDED));
    }

    /** What has come in, less what was granted back, by source: an appeal can give back no more than that. */
    public Map<FundSourceCode, Money> givenBack(Clawback clawback) {
        return sum(clawback, List.of(Term.RECOVERED, Term.OFFSET), List.of(Term.REFUND_GRANTED));
    }

    /** What has come in, by the bank or by offset. */
    public Money cameIn(Clawback clawback) {
        return Money.sum(sum(clawback, List.of(Term.RECOVERED, Term.OFFSET), List.of()).values());
    }

    /** What was written off and not reinstated, by source. */
    public Map<FundSourceCode, Money> writtenOff(Clawback clawback) {
        return sum(clawback, List.of(Term.WRITTEN_OFF), List.of());
    }

    /** What lies in a bank account and is neither restored nor refunded, by source. */
    public Map<FundSourceCode, Money> held(Clawback clawback, BankAccountId bankAccount) {
        Map<FundSourceCode, Money> sums = bySource();
        clawback.bySource().forEach(one -> sums.put(one.fundSource(), Money.ofFen(
                held.getOrDefault(new Held(clawback.id(), one.fundSource(), bankAccount), 0L))));
        return sums;
    }

    /** What is neither restored nor refunded, wherever it lies. */
    public Money held(Clawback clawback) {
        return Money.sum(sum(clawback, List.of(Term.RECOVERED, Term.OFFSET), List.of(Term.RESTORED, Term.REFUNDED)).values());
    }

    /** The year's claw-backs, first to last. */
    public List<Clawback> of(InstitutionYear year) {
        return ofYear.getOrDefault(year, List.of()).stream().map(clawbacks::get).toList();
    }

    /** What is clawed back of a claim, less what an appeal took away. */
    public Money standing(Clawback clawback, DeterminedClaim claim) {
        return claim.amount().minus(reduced(clawback, claim.claim()));
    }

    private Map<FundSourceCode, Money> sum(Clawback clawback, List<Term> more, List<Term> less) {
        Map<FundSourceCode, Money> sums = bySource();
        for (DeterminedOfSource one : clawback.bySource()) {
            Money sum = Money.ZERO;
            for (Term term : more) {
                sum = sum.plus(amount(clawback, one.fundSource(), term));
            }
            for (Term term : less) {
                sum = sum.minus(amount(clawback, one.fundSource(), term));
            }
            sums.put(one.fundSource(), sum);
        }
        return sums;
    }

    private static Map<FundSourceCode, Money> bySource() {
        return new TreeMap<>(Comparator.comparing(FundSourceCode::value));
    }

    /** The amount in a composition, by the largest remainder; sources that get nothing are left out. */
    public static Map<FundSourceCode, Money> shares(Money amount, Map<FundSourceCode, Money> composition) {
        return ClaimPay.bySource(amount, composition);
    }

    @Override
    public boolean fold(Entry entry) {
        switch (entry.fact()) {
            case ClawbackDetermined fact -> determined(fact, entry);
            case RecoveryDemandIssued fact ->
                clawbacks.put(fact.clawback(), of(fact.clawback()).demanded(dayOf.apply(entry.recordedAt())));
            case AppealFiled fact -> {
                if (fact.clawback() != null) {
                    clawbacks.put(fact.clawback(), of(fact.clawback()).appeal(Appeal.PENDING, fact.stay()));
                }
            }
            case AppealReopened fact -> clawbacks.put(fact.clawback(), of(fact.clawback()).appeal(Appeal.PENDING, fact.stay()));
            case AppealWaived fact -> clawbacks.put(fact.clawback(), of(fact.clawback()).appeal(Appeal.WAIVED, false));
            case AppealDecided fact -> {
                if (fact.clawback() != null) {
                    decided(fact);
                }
            }
            case ClawbackRecovered fact -> {
                bankRefs.put(Fingerprint.of(fact.bankRef()), entry.position());
                arrived(fact.clawback(), Term.RECOVERED, fact.bySource(), fact.bankAccount(), 1);
            }
            case FundSourceRestored fact -> fact.bySource().forEach(one -> {
                add(fact.clawback(), one.fundSource(), Term.RESTORED, one.amount());
                hold(fact.clawback(), one.fundSource(), fact.bankAccount(), one.amount().negated());
            });
            case RestitutionReturned fact -> {
                bankRefs.put(Fingerprint.of(fact.bankRef()), entry.position());
                add(fact.clawback(), fact.fundSource(), Term.RESTORED, fact.amount().negated());
                hold(fact.clawback(), fact.fundSource(), fact.bankAccount(), fact.amount());
            }
            case ClawbackRefundPaid fact -> {
                bankRefs.put(Fingerprint.of(fact.bankRef()), entry.position());
                fact.bySource().forEach(one -> {
                    add(fact.clawback(), one.fundSource(), Term.REFUNDED, one.amount());
                    hold(fact.clawback(), one.fundSource(), fact.bankAccount(), one.amount().negated());
                });
            }
            case ClawbackWrittenOff fact ->
                fact.bySource().forEach(one -> add(fact.clawback(), one.fundSource(), Term.WRITTEN_OFF, one.amount()));
            case WriteOffReinstated fact ->
                fact.bySource().forEach(one -> add(fact.clawback(), one.fundSource(), Term.WRITTEN_OFF, one.amount().negated()));
            default -> {
                return false;
            }
        }
        return true;
    }

    /** What the institution that ends owes or gets back, its successor owes and gets back. */
    void merged(Merger merger) {
        for (Clawback clawback : List.copyOf(clawbacks.values())) {
            clawbacks.put(clawback.id(), clawback.of(merger.inAnyCase(clawback.year())));
        }
        ofYear.rename(merger::inAnyCase, (there, more) -> Stream.concat(there.stream(), more.stream()).toList());
    }

    /** The institution's claw-backs, by id. */
    public List<Clawback> of(InstitutionId institution) {
        return clawbacks.values().stream()
                .filter(clawback -> clawback.institution().equals(institution))
                .sorted(Comparator.comparing(clawback -> clawback.id().value()))
                .toList();
    }

    private void determined(ClawbackDetermined fact, Entry entry) {
        InstitutionYear year = new InstitutionYear(fact.institution(), fact.programme(), fact.budgetYear());
        clawbacks.put(fact.clawback(), new Clawback(fact.clawback(), fact.caseId(), fact.division(), year,
                entry.envelope().effectiveDate(), fact.claims(), fact.bySource(),
                fact.claims().stream().flatMap(one -> cases.flag(one.claim()).flaggedBy().stream()).distinct()
                        .sorted(Comparator.comparing(PersonRef::value)).toList(),
                entry.envelope().hands().stream().sorted(Comparator.comparing(PersonRef::value)).toList(),
                null, Appeal.NONE, false));
        List<ClawbackId> more = new ArrayList<>(ofYear.getOrDefault(year, List.of()));
        more.add(fact.clawback());
        ofYear.put(year, List.copyOf(more));
        fact.bySource().forEach(one -> add(fact.clawback(), one.fundSource(), Term.DETERMINED, one.amount()));
        cases.determined(fact, entry);
        takenOut.determined(fact);
    }

    private void decided(AppealDecided fact) {
        takenOut.reduced(of(fact.clawback()).year(), fact);
        clawbacks.put(fact.clawback(), of(fact.clawback()).appeal(Appeal.DECIDED, false));
        fact.bySource().forEach(one -> {
            add(fact.clawback(), one.fundSource(), Term.REDUCED, one.outstanding().plus(one.refundDue()));
            add(fact.clawback(), one.fundSource(), Term.REFUND_GRANTED, one.refundDue());
        });
        fact.claims().forEach(one -> {
            OfClaim key = new OfClaim(fact.clawback(), one.claim());
            reduced.put(key, Math.addExact(reduced.getOrDefault(key, 0L), one.amount().fen()));
        });
    }

    /** @param sign −1 when it is taken back */
    void arrived(ClawbackId clawback, Term term, List<SourceAmount> bySource, BankAccountId bankAccount, int sign) {
        bySource.forEach(one -> {
            Money amount = sign < 0 ? one.amount().negated() : one.amount();
            add(clawback, one.fundSource(), term, amount);
            hold(clawback, one.fundSource(), bankAccount, amount);
        });
    }

    private void add(ClawbackId clawback, FundSourceCode source, Term term, Money amount) {
        OfSource key = new OfSource(clawback, source, term);
        amounts.put(key, Math.addExact(amounts.getOrDefault(key, 0L), amount.fen()));
    }

    private void hold(ClawbackId clawback, FundSourceCode source, BankAccountId bankAccount, Money amount) {
        Held key = new Held(clawback, source, bankAccount);
        held.put(key, Math.addExact(held.getOrDefault(key, 0L), amount.fen()));
    }
}
