package fundtrail.command.importbatch;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Decision.Refused;
import fundtrail.command.importbatch.ImportFault.Words;
import fundtrail.command.spreadsheet.DisbursementFile;
import fundtrail.command.spreadsheet.Fault;
import fundtrail.command.spreadsheet.FaultTexts;
import fundtrail.command.spreadsheet.Grid;
import fundtrail.command.spreadsheet.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The faults of a file, whoever found them, each in both languages. */
final class FaultList {
    private static final FaultTexts CHINESE = FaultTexts.in(Locale.SIMPLIFIED_CHINESE);
    private static final FaultTexts ENGLISH = FaultTexts.in(Locale.ENGLISH);

    /** So many characters of a cell are repeated to whoever wrote it. */
    private static final int SHOWN = 60;

    private final List<ImportFault> faults = new ArrayList<>();
    private final Set<Integer> rows = new HashSet<>();

    /** One found while reading the file. */
    void add(Fault fault, Grid asRead) {
        add(new ImportFault(
                fault.place().row(),
                asRead.column(fault.place().letter()),
                fault.code().name(),
                new Words(CHINESE.message(fault), CHINESE.advice(fault)),
                new Words(ENGLISH.message(fault), ENGLISH.advice(fault))));
    }

    /** One found while holding a row against what is known. */
    void add(Mismatch mismatch, Row row, DisbursementFile column, String recorded) {
        String header = column.column().header();
        String found = shortened(column.in(row));
        add(new ImportFault(row.number(), header, mismatch.code(),
                RowTexts.CHINESE.words(mismatch, header, found, recorded),
                RowTexts.ENGLISH.words(mismatch, header, found, recorded)));
    }

    /** One for which the ledger would refuse the batch as a whole. */
    void add(Refused refused) {
        add(0, "", refused);
    }

    /** One for which the ledger would refuse a row. */
    void add(Decision.RowFault fault) {
        add(fault.row(), columnOf(fault.field()), fault.why());
    }

    boolean isAt(int row) {
        return rows.contains(row);
    }

    boolean isEmpty() {
        return faults.isEmpty();
    }

    /** Those of the whole file first, then by row. */
    List<ImportFault> inOrder() {
        return faults.stream().sorted(Comparator.comparing(ImportFault::row)).toList();
    }

    private void add(int row, String column, Refused refused) {
        add(new ImportFault(row, column, refused.code().name(),
                RowTexts.CHINESE.words(refused), RowTexts.ENGLISH.words(refused)));
    }

    private static String shortened(String cell) {
        return cell.codePointCount(0, cell.length()) <= SHOWN
                ? cell
                : cell.substring(0, cell.offsetByCodePoints(0, SHOWN)) + "…";
    }

    private void add(ImportFault fault) {
        faults.add(fault);
        rows.add(fault.row());
    }

    /** The column that a field of a batch's row was read from. */
    private static String columnOf(String field) {
        return switch (field) {
            case "amount" -> DisbursementFile.AMOUNT.column().header();
            case "institution" -> DisbursementFile.CREDIT_CODE.column().header();
            case "payeeAccount" -> DisbursementFile.ACCOUNT_NUMBER.column().header();
            case "allotment" -> DisbursementFile.ALLOTMENT_ID.column().header();
            case "basis" -> DisbursementFile.PAYMENT_KIND.column().header();
            case "settledYear" -> DisbursementFile.SETTLED_YEAR.column().header();
            case "subsidy" -> DisbursementFile.SUBSIDY_CATEGORY.column().header();
            case "socialSecurity" -> DisbursementFile.SOCIAL_SECURITY.column().header();
            case "housingFund" -> DisbursementFile.HOUSING_FUND.column().header();
            case "annuity" -> DisbursementFile.ANNUITY.column().header();
            case "task", "rate" -> DisbursementFile.TASK.column().header();
            case "offsets" -> DisbursementFile.OFFSET_CLAWBACK.column().header();
            case "heads" -> DisbursementFile.HEADCOUNT.column().header();
            case "reason" -> DisbursementFile.REMARKS.column().header();
            case "row" -> "";
            default -> throw new IllegalStateException("no column of the file is a row's " + field);
        };
    }
}
