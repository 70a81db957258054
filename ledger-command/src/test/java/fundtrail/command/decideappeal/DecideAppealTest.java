package fundtrail.command.decideappeal;

import static fundtrail.command.decide.RefusalCode.APPEAL_LATE;
import static fundtrail.command.decide.RefusalCode.APPEAL_OPEN;
import static fundtrail.command.decide.RefusalCode.CHARGE_EXCEEDED;
import static fundtrail.command.decide.RefusalCode.CLAWBACK_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.DETERMINER_CONFLICT;
import static fundtrail.command.decide.RefusalCode.NOT_GENERAL_TREASURY;
import static fundtrail.command.decide.RefusalCode.OUTSTANDING_EXCEEDED;
import static fundtrail.command.decide.RefusalCode.REDUCTION_EXCEEDED;
import static fundtrail.command.decide.RefusalCode.WRITTEN_OFF_EXCEEDED;
import static fundtrail.command.decide.RefusalCode.WRITTEN_OFF_REMAINS;
import static fundtrail.command.kit.Sample.yuan;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fundtrail.command.kit.ClaimedBack;
import fundtrail.command.assesspenalty.AssessPenalty;
import fundtrail.command.closecase.CloseCase;
import fundtrail.command.collectcharge.CollectCharge;
import fundtrail.command.fileappeal.FileAppeal;
import fundtrail.command.issuerecoverydemand.IssueRecoveryDemand;
import fundtrail.command.kit.Given;
import fundtrail.command.kit.PurchasedYear;
import fundtrail.command.kit.Sample;
import fundtrail.command.memory.MemoryText;
import fundtrail.command.payclawbackrefund.PayClawbackRefund;
import fundtrail.command.posting.PostingRules;
import fundtrail.command.reinstatewriteoff.ReinstateWriteOff;
import fundtrail.command.reportservicevolume.ReportServiceVolume;
import fundtrail.command.waivecharge.WaiveCharge;
import fundtrail.command.writeoffclawback.WriteOffClawback;
import fundtrail.contract.Fraction;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.BudgetAllotted;
import fundtrail.contract.fact.FundSourceRegistered.Level;
import fundtrail.contract.fact.FundSourceRegistered.RestitutionTarget;
import fundtrail.contract.fact.ServiceVolumeReportedRows;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.ChargeId;
import fundtrail.contract.id.ClaimId;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ReportId;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The third and the second of four rows are false; the year is closed when that is found, and the reserve bore a part. */
class DecideAppealTest {
    private static final InstitutionId K1 = new InstitutionId("K1");
    private static final List<String> ROWS = List.of("611011", "26783", "8209", "304000");
    private static final LocalDate LATER = LocalDate.of(2027, 4, 11);

    private static PurchasedYear year() {
        PurchasedYear year = new PurchasedYear().reserve("160959.73")
                .institution("K1 CEN 1299709.03 CTY 900001.03 PRO 611003.11")
                .institution("K2 CEN 1100009.53 CTY 433344.60")
                .institution("K3 CTY 701009.29 PRO 996999.31")
                .advanced("K1 CEN 1200007.09 CTY 500009.21 PRO 499979.33")
                .advanced("K2 CEN 1000003.57")
                .advanced("K3 CTY 680003.27 PRO 900001.09")
                .standard("6042075.90", "1621007", "3.7274");
        List<ServiceVolumeReportedRows.Row> rows = new ArrayList<>();
        for (String work : ROWS) {
            rows.add(new ServiceVolumeReportedRows.Row(rows.size() + 1, new ClaimId("C." + (rows.size() + 1)), PurchasedYear.VISIT,
                    Fraction.parse(work), null));
        }
        year.does(new ReportServiceVolume(null, new ReportId("V-K1"), K1, Sample.BPH, Sample.YEAR, Sample.DAY.minusDays(40),
                Sample.DAY.minusDays(10), null, Fraction.parse("950003"), null, rows));
        year.scored("K1", "93", "3541041.18")
                .earned("K2", "430007", "83", "1565409.24")
                .earned("K3", "300007", "77", "1069788.76")
                .planned();
        year.settled("K1", "3541041.18");
        year.settled("K3", "1069788.76");
        year.does(PurchasedYear.refund("K3", "510215.60"));
        Purse reserve = PurchasedYear.purse("K1", "RSV").under(new AllotmentId("RSV-K1"));
        year.ledger().and(new BudgetAllotted(reserve.allotment(), K1, Sample.DIVISION, reserve.fundSource(), Sample.BPH, Sample.YEAR,
                Sample.CLASSES, yuan("134163.28"), PostingRules.budgetAllotted(reserve, yuan("134163.28"))));
        year.moved("K3 K1 CTY 246121.84 PRO 350042.89").paid("K1 CEN 99701.94 CTY 646113.66 PRO 461066.67 RSV 134163.28");
        year.ledger().and(Sample.payeeAccount(K1)).and(ClaimedBack.accounts())
                .and(ClaimedBack.source("CEN", Level.CENTRAL, RestitutionTarget.UPPER_LEVEL),
                        ClaimedBack.source("RSV", Level.RISK_RESERVE, RestitutionTarget.RISK_RESERVE))
                .on(LATER).and(ClaimedBack.closed(Sample.YEAR));
        ClaimedBack.inquired(year.ledger(), "C.2", "C.3");
        return year;
    }

