package fundtrail.command.spreadsheet;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Whatever the bytes, reading answers: a table or faults, never an exception, never much memory. */
class BrokenFileTest {

    private static final int ROUNDS = 1_500;
    private static final long MOST_BYTES = 64L * 1024 * 1024;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final long seed = Long.getLong("fundtrail.seed", System.nanoTime());
    private final Random random = new Random(seed);

    private final List<byte[]> whole = List.of(
            Made.sheet(sheet -> { }),
            Made.zip(Made.parts(Made.sheetData(""))),
            Made.csv(List.of(Made.HEADERS, Made.CELLS)),
            Made.csv(Charset.forName("GB18030"), '\t', List.of(Made.HEADERS, Made.CELLS)),
            OneFileForEachFault.with(FaultCode.OLD_EXCEL),
            OneFileForEachFault.with(FaultCode.FORMULA));

    private void anyNumberOfTimes(UnaryOperator<byte[]> breaking) {
        for (int round = 0; round < ROUNDS; round++) {
            byte[] file = breaking.apply(whole.get(random.nextInt(whole.size())).clone());
            try {
                long before = THREADS.getCurrentThreadAllocatedBytes();
                assertNotNull(Made.read(file));
                long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
                assertTrue(allocated < MOST_BYTES, () -> "allocated " + allocated + " bytes");
            } catch (Throwable thrown) {
                fail("seed " + seed + ", round " + round + ": -Dfundtrail.seed=" + seed + " repeats it", thrown);
            }
        }
    }

    @Test
    void files_cut_off_anywhere_are_answered() {
        anyNumberOfTimes(file -> Arrays.copyOf(file, random.nextInt(file.length)));
    }

    @Test
    void files_with_altered_bytes_are_answered() {
        anyNumberOfTimes(file -> {
            for (int change = random.nextInt(20); change >= 0; change--) {
                file[random.nextInt(file.length)] = (byte) random.nextInt(256);
            }
            return file;
        });
    }

    @Test
    void a_soup_of_bytes_is_answered() {
        anyNumberOfTimes(file -> {
            byte[] soup = new byte[random.nextInt(4_000)];
            random.nextBytes(soup);
            int kept = Math.min(random.nextInt(40), soup.length);
            System.arraycopy(file, 0, soup, 0, Math.min(kept, file.length));
            return soup;
        });
    }

    /** The zip stays whole, so that it is the XML inside that breaks. */
    @Test
    void workbooks_with_altered_xml_are_answered() {
        String[] parts = {"[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml"};
        anyNumberOfTimes(file -> Made.rewritten(whole.get(random.nextInt(2)), parts[random.nextInt(parts.length)], this::altered));
    }

    private String altered(String xml) {
        List<String> tokens = new ArrayList<>(Arrays.asList(xml.split("(?<=[\"<>= /])|(?=[\"<>= /])")));
        for (int change = random.nextInt(4); change >= 0; change--) {
            int at = random.nextInt(tokens.size());
            switch (random.nextInt(4)) {
                case 0 -> tokens.remove(at);
                case 1 -> tokens.add(at, tokens.get(random.nextInt(tokens.size())));
                case 2 -> tokens.set(at, tokens.get(random.nextInt(tokens.size())));
                default -> tokens.set(at, String.valueOf(random.nextInt()));
            }
        }
        return String.join("", tokens);
    }
}
