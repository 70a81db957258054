package fundtrail.query.read;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.fact.BudgetApproved.SourceAmount;
import fundtrail.contract.fact.Instalment;
import fundtrail.contract.formula.ClaimPay;
import fundtrail.contract.id.ClawbackId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.query.asof.AsOf;
import fundtrail.query.entity.Clawback.ClawbackOfSource;
import fundtrail.query.entity.Clawback.Term;
import fundtrail.query.entity.Clawback;
import fundtrail.query.http.Answer;
import fundtrail.query.http.Ask;
import fundtrail.query.read.ClawbackReads.Block;
import fundtrail.query.read.ClawbackReads.ClawbackView;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** What claw-backs bring back to each source, what is still out and for how long, and when more can be expected. */
public final class RestitutionReads {
    private final Questions questions;
    private final ClawbackReads clawbacks;

    /**
     * What a term has come to, and the facts that made it so.
     *
     * @param positions of those facts, in their order
     */
    record TermTotal(Term term, Money amount, List<Long> positions) {}

    /**
     * What one source of a division lost and got back.
     * taken + refund due = restored + held + written off + outstanding.
     *
     * @param taken       determined, less what appeals took away
     * @param restored    is back where it came from
     * @param held        came in, and waits to go back
     * @param outstanding still owed
     * @param refundDue   came in, and is to be paid out again
     * @param terms       what each came to, with its facts; terms nothing ever moved are left out
     * @param clawbacks   those it is of
     */
    record RestitutionOfSource(
            DivisionCode division,
            FundSourceCode fundSource,
            Money taken,
            Money restored,
            Money held,
            Money writtenOff,
            Money outstanding,
            Money refundDue,
            List<TermTotal> terms,
            List<ClawbackId> clawbacks) {}

    /** The restitution statement (归还原渠道情况表). */
    record Restitution(@JsonUnwrapped AsOf asOf, List<RestitutionOfSource> items) {}

    /** How long something has been owed, counted from the last day to pay it, instalment by instalment. */
    enum Age {
        /** Not due yet. */
        NOT_DUE,
        /** 1 to 30 days late. */
        UP_TO_30_DAYS,
        /** 31 to 90 days late. */
        UP_TO_90_DAYS,
        /** 91 to 365 days late. */
        UP_TO_A_YEAR,
        /** More than 365 days late. */
        OVER_A_YEAR;

        static Age of(long daysLate) {
            if (daysLate <= 0) {
                return NOT_DUE;
            }
            return daysLate <= 30 ? UP_TO_30_DAYS : daysLate <= 90 ? UP_TO_90_DAYS : daysLate <= 365 ? UP_TO_A_YEAR : OVER_A_YEAR;
        }
    }

    /** What is owed to one source for so long. */
    record AgedOfSource(DivisionCode division, FundSourceCode fundSource, Age age, Money outstanding, List<ClawbackId> clawbacks) {}

    /** What is outstanding by source and age (账龄). */
    record Aging(@JsonUnwrapped AsOf asOf, List<AgedOfSource> items) {}

    /** What is expected. */
    enum Expected {
        /** The institution pays. */
        PAYMENT,
        /** What is held, and not for the institution after an appeal, goes back to its sources. */
        RESTITUTION
    }

    /**
     * Something that is expected.
     *
     * @param on        by when; absent where nobody can say
     * @param overdue   by how many days it is late; 0 when it is not
     * @param blockedBy why it cannot come yet, or a payment need not be offset; absent where nothing blocks it
     * @param until     the last day it is blocked; absent while nobody knows it
     */
    record Expectation(
            ClawbackId clawback,
            DivisionCode division,
            InstitutionId institution,
            Expected expected,
            @MayBeAbsent LocalDate on,
            long overdue,
            Money amount,
            List<SourceAmount> bySource,
            @MayBeAbsent Block blockedBy,
            @MayBeAbsent LocalDate until) {}