    @Test
    void what_was_settled_is_clawed_back_appealed_refunded_and_restored_to_the_fen() throws IOException {
        Given ledger = year().ledger();
        assertEquals(List.of("CLAWBACK_RECEIVABLE CEN 47872.92", "PRIOR_YEAR_ADJUSTMENT CEN -47872.92", "CLAWBACK_RECEIVABLE CTY 42215.80",
                        "PRIOR_YEAR_ADJUSTMENT CTY -42215.80", "CLAWBACK_RECEIVABLE PRO 35398.75", "PRIOR_YEAR_ADJUSTMENT PRO -35398.75",
                        "CLAWBACK_RECEIVABLE RSV 4941.71", "PRIOR_YEAR_ADJUSTMENT RSV -4941.71"),
                ClaimedBack.lines(ClaimedBack.does(ledger, ClaimedBack.determination("C.2 99830.95 C.3 30598.23"))));
        assertEquals(List.of("RECOVERY_HOLDING CEN 41538.53", "CLAWBACK_RECEIVABLE CEN -41538.53", "RECOVERY_HOLDING CTY 36629.95",
                        "CLAWBACK_RECEIVABLE CTY -36629.95", "RECOVERY_HOLDING PRO 30714.91", "CLAWBACK_RECEIVABLE PRO -30714.91",
                        "RECOVERY_HOLDING RSV 4287.84", "CLAWBACK_RECEIVABLE RSV -4287.84"),
                ClaimedBack.lines(ClaimedBack.does(ledger, ClaimedBack.recovery("113171.23", "in-20"))));
        ClaimedBack.demanded(ledger);
        ClaimedBack.does(ledger, new FileAppeal(null, K1, ClaimedBack.CB, null, true, "第三笔属实"));
        ledger.when(ClaimedBack.restitution("0.01")).thenRefused(APPEAL_OPEN, ClaimedBack.CB);
        assertEquals(List.of("PRIOR_YEAR_ADJUSTMENT CEN 11230.82", "CLAWBACK_RECEIVABLE CEN -6334.39", "REFUND_DUE CEN -4896.43",
                        "PRIOR_YEAR_ADJUSTMENT CTY 9903.68", "CLAWBACK_RECEIVABLE CTY -5585.85", "REFUND_DUE CTY -4317.83",
                        "PRIOR_YEAR_ADJUSTMENT PRO 8304.42", "CLAWBACK_RECEIVABLE PRO -4683.84", "REFUND_DUE PRO -3620.58",
                        "PRIOR_YEAR_ADJUSTMENT RSV 1159.31", "CLAWBACK_RECEIVABLE RSV -653.87", "REFUND_DUE RSV -505.44"),
                ClaimedBack.lines(ClaimedBack.does(ledger, decision("C.3 30598.23"))));
        PayClawbackRefund refund = new PayClawbackRefund(null, ClaimedBack.CB, ClaimedBack.CH, Sample.accountOf(K1), "out-20", yuan("13340.28"));
        assertEquals(List.of("REFUND_DUE CEN 4896.43", "RECOVERY_HOLDING CEN -4896.43", "REFUND_DUE CTY 4317.83", "RECOVERY_HOLDING CTY -4317.83",
                        "REFUND_DUE PRO 3620.58", "RECOVERY_HOLDING PRO -3620.58", "REFUND_DUE RSV 505.44", "RECOVERY_HOLDING RSV -505.44"),
                ClaimedBack.lines(ClaimedBack.does(ledger, refund)));
        assertEquals(List.of("RETURNED_TO_UPPER_LEVEL CEN 36642.10", "RECOVERY_HOLDING CEN -36642.10", "EXPENDED CEN 36642.10", "WITHDRAWN CEN -36642.10",
                        "TREASURY_CASH CTY 32312.12", "RECOVERY_HOLDING CTY -32312.12", "EXPENDED CTY 32312.12", "WITHDRAWN CTY -32312.12",
                        "TREASURY_CASH PRO 27094.33", "RECOVERY_HOLDING PRO -27094.33", "EXPENDED PRO 27094.33", "WITHDRAWN PRO -27094.33",
                        "RESERVE_CASH RSV 3782.40", "RECOVERY_HOLDING RSV -3782.40", "PRIOR_YEAR_ADJUSTMENT RSV 3782.40", "RISK_RESERVE RSV -3782.40",
                        "EXPENDED RSV 3782.40", "WITHDRAWN RSV -3782.40"),
                ClaimedBack.lines(ClaimedBack.does(ledger, ClaimedBack.restitution("99830.95"))));
        ClaimedBack.holds(ledger.known(), ledger.known().recoveries().clawbacks().of(ClaimedBack.CB));
        ClaimedBack.does(ledger, new CloseCase(null, ClaimedBack.CASE, "已了结"));
        assertEquals(MemoryText.of(ledger.known().memory()), MemoryText.of(ClaimedBack.writtenAndRead(ledger.known()).memory()));
    }

