package fundtrail.command.importbatch;

import static fundtrail.command.kit.Batches.*;
import static fundtrail.command.kit.Sample.*;
import static fundtrail.command.spreadsheet.DisbursementFile.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.command.disbursebatch.DisburseBatch;
import fundtrail.command.disbursebatch.DisburseBatch.Row;
import fundtrail.command.gate.Wish;
import fundtrail.command.kit.Given;
import fundtrail.contract.Digest;
import fundtrail.contract.fact.DisbursementBatchApproved;
import fundtrail.contract.fact.PayeeAccountClosed;
import fundtrail.contract.id.BankAccountId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;

/** The file as a whole, and what the ledger would say of the batch it asks for; {@link RowCheckTest} has its cells. */
class BatchFileTest {
    private static final Instant NOW = PAYDAY.atTime(LocalTime.of(10, 0)).atZone(ZONE).toInstant();
    private static final BatchHeading HEADING = new BatchHeading(null, B1, DIVISION, CT, null, null, null);

    private static ImportReport check(Given given, ClerkFile file) {
        return check(given, file, HEADING);
    }

    private static ImportReport check(Given given, ClerkFile file, BatchHeading heading) {
        return BatchFile.read(file.csv()).check(heading, NOW, given.known());
    }

    private static BatchHeading heading(LocalDate date, BankAccountId bankAccount, Integer rows, String total) {
        return new BatchHeading(date, B1, DIVISION, bankAccount, null, rows, total == null ? null : yuan(total));
    }

    private static void assertFaults(ImportReport report, String... faults) {
        assertEquals(List.of(faults),
                report.faults().stream().map(fault -> fault.row() + " " + fault.column() + " " + fault.code()).toList());
        assertNull(report.command());
        assertNull(report.wishHash());
    }

    @Test
    void a_file_in_order_becomes_the_wish_that_may_be_submitted_as_it_stands() {
        ClerkFile file = new ClerkFile().row(CEN_H1, "60.00").row(CTY_H1, "40").row(CEN_H2, "0.5").total("100.50");
        ImportReport report = check(funded(), file);
        Row[] rows = {row(2, CEN_H1, "60.00"), row(3, CTY_H1, "40.00"), row(4, CEN_H2, "0.50")};
        String hash = Digest.sha256(file.csv());

        assertEquals(List.of(), report.faults());
        assertEquals(new DisburseBatch(null, B1, DIVISION, CT, hash, 3, yuan("100.50"), List.of(rows)), report.command());
        assertEquals(Wish.hash(report.command()), report.wishHash());
        assertEquals(hash, report.fileHash());
        assertEquals(3, report.rows());
        assertEquals(yuan("100.50"), report.controlTotal());
        assertEquals(approved(B1, rows)[0], funded().when(report.command()).facts().getFirst());
    }

    @Test
    void instalment_and_purpose_come_from_the_file() {
        DisburseBatch wish = check(funded(), new ClerkFile().row(CEN_H1, "1.00").but(INSTALMENT, "2026-01").but(PURPOSE, "一月"))
                .command();
        assertEquals("2026-01", wish.rows().getFirst().instalment());
        assertEquals("一月", wish.rows().getFirst().purpose());
    }

    @Test
    void the_files_own_total_agrees_with_its_rows_to_the_fen() {
        ClerkFile file = new ClerkFile().row(CEN_H1, "60.00").row(CTY_H1, "40.00").total("100.01");
        ImportReport report = check(funded(), file);
        assertFaults(report, "4 金额 TOTAL_DIFFERS");
        assertTrue(report.faults().getFirst().en().what().contains("100.01"));
        assertTrue(report.faults().getFirst().en().what().contains("100.00"));
    }

    @Test
    void what_the_clerk_counted_and_added_agrees_too() {
        ClerkFile file = new ClerkFile().row(CEN_H1, "60.00");
        assertFaults(check(funded(), file, heading(null, CT, 2, null)), "0  TOTAL_DIFFERS");
        assertFaults(check(funded(), file, heading(null, CT, null, "60.01")), "0  TOTAL_DIFFERS");
        assertEquals(List.of(), check(funded(), file, heading(null, CT, 1, "60.00")).faults());
    }

    @Test
    void totals_are_not_judged_while_an_amount_cannot_be_read() {
        ImportReport report = check(funded(), new ClerkFile().row(CEN_H1, "60.001").row(CTY_H1, "40.00").total("100.00"));
        assertFaults(report, "2 金额 AMOUNT_NOT_TO_THE_FEN");
        assertNull(report.controlTotal());
    }

    @Test
    void what_the_ledger_would_refuse_is_told_at_once_at_the_cell_to_change() {
        Given given = funded()
                .and(approved(B2, row(2, CTY_H1, "10.00")))
                .and(hold(HOLD, H2, null))
                .on(PAYDAY.plusDays(1));
        ClerkFile file = new ClerkFile()
                .row(CEN_H1, "60.00")
                .row(CEN_H1, "40.01")
                .row(CTY_H1, "10.00")
                .row(CEN_H2, "1.00")
                .row(CEN_H1, "60.00");
        assertFaults(check(given, file),
                "3 金额 ALLOTMENT_EXCEEDED",
                "4 备注 DUPLICATE_PAYMENT",
                "5 统一社会信用代码 HOLD_ACTIVE",
                "6  DUPLICATE_ROW");
        assertFaults(check(funded().and(new PayeeAccountClosed(accountOf(H1), H1, "销户")), new ClerkFile().row(CEN_H1, "1.00")),
                "2 账号 ACCOUNT_CLOSED");
        assertFaults(check(funded(), file, heading(DAY.minusDays(1), CT, null, null)),
                "2 指标ID DATE_BEFORE_ALLOTMENT", "3 指标ID DATE_BEFORE_ALLOTMENT", "4 指标ID DATE_BEFORE_ALLOTMENT",
                "5 指标ID DATE_BEFORE_ALLOTMENT", "6  DUPLICATE_ROW");
    }

