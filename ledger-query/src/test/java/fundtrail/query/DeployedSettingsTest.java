package fundtrail.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.door.LogShape;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The example of the reading side's environment names what the program reads, and sets it up. */
class DeployedSettingsTest {
    private static final Path EXAMPLE =
            Path.of(System.getProperty("basedir", "")).resolve("../ops/deploy/query.env.example").normalize();

    /** An environment that remembers what was looked for in it. */
    private static final class Asked extends HashMap<String, String> {
        private static final long serialVersionUID = 1L;
        private final transient Set<String> names = new TreeSet<>();

        private Asked(Map<String, String> environment) {
            super(environment);
        }

        @Override
        public String get(Object name) {
            names.add((String) name);
            return super.get(name);
        }

        @Override
        public String getOrDefault(Object name, String otherwise) {
            names.add((String) name);
            return super.getOrDefault(name, otherwise);
        }
    }

    @Test
    void every_name_in_the_example_is_read_and_nothing_that_is_needed_is_missing() throws IOException {
        Properties example = new Properties();
        example.load(new StringReader(Files.readString(EXAMPLE)));
        Asked environment = new Asked(example.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, example::getProperty)));
        QuerySettings settings = QueryMain.settings(environment);
        QueryMain.tokens(environment, java.time.Clock.systemUTC());
        LogShape.configuration(environment, "text");
        assertEquals("10.0.0.5", settings.host());
        environment.names.add("FUNDTRAIL_PEOPLE_KEY");
        Set<String> unread = new TreeSet<>(example.stringPropertyNames());
        unread.removeAll(environment.names);
        assertEquals(Set.of(), unread);
        assertTrue(example.containsKey("FUNDTRAIL_PEOPLE_KEY"));
    }
}
