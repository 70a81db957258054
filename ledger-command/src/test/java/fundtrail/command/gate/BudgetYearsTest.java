package fundtrail.command.gate;

import static fundtrail.command.decide.RefusalCode.BUDGET_YEAR_FAR;
import static fundtrail.command.kit.Given.given;
import static fundtrail.command.kit.Sample.BPH;
import static fundtrail.command.kit.Sample.CEN;
import static fundtrail.command.kit.Sample.CEN_H1;
import static fundtrail.command.kit.Sample.CLASSES;
import static fundtrail.command.kit.Sample.CT;
import static fundtrail.command.kit.Sample.CTY;
import static fundtrail.command.kit.Sample.DAY;
import static fundtrail.command.kit.Sample.DIVISION;
import static fundtrail.command.kit.Sample.DOCUMENT;
import static fundtrail.command.kit.Sample.H1;
import static fundtrail.command.kit.Sample.YEAR;
import static fundtrail.command.kit.Sample.institution;
import static fundtrail.command.kit.Sample.received;
import static fundtrail.command.kit.Sample.source;
import static fundtrail.command.kit.Sample.treasuryAccount;
import static fundtrail.command.kit.Sample.yuan;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fundtrail.command.allotbudget.AllotBudget;
import fundtrail.command.approvebudget.ApproveBudget;
import fundtrail.command.decide.Command;
import fundtrail.command.kit.Given;
import fundtrail.command.moveyearcash.MoveYearCash;
import fundtrail.command.recordfundreceipt.RecordFundReceipt;
import fundtrail.contract.CompensationChannel;
import fundtrail.contract.fact.BudgetApproved.SourceAmount;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A wish that counts from a day of 2026 is about a budget year from 1996 to 2027. */
class BudgetYearsTest {
    private static Given ready() {
        return given(institution(H1), source(CEN), source(CTY), treasuryAccount(), received(CTY, "1.00", "in-1"));
    }

    private static ApproveBudget budget(LocalDate effectiveDate, int year) {
        return new ApproveBudget(effectiveDate, DOCUMENT, DIVISION, year, BPH, CompensationChannel.BASIC_SERVICE_PURCHASE,
                List.of(new SourceAmount(CTY, yuan("1.00"))));
    }

    @Test
    void it_is_the_next_one_at_most_and_the_refusal_says_which_ones_can_be() {
        ready().when(budget(null, YEAR + 1)).facts();
        assertEquals(Map.of("first", "1996", "last", "2027", "date", "2026-01-05"),
                ready().when(budget(null, YEAR + 2)).thenRefused(BUDGET_YEAR_FAR, YEAR + 2).details());
        ready().when(budget(null, 9999)).thenRefused(BUDGET_YEAR_FAR, 9999);
        ready().when(budget(DAY.minusYears(1), YEAR + 1)).thenRefused(BUDGET_YEAR_FAR, YEAR + 1);
    }

    @Test
    void it_is_no_earlier_than_the_first_whose_records_are_kept() {
        ready().when(budget(null, YEAR - 30)).facts();
        ready().when(budget(null, YEAR - 31)).thenRefused(BUDGET_YEAR_FAR, YEAR - 31);
    }

    @Test
    void so_it_is_with_allotments_receipts_and_cash_moved_to_another_year() {
        Stream.<Command>of(
                        new AllotBudget(null, DOCUMENT, CEN_H1, H1, DIVISION, CEN, BPH, 9999, CLASSES, yuan("1.00")),
                        new RecordFundReceipt(null, null, DIVISION, 9999, CTY, CT, "in-2", yuan("1.00")),
                        new MoveYearCash(null, DOCUMENT, DIVISION, CTY, CT, YEAR, 9999, yuan("1.00")))
                .forEach(wish -> ready().when(wish).thenRefused(BUDGET_YEAR_FAR, 9999));
    }
}
