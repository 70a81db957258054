package fundtrail.command.passdowntransfer;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.*;
import static java.time.temporal.ChronoUnit.DAYS;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Decision.Refused;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Allotment;
import fundtrail.command.known.Known;
import fundtrail.command.known.Levels;
import fundtrail.command.known.Transfers.Moved;
import fundtrail.command.known.Transfers.Tranche;
import fundtrail.command.posting.AuthorityPostings;
import fundtrail.contract.Line;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.fact.FundSourceRegistered.Level;
import fundtrail.contract.fact.TransferPassedDown;
import fundtrail.contract.fact.TreasuryAccountRegistered;
import fundtrail.contract.fact.TreasuryAccountRegistered.Use;
import fundtrail.contract.id.AllotmentId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

public final class PassDownTransferDecision {
    private PassDownTransferDecision() {}

    /** Principal and matching funds together. */
    public static Money amount(PassDownTransfer wish, Known known) {
        return Money.sumOrMost(List.of(wish.principal(), wish.added()));
    }

    public static Decision decide(PassDownTransfer wish, Moment moment, Known known) {
        if (!wish.principal().isPositive()) {
            return refused(AMOUNT_NOT_POSITIVE, wish.tranche()).with("amount", wish.principal());
        }
        if (!known.hasDivision(wish.division())) {
            return refused(DIVISION_UNKNOWN, wish.division());
        }
        TreasuryAccountRegistered paying = known.treasuryAccounts().get(wish.bankAccount());
        if (paying == null) {
            return refused(TREASURY_ACCOUNT_UNKNOWN, wish.bankAccount());
        }
        for (AllotmentId id : allotments(wish)) {
            if (!known.allotments().has(id)) {
                return refused(ALLOTMENT_UNKNOWN, id);
            }
        }
        Allotment allotment = known.allotments().get(wish.allotment());
        Tranche tranche = known.transfers().tranche(wish.division(), wish.tranche());
        boolean begins = tranche == null && wish.matchingAllotment() == null && isOwn(allotment, wish, known);
        if (tranche == null && !begins) {
            return refused(TRANCHE_UNKNOWN, wish.tranche()).with("division", wish.division());
        }
        Refused refused = mismatch(wish, allotment, tranche, paying, known);
        if (refused == null) {
            refused = tooEarly(wish, tranche, moment, known);
        }
        if (refused == null) {
            refused = tooMuch(wish, allotment, tranche, known);
        }
        return refused != null ? refused : accepted(passedDown(wish, allotment, tranche, moment, known));
    }

    private static List<AllotmentId> allotments(PassDownTransfer wish) {
        return wish.matchingAllotment() == null ? List.of(wish.allotment()) : List.of(wish.allotment(), wish.matchingAllotment());
    }

    private static boolean isOwn(Allotment allotment, PassDownTransfer wish, Known known) {
        return Levels.isOwn(known.fundSources().get(allotment.fundSource()).level(), wish.division());
    }

    private static Refused mismatch(
            PassDownTransfer wish, Allotment allotment, Tranche tranche, TreasuryAccountRegistered paying, Known known) {
        Allotment matching = wish.matchingAllotment() == null ? null : known.allotments().get(wish.matchingAllotment());
        if (matching != null && !isOwn(matching, wish, known)) {
            Level level = known.fundSources().get(matching.fundSource()).level();
            return refused(SOURCE_NOT_OWN_LEVEL, matching.fundSource()).with("level", level).with("division", wish.division());
        }
        if (!Levels.isWithin(wish.toDivision(), wish.division())) {
            return refused(DIVISION_NOT_BELOW, wish.toDivision()).with("division", wish.division());
        }
        if (tranche != null && (!tranche.fundSource().equals(allotment.fundSource()) || tranche.budgetYear() != allotment.budgetYear())) {
            return refused(TRANCHE_MISMATCH, wish.tranche())
                    .with("fundSource", tranche.fundSource())
                    .with("budgetYear", tranche.budgetYear())
                    .with("allotment", wish.allotment());
        }
        if (matching != null && matching.budgetYear() != allotment.budgetYear()) {
            return refused(ALLOTMENT_ELSEWHERE, wish.matchingAllotment())
                    .with("division", matching.division())
                    .with("year", matching.budgetYear())
                    .with("fundSource", matching.fundSource());
        }
        for (AllotmentId id : allotments(wish)) {
            Allotment one = known.allotments().get(id);
            if (!one.division().equals(wish.division()) || !known.institutions().isBureau(one.institution())
                    || !wish.toDivision().equals(known.divisionOf(one.institution()))) {
                return refused(ALLOTMENT_NOT_TO_BUREAU, id).with("division", wish.division()).with("toDivision", wish.toDivision());
            }
        }
        if (!paying.division().equals(wish.division()) || paying.use() != Use.TREASURY) {
            return refused(ACCOUNT_MISMATCH, wish.bankAccount()).with("division", paying.division()).with("use", paying.use());
        }
        if (known.years().isClosed(wish.division(), allotment.budgetYear())) {
            return refused(YEAR_CLOSED, allotment.budgetYear()).with("division", wish.division());
        }
        return null;
    }

