package fundtrail.query.alert;

import static fundtrail.query.Chenghu.BPH;
import static fundtrail.query.Chenghu.COUNTY;
import static fundtrail.query.Chenghu.YEAR;
import static fundtrail.query.Chenghu.yuan;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fundtrail.contract.Account;
import fundtrail.contract.Digest;
import fundtrail.contract.Fact;
import fundtrail.contract.Fraction;
import fundtrail.contract.Json;
import fundtrail.contract.Line;
import fundtrail.contract.Lines;
import fundtrail.contract.Purse;
import fundtrail.contract.Role;
import fundtrail.contract.fact.BudgetApproved.SourceAmount;
import fundtrail.contract.fact.ClawbackWrittenOff;
import fundtrail.contract.fact.CommandRefused;
import fundtrail.contract.fact.EntryReversed;
import fundtrail.contract.fact.FundReceived;
import fundtrail.contract.fact.MatchingFundsCommitted;
import fundtrail.contract.fact.PersonRegistered;
import fundtrail.contract.fact.RoleGranted;
import fundtrail.contract.fact.ServiceVolumeReported;
import fundtrail.contract.fact.ServiceVolumeReportedRows.Row;
import fundtrail.contract.fact.ServiceVolumeReportedRows;
import fundtrail.contract.fact.SettlementReopened;
import fundtrail.contract.fact.TransferPassedDown;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.ClaimId;
import fundtrail.contract.id.ClawbackId;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PersonRef;
import fundtrail.contract.id.ReportId;
import fundtrail.query.Chenghu;
import fundtrail.query.ServiceYear;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Red flags of work, transfers, hands and corrections: what makes each speak, and what a hair below leaves it silent. */
class OfficeFlagsTest {
    private static final FundSourceCode CEN = new FundSourceCode("CEN");
    private static final InstitutionId H1 = new InstitutionId("H1");

    /** So many visits of weight 1 by one doctor, from 1 to 7 January of the year: five working days. */
    private static Fact[] visits(String report, String institution, int year, String corrects, long... quantities) {
        List<Row> rows = new ArrayList<>();
        Fraction total = Fraction.ZERO;
        for (long quantity : quantities) {
            rows.add(new Row(rows.size() + 2, new ClaimId(report + "." + rows.size()), ServiceYear.VISIT, Fraction.of(quantity), new PersonRef("p-doctor")));
            total = total.plus(Fraction.of(quantity));
        }
        ReportId id = new ReportId(report);
        return new Fact[] {
            new ServiceVolumeReportedRows(id, new InstitutionId(institution), 1, rows),
            new ServiceVolumeReported(id, COUNTY, new InstitutionId(institution), BPH, year, LocalDate.of(year, 1, 1), LocalDate.of(year, 1, 7),
                    ServiceYear.SCHEDULE, null, 1, rows.size(), total, Digest.sha256(Json.canonical(rows)),
                    corrects == null ? null : new ReportId(corrects))
        };
    }

    @Test void one_person_does_more_than_a_day_holds() {
        Watched watched = Watched.by(RuleName.WORK_BEYOND_A_DAY, Map.of("ceiling", "120", "daysAWeek", "5"));
        watched.write(ServiceYear.schedule());
        watched.write(visits("V1", "H1", 2018, null, 300, 300));
        assertEquals("", watched.said(), "600 in five days are 120 a day");
        long reported = watched.write(visits("V2", "H1", 2018, null, 300, 301));
        assertEquals("p-doctor [%d]".formatted(reported), watched.said());
        assertEquals(Fraction.of(601, 5), watched.alerts().getFirst().measured());
    }

    @Test void work_grows_by_more_than_a_fifth_and_a_correction_counts_instead_of_what_it_corrects() {
        Watched watched = Watched.by(RuleName.VOLUME_GROWTH, Map.of("share", "0.2"));
        long last = watched.write(visits("V17", "H1", 2017, null, 1000));
        watched.write(visits("V18a", "H1", 2018, null, 1200));
        watched.write(visits("V18b", "H1", 2018, "V18a", 1199));
        assertEquals("", watched.said(), "a fifth more is not more than a fifth");
        long grown = watched.write(visits("V18c", "H1", 2018, null, 2));
        assertEquals("V18c [%d, %d]".formatted(last, grown), watched.said());
    }

