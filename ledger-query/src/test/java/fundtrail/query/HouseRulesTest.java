package fundtrail.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The few rules of this module that taste alone should not hold. */
class HouseRulesTest {
    private static final Path SOURCES = Path.of(System.getProperty("basedir", "."), "src/main/java/fundtrail/query");

    @Test void folds_know_no_database_no_clock_and_no_chance() throws IOException {
        none("fold", "java.sql", "Clock", "Instant.now", "LocalDate.now", "Random", "randomUUID", "System.");
        none("entity", "java.sql", "Clock", "Instant.now", "LocalDate.now", "Random", "randomUUID", "System.");
    }

    @Test void no_floating_point_is_near_money() throws IOException {
        for (String folder : List.of("fold", "entity", "read", "store", "asof", "access", "http", "follow")) {
            none(folder, "double ", "float ", "Double", "Float", "doubleValue");
        }
    }

    @Test void what_every_read_has_in_common_knows_nothing_of_what_is_read() throws IOException {
        none("http", "fundtrail.query.read", "fundtrail.query.store", "fundtrail.query.entity", "fundtrail.query.fold", "fundtrail.query.follow");
        none("follow", "fundtrail.query.read", "fundtrail.query.store", "fundtrail.query.entity", "fundtrail.query.fold");
    }

    @Test void files_are_small() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertTrue(Files.readAllLines(file).size() < 300, file::toString);
            }
        }
    }

    private static void none(String folder, String... words) throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES.resolve(folder))) {
            List<Path> sources = files.filter(file -> file.toString().endsWith(".java")).toList();
            assertTrue(sources.size() > 3, folder);
            for (Path file : sources) {
                String text = Files.readString(file);
                for (String word : words) {
                    assertEquals(-1, text.indexOf(word), () -> file + " mentions " + word);
                }
            }
        }
    }
}
