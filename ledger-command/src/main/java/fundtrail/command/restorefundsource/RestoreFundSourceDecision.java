package fundtrail.command.restorefundsource;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.AMOUNT_NOT_POSITIVE;
import static fundtrail.command.decide.RefusalCode.APPEAL_OPEN;
import static fundtrail.command.decide.RefusalCode.BALANCE_OUT_OF_RANGE;
import static fundtrail.command.decide.RefusalCode.CLAWBACK_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.DATE_BEFORE_DETERMINATION;
import static fundtrail.command.decide.RefusalCode.EXPENDED_EXCEEDED;
import static fundtrail.command.decide.RefusalCode.HOLDING_EXCEEDED;
import static fundtrail.command.decide.RefusalCode.RESTITUTION_ACCOUNT_NEEDED;
import static fundtrail.command.decide.RefusalCode.TREASURY_ACCOUNT_UNKNOWN;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Clawback;
import fundtrail.command.known.Clawback.Appeal;
import fundtrail.command.known.Known;
import fundtrail.contract.Lines;
import fundtrail.contract.fact.FundSourceRestored;
import fundtrail.contract.fact.TreasuryAccountRegistered.Use;
import fundtrail.contract.id.BankAccountId;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;

/** Nothing is restored while an appeal may still take it away again, nor what the bank may still send back. */
public final class RestoreFundSourceDecision {
    private RestoreFundSourceDecision() {}

    public static Decision decide(RestoreFundSource wish, Moment moment, Known known) {
        if (!wish.amount().isPositive()) {
            return refused(AMOUNT_NOT_POSITIVE, wish.clawback()).with("amount", wish.amount());
        }
        for (BankAccountId account : Stream.of(wish.treasuryAccount(), wish.reserveAccount()).filter(Objects::nonNull).toList()) {
            if (!known.treasuryAccounts().has(account)) {
                return refused(TREASURY_ACCOUNT_UNKNOWN, account);
            }
        }
        Clawback clawback = known.recoveries().clawbacks().of(wish.clawback());
        if (clawback == null) {
            return refused(CLAWBACK_UNKNOWN, wish.clawback());
        }
        RestoredSources restored = new RestoredSources(clawback, wish, known);
        Use missing = restored.missing();
        if (missing != null) {
            return refused(RESTITUTION_ACCOUNT_NEEDED, wish.clawback()).with("use", missing).with("division", clawback.division());
        }
        if (moment.effectiveDate().isBefore(clawback.determinedOn())) {
            return refused(DATE_BEFORE_DETERMINATION, wish.clawback())
                    .with("date", moment.effectiveDate())
                    .with("determined", clawback.determinedOn());
        }
        int days = known.rules().daysToAppeal(moment.today());
        if (!clawback.isAppealOver(moment.today(), days)) {
            return refused(APPEAL_OPEN, wish.clawback()).with("state", clawback.appeal()).with("waits", waits(clawback, days));
        }
        if (!restored.held().covers(wish.amount())) {
            return refused(HOLDING_EXCEEDED, wish.clawback())
                    .with("account", wish.bankAccount())
                    .with("held", restored.held())
                    .with("amount", wish.amount());
        }
        Lines lines = restored.lines();
        if (restored.withoutAuthority() != null) {
            return refused(EXPENDED_EXCEEDED, restored.withoutAuthority()).with("clawback", wish.clawback());
        }
        if (!known.balances().canTake(lines)) {
            return refused(BALANCE_OUT_OF_RANGE, wish.bankAccount());
        }
        return accepted(new FundSourceRestored(wish.clawback(), clawback.division(), clawback.institution(), wish.bankAccount(),
                wish.amount(), restored.bySource(), lines));
    }

    private static String waits(Clawback clawback, int days) {
        LocalDate last = clawback.lastDayToAppeal(days);
        return clawback.appeal() == Appeal.PENDING ? "DECISION" : last == null ? "DEMAND" : "LAST_DAY " + last;
    }
}
