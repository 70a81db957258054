package fundtrail.client.seed;

import fundtrail.contract.Money;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The clerk's file of January's advances, as a social-security section writes one: title, unit, header, rows, total. */
final class ClerkFile {
    /** The row of the first payment, as Excel counts. */
    static final int FIRST_ROW = 4;

    private static final List<String> HEADER = List.of(
            "序号", "机构名称", "统一社会信用代码", "指标文号", "指标ID", "资金来源", "功能科目", "政府经济科目", "项目代码",
            "用途", "金额", "收款户名", "账号", "开户行", "期次", "备注");
    private static final int AMOUNT = HEADER.indexOf("金额");
    private static final int[] WIDTHS = {6, 18, 22, 20, 20, 14, 12, 14, 10, 30, 16, 18, 22, 30, 10, 10};

    /** One payment as the clerk wrote it. */
    record Payment(Centre centre, Source source, String creditCode, Money amount) {
        static Payment right(Centre centre, Source source) {
            return new Payment(centre, source, centre.creditCode(), centre.advance(source));
        }
    }

    private ClerkFile() {}

    /** The row of a centre's payment out of a source. */
    static int rowOf(Centre centre, Source source) {
        return FIRST_ROW + centre.place() * Source.values().length + source.ordinal();
    }

    /** Every payment as it should be. */
    static List<Payment> corrected() {
        List<Payment> payments = new ArrayList<>();
        for (Centre centre : Centre.ALL) {
            for (Source source : Source.values()) {
                payments.add(Payment.right(centre, source));
            }
        }
        return payments;
    }

    /** With a mistyped credit code in one row, and in another an amount whose point slipped. */
    static List<Payment> asFirstWritten() {
        return corrected().stream()
                .map(payment -> switch (payment.centre().id() + " " + payment.source()) {
                    case "TH05 PRO" -> new Payment(payment.centre(), payment.source(),
                            CreditCodes.mistyped(payment.creditCode()), payment.amount());
                    case "TH08 CTY" -> new Payment(payment.centre(), payment.source(),
                            payment.creditCode(), Money.ofFen(payment.amount().fen() * 10));
                    default -> payment;
                })
                .toList();
    }

    static byte[] xlsx(List<Payment> payments) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Fundtrail", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("预拨明细");
            title(sheet);
            int row = FIRST_ROW - 1;
            for (Payment payment : payments) {
                write(sheet, row, payment, row - FIRST_ROW + 2);
                row++;
            }
            sheet.value(row, 0, "合计");
            amount(sheet, row, Money.sum(payments.stream().map(Payment::amount).toList()));
            sheet.style(row, 0).bold().set();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    private static void title(Worksheet sheet) {
        sheet.value(0, 0, "澄湖县2026年1月基本公共卫生服务资金预拨明细表（虚构）");
        sheet.range(0, 0, 0, HEADER.size() - 1).merge();
        sheet.style(0, 0).bold().fontSize(16).horizontalAlignment("center").set();
        sheet.value(1, 0, "编制单位：澄湖县财政局社会保障科");
        sheet.value(1, HEADER.size() - 2, "单位：元");
        for (int column = 0; column < HEADER.size(); column++) {
            sheet.value(FIRST_ROW - 2, column, HEADER.get(column));
            sheet.style(FIRST_ROW - 2, column).bold().fillColor("D9D9D9").set();
            sheet.width(column, WIDTHS[column]);
        }
        sheet.freezePane(0, FIRST_ROW - 1);
    }

    private static void write(Worksheet sheet, int row, Payment payment, int number) {
        Centre centre = payment.centre();
        List<String> texts = List.of(
                String.valueOf(number), centre.name(), payment.creditCode(), DisbursementBatchPack.ALLOTTED_BY,
                centre.allotment(payment.source()), payment.source().name(), "2100408", "50502", "BPH",
                "2026年1月基本公共卫生服务预拨", "", centre.name(), centre.accountNumber(), centre.bank(), "2026-01", "");
        for (int column = 0; column < texts.size(); column++) {
            if (!texts.get(column).isEmpty()) {
                sheet.value(row, column, texts.get(column));
            }
        }
        amount(sheet, row, payment.amount());
    }

    private static void amount(Worksheet sheet, int row, Money amount) {
        sheet.value(row, AMOUNT, new BigDecimal(amount.toString()));
        sheet.style(row, AMOUNT).format("#,##0.00").set();
    }
}