    private static DecideAppeal decision(String claims) {
        return new DecideAppeal(null, Sample.DOCUMENT, ClaimedBack.CB, ClaimedBack.amounts(claims), "证据属实");
    }

    @Test
    void what_is_outstanding_is_written_off_reinstated_and_recovered_and_not_a_fen_more() {
        Given ledger = year().ledger();
        ClaimedBack.does(ledger, ClaimedBack.determination("C.2 100.00"));
        ClaimedBack.demanded(ledger);
        ledger.when(ClaimedBack.recovery("100.01", "in-1")).thenRefused(OUTSTANDING_EXCEEDED, ClaimedBack.CB);
        WriteOffClawback all = new WriteOffClawback(null, Sample.DOCUMENT, ClaimedBack.CB, yuan("100.00"), "无财产可供执行");
        ClaimedBack.does(ledger, all);
        ledger.when(all).thenRefused(OUTSTANDING_EXCEEDED, ClaimedBack.CB);
        ClaimedBack.does(ledger, new FileAppeal(null, K1, ClaimedBack.CB, null, false, "属实"));
        ledger.when(decision("C.2 0.01")).thenRefused(WRITTEN_OFF_REMAINS, ClaimedBack.CB);
        ledger.when(decision("C.2 100.01")).thenRefused(REDUCTION_EXCEEDED, "C.2");
        ledger.when(new ReinstateWriteOff(null, Sample.DOCUMENT, ClaimedBack.CB, yuan("100.01"), "有财产")).thenRefused(WRITTEN_OFF_EXCEEDED, ClaimedBack.CB);
        ClaimedBack.does(ledger, new ReinstateWriteOff(null, Sample.DOCUMENT, ClaimedBack.CB, yuan("10.09"), "发现财产"));
        ClaimedBack.does(ledger, ClaimedBack.recovery("10.09", "in-1"));
        ClaimedBack.does(ledger, decision(""));
        ClaimedBack.holds(ledger.known(), ledger.known().recoveries().clawbacks().of(ClaimedBack.CB));
        ClaimedBack.does(ledger, ClaimedBack.restitution("10.09"));
        ClaimedBack.holds(ledger.known(), ledger.known().recoveries().clawbacks().of(ClaimedBack.CB));
    }

    @Test
    void money_goes_back_once_the_days_to_appeal_are_over() {
        Given ledger = year().ledger();
        ClaimedBack.does(ledger, ClaimedBack.determination("C.2 100.00"));
        ClaimedBack.does(ledger, new IssueRecoveryDemand(null, Sample.DOCUMENT, ClaimedBack.CB, yuan("100.00"), LATER.plusDays(30)));
        ClaimedBack.does(ledger, ClaimedBack.recovery("100.00", "in-1"));
        ledger.on(LATER.plusDays(60)).when(ClaimedBack.restitution("100.00")).thenRefused(APPEAL_OPEN, ClaimedBack.CB);
        ledger.on(LATER.plusDays(61)).when(new FileAppeal(null, K1, ClaimedBack.CB, null, false, "属实")).thenRefused(APPEAL_LATE, ClaimedBack.CB);
        ClaimedBack.does(ledger, ClaimedBack.restitution("100.00"));
    }

