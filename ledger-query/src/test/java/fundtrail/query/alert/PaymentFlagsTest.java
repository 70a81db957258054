package fundtrail.query.alert;

import static fundtrail.query.Chenghu.COUNTY;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fundtrail.contract.Fact;
import fundtrail.contract.Fraction;
import fundtrail.contract.fact.AdvancePaid;
import fundtrail.contract.fact.CapitationPrepaid;
import fundtrail.contract.fact.DisbursementBatchApproved;
import fundtrail.contract.fact.PaymentBasis.Heads;
import fundtrail.contract.fact.PayeeAccountRegistered;
import fundtrail.contract.id.BatchId;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PayeeAccountId;
import fundtrail.query.Chenghu.Paying;
import fundtrail.query.Chenghu;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Red flags of payments and accounts: what makes each speak, and what a hair below leaves it silent. */
class PaymentFlagsTest {
    private static final Map<String, String> SEVEN_DAYS = Map.of("days", "7", "least", "0.01");
    private static final Map<String, String> A_MILLION = Map.of("limit", "1000000.00", "share", "0.5", "days", "10");

    private static Paying cen(String amount) {
        return new Paying(2, "CEN", "H1", "H1-main", amount);
    }

    /** The batch approved and its one row paid; the answer is the payment's position. */
    private static long paid(Watched watched, String batch, Paying row) {
        watched.write(Chenghu.batch(COUNTY, batch, row));
        return watched.write(Chenghu.paid(COUNTY, batch, "H1", row));
    }

    @Test void the_same_account_is_paid_the_same_amount_on_the_seventh_day() {
        Watched watched = Watched.by(RuleName.SAME_PAYEE_AND_AMOUNT, SEVEN_DAYS);
        long first = paid(watched.on("2018-03-01"), "B1", cen("500.00"));
        long second = paid(watched.on("2018-03-08"), "B2", cen("500.00"));
        assertEquals("B2.2 [%d, %d]".formatted(first, second), watched.said());
        assertEquals("500.00", watched.alerts().getFirst().amount().toString());
    }

    @Test void on_the_eighth_day_or_a_fen_less_it_is_another_payment() {
        Watched watched = Watched.by(RuleName.SAME_PAYEE_AND_AMOUNT, SEVEN_DAYS);
        paid(watched.on("2018-03-01"), "B1", cen("500.00"));
        paid(watched.on("2018-03-08"), "B2", cen("499.99"));
        paid(watched.on("2018-03-09"), "B3", cen("500.00"));
        assertEquals("", watched.said());
    }

    @Test void what_came_back_may_be_paid_again_and_a_batch_may_share_a_payment_out_over_allotments() {
        Watched watched = Watched.by(RuleName.SAME_PAYEE_AND_AMOUNT, SEVEN_DAYS);
        paid(watched.on("2018-03-01"), "B1", cen("500.00"));
        watched.write(Chenghu.returned(COUNTY, "B1", "BK-1", "500.00", cen("500.00")));
        Paying cty = new Paying(3, "CTY", "H1", "H1-main", "500.00");
        watched.write(Chenghu.batch(COUNTY, "B2", cen("500.00"), cty));
        watched.write(Chenghu.paid(COUNTY, "B2", "H1", cen("500.00")), Chenghu.paid(COUNTY, "B2", "H1", cty));
        assertEquals("", watched.said());
    }

    @Test void two_batches_of_one_maker_reach_the_limit_together() {
        Watched watched = Watched.by(RuleName.SPLIT_BELOW_LIMIT, A_MILLION).signedBy("p-cl", "p-ca");
        long first = watched.on("2018-03-01").write(approved("B1", "500000.00"));
        long second = watched.on("2018-03-11").write(approved("B2", "500000.00"));
        assertEquals("B2 [%d, %d]".formatted(first, second), watched.said());
    }

    @Test void a_fen_below_the_share_or_the_limit_together_or_by_another_maker_is_no_split() {
        Watched watched = Watched.by(RuleName.SPLIT_BELOW_LIMIT, A_MILLION).signedBy("p-cl", "p-ca");
        watched.on("2018-03-01").write(approved("B1", "500000.00"), approved("B2", "499999.99"), approved("B3", "1000000.00"));
        watched.signedBy("p-other", "p-ca").write(approved("B4", "500000.00"));
        watched.signedBy("p-cl", "p-ca").on("2018-03-12").write(approved("B5", "500000.00"));
        assertEquals("", watched.said());
    }

