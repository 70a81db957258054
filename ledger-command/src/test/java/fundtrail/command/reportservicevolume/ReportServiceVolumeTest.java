package fundtrail.command.reportservicevolume;

import static fundtrail.command.decide.RefusalCode.ALREADY_EXISTS;
import static fundtrail.command.decide.RefusalCode.ALREADY_REPORTED;
import static fundtrail.command.decide.RefusalCode.CORRECTION_MISMATCH;
import static fundtrail.command.decide.RefusalCode.FORMULA_DIFFERS;
import static fundtrail.command.decide.RefusalCode.INSTITUTION_OUTSIDE;
import static fundtrail.command.decide.RefusalCode.INSTITUTION_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.REPORT_CORRECTED;
import static fundtrail.command.decide.RefusalCode.REPORT_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.ROWS_REFUSED;
import static fundtrail.command.decide.RefusalCode.SCHEDULE_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.SETTLEMENT_FINAL;
import static fundtrail.command.kit.PurchasedYear.VISIT;
import static fundtrail.command.kit.PurchasedYear.reopening;
import static fundtrail.command.kit.PurchasedYear.schedule;
import static fundtrail.command.kit.PurchasedYear.volume;
import static fundtrail.command.kit.Sample.BPH;
import static fundtrail.command.kit.Sample.DAY;
import static fundtrail.command.kit.Sample.DIVISION;
import static fundtrail.command.kit.Sample.H1;
import static fundtrail.command.kit.Sample.H2;
import static fundtrail.command.kit.Sample.YEAR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.command.decide.Decision.Refused;
import fundtrail.command.kit.Given;
import fundtrail.command.kit.PurchasedYear;
import fundtrail.command.known.InstitutionYear;
import fundtrail.command.known.Volumes;
import fundtrail.contract.Digest;
import fundtrail.contract.Fact;
import fundtrail.contract.Fraction;
import fundtrail.contract.Json;
import fundtrail.contract.Role;
import fundtrail.contract.fact.PersonRegistered;
import fundtrail.contract.fact.RoleGranted;
import fundtrail.contract.fact.ServiceVolumeReported;
import fundtrail.contract.fact.ServiceVolumeReportedRows.Row;
import fundtrail.contract.fact.ServiceVolumeReportedRows;
import fundtrail.contract.id.ClaimId;
import fundtrail.contract.id.ItemCode;
import fundtrail.contract.id.PersonRef;
import fundtrail.contract.id.ReportId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReportServiceVolumeTest {
    private static PurchasedYear scheduled() {
        PurchasedYear year = new PurchasedYear().institution("H1 CEN 1000.00").institution("H2");
        year.does(schedule());
        return year;
    }

    private static Row row(int number, String claim, String quantity) {
        return new Row(number, new ClaimId(claim), VISIT, Fraction.parse(quantity), null);
    }

    private static ReportServiceVolume wish(String id, int firstDay, int lastDay, String total, String corrects, Row... rows) {
        return new ReportServiceVolume(null, new ReportId(id), H1, BPH, YEAR, DAY.minusDays(firstDay), DAY.minusDays(lastDay), "ab".repeat(32),
                Fraction.parse(total), corrects == null ? null : new ReportId(corrects), List.of(rows));
    }

    @Test
    void rows_are_recorded_as_claims_and_closed_by_what_they_amount_to() {
        List<Fact> facts = scheduled().does(wish("V1", 30, 1, "3.5", null, row(2, "c-2", "1"), row(5, "c-5", "2.5")));
        assertEquals(new ServiceVolumeReportedRows(new ReportId("V1"), H1, 1, List.of(row(2, "c-2", "1"), row(5, "c-5", "2.5"))), facts.getFirst());
        ServiceVolumeReported closing = (ServiceVolumeReported) facts.getLast();
        assertEquals("WES 1 2 3.5", closing.schedule() + " " + closing.parts() + " " + closing.rowCount() + " " + closing.totalEquivalents());
        assertEquals(Digest.sha256(Json.canonical(List.of(row(2, "c-2", "1"), row(5, "c-5", "2.5")))), closing.rowsHash());
    }

    @Test
    void many_rows_go_in_parts_each_of_which_fits_an_entry() {
        Row[] rows = IntStream.rangeClosed(1, 1000).mapToObj(number -> row(number, "claim-of-a-rather-long-name-" + number, "1")).toArray(Row[]::new);
        List<Fact> facts = scheduled().does(wish("V1", 30, 1, "1000", null, rows));
        assertTrue(facts.size() > 3);
        facts.forEach(fact -> assertTrue(Json.canonical(fact).length < 28 * 1024));
    }

    @Test
    void the_total_is_computed_again() {
        scheduled().ledger().when(wish("V1", 30, 1, "3.4", null, row(2, "c-2", "3.5"))).thenRefused(FORMULA_DIFFERS, "EQUIVALENTS");
    }

    @Test
    void a_claim_is_unique_for_ever_and_an_item_has_its_weight() {
        PurchasedYear year = scheduled();
        year.does(wish("V1", 30, 21, "1", null, row(2, "c-2", "1")));
        Row unknown = new Row(3, new ClaimId("c-3"), new ItemCode("XX"), Fraction.ONE, null);
        Refused refused = year.ledger().when(wish("V2", 20, 1, "2", null, row(2, "c-2", "1"), unknown)).thenRefused(ROWS_REFUSED, "V2");
        assertEquals("[NUMBER_USED, SERVICE_ITEM_UNKNOWN]", refused.faults().stream().map(fault -> fault.why().code()).toList().toString());
    }

    @Test
    void work_of_an_item_in_the_same_days_is_reported_once() {
        PurchasedYear year = scheduled();
        year.does(wish("V1", 30, 11, "1", null, row(2, "c-2", "1")));
        Refused refused = year.ledger().when(wish("V2", 11, 1, "1", null, row(2, "d-2", "1"))).thenRefused(ROWS_REFUSED, "V2");
        assertEquals(ALREADY_REPORTED, refused.faults().getFirst().why().code());
        assertEquals(2, year.does(wish("V2", 10, 1, "1", null, row(2, "d-2", "1"))).size());
    }

    @Test
    void a_correction_replaces_the_report_it_names_once() {
        PurchasedYear year = scheduled();
        year.does(wish("V1", 30, 11, "1", null, row(2, "c-2", "1")));
        year.does(wish("V2", 30, 11, "2", "V1", row(2, "d-2", "2")));
        assertEquals(List.of(new ReportId("V2")), year.ledger().known().purchases().volumes().standing(new InstitutionYear(H1, BPH, YEAR)).stream()
                .map(Volumes.Report::report).toList());
        year.ledger().when(wish("V3", 30, 11, "1", "V1", row(2, "e-2", "1"))).thenRefused(REPORT_CORRECTED, "V1");
        year.ledger().when(wish("V3", 30, 11, "1", "V9", row(2, "e-2", "1"))).thenRefused(REPORT_UNKNOWN, "V9");
        year.ledger().when(volume("H2", "V3", "1", "V2")).thenRefused(CORRECTION_MISMATCH, "V2");
        year.ledger().when(wish("V2", 5, 1, "1", null, row(2, "e-2", "1"))).thenRefused(ALREADY_EXISTS, "V2");
    }

    @Test
    void a_settled_year_takes_no_more_work() {
        PurchasedYear year = new PurchasedYear().institution("H1 CEN 100.00").standard("100.00", "100", "1").earned("H1", "50", "90", "50.00").planned();
        year.settled("H1", "50.00");
        year.ledger().when(volume("H1", "V-2", "1", null)).thenRefused(SETTLEMENT_FINAL, "H1 BPH 2026");
        year.does(reopening("H1"));
        assertEquals(2, year.does(volume("H1", "V-2", "1", "V-H1")).size());
    }

    @Test
    void work_is_weighed_by_the_schedule_in_force_on_its_last_day() {
        new PurchasedYear().institution("H1").ledger().when(volume("H1", "V1", "1", null)).thenRefused(SCHEDULE_UNKNOWN, DAY.minusDays(10));
        new PurchasedYear().ledger().when(volume("H1", "V1", "1", null)).thenRefused(INSTITUTION_UNKNOWN, H1);
    }

    @Test
    void an_accountant_reports_for_his_own_institution() {
        PersonRef accountant = new PersonRef("p-accountant-h2");
        Given ledger = scheduled().ledger().and(new PersonRegistered(accountant, "3".repeat(64)), new RoleGranted(accountant, Role.IA, DIVISION, H2)).by(accountant);
        ledger.when(volume("H1", "V1", "1", null)).thenRefused(INSTITUTION_OUTSIDE, "ReportServiceVolume");
        assertEquals(2, ledger.when(volume("H2", "V1", "1", null)).facts().size());
    }

    @Test
    void a_file_has_each_claim_once_and_its_rows_in_order() {
        assertThrows(IllegalArgumentException.class, () -> wish("V1", 30, 1, "2", null, row(2, "c", "1"), row(3, "c", "1")));
        assertThrows(IllegalArgumentException.class, () -> wish("V1", 30, 1, "2", null, row(3, "c", "1"), row(2, "d", "1")));
        assertThrows(IllegalArgumentException.class, () -> wish("V1", 1, 30, "1", null, row(2, "c", "1")));
        assertThrows(IllegalArgumentException.class, () -> row(2, "c", "0"));
    }
}
