package fundtrail.query.fold;

import fundtrail.contract.Account;
import fundtrail.contract.Entry;
import fundtrail.contract.Line;
import fundtrail.contract.Money;
import fundtrail.contract.Tags;
import fundtrail.contract.fact.AppealDecided;
import fundtrail.contract.fact.ClawbackDetermined;
import fundtrail.contract.fact.ClawbackRecovered;
import fundtrail.contract.fact.ClawbackWrittenOff;
import fundtrail.contract.fact.InstitutionMergedRows;
import fundtrail.contract.fact.WriteOffReinstated;
import fundtrail.contract.id.ClawbackId;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.query.entity.Clawback.ClawbackOfSource;
import fundtrail.query.entity.Clawback.ClawbackStep;
import fundtrail.query.entity.Clawback.MovedTerm;
import fundtrail.query.entity.Clawback.Term;
import fundtrail.query.entity.Clawback;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the lines of a fact move in the terms of a claw-back. The lines that name a claw-back tell it by their accounts, so
 * that whatever takes part of a payment for it, sends money back or undoes either is counted without being known here.
 */
final class ClawbackTerms {
    private ClawbackTerms() {}

    /** The claw-backs a fact is about. */
    static Set<ClawbackId> named(Entry entry) {
        Set<ClawbackId> named = new TreeSet<>(Comparator.comparing(ClawbackId::value));
        entry.fact().tags().stream().filter(tag -> tag.key().equals(Tags.CLAWBACK)).forEach(tag -> named.add(new ClawbackId(tag.value())));
        return named;
    }

    /** A source before anything was determined in it. */
    static ClawbackOfSource none(FundSourceCode fundSource, Account counter) {
        return Clawback.total(fundSource, counter, Map.of());
    }

    /** The claw-back after the fact. */
    static Clawback after(Entry entry, Clawback before) {
        List<MovedTerm> moved = moved(entry, before.clawback());
        List<ClawbackOfSource> sources = before.bySource().stream().map(source -> with(source, moved)).toList();
        return before.after(
                new ClawbackStep(entry.envelope().type(), entry.position(), entry.envelope().effectiveDate(), moved), sources);
    }

    private static ClawbackOfSource with(ClawbackOfSource source, List<MovedTerm> moved) {
        Map<Term, Money> terms = new EnumMap<>(Term.class);
        terms.put(Term.DETERMINED, source.determined());
        terms.put(Term.REDUCED, source.reduced());
        terms.put(Term.REFUND_GRANTED, source.refundGranted());
        terms.put(Term.RECOVERED, source.recovered());
        terms.put(Term.OFFSET, source.offset());
        terms.put(Term.WRITTEN_OFF, source.writtenOff());
        terms.put(Term.REFUNDED, source.refunded());
        terms.put(Term.RESTORED_TO_TREASURY, source.restoredToTreasury());
        terms.put(Term.RETURNED_TO_UPPER_LEVEL, source.returnedToUpperLevel());
        terms.put(Term.RETURNED_TO_INSURANCE, source.returnedToInsurance());
        terms.put(Term.RESTORED_TO_RESERVE, source.restoredToReserve());
        moved.stream()
                .filter(one -> one.fundSource().equals(source.fundSource()))
                .forEach(one -> terms.merge(one.term(), one.amount(), Money::plus));
        return Clawback.total(source.fundSource(), source.counter(), terms);
    }

    private static List<MovedTerm> moved(Entry entry, ClawbackId id) {
        if (entry.fact() instanceof InstitutionMergedRows) {
            return List.of(); // it goes over as it stands
        }
        List<Line> lines = entry.fact().lines().list().stream().filter(line -> id.equals(line.clawback())).toList();
        boolean held = lines.stream().anyMatch(line -> line.account() == Account.RECOVERY_HOLDING);
        boolean owed = lines.stream().anyMatch(line ->
                line.account() == Account.CLAWBACK_RECEIVABLE || line.account() == Account.REFUND_DUE);
        List<MovedTerm> moved = new ArrayList<>();
        for (Line line : lines) {
            switch (line.account()) {
                case CLAWBACK_RECEIVABLE -> moved.add(receivable(entry, line));
                case REFUND_DUE -> refund(entry, line, moved);
                default -> {
                    Term back = owed || !held ? null : wentBack(line.account());
                    if (back != null) {
                        moved.add(new MovedTerm(back, line.fundSource(), line.signed()));
                    }
                }
            }
        }
        return moved;
    }

    private static MovedTerm receivable(Entry entry, Line line) {
        return switch (entry.fact()) {
            case ClawbackDetermined _ -> new MovedTerm(Term.DETERMINED, line.fundSource(), line.signed());
            case AppealDecided _ -> new MovedTerm(Term.REDUCED, line.fundSource(), line.signed().negated());
            case ClawbackRecovered _ -> new MovedTerm(Term.RECOVERED, line.fundSource(), line.signed().negated());
            case ClawbackWrittenOff _, WriteOffReinstated _ -> new MovedTerm(Term.WRITTEN_OFF, line.fundSource(), line.signed().negated());
            default -> new MovedTerm(Term.OFFSET, line.fundSource(), line.signed().negated());
        };
    }

    /** Granted by an appeal, which also takes it away from what was determined; or paid. */
    private static void refund(Entry entry, Line line, List<MovedTerm> moved) {
        if (entry.fact() instanceof AppealDecided) {
            moved.add(new MovedTerm(Term.REDUCED, line.fundSource(), line.signed().negated()));
            moved.add(new MovedTerm(Term.REFUND_GRANTED, line.fundSource(), line.signed().negated()));
        } else {
            moved.add(new MovedTerm(Term.REFUNDED, line.fundSource(), line.signed()));
        }
    }

    /** Where held money goes back to; its restitution undone is the same in red. */
    private static Term wentBack(Account account) {
        return switch (account) {
            case TREASURY_CASH -> Term.RESTORED_TO_TREASURY;
            case RETURNED_TO_UPPER_LEVEL -> Term.RETURNED_TO_UPPER_LEVEL;
            case RETURNED_TO_INSURANCE -> Term.RETURNED_TO_INSURANCE;
            case RESERVE_CASH -> Term.RESTORED_TO_RESERVE;
            default -> null;
        };
    }
}