    private static DisbursementBatchApproved approved(String batch, String total) {
        return new DisbursementBatchApproved(new BatchId(batch), COUNTY, Chenghu.TREASURY, 1, 1, Chenghu.yuan(total), "cd".repeat(32), null);
    }

    @Test void another_account_is_paid_fourteen_days_after_it_was_registered() {
        Watched watched = Watched.by(RuleName.ACCOUNT_NEW_BEFORE_PAYMENT, Map.of("days", "15"));
        watched.on("2018-01-05").write(Chenghu.account("H1-main", "H1"));
        long registered = watched.on("2018-03-01").write(Chenghu.account("H1-new", "H1"));
        long paid = paid(watched.on("2018-03-15"), "B1", new Paying(2, "CEN", "H1", "H1-new", "500.00"));
        assertEquals("B1.2 [%d, %d]".formatted(registered, paid), watched.said());
    }

    @Test void on_the_fifteenth_day_it_is_no_longer_new_and_the_first_account_never_was() {
        Watched watched = Watched.by(RuleName.ACCOUNT_NEW_BEFORE_PAYMENT, Map.of("days", "15"));
        watched.on("2018-03-01").write(Chenghu.account("H1-main", "H1"));
        paid(watched.on("2018-03-02"), "B1", cen("500.00"));
        watched.write(Chenghu.account("H1-new", "H1"));
        paid(watched.on("2018-03-17"), "B2", new Paying(2, "CEN", "H1", "H1-new", "500.00"));
        assertEquals("", watched.said());
    }

    @Test void an_account_is_in_a_name_its_institution_never_had() {
        Watched watched = Watched.by(RuleName.ACCOUNT_IN_ANOTHER_NAME, Map.of("alike", "4"));
        watched.write(Chenghu.institution("H1", "12330521471100016Q", "青溪镇卫生院（虚构）", COUNTY));
        long registered = watched.write(account("青溪镇公所"));
        assertEquals("H1-main [%d]".formatted(registered), watched.said());
    }

    @Test void four_characters_alike_are_near_enough() {
        Watched watched = Watched.by(RuleName.ACCOUNT_IN_ANOTHER_NAME, Map.of("alike", "4"));
        watched.write(Chenghu.institution("H1", "12330521471100016Q", "青溪镇卫生院（虚构）", COUNTY), account("青溪镇卫生所"),
                account("青溪镇卫生院 （虚构）"));
        assertEquals("", watched.said());
    }

    private static PayeeAccountRegistered account(String name) {
        return new PayeeAccountRegistered(new PayeeAccountId("H1-main"), new InstitutionId("H1"), name, "9900000000000011", "虚构银行");
    }

    @Test void a_fen_more_than_nine_tenths_of_an_allotment_is_advanced() {
        Watched watched = Watched.by(RuleName.ADVANCED_BEYOND_SHARE, Map.of("share", "0.9"));
        watched.write(Chenghu.allotted(COUNTY, "CEN", "H1", "1000.00"));
        long first = watched.write(advanced("B1", "900.00"));
        long second = watched.write(advanced("B2", "0.01"));
        watched.write(advanced("B3", "10.00"));
        assertEquals("CEN-H1 [%d, %d]".formatted(first, second), watched.said(), "it speaks once");
        assertEquals("0.90001", watched.alerts().getFirst().measured().toString());
    }

    @Test void what_is_noted_of_an_advance_or_a_payment_does_not_grow_with_those_before_it() {
        Watched advances = Watched.by(RuleName.ADVANCED_BEYOND_SHARE, Map.of("share", "0.9"));
        Watched payments = Watched.by(RuleName.SAME_PAYEE_AND_AMOUNT, SEVEN_DAYS);
        for (Watched watched : List.of(advances, payments)) {
            watched.write(Chenghu.allotted(COUNTY, "CEN", "H1", "1000.00"));
            for (int i = 1; i <= 20; i++) {
                watched.write(advanced("B" + i, "1.%02d".formatted(i)));
            }
        }
        assertEquals("[1, 1]", advances.notedLast());
        assertEquals("[1]", payments.notedLast());
    }

    @Test void nine_tenths_are_the_usual_share() {
        Watched watched = Watched.by(RuleName.ADVANCED_BEYOND_SHARE, Map.of("share", "0.9"));
        watched.write(Chenghu.allotted(COUNTY, "CEN", "H1", "1000.00"), advanced("B1", "900.00"));
        assertEquals("", watched.said());
    }

