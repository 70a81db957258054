package fundtrail.query.entity;

import fundtrail.contract.DocumentRef;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.fact.FundSourceRegistered.Level;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.ProgrammeCode;
import fundtrail.contract.id.TrancheId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A tranche of a transfer as one division has it: notified from above, or begun here with the division's own money.
 *
 * @param fromLevel  whose notice it is; absent where it begins here
 * @param notified   0.00 where it begins here
 * @param receipts   in the order in which they were recorded
 * @param passedDown in the order in which they were recorded
 * @param paidOut    what batches that name it have paid to institutions, less what came back
 * @param committed  matching funds undertaken, by source
 * @param matched    matching funds that came
 */
public record Tranche(
        TrancheId tranche,
        DivisionCode division,
        int budgetYear,
        @MayBeAbsent Level fromLevel,
        FundSourceCode fundSource,
        @MayBeAbsent ProgrammeCode programme,
        Money notified,
        boolean advance,
        @MayBeAbsent DocumentRef document,
        List<Receipt> receipts,
        List<PassedDown> passedDown,
        Money paidOut,
        List<Matching> committed,
        List<Matching> matched) {

    /** Money of it that came, and the last day on which it goes on in time. */
    public record Receipt(long position, LocalDate arrivedOn, LocalDate dueOn, String bankRef, Money amount) {}

    /**
     * Money that went on under its id.
     *
     * @param fundSource the tranche's, or of what went on before it was notified a source of the division's own
     * @param daysTaken  absent of one's own money, as {@code lateBy} is
     */
    public record PassedDown(
            long position,
            LocalDate on,
            DivisionCode toDivision,
            FundSourceCode fundSource,
            Money principal,
            Money matching,
            @MayBeAbsent Integer daysTaken,
            @MayBeAbsent Integer lateBy) {}

    /** Own-level money added to it. */
    public record Matching(long position, FundSourceCode fundSource, Money amount) {}

    /** What each is known by: an id is the same at every level it comes through. */
    public static String id(DivisionCode division, TrancheId tranche) {
        return division + "." + tranche;
    }

    public Tranche received(Receipt more) {
        return with(and(receipts, more), passedDown, paidOut, committed, matched);
    }

    public Tranche passedDown(PassedDown more) {
        return with(receipts, and(passedDown, more), paidOut, committed, matched);
    }

    public Tranche committed(Matching more) {
        return with(receipts, passedDown, paidOut, and(committed, more), matched);
    }

    public Tranche matched(Matching more) {
        return with(receipts, passedDown, paidOut, committed, and(matched, more));
    }

    /** Notified under an id that the division had sent money of its own down under before: that is told, and counts for nothing here. */
    public Tranche after(Tranche begun) {
        return with(receipts, begun.passedDown, paidOut, committed, matched);
    }

    /** What went on of the tranche's own money, in the order in which it was recorded. */
    public List<PassedDown> wentOn() {
        return fromLevel == null ? passedDown : passedDown.stream().filter(one -> one.fundSource().equals(fundSource)).toList();
    }

    /** What has come, did not go on and was not paid by a batch that names it; nothing where the tranche begins here. */
    public Money held() {
        return fromLevel == null ? Money.ZERO
                : Money.sum(receipts.stream().map(Receipt::amount).toList())
                        .minus(Money.sum(wentOn().stream().map(PassedDown::principal).toList())).minus(paidOut);
    }

    /** Without what came by the fact at a position, which was reversed. */
    public Tranche without(long position) {
        return with(receipts.stream().filter(one -> one.position() != position).toList(), passedDown, paidOut, committed,
                matched.stream().filter(one -> one.position() != position).toList());
    }

    /** @param more below zero where money came back */
    public Tranche paid(Money more) {
        return with(receipts, passedDown, paidOut.plus(more), committed, matched);
    }

    private Tranche with(
            List<Receipt> receipts, List<PassedDown> passedDown, Money paidOut, List<Matching> committed, List<Matching> matched) {
        return new Tranche(tranche, division, budgetYear, fromLevel, fundSource, programme, notified, advance, document, receipts,
                passedDown, paidOut, committed, matched);
    }

    private static <T> List<T> and(List<T> all, T more) {
        List<T> longer = new ArrayList<>(all);
        longer.add(more);
        return List.copyOf(longer);
    }
}