    @Test
    void rows_in_order_are_judged_even_when_others_cannot_be_read() {
        assertFaults(check(funded(), new ClerkFile()
                        .row(CEN_H1, "1.00").but(CREDIT_CODE, "12330521471100016X")
                        .row(CTY_H1, "100.01")),
                "2 统一社会信用代码 CREDIT_CODE_WRONG", "3 金额 ALLOTMENT_EXCEEDED");
    }

    @Test
    void a_repeated_payment_passes_only_with_a_remark_that_says_so() {
        Given given = funded().and(approved(B2, row(2, CTY_H1, "10.00")));
        ClerkFile file = new ClerkFile().row(CTY_H1, "10.00");
        assertFaults(check(given, file.but(REMARKS, "一月份")), "2 备注 DUPLICATE_PAYMENT");
        assertTrue(check(given, file).faults().getFirst().zh().advice().contains("重复支付："));
        for (String remark : List.of("重复支付：两笔不同项目", "重复支付: 两笔不同项目", "Repeated payment: 两笔不同项目")) {
            ImportReport report = check(given, file.but(REMARKS, remark));
            assertEquals(List.of(), report.faults());
            assertEquals("两笔不同项目", report.command().rows().getFirst().reason());
        }
        assertFaults(check(given, file.but(REMARKS, "重复支付：")), "2 备注 DUPLICATE_PAYMENT");
    }

    @Test
    void what_is_wrong_with_the_batch_itself_stands_at_the_file() {
        ClerkFile file = new ClerkFile().row(CEN_H1, "1.00");
        assertFaults(check(funded().and(approved(B1, row(2, CTY_H1, "1.00"))), file), "0  ALREADY_EXISTS");
        assertFaults(check(funded(), file, heading(null, new BankAccountId("none"), null, null)),
                "0  TREASURY_ACCOUNT_UNKNOWN");
        assertFaults(check(funded(), file, heading(PAYDAY.plusDays(1), CT, null, null)), "0  DATE_IN_FUTURE");
    }

    @Test
    void a_file_that_was_used_before_is_recognised_whatever_batch_it_is_called() {
        ClerkFile file = new ClerkFile().row(CEN_H1, "1.00");
        DisbursementBatchApproved of = (DisbursementBatchApproved) approved(B2, row(2, CEN_H1, "1.00"))[1];
        Given given = funded().and(approved(B2, row(2, CEN_H1, "1.00"))[0], new DisbursementBatchApproved(B2, DIVISION, CT, 1,
                1, of.controlTotal(), of.rowsHash(), Digest.sha256(file.csv())));
        ImportReport report = check(given, file);
        assertFaults(report, "0  FILE_USED");
        assertTrue(report.faults().getFirst().en().what().contains("B2"));
    }

    @Test
    void a_file_that_cannot_be_read_is_told_cell_by_cell_too() {
        ImportReport report = check(funded(), new ClerkFile().row(CEN_H1, "六十").row(CTY_H1, "1.00").but(BANK, ""));
        assertFaults(report, "2 金额 NOT_A_NUMBER", "3 开户行 EMPTY_CELL");
        assertEquals(0, report.rows());
        assertFaults(BatchFile.read("合计".getBytes(StandardCharsets.UTF_8)).check(HEADING, NOW, funded().known()),
                "0  NO_HEADER");
    }

    @Test
    void the_clerk_gets_the_file_back_with_the_advice_beside_the_row() throws IOException {
        ImportReport report = check(funded(), new ClerkFile().row(CEN_H1, "100.01").row(CTY_H1, "1.00"));
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(report.workbook("一月.csv")))) {
            List<org.dhatim.fastexcel.reader.Row> rows = workbook.getSheet(1).orElseThrow().read();
            String told = rows.get(1).getCellText(values().length);
            assertTrue(told.contains("ALLOTMENT_EXCEEDED") && told.contains("0.01"), told);
            assertFalse(rows.get(2).getCellCount() > values().length);
        }
    }

    @Test
    void the_largest_file_there_may_be_becomes_a_batch_and_one_row_more_does_not() {
        ClerkFile file = new ClerkFile();
        for (int row = 0; row < DisburseBatch.MOST_ROWS; row++) {
            file.row(CEN_H1, "0.01").but(PURPOSE, "第" + row + "笔");
        }
        ImportReport report = BatchFile.read(file.xlsx()).check(HEADING, NOW, funded().known());
        assertEquals(List.of(), report.faults());
        assertEquals(yuan("100.00"), report.controlTotal());
        assertFaults(BatchFile.read(file.row(CEN_H1, "0.01").xlsx()).check(HEADING, NOW, funded().known()),
                "0  TOO_MANY_ROWS");
    }
}