    /** Money is passed down on a day when it was allotted and there. */
    private static Refused tooEarly(PassDownTransfer wish, Tranche tranche, Moment moment, Known known) {
        for (AllotmentId id : allotments(wish)) {
            if (moment.effectiveDate().isBefore(known.allotments().get(id).effectiveDate())) {
                return refused(DATE_BEFORE_ALLOTMENT, id)
                        .with("date", moment.effectiveDate())
                        .with("allotted", known.allotments().get(id).effectiveDate());
            }
        }
        if (tranche != null && tranche.held().covers(wish.principal()) && !tranche.heldOn(moment.effectiveDate()).covers(wish.principal())) {
            return refused(DATE_BEFORE_ARRIVAL, wish.tranche())
                    .with("date", moment.effectiveDate())
                    .with("arrived", tranche.received().getLast().on());
        }
        return null;
    }

    private static Refused tooMuch(PassDownTransfer wish, Allotment allotment, Tranche tranche, Known known) {
        for (AllotmentId id : allotments(wish)) {
            Money asked = id.equals(wish.allotment()) ? wish.principal() : wish.added();
            Money available = known.balances().available(id);
            if (!available.covers(asked)) {
                return refused(ALLOTMENT_EXCEEDED, id)
                        .with("available", available)
                        .with("asked", asked)
                        .with("missing", asked.minus(available));
            }
        }
        if (tranche != null && !tranche.held().covers(wish.principal())) {
            return refused(HELD_EXCEEDED, wish.tranche())
                    .with("held", tranche.held())
                    .with("amount", wish.principal())
                    .with("missing", wish.principal().minus(tranche.held()));
        }
        Refused shortOf = cash(allotment.fundSource(), treasuryCash(allotment, known), wish.principal());
        if (shortOf == null && wish.matchingAllotment() != null) {
            Allotment matching = known.allotments().get(wish.matchingAllotment());
            shortOf = cash(matching.fundSource(), treasuryCash(matching, known), wish.added());
        }
        return shortOf != null ? shortOf
                : cash(wish.bankAccount(), known.balances().cashIn(wish.bankAccount()), amount(wish, known));
    }

    private static Money treasuryCash(Allotment allotment, Known known) {
        return known.balances().treasuryCash(allotment.division(), allotment.budgetYear(), allotment.fundSource());
    }

    private static Refused cash(Object of, Money cash, Money needed) {
        return cash.covers(needed) ? null
                : refused(CASH_EXCEEDED, of).with("cash", cash).with("needed", needed).with("missing", needed.minus(cash));
    }

    private static TransferPassedDown passedDown(PassDownTransfer wish, Allotment allotment, Tranche tranche, Moment moment, Known known) {
        List<Line> lines = new ArrayList<>(
                AuthorityPostings.passedDown(allotment.purse(), wish.tranche(), wish.bankAccount(), wish.principal()));
        if (wish.matchingAllotment() != null) {
            lines.addAll(AuthorityPostings.passedDown(
                    known.allotments().get(wish.matchingAllotment()).purse(), wish.tranche(), wish.bankAccount(), wish.added()));
        }
        Moved earliest = tranche == null ? null : tranche.earliestHeld();
        return new TransferPassedDown(wish.tranche(), wish.division(), wish.toDivision(), wish.bankAccount(), wish.allotment(),
                wish.matchingAllotment(), wish.principal(), wish.added(),
                earliest == null ? null : days(earliest.on(), moment),
                earliest == null ? null : Math.max(0, days(earliest.dueOn(), moment)),
                new Lines(lines));
    }

    private static int days(LocalDate from, Moment moment) {
        return Math.toIntExact(DAYS.between(from, moment.effectiveDate()));
    }
}
