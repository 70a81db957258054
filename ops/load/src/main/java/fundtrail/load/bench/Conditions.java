package fundtrail.load.bench;

import fundtrail.load.site.Site;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Under what figures were measured; without it they say nothing. */
final class Conditions {
    private static final List<String> SETTINGS = List.of("fsync", "synchronous_commit", "full_page_writes", "wal_compression",
            "shared_buffers", "max_wal_size", "checkpoint_timeout", "commit_delay", "data_checksums");

    private Conditions() {}

    static Map<String, String> of(Site site, String commit) throws SQLException, IOException {
        Map<String, String> conditions = new LinkedHashMap<>();
        conditions.put("date", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        conditions.put("commit", commit);
        conditions.put("cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
        conditions.put("processor", procLine("/proc/cpuinfo", "model name"));
        conditions.put("memory", procLine("/proc/meminfo", "MemTotal"));
        conditions.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version") + " " + System.getProperty("os.arch"));
        conditions.put("java", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
        conditions.put("load average at the start",
                "%.2f".formatted(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
        conditions.put("processes", "PostgreSQL, the writing side, and the client with the yardstick: each its own, all on this machine");
        try (Connection connection = site.postgres().connect("postgres"); Statement statement = connection.createStatement()) {
            conditions.put("PostgreSQL", shown(statement, "server_version"));
            for (String setting : SETTINGS) {
                conditions.put(setting, shown(statement, setting));
            }
        }
        return conditions;
    }

    private static String shown(Statement statement, String setting) throws SQLException {
        try (ResultSet row = statement.executeQuery("show " + setting)) {
            row.next();
            return row.getString(1);
        }
    }

    /** The value after the first such key; the system's proc files exist on Linux alone. */
    private static String procLine(String file, String key) throws IOException {
        if (!Files.exists(Path.of(file))) {
            return "not known here";
        }
        return Files.readAllLines(Path.of(file)).stream()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst().orElse("not known here");
    }
}
