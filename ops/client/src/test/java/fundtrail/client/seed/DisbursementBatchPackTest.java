package fundtrail.client.seed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fundtrail.client.pack.Pack;
import fundtrail.client.pack.PackReader;
import fundtrail.contract.id.CreditCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

/**
 * The pack in {@code seeds/disbursement-batch} holds what {@link DisbursementBatchPack} makes. After a change there,
 * {@code mvn -pl ops/client test -Dtest=DisbursementBatchPackTest -Dseeds.write=true} writes it anew.
 */
class DisbursementBatchPackTest {
    private static final Path FOLDER =
            Path.of(System.getProperty("basedir", "")).resolve("../../seeds/disbursement-batch").normalize();

    @Test
    void every_generated_file_is_there_as_it_is_made() throws IOException {
        for (Map.Entry<String, byte[]> file : DisbursementBatchPack.files().entrySet()) {
            Path path = FOLDER.resolve(file.getKey());
            if (Boolean.getBoolean("seeds.write")) {
                Files.createDirectories(path.getParent());
                Files.write(path, file.getValue());
            }
            byte[] found = Files.readAllBytes(path);
            if (file.getKey().endsWith(".xlsx")) {
                assertEquals(cells(file.getValue()), cells(found), file.getKey());
            } else if (file.getKey().endsWith(".pdf")) {
                assertArrayEquals(file.getValue(), found, file.getKey());
            } else {
                assertEquals(new String(file.getValue(), StandardCharsets.UTF_8), Files.readString(path), file.getKey());
            }
        }
    }

    @Test
    void the_pack_can_be_read_and_its_story_is_in_order() {
        Pack pack = PackReader.read(FOLDER);
        assertEquals("disbursement-batch", pack.name());
        assertEquals(9, pack.chapters().size());
        assertEquals(36, pack.chapters().get(5).steps().size());
    }

    @Test
    void the_credit_codes_are_valid_and_the_mistyped_one_is_not() {
        for (Centre centre : Centre.ALL) {
            assertEquals(centre.creditCode(), new CreditCode(centre.creditCode()).value());
        }
        String mistyped = CreditCodes.mistyped(Centre.ALL.get(4).creditCode());
        assertThrows(IllegalArgumentException.class, () -> new CreditCode(mistyped));
    }

    @Test
    void the_corrected_file_differs_from_the_first_in_two_cells_and_the_total() throws IOException {
        List<List<String>> first = cells(Files.readAllBytes(FOLDER.resolve("files/2026-01-advances.xlsx")));
        List<List<String>> corrected = cells(Files.readAllBytes(FOLDER.resolve("files/2026-01-advances-corrected.xlsx")));
        assertEquals(first.size(), corrected.size());
        int differing = 0;
        for (int row = 0; row < first.size(); row++) {
            for (int column = 0; column < first.get(row).size(); column++) {
                differing += first.get(row).get(column).equals(corrected.get(row).get(column)) ? 0 : 1;
            }
        }
        assertEquals(3, differing);
    }

    private static List<List<String>> cells(byte[] xlsx) throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            return workbook.getFirstSheet().read().stream()
                    .map((Row row) -> row.stream().map(cell -> cell == null ? "" : cell.getRawValue()).toList())
                    .toList();
        }
    }
}
