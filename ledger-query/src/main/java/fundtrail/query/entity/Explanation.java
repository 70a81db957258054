package fundtrail.query.entity;

import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.StatementId;
import java.time.Instant;

/**
 * What was said last of a movement that stands in the bank's statement or in the books alone; of both, where they are one.
 *
 * @param statement the statement it stands in; absent where it stands in the books alone
 * @param row       its row there; absent with the statement
 * @param position  the fact that posted it; absent where it stands in the statement alone
 */
public record Explanation(
        BankAccountId bankAccount,
        @MayBeAbsent StatementId statement,
        @MayBeAbsent Integer row,
        @MayBeAbsent Long position,
        String explanation,
        Instant explainedAt) {

    /** Under which a row of a statement is explained. */
    public static String id(BankAccountId account, StatementId statement, int row) {
        return account + "/" + statement + "/" + row;
    }

    /** Under which a fact in the books is explained. */
    public static String id(BankAccountId account, long position) {
        return account + "/#" + position;
    }
}