    @Test
    void a_demand_that_counts_from_an_earlier_day_takes_no_time_to_appeal_away_and_one_made_again_gives_none() {
        Given ledger = year().ledger();
        ClaimedBack.does(ledger, ClaimedBack.determination("C.2 100.00"));
        ClaimedBack.does(ledger, ClaimedBack.recovery("99.00", "in-1"));
        ledger.when(new FileAppeal(null, K1, ClaimedBack.CB, null, false, "属实")).thenRefused(CLAWBACK_UNKNOWN, ClaimedBack.CB);
        ledger.on(LATER.plusDays(70));
        ClaimedBack.does(ledger, new IssueRecoveryDemand(LATER, Sample.DOCUMENT, ClaimedBack.CB, yuan("1.00"), LATER.plusDays(30)));
        ledger.when(ClaimedBack.restitution("99.00")).thenRefused(APPEAL_OPEN, ClaimedBack.CB);
        ledger.on(LATER.plusDays(130)).when(ClaimedBack.restitution("99.00")).thenRefused(APPEAL_OPEN, ClaimedBack.CB);
        ledger.when(new FileAppeal(null, K1, ClaimedBack.CB, null, false, "属实")).facts();
        ledger.on(LATER.plusDays(131));
        ClaimedBack.does(ledger, new IssueRecoveryDemand(null, Sample.DOCUMENT, ClaimedBack.CB, yuan("1.00"), LATER.plusDays(150)));
        ledger.when(new FileAppeal(null, K1, ClaimedBack.CB, null, false, "属实")).thenRefused(APPEAL_LATE, ClaimedBack.CB);
        ClaimedBack.does(ledger, ClaimedBack.restitution("99.00"));
    }

    @Test
    void whoever_determined_does_not_decide_the_appeal() {
        Given ledger = year().ledger();
        ClaimedBack.does(ledger.by(Sample.OTHER), ClaimedBack.determination("C.2 100.00"));
        ClaimedBack.demanded(ledger);
        ClaimedBack.does(ledger, new FileAppeal(null, K1, ClaimedBack.CB, null, false, "属实"));
        ledger.when(decision("C.2 1.00")).thenRefused(DETERMINER_CONFLICT, ClaimedBack.CB);
        ClaimedBack.does(ledger.by(Sample.TESTER), decision("C.2 1.00"));
    }

    @Test
    void charges_are_the_general_treasurys_and_leave_the_claw_back_alone() {
        Given ledger = year().ledger().and(ClaimedBack.source("GEN", Level.GENERAL_TREASURY, RestitutionTarget.TREASURY));
        FundSourceCode gen = new FundSourceCode("GEN");
        ChargeId charge = new ChargeId("PEN-1");
        assertEquals(List.of("CHARGES_RECEIVABLE GEN 5003.17", "CHARGES_INCOME GEN -5003.17"), ClaimedBack.lines(ClaimedBack.does(ledger,
                new AssessPenalty(null, Sample.DOCUMENT, charge, K1, gen, yuan("5003.17"), "条例第十四条", null))));
        assertEquals(List.of("TREASURY_CASH GEN 3001.09", "CHARGES_RECEIVABLE GEN -3001.09"), ClaimedBack.lines(ClaimedBack.does(ledger,
                new CollectCharge(null, charge, Sample.CT, "in-30", yuan("3001.09")))));
        ledger.when(new WaiveCharge(null, Sample.DOCUMENT, charge, yuan("2002.09"), "减免")).thenRefused(CHARGE_EXCEEDED, charge);
        assertEquals(List.of("CHARGES_INCOME GEN 2002.08", "CHARGES_RECEIVABLE GEN -2002.08"), ClaimedBack.lines(ClaimedBack.does(ledger,
                new WaiveCharge(null, Sample.DOCUMENT, charge, yuan("2002.08"), "减免"))));
        ledger.when(new AssessPenalty(null, Sample.DOCUMENT, new ChargeId("PEN-2"), K1, Sample.CEN, yuan("1.00"), "条例", null))
                .thenRefused(NOT_GENERAL_TREASURY, Sample.CEN);
    }
}
