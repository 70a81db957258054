package fundtrail.command.spreadsheet;

import static fundtrail.command.spreadsheet.DisbursementFile.ACCOUNT_NUMBER;
import static fundtrail.command.spreadsheet.DisbursementFile.AMOUNT;
import static fundtrail.command.spreadsheet.DisbursementFile.INSTALMENT;
import static fundtrail.command.spreadsheet.DisbursementFile.PURPOSE;
import static fundtrail.command.spreadsheet.Made.CELLS;
import static fundtrail.command.spreadsheet.Made.HEADERS;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;

/** The gallery of faults: a file that gets each, and is otherwise in order. The compiler keeps it complete. */
final class OneFileForEachFault {

    private OneFileForEachFault() { }

    static byte[] with(FaultCode code) {
        return switch (code) {
            case EMPTY_FILE -> new byte[0];
            case FILE_TOO_LARGE -> new byte[Limits.DEFAULT.fileBytes() + 1];
            case NOT_A_SPREADSHEET -> "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);
            case OLD_EXCEL -> oldExcel();
            case ENCRYPTED -> encrypted();
            case HAS_MACROS -> Made.workbook(OneFileForEachFault::addMacros);
            case ZIP_BOMB -> bomb();
            case HOSTILE_XML -> Made.zip(Map.of("[Content_Types].xml", "<!DOCTYPE Types><Types/>"));
            case DAMAGED_FILE -> firstHalf(Made.sheet(sheet -> { }));
            case EXTERNAL_LINK -> Made.workbook(workbook -> workbook.linkExternalWorkbook("别处.xlsx", new XSSFWorkbook()));
            case HIDDEN_SHEET -> Made.workbook(workbook -> {
                workbook.createSheet("底稿");
                workbook.setSheetHidden(1, true);
            });
            case SEVERAL_SHEETS -> Made.workbook(workbook -> workbook.createSheet("二月").createRow(0).createCell(0).setCellValue("x"));
            case BAD_ENCODING -> new byte[] {'a', ',', (byte) 0xFF, (byte) 0xFF};
            case BAD_QUOTES -> Made.csvWith(PURPOSE, "\"预拨");
            case TOO_MANY_ROWS -> Made.csv(table(Limits.DEFAULT.rows() + 1, CELLS));
            case TOO_MANY_COLUMNS -> Made.csv(List.of(HEADERS, CELLS, Collections.nCopies(Limits.DEFAULT.columns() + 1, "")));
            case NO_HEADER -> Made.csv(List.of(CELLS));
            case MISSING_COLUMN -> Made.csv(List.of(HEADERS.subList(0, AMOUNT.ordinal()), CELLS.subList(0, AMOUNT.ordinal())));
            case UNKNOWN_COLUMN -> Made.csv(List.of(with(HEADERS, "联系电话"), with(CELLS, "10000")));
            case DUPLICATE_COLUMN -> Made.csv(List.of(with(HEADERS, "金额"), with(CELLS, "1.00")));
            case WRONG_UNIT -> Made.csv(List.of(HEADERS.stream().map(header -> header.equals("金额") ? "金额（万元）" : header).toList(), CELLS));
            case HIDDEN_ROW_OR_COLUMN -> Made.sheet(sheet -> sheet.getRow(1).setZeroHeight(true));
            case MERGED_CELLS -> Made.sheet(sheet -> {
                Made.write(sheet.createRow(2), CELLS);
                sheet.addMergedRegion(CellRangeAddress.valueOf("B2:B3"));
            });
            case NO_ROWS -> Made.csv(List.of(HEADERS));
            case ROWS_AFTER_TOTAL -> Made.csv(List.of(HEADERS, CELLS, List.of("合计"), List.of("制表人：甲")));
            case FORMULA -> cell(AMOUNT, row -> row.createCell(AMOUNT.ordinal()).setCellFormula("1+2"));
            case CELL_TOO_LONG -> Made.csvWith(PURPOSE, "预".repeat(Limits.DEFAULT.cellCharacters() + 1));
            case CONTROL_CHARACTER -> Made.csvWith(PURPOSE, "预\u200B拨");
            case EMPTY_CELL -> Made.csvWith(PURPOSE, "");
            case DATE_CELL -> Made.workbook(workbook -> {
                CellStyle date = workbook.createCellStyle();
                date.setDataFormat(workbook.createDataFormat().getFormat("yyyy\"年\"m\"月\""));
                workbook.getSheetAt(0).getRow(1).getCell(INSTALMENT.ordinal()).setCellStyle(date);
                workbook.getSheetAt(0).getRow(1).getCell(INSTALMENT.ordinal()).setCellValue(46023);
            });
            case NOT_TEXT_OR_NUMBER -> cell(PURPOSE, row -> row.createCell(PURPOSE.ordinal()).setCellValue(true));
            case DIGITS_LOST -> cell(ACCOUNT_NUMBER, row -> row.createCell(ACCOUNT_NUMBER.ordinal()).setCellValue(6200000000000000017d));
            case NUMBER_NOT_EXACT -> cell(AMOUNT, row -> row.createCell(AMOUNT.ordinal()).setCellValue(0.1 + 0.2));
            case FULL_WIDTH_CHARACTERS -> Made.csvWith(AMOUNT, "１２３４．５６");
            case THOUSANDS_SEPARATOR -> Made.csvWith(AMOUNT, "\"1,234.56\"");
            case SPACES -> Made.csvWith(ACCOUNT_NUMBER, "6200 0000 0000 0000 017");
            case NOT_A_NUMBER -> Made.csvWith(AMOUNT, "1234.56元");
            case TOO_MANY_FAULTS -> Made.csv(table(Limits.DEFAULT.faults() + 1, Made.cells(PURPOSE, "")));
        };
    }

