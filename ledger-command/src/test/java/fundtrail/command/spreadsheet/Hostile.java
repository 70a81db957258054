package fundtrail.command.spreadsheet;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;

/** Reads files made to harm. What reading may allocate is bounded, which bounds the memory it holds at any time. */
final class Hostile {

    static final int MEGABYTE = 1024 * 1024;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Hostile() { }

    /** The first fault of {@code file}, which reading must find with less than {@code mostMegabytes} allocated. */
    static Fault refused(byte[] file, int mostMegabytes) {
        return refused(file, Limits.DEFAULT, mostMegabytes);
    }

    static Fault refused(byte[] file, Limits limits, int mostMegabytes) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        Reading reading = Spreadsheet.read(file, DisbursementFile.columns(), limits);
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
        assertTrue(allocated < (long) mostMegabytes * MEGABYTE, () -> "allocated " + allocated / MEGABYTE + " MB");
        return assertInstanceOf(Faults.class, reading).faults().getFirst();
    }

    static FaultCode refused(Map<String, String> parts) {
        return refused(Made.zip(parts), 64).code();
    }

    /** The smallest workbook with one part added or replaced. */
    static Map<String, String> with(String part, String content) {
        Map<String, String> parts = Made.parts(Made.sheetData(""));
        parts.put(part, content);
        return parts;
    }
}