    @Test void five_rows_stand_as_in_anothers_report_wherever_they_stand() {
        Watched watched = Watched.by(RuleName.IDENTICAL_ROWS, Map.of("rows", "5"));
        long first = watched.write(visits("V1", "H1", 2018, null, 1, 2, 3, 4, 5, 99));
        watched.write(visits("V2", "H2", 2018, null, 7, 1, 2, 3, 4, 6));
        assertEquals("", watched.said(), "four rows alike are four rows");
        watched.write(visits("V3", "H1", 2018, null, 1, 2, 3, 4, 5));
        assertEquals("", watched.said(), "one's own rows may be alike");
        long copied = watched.write(visits("V4", "H2", 2018, null, 7, 1, 2, 3, 4, 5));
        assertEquals("V4 [%d, %d]".formatted(first, copied), watched.said().split("; ")[0]);
    }

    @Test void a_leg_is_passed_down_a_day_late() {
        Watched watched = Watched.by(RuleName.CASCADE_LEG_LATE, Map.of("days", "0"));
        watched.write(Chenghu.notified(COUNTY, "CEN", "800.00"));
        long received = watched.write(Chenghu.transferred(COUNTY, "CEN", "2018-03-22", "TR-1", "400.00"));
        watched.write(passedDown(30, 0));
        assertEquals("", watched.said(), "on the last day it is in time");
        long late = watched.write(passedDown(31, 1));
        assertEquals("330521.CEN-2018-1 [%d, %d]".formatted(received, late), watched.said());
    }

    @Test void matching_funds_have_not_come_by_the_time_a_tranche_goes_on() {
        Watched watched = Watched.by(RuleName.MATCHING_SHORT, Map.of("least", "0.01"));
        watched.write(Chenghu.notified(COUNTY, "CEN", "800.00"), passedDown(1, 0));
        assertEquals("", watched.said(), "none were undertaken");
        long committed = watched.write(new MatchingFundsCommitted(Chenghu.tranche("CEN"), COUNTY, new FundSourceCode("CTY"), yuan("0.01")));
        long passed = watched.write(passedDown(1, 0));
        assertEquals("330521.CEN-2018-1 [%d, %d]".formatted(committed, passed), watched.said());
        assertEquals(yuan("0.01"), watched.alerts().getFirst().amount());
    }

    private static TransferPassedDown passedDown(int daysTaken, int lateBy) {
        Purse purse = Purse.of(COUNTY, YEAR, CEN).under(new AllotmentId("CEN-LOW"));
        return new TransferPassedDown(Chenghu.tranche("CEN"), COUNTY, Chenghu.NEIGHBOUR, Chenghu.TREASURY, purse.allotment(), null,
                yuan("5.00"), yuan("0.00"), daysTaken, lateBy, Lines.of(
                        Line.debit(Account.ALLOTTED, purse, yuan("5.00")), Line.credit(Account.EXPENDED, purse, yuan("5.00"))));
    }

    @Test void two_people_approve_each_others_postings_twice_each() {
        Watched watched = Watched.by(RuleName.HANDS_FOR_EACH_OTHER, Map.of("times", "2", "days", "30"));
        List<Long> positions = new ArrayList<>();
        positions.add(watched.on("2018-03-01").signedBy("p-a", "p-b").causedBy("prop-1").write(received("BK-1")));
        watched.write(received("BK-1b"));
        positions.add(watched.causedBy("prop-2").write(received("BK-2")));
        positions.add(watched.signedBy("p-b", "p-a").causedBy("prop-3").write(received("BK-3")));
        assertEquals("", watched.said(), "once is chance, and facts of one wish were signed once");
        positions.add(watched.on("2018-03-31").causedBy("prop-4").write(received("BK-4")));
        assertEquals("p-a " + positions, watched.said());
        watched.on("2018-04-01").causedBy("prop-5").write(received("BK-5"));
        assertEquals(1, watched.alerts().size(), "it speaks when the second has come so far, and not with every posting after");
    }

    @Test void after_thirty_days_a_hand_is_forgotten_and_a_third_person_is_another() {
        Watched watched = Watched.by(RuleName.HANDS_FOR_EACH_OTHER, Map.of("times", "1", "days", "30"));
        watched.on("2018-03-01").signedBy("p-a", "p-b").causedBy("prop-1").write(received("BK-1"));
        watched.signedBy("p-b", "p-c").causedBy("prop-2").write(received("BK-2"));
        watched.on("2018-04-01").signedBy("p-b", "p-a").causedBy("prop-3").write(received("BK-3"));
        assertEquals("", watched.said());
    }