    private static AdvancePaid advanced(String batch, String amount) {
        return Chenghu.paid(COUNTY, batch, "H1", cen(amount));
    }

    @Test void the_thirteenth_month_of_a_year_is_paid_by_the_head() {
        Watched watched = Watched.by(RuleName.HEADS_PAID_TWICE, Map.of("months", "12"));
        watched.write(Chenghu.allotted(COUNTY, "CEN", "H1", "1000.00"));
        long first = watched.write(prepaid("B1", 10));
        long second = watched.write(prepaid("B2", 3));
        assertEquals("B2 [%d, %d]".formatted(first, second), watched.said());
    }

    @Test void twelve_months_are_a_year_and_a_batchs_rows_pay_for_the_heads_once() {
        Watched watched = Watched.by(RuleName.HEADS_PAID_TWICE, Map.of("months", "12"));
        watched.write(Chenghu.allotted(COUNTY, "CEN", "H1", "1000.00"), prepaid("B1", 10), prepaid("B1", 10), prepaid("B2", 2));
        assertEquals("", watched.said());
    }

    private static CapitationPrepaid prepaid(String batch, int months) {
        AdvancePaid like = Chenghu.paid(COUNTY, batch, "H1", cen("61.00"));
        return new CapitationPrepaid(like.payment(), like.batch(), like.row(), like.institution(), like.payee(), like.payeeAccount(),
                like.allotment(), like.bankAccount(), like.amount(), like.purpose(), null, new Heads(12, Fraction.of(61), months), like.lines());
    }

    @Test void a_whole_multiple_is_round_and_a_fen_more_is_not() {
        Watched watched = Watched.by(RuleName.ROUND_AMOUNT, Map.of("multiple", "100000.00"));
        long round = paid(watched, "B1", cen("300000.00"));
        paid(watched, "B2", cen("300000.01"));
        assertEquals("B1.2 [%d]".formatted(round), watched.said());
    }

    @Test void december_spends_more_than_three_times_the_average_month() {
        Watched watched = Watched.by(RuleName.DECEMBER_SPIKE, Map.of("times", "3", "least", "0.00"));
        watched.on("2018-03-01").write(approved("B1", "6000.00"));
        watched.on("2018-05-01").write(approved("B1b", "5000.00"));
        long first = watched.on("2018-12-03").write(approved("B2", "3000.00"));
        long second = watched.on("2018-12-20").write(approved("B3", "0.01"));
        watched.write(approved("B4", "5000.00"));
        assertEquals("B3 [%d, %d]".formatted(first, second), watched.said(), "it speaks once");
    }

    @Test void three_times_the_average_or_a_small_sum_is_no_rush() {
        Watched watched = Watched.by(RuleName.DECEMBER_SPIKE, Map.of("times", "3", "least", "3000.00"));
        watched.on("2018-03-01").write(approved("B1", "11000.00"));
        watched.on("2018-12-03").write(approved("B2", "3000.00"));
        watched.on("2019-12-03").write(approved("B3", "3000.00"));
        assertEquals("", watched.said());
    }

    @Test void a_posting_is_recorded_eleven_days_late() {
        Watched watched = Watched.by(RuleName.COUNTS_LONG_BEFORE_RECORDED, Map.of("days", "10"));
        long late = watched.on("2018-03-01", "2018-03-12").write(received());
        assertEquals("%d [%d]".formatted(late, late), watched.said());
        assertEquals("11 10 9.00", watched.alerts().getFirst().measured() + " " + watched.alerts().getFirst().threshold() + " "
                + watched.alerts().getFirst().amount());
    }

    @Test void ten_days_are_not_long_and_what_it_corrects_counts_where_it_names_a_day() {
        Watched watched = Watched.by(RuleName.COUNTS_LONG_BEFORE_RECORDED, Map.of("days", "10"));
        watched.on("2018-03-01", "2018-03-11").write(received());
        assertEquals("", watched.said());
        long correcting = watched.on("2018-04-01").concerning("2018-03-01").write(received());
        assertEquals("%d [%d]".formatted(correcting, correcting), watched.said());
    }

    private static Fact received() {
        return Chenghu.received(COUNTY, "CEN", "BK-1", "9.00");
    }
}