    /** What is expected and when, the earliest first; what nobody can date last. */
    record RecoveryForecast(@JsonUnwrapped AsOf asOf, Money payments, Money restitutions, List<Expectation> items) {}

    private record Of(DivisionCode division, FundSourceCode fundSource) implements Comparable<Of> {
        @Override
        public int compareTo(Of other) {
            return Comparator.comparing((Of of) -> of.division().value()).thenComparing(of -> of.fundSource().value()).compare(this, other);
        }
    }

    private record OfAge(Of of, Age age) {}

    private record Due(LocalDate on, Map<FundSourceCode, Money> bySource) {}

    private static final class Aged {
        private final Set<ClawbackId> clawbacks = new LinkedHashSet<>();
        private Money outstanding = Money.ZERO;

        private void add(Clawback one, Money amount) {
            clawbacks.add(one.clawback());
            outstanding = outstanding.plus(amount);
        }
    }

    public RestitutionReads(Questions questions, ClawbackReads clawbacks) {
        this.questions = questions;
        this.clawbacks = clawbacks;
    }

    public Answer restitution(Ask ask) throws InterruptedException {
        AsOf asOf = questions.asOf(ask);
        var fundSource = ask.given(Params.FUND_SOURCE);
        Map<Of, List<Clawback>> of = new TreeMap<>();
        clawbacks.all(ask, asOf).stream().map(ClawbackView::clawback).forEach(one -> one.bySource().stream()
                .filter(source -> fundSource.map(source.fundSource()::equals).orElse(true))
                .forEach(source -> of.computeIfAbsent(new Of(one.division(), source.fundSource()), _ -> new ArrayList<>()).add(one)));
        return Answer.json(new Restitution(asOf, of.entrySet().stream().map(one -> restitution(one.getKey(), one.getValue())).toList()));
    }

    private static RestitutionOfSource restitution(Of of, List<Clawback> all) {
        List<ClawbackOfSource> sources = all.stream()
                .flatMap(one -> one.bySource().stream())
                .filter(source -> source.fundSource().equals(of.fundSource()))
                .toList();
        return new RestitutionOfSource(of.division(), of.fundSource(),
                sum(sources, ClawbackOfSource::determined).minus(sum(sources, ClawbackOfSource::reduced)),
                sum(sources, ClawbackOfSource::restored), sum(sources, ClawbackOfSource::held), sum(sources, ClawbackOfSource::writtenOff),
                sum(sources, ClawbackOfSource::outstanding), sum(sources, ClawbackOfSource::refundDue), terms(of, all),
                all.stream().map(Clawback::clawback).toList());
    }

    private static List<TermTotal> terms(Of of, List<Clawback> all) {
        Map<Term, Money> amounts = new EnumMap<>(Term.class);
        Map<Term, List<Long>> positions = new EnumMap<>(Term.class);
        all.stream().flatMap(one -> one.steps().stream()).forEach(step -> step.moved().stream()
                .filter(moved -> moved.fundSource().equals(of.fundSource()))
                .forEach(moved -> {
                    amounts.merge(moved.term(), moved.amount(), Money::plus);
                    List<Long> at = positions.computeIfAbsent(moved.term(), _ -> new ArrayList<>());
                    if (at.isEmpty() || at.getLast() != step.position()) {
                        at.add(step.position());
                    }
                }));
        return amounts.entrySet().stream()
                .map(one -> new TermTotal(one.getKey(), one.getValue(), positions.get(one.getKey()).stream().sorted().toList()))
                .toList();
    }

    public Answer aging(Ask ask) throws InterruptedException {
        AsOf asOf = questions.asOf(ask);
        Map<OfAge, Aged> of = new TreeMap<>(Comparator.comparing(OfAge::of).thenComparing(OfAge::age));
        clawbacks.all(ask, asOf).stream().map(ClawbackView::clawback).forEach(one -> due(one).forEach(due ->
                due.bySource().forEach((source, amount) -> of.computeIfAbsent(
                        new OfAge(new Of(one.division(), source), Age.of(daysLate(asOf, due.on()))), _ -> new Aged()).add(one, amount))));
        return Answer.json(new Aging(asOf, of.entrySet().stream().map(one -> new AgedOfSource(one.getKey().of().division(),
                one.getKey().of().fundSource(), one.getKey().age(), one.getValue().outstanding, List.copyOf(one.getValue().clawbacks))).toList()));
    }