    private static FundReceived received(String bankRef) {
        return Chenghu.received(COUNTY, "CEN", bankRef, "9.00");
    }

    @Test void a_settlement_is_reopened_for_the_second_time() {
        Watched watched = Watched.by(RuleName.SETTLEMENT_REOPENED_AGAIN, Map.of("times", "2"));
        long first = watched.write(reopened(1));
        assertEquals("", watched.said());
        long second = watched.write(reopened(2));
        assertEquals("H1/BPH/2018 [%d, %d]".formatted(first, second), watched.said());
    }

    private static SettlementReopened reopened(int revision) {
        return new SettlementReopened(COUNTY, H1, BPH, YEAR, revision, SettlementReopened.Ground.ERROR, null, "分值有误");
    }

    @Test void what_counted_in_a_closed_month_is_reversed() {
        Watched watched = Watched.by(RuleName.CORRECTED_AFTER_CLOSE, Map.of("least", "9.00"));
        FundReceived twice = received("BK-1");
        long mistaken = watched.write(twice);
        watched.write(new EntryReversed(mistaken, "FundReceived", null, "重复", twice.lines().red()));
        assertEquals("", watched.said(), "the month was open");
        long reversed = watched.concerning("2018-01-15").write(new EntryReversed(mistaken, "FundReceived", null, "重复", twice.lines().red()));
        assertEquals("%d [%d, %d]".formatted(mistaken, mistaken, reversed), watched.said());
        FundReceived less = Chenghu.received(COUNTY, "CEN", "BK-2", "8.99");
        watched.write(new EntryReversed(mistaken, "FundReceived", null, "重复", less.lines().red()));
        assertEquals(1, watched.alerts().size(), "a fen less is too little");
    }

    @Test void write_offs_come_bit_by_bit_to_seven_tenths_of_the_limit() {
        Watched watched = Watched.by(RuleName.WRITE_OFF_BELOW_LIMIT, Map.of("limit", "10000.00", "share", "0.7"));
        long first = watched.write(writtenOff("6999.99"));
        assertEquals("", watched.said());
        long second = watched.write(writtenOff("0.01"));
        assertEquals("CB1 [%d, %d]".formatted(first, second), watched.said());
        assertEquals(yuan("7000.00"), watched.alerts().getFirst().amount());
        watched.write(writtenOff("10000.00"));
        assertEquals(1, watched.alerts().size(), "the limit itself went before the higher authority");
    }

    private static ClawbackWrittenOff writtenOff(String amount) {
        Purse purse = Purse.of(COUNTY, YEAR, CEN).of(H1, BPH).forClawback(new ClawbackId("CB1"));
        return new ClawbackWrittenOff(new ClawbackId("CB1"), COUNTY, H1, yuan(amount), "无可执行财产",
                List.of(new SourceAmount(CEN, yuan(amount))), Lines.of(
                        Line.debit(Account.WRITE_OFF, purse, yuan(amount)), Line.credit(Account.CLAWBACK_RECEIVABLE, purse, yuan(amount))));
    }

    @Test void one_persons_wishes_are_refused_for_the_third_time_in_thirty_days() {
        Watched watched = Watched.by(RuleName.REFUSED_AGAIN, Map.of("times", "3", "days", "30"));
        watched.write(new PersonRegistered(new PersonRef("p-cl"), "ef".repeat(32)), new RoleGranted(new PersonRef("p-cl"), Role.CL, COUNTY, null));
        watched.on("2018-02-01").write(refused("HOLD_ACTIVE"));
        long second = watched.on("2018-03-01").write(refused("CASH_EXCEEDED"));
        long third = watched.on("2018-03-15").write(refused("SIGNER_CONFLICT"));
        assertEquals("", watched.said(), "the first is more than thirty days ago");
        long fourth = watched.on("2018-03-31").write(refused("HOLD_ACTIVE"));
        assertEquals("p-cl [%d, %d, %d]".formatted(second, third, fourth), watched.said());
    }

    private static CommandRefused refused(String code) {
        return new CommandRefused(new PersonRef("p-cl"), "ExecuteBatch", code, "B1");
    }
}
