package fundtrail.command.explainreconcilingitem;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.ITEM_MISMATCH;
import static fundtrail.command.decide.RefusalCode.ITEM_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.TREASURY_ACCOUNT_UNKNOWN;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Known;
import fundtrail.contract.Money;
import fundtrail.contract.fact.ReconcilingItemExplained;
import fundtrail.contract.id.DivisionCode;

/** An item may be explained again; what was said last stands. */
public final class ExplainReconcilingItemDecision {
    private ExplainReconcilingItemDecision() {}

    public static Decision decide(ExplainReconcilingItem wish, Moment moment, Known known) {
        if (!known.treasuryAccounts().has(wish.bankAccount())) {
            return refused(TREASURY_ACCOUNT_UNKNOWN, wish.bankAccount());
        }
        Money row = wish.statement() == null ? null : known.statements().row(wish.bankAccount(), wish.statement(), wish.row());
        if (wish.statement() != null && row == null) {
            return refused(ITEM_UNKNOWN, wish.statement() + "/" + wish.row()).with("bankAccount", wish.bankAccount());
        }
        Money posted = wish.position() == null ? null : known.statements().move(wish.bankAccount(), wish.position());
        if (wish.position() != null && posted == null) {
            return refused(ITEM_UNKNOWN, "#" + wish.position()).with("bankAccount", wish.bankAccount());
        }
        if (row != null && posted != null && !row.equals(posted)) {
            return refused(ITEM_MISMATCH, wish.statement() + "/" + wish.row())
                    .with("row", row)
                    .with("posted", posted)
                    .with("position", wish.position());
        }
        return accepted(new ReconcilingItemExplained(wish.bankAccount(), known.divisionOf(wish.bankAccount()), wish.statement(),
                wish.row(), wish.position(), wish.explanation()));
    }

    /** The division whose account it is; {@code null} when there is no such account. */
    public static DivisionCode division(ExplainReconcilingItem wish, Known known) {
        return known.divisionOf(wish.bankAccount());
    }
}