    /** What is outstanding by the day it is due; each instalment in the composition of what those before it leave. */
    private static List<Due> due(Clawback one) {
        Map<FundSourceCode, Money> left = new TreeMap<>(Comparator.comparing(FundSourceCode::value));
        one.bySource().forEach(source -> left.put(source.fundSource(), source.outstanding()));
        List<Due> all = new ArrayList<>();
        for (Instalment instalment : one.stillDue()) {
            Map<FundSourceCode, Money> shares = ClaimPay.bySource(instalment.amount(), left);
            shares.forEach((source, share) -> left.merge(source, share.negated(), Money::plus));
            all.add(new Due(instalment.dueOn(), shares));
        }
        return all;
    }

    public Answer forecast(Ask ask) throws InterruptedException {
        AsOf asOf = questions.asOf(ask);
        List<Expectation> expected = clawbacks.all(ask, asOf).stream()
                .flatMap(one -> expected(asOf, one).stream())
                .sorted(Comparator.comparing(Expectation::on, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(one -> one.clawback().value()).thenComparing(Expectation::expected))
                .toList();
        return Answer.json(new RecoveryForecast(asOf, sum(expected, Expected.PAYMENT), sum(expected, Expected.RESTITUTION), expected));
    }

    private static List<Expectation> expected(AsOf asOf, ClawbackView view) {
        Clawback one = view.clawback();
        List<Expectation> expected = new ArrayList<>();
        if (view.total().outstanding().isPositive()) {
            due(one).forEach(due -> expected.add(new Expectation(one.clawback(), one.division(), one.institution(), Expected.PAYMENT, due.on(),
                    Math.max(0, daysLate(asOf, due.on())), Money.sum(due.bySource().values()),
                    due.bySource().entrySet().stream().map(share -> new SourceAmount(share.getKey(), share.getValue())).toList(),
                    view.offsetBlocked(), null)));
        }
        Money back = sum(one.bySource(), RestitutionReads::restorable);
        if (back.isPositive()) {
            LocalDate on = view.restitutionBlocked() == null ? asOf.effective() : view.restitutionFrom();
            expected.add(new Expectation(one.clawback(), one.division(), one.institution(), Expected.RESTITUTION, on, 0,
                    back, bySource(one, RestitutionReads::restorable), view.restitutionBlocked(),
                    view.restitutionBlocked() == Block.DAYS_TO_APPEAL ? view.lastDayToAppeal() : null));
        }
        return expected;
    }

    /** What is held and not kept for the institution, to whom an appeal gave it back. */
    private static Money restorable(ClawbackOfSource one) {
        return one.held().covers(one.refundDue()) ? one.held().minus(one.refundDue()) : Money.ZERO;
    }

    private static long daysLate(AsOf asOf, LocalDate dueOn) {
        return ChronoUnit.DAYS.between(dueOn, asOf.effective());
    }

    private static List<SourceAmount> bySource(Clawback one, Function<ClawbackOfSource, Money> term) {
        return one.bySource().stream()
                .filter(source -> term.apply(source).isPositive())
                .map(source -> new SourceAmount(source.fundSource(), term.apply(source)))
                .toList();
    }

    private static Money sum(List<ClawbackOfSource> sources, Function<ClawbackOfSource, Money> term) {
        return Money.sum(sources.stream().map(term).toList());
    }

    private static Money sum(List<Expectation> all, Expected expected) {
        return Money.sum(all.stream().filter(one -> one.expected() == expected).map(Expectation::amount).toList());
    }
}
