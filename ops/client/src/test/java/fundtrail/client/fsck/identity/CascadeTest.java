package fundtrail.client.fsck.identity;

import static fundtrail.client.fsck.identity.Made.A1;
import static fundtrail.client.fsck.identity.Made.ALLOTMENT;
import static fundtrail.client.fsck.identity.Made.CEN;
import static fundtrail.client.fsck.identity.Made.COUNTY;
import static fundtrail.client.fsck.identity.Made.CT;
import static fundtrail.client.fsck.identity.Made.SOURCE;
import static fundtrail.client.fsck.identity.Made.YEAR;
import static fundtrail.client.fsck.identity.Made.allotted;
import static fundtrail.client.fsck.identity.Made.broken;
import static fundtrail.client.fsck.identity.Made.hold;
import static fundtrail.client.fsck.identity.Made.lines;
import static fundtrail.client.fsck.identity.Made.moved;
import static fundtrail.client.fsck.identity.Made.yuan;
import static fundtrail.contract.Account.ALLOTTED;
import static fundtrail.contract.Account.AUTHORITY;
import static fundtrail.contract.Account.CHARGES_INCOME;
import static fundtrail.contract.Account.EXPENDED;
import static fundtrail.contract.Account.INFLOW;
import static fundtrail.contract.Account.TRANSFER_TO_LOWER;
import static fundtrail.contract.Account.TREASURY_CASH;
import static fundtrail.contract.Account.UNALLOTTED;

import fundtrail.contract.Fact;
import fundtrail.contract.Line;
import fundtrail.contract.Money;
import fundtrail.contract.fact.DisbursementBatchApprovedRows;
import fundtrail.contract.fact.FundSourceRegistered.Level;
import fundtrail.contract.fact.MatchingFundsCommitted;
import fundtrail.contract.fact.MatchingFundsPaid;
import fundtrail.contract.fact.TransferNotified;
import fundtrail.contract.fact.TransferPassedDown;
import fundtrail.contract.fact.TransferReceived;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.TrancheId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each identity of money that comes down through the levels is found broken where it is. */
class CascadeTest {
    private static final TrancheId T1 = new TrancheId("T1");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private static TransferNotified notified(String amount) {
        return new TransferNotified(T1, COUNTY, YEAR, Level.CENTRAL, CEN, null, null, yuan(amount), false, lines(moved(AUTHORITY, SOURCE, UNALLOTTED, SOURCE, amount)));
    }

    private static List<Line> ofTranche(List<Line> lines) {
        return lines.stream().map(line -> line.of(T1)).toList();
    }

    private static TransferReceived received(String amount, List<Line> lines) {
        return new TransferReceived(T1, COUNTY, CT, DAY, DAY, "in-" + amount, yuan(amount), lines(lines));
    }

    private static TransferReceived received(String amount) {
        return received(amount, ofTranche(moved(TREASURY_CASH, SOURCE.in(CT), INFLOW, SOURCE, amount)));
    }

    private static MatchingFundsPaid matched(String amount) {
        return new MatchingFundsPaid(T1, COUNTY, CEN, CT, "match", yuan(amount), lines(ofTranche(moved(TREASURY_CASH, SOURCE.in(CT), INFLOW, SOURCE, amount))));
    }

    private static TransferPassedDown passedDown(String amount, List<Line> fund) {
        return new TransferPassedDown(T1, COUNTY, new DivisionCode("330522"), CT, A1, null, yuan(amount), Money.ZERO, 1, 0,
                lines(fund, moved(ALLOTTED, ALLOTMENT, EXPENDED, ALLOTMENT, amount)));
    }

    private static TransferPassedDown passedDown(String amount) {
        return passedDown(amount, ofTranche(moved(TRANSFER_TO_LOWER, SOURCE, TREASURY_CASH, SOURCE.in(CT), amount)));
    }

    private static List<Fact> notifiedAndReceived() {
        return new ArrayList<>(List.of(notified("100.00"), allotted("60.00", "60.00"), received("50.00")));
    }

    @Test
    void a_tranche_in_order_passes() {
        hold(notifiedAndReceived(), new MatchingFundsCommitted(T1, COUNTY, CEN, yuan("5.00")), matched("5.00"), passedDown("50.00"));
    }

    @Test
    void a_tranche_is_received_matched_and_passed_down_as_its_lines_say() {
        List<Line> unnamed = moved(TREASURY_CASH, SOURCE.in(CT), INFLOW, SOURCE, "50.00");
        broken("INFLOW of a tranche = received + matching", List.of(notified("100.00")), received("50.00", unnamed));
        broken("TRANSFER_TO_LOWER of a tranche = passed down", notifiedAndReceived(),
                passedDown("5.00", moved(TRANSFER_TO_LOWER, SOURCE, TREASURY_CASH, SOURCE.in(CT), "5.00")));
        List<Line> more = new ArrayList<>(ofTranche(moved(TRANSFER_TO_LOWER, SOURCE, TREASURY_CASH, SOURCE.in(CT), "5.00")));
        more.addAll(moved(TRANSFER_TO_LOWER, SOURCE, CHARGES_INCOME, SOURCE, "0.01"));
        broken("TRANSFER_TO_LOWER = passed down", notifiedAndReceived(), passedDown("5.00", more));
    }

    @Test
    void no_more_is_received_matched_or_passed_down_than_there_is() {
        broken("received of a tranche ≤ notified", List.of(notified("100.00")), received("100.01"));
        List<Fact> ofAnother = notifiedAndReceived();
        ofAnother.add(Made.received("9.00", "9.00"));
        broken("passed down and paid of a tranche ≤ received", ofAnother, passedDown("50.01"));
        broken("matched of a tranche ≤ committed", List.of(notified("100.00"), new MatchingFundsCommitted(T1, COUNTY, CEN, yuan("5.00"))), matched("5.01"));
        broken("a tranche that is named was notified before: 330521 T1", List.of(), received("1.00"));
    }

    private static Fact[] naming(String batch, String amount) {
        Fact[] facts = Made.batch(batch, amount, amount, amount);
        DisbursementBatchApprovedRows rows = (DisbursementBatchApprovedRows) facts[0];
        facts[0] = new DisbursementBatchApprovedRows(rows.batch(), 1, T1, rows.rows(), rows.lines());
        return facts;
    }

    @Test
    void no_more_of_it_is_given_to_batches_than_was_received() {
        hold(notifiedAndReceived(), naming("B1", "50.00"));
        broken("passed down and paid of a tranche ≤ received", notifiedAndReceived(), naming("B1", "50.01")[0]);
        hold(notifiedAndReceived(), Made.batch("B1", "50.01", "50.01", "50.01"));
    }
}
