package fundtrail.command.kit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The module's own source text, for rules that hold for how it is written. */
public final class Sources {
    private static final Path COMMAND = Path.of("src", "main", "java", "fundtrail", "command");

    private Sources() {}

    /** The text of every source file, by its path below {@code fundtrail/command}, with slashes. */
    public static Map<String, String> main() {
        assertTrue(Files.isDirectory(COMMAND), "run this test in the module's folder: " + COMMAND.toAbsolutePath());
        Map<String, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(COMMAND)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                sources.put(COMMAND.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sources;
    }
}
