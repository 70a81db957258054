package fundtrail.eventstore;

import static fundtrail.eventstore.Outcomes.failure;
import static fundtrail.eventstore.Outcomes.get;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fundtrail.eventstore.LaneFailure.Unwritable;
import fundtrail.eventstore.LaneFailure.Unwritable.Cause;
import fundtrail.eventstore.PurseWish.Draw;
import fundtrail.eventstore.PurseWish.Fill;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A database that is there and cannot write: told at once and in its own words, and gone on from without a restart. */
class UnwritableTest {

    @ParameterizedTest
    @CsvSource({"53100, DISK_FULL", "53200, SHORT_OF_RESOURCES", "58030, SHORT_OF_RESOURCES"})
    void a_database_without_room_records_nothing_and_goes_on_when_there_is_room(String sqlState, Cause cause) throws Exception {
        try (var place = new TestLedger(); var ledger = new PurseLedger(place.store("A"), LaneSettings.defaults())) {
            get(ledger.send(new Fill("P", 100)));
            place.asSuperuser("""
                    create function ledger.no_room() returns trigger language plpgsql as
                    $$ begin raise exception 'could not extend file' using errcode = '%s'; end $$;
                    create trigger no_room before insert on ledger.fact_tag for each statement execute function ledger.no_room()""".formatted(sqlState));
            assertEquals(cause, failure(Unwritable.class, ledger.send(new Draw("P", "d1", 100))).reason());
            assertEquals(cause, failure(Unwritable.class, ledger.send(new Draw("P", "d2", 100))).reason(), "nothing is left of the first");
            place.asSuperuser("drop trigger no_room on ledger.fact_tag");
            get(ledger.send(new Draw("P", "d1", 100)));
            assertEquals(List.of("d1"), ledger.draws());
        }
    }

    @Test
    void a_database_that_is_read_only_is_told_and_tried_again() throws Exception {
        try (var place = new TestLedger(); var ledger = new PurseLedger(place.store("A"), LaneSettings.defaults())) {
            get(ledger.send(new Fill("P", 100)));
            readOnly(place, "on");
            place.killWriter();
            assertEquals(Cause.READ_ONLY, failure(Unwritable.class, ledger.send(new Draw("P", "d1", 1))).reason());
            readOnly(place, "off");
            get(ledger.send(new Draw("P", "d1", 1)));
            assertEquals(List.of("d1"), ledger.draws());
        }
    }

    private static void readOnly(TestLedger place, String onOrOff) throws SQLException {
        place.asSuperuser("do $$ begin execute format('alter role ledger_app in database %%I set default_transaction_read_only = %s', current_database()); end $$"
                .formatted(onOrOff));
    }
}