    private static byte[] cell(DisbursementFile column, Consumer<XSSFRow> change) {
        return Made.sheet(sheet -> {
            sheet.getRow(1).removeCell(sheet.getRow(1).getCell(column.ordinal()));
            change.accept(sheet.getRow(1));
        });
    }

    private static List<String> with(List<String> cells, String more) {
        List<String> longer = new ArrayList<>(cells);
        longer.add(more);
        return longer;
    }

    private static List<List<String>> table(int rows, List<String> cells) {
        List<List<String>> table = new ArrayList<>(Collections.nCopies(rows, cells));
        table.addFirst(HEADERS);
        return table;
    }

    private static byte[] firstHalf(byte[] file) {
        return Arrays.copyOf(file, file.length / 2);
    }

    private static byte[] bomb() {
        Map<String, String> parts = Made.parts(Made.sheetData(""));
        parts.put("xl/media/image1.png", "\0".repeat(4 * 1024 * 1024));
        return Made.zip(parts);
    }

    private static void addMacros(XSSFWorkbook workbook) {
        try {
            workbook.setVBAProject(new ByteArrayInputStream(new byte[] {1}));
            workbook.setWorkbookType(XSSFWorkbookType.XLSM);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static byte[] oldExcel() {
        try (HSSFWorkbook workbook = new HSSFWorkbook(); ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            workbook.createSheet().createRow(0).createCell(0).setCellValue("机构名称");
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static byte[] encrypted() {
        EncryptionInfo agile = new EncryptionInfo(EncryptionMode.agile);
        Encryptor encryptor = agile.getEncryptor();
        encryptor.confirmPassword("invented");
        try (POIFSFileSystem files = new POIFSFileSystem(); ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                OPCPackage workbook = OPCPackage.open(new ByteArrayInputStream(Made.sheet(sheet -> { })))) {
            try (var encrypting = encryptor.getDataStream(files)) {
                workbook.save(encrypting);
            }
            files.writeFilesystem(bytes);
            return bytes.toByteArray();
        } catch (IOException | GeneralSecurityException | InvalidFormatException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
