package fundtrail.command.recordopeningbalance;

import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.BOOKS_BEGUN;
import static fundtrail.command.decide.RefusalCode.DIVISION_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.ROWS_REFUSED;
import static fundtrail.command.decide.RefusalCode.TOTAL_DIFFERS;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Decision.Accepted;
import fundtrail.command.decide.Decision.Refused;
import fundtrail.command.decide.Decision.RowFault;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Known;
import java.util.List;
import java.util.Map;

public final class RecordOpeningBalanceDecision {
    private RecordOpeningBalanceDecision() {}

    public static Decision decide(RecordOpeningBalance wish, Moment moment, Known known) {
        if (wish.rowCount() != wish.rows().size() || !wish.controlTotal().equals(wish.total())) {
            return refused(TOTAL_DIFFERS, wish.division())
                    .with("statedRows", wish.rowCount())
                    .with("rows", wish.rows().size())
                    .with("stated", wish.controlTotal())
                    .with("total", wish.total());
        }
        if (!known.hasDivision(wish.division())) {
            return refused(DIVISION_UNKNOWN, wish.division());
        }
        Long first = known.beginnings().firstPosting(wish.division());
        if (first != null) {
            return refused(BOOKS_BEGUN, wish.division()).with("by", "#" + first);
        }
        OpeningRows rows = new OpeningRows(wish.division(), moment, known);
        List<RowFault> faults = wish.rows().stream().map(rows::fault).filter(fault -> fault != null).toList();
        if (!faults.isEmpty()) {
            return new Refused(ROWS_REFUSED, wish.division().value(), Map.of("rows", String.valueOf(faults.size())), faults);
        }
        // No balance passes what an amount can say: the books are empty, and all rows together add up to an amount.
        return new Accepted(OpeningFacts.of(wish, known));
    }
}
