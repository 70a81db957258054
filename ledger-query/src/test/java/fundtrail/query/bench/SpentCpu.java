package fundtrail.query.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Processor time of this JVM and of a PostgreSQL server with all its processes, in nanoseconds: on a machine where others
 * work too it says more than the clock on the wall. The server's is read from {@code /proc}, and 0 where there is none.
 */
record SpentCpu(long java, long postgres, long server) {
    private static final long TICK = 10_000_000;

    static SpentCpu now(long server) throws IOException {
        long java = ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
        long ticks = 0;
        try (Stream<ProcessHandle> processes = ProcessHandle.of(server).stream().flatMap(one -> Stream.concat(Stream.of(one), one.children()))) {
            for (ProcessHandle one : processes.toList()) {
                Path stat = Path.of("/proc", Long.toString(one.pid()), "stat");
                if (Files.exists(stat)) {
                    String[] fields = Files.readString(stat).replaceFirst(".*\\) ", "").split(" ");
                    ticks += Long.parseLong(fields[11]) + Long.parseLong(fields[12])
                            + (one.pid() == server ? Long.parseLong(fields[13]) + Long.parseLong(fields[14]) : 0);
                }
            }
        }
        return new SpentCpu(java, ticks * TICK, server);
    }

    /** Adds what was spent since then, in microseconds a fact. */
    void since(ObjectNode figures, long facts) throws IOException {
        SpentCpu now = now(server);
        figures.put("javaCpuMicrosAFact", (now.java - java) / 1_000 / facts)
                .put("postgresCpuMicrosAFact", (now.postgres - postgres) / 1_000 / facts);
    }

    /** Of each thread that worked, in microseconds a fact. */
    static String threads(long facts) {
        var threads = ManagementFactory.getThreadMXBean();
        return Stream.of(threads.getThreadInfo(threads.getAllThreadIds()))
                .map(one -> one.getThreadName() + " " + threads.getThreadCpuTime(one.getThreadId()) / 1_000 / facts)
                .filter(one -> !one.endsWith(" 0"))
                .collect(Collectors.joining(", "));
    }
}
