package fundtrail.command.gate;

import static fundtrail.command.decide.RefusalCode.CLOCK_BACKWARDS;
import static fundtrail.command.decide.RefusalCode.DATE_IN_FUTURE;
import static fundtrail.command.kit.Office.*;
import static fundtrail.command.kit.Sample.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fundtrail.command.kit.Office;
import fundtrail.command.recordfundreceipt.RecordFundReceipt;
import fundtrail.contract.Entry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** When a wish is recorded: by the server's clock or a rehearsal's, and never earlier than what stands before it. */
class RehearsalClockTest {
    private static final Instant MARCH = Instant.parse("2026-03-01T02:00:00Z");

    private final Office office = new Office().with(source(CEN), treasuryAccount());
    private int receipts;

    private RecordFundReceipt receipt(LocalDate date) {
        return new RecordFundReceipt(date, null, DIVISION, YEAR, CEN, CT, "bank-" + receipts++, yuan("1.00"));
    }

    private Entry asked() {
        return office.asks(CASHIER, receipt(null)).recorded().getFirst();
    }

    @Test
    void without_a_rehearsal_clock_the_server_says_when() {
        assertEquals(later(Duration.ofMinutes(5)), office.at(later(Duration.ofMinutes(5))).asks(CASHIER, receipt(null))
                .recorded().getFirst().recordedAt());
    }

    @Test
    void a_server_clock_set_back_leaves_the_ledgers_time_standing() {
        office.at(later(Duration.ofMinutes(5)));
        asked();
        office.at(later(Duration.ofMinutes(-60)));
        assertEquals(later(Duration.ofMinutes(5)), asked().recordedAt());
    }

    @Test
    void a_wish_with_a_rehearsal_clock_is_recorded_then() {
        office.withRehearsalClock(MARCH);
        assertEquals(MARCH, asked().recordedAt());
        assertEquals(LocalDate.of(2026, 3, 1), asked().envelope().effectiveDate());
    }

    @Test
    void its_day_begins_at_midnight_in_the_ledgers_zone() {
        office.withRehearsalClock(Instant.parse("2026-03-01T15:59:59Z"));
        assertEquals(LocalDate.of(2026, 3, 1), asked().envelope().effectiveDate());
        office.withRehearsalClock(Instant.parse("2026-03-01T16:00:00Z"));
        assertEquals(LocalDate.of(2026, 3, 2), asked().envelope().effectiveDate());
    }

    @Test
    void once_a_wish_has_carried_one_time_stands_still_between_such_wishes() {
        office.withRehearsalClock(MARCH);
        asked();
        office.withRehearsalClock(null).at(MARCH.plus(Duration.ofDays(300)));
        assertEquals(MARCH, asked().recordedAt());
        office.asks(CASHIER, receipt(LocalDate.of(2026, 3, 2))).thenRefused(DATE_IN_FUTURE, "2026-03-02");
    }

    @Test
    void the_same_instant_may_be_named_again_and_an_earlier_one_not() {
        office.withRehearsalClock(MARCH);
        asked();
        assertEquals(MARCH, asked().recordedAt());
        Instant earlier = MARCH.minusMillis(1);
        office.withRehearsalClock(earlier);
        assertEquals(MARCH.toString(),
                office.asks(CASHIER, receipt(null)).thenRefused(CLOCK_BACKWARDS, earlier).details().get("head"));
    }

    @Test
    void a_refused_wish_does_not_stop_the_clock_unless_its_refusal_was_noted() {
        office.withRehearsalClock(MARCH).asks(CASHIER, receipt(LocalDate.of(2026, 3, 2))).refused();
        office.withRehearsalClock(null).at(later(Duration.ofMinutes(1)));
        assertEquals(later(Duration.ofMinutes(1)), asked().recordedAt());

        office.withRehearsalClock(MARCH);
        assertEquals(MARCH, office.asks(CLERK, receipt(null)).recorded().getFirst().recordedAt());
        office.withRehearsalClock(null);
        assertEquals(MARCH, asked().recordedAt());
    }
}
