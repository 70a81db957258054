package fundtrail.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.door.DoorSettings;
import fundtrail.door.LogShape;
import fundtrail.door.Rate;
import java.io.IOException;
import java.io.StringReader;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The example of the writing side's environment names what the program reads. */
class DeployedSettingsTest {
    private static final Path EXAMPLE =
            Path.of(System.getProperty("basedir", "")).resolve("../ops/deploy/command.env.example").normalize();
    private static final Pattern OFFERED = Pattern.compile("(?m)^#?([A-Z][A-Z_]+)=");

    @Test
    void every_name_in_the_example_is_read() throws IOException {
        String text = Files.readString(EXAMPLE);
        Properties example = new Properties();
        example.load(new StringReader(text));
        Set<String> read = new TreeSet<>(Set.of("SERVER_ADDRESS", "SERVER_PORT", LogShape.SETTING));
        components("FUNDTRAIL", CommandSettings.class, read);
        DoorSettings.from("FUNDTRAIL_COMMAND_", new Rate(1, 1), name -> {
            read.add(name);
            return example.getProperty(name);
        });
        Set<String> offered = new TreeSet<>();
        Matcher name = OFFERED.matcher(text);
        while (name.find()) {
            offered.add(name.group(1));
        }
        assertTrue(offered.containsAll(Set.of("FUNDTRAIL_DATABASE_URL", "FUNDTRAIL_PEOPLE_KEY", "FUNDTRAIL_COMMAND_TLS_KEY")), offered.toString());
        offered.removeAll(read);
        assertEquals(Set.of(), offered);
    }

    /** As Spring reads records from the environment: {@code FUNDTRAIL_DATABASE_OWNERUSER}, or with {@code OWNER_USER}. */
    private static void components(String prefix, Class<?> record, Set<String> names) {
        for (RecordComponent component : record.getRecordComponents()) {
            String name = prefix + "_" + component.getName().toUpperCase(Locale.ROOT);
            if (component.getType().isRecord()) {
                components(name, component.getType(), names);
            } else {
                names.add(name);
                names.add(prefix + "_" + component.getName().replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT));
            }
        }
    }
}
