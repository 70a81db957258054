package fundtrail.client.seed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fundtrail.client.pack.Pack;
import fundtrail.client.pack.PackReader;
import fundtrail.contract.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The packs whose wishes are written by hand. Their documents are made; after a change of what they are called,
 * {@code mvn -pl ops/client -am test -Dtest=WrittenPacksTest -Dsurefire.failIfNoSpecifiedTests=false -Dseeds.write=true}
 * makes them anew.
 */
class WrittenPacksTest {
    private static final Path SEEDS = Path.of(System.getProperty("basedir", "")).resolve("../../seeds").normalize();

    @ParameterizedTest
    @ValueSource(strings = {"deqing-2018", "crooked-2018"})
    void the_documents_are_there_as_they_are_made(String name) throws IOException {
        Path folder = SEEDS.resolve(name);
        for (Map.Entry<String, Pack.Paper> paper : papers(folder).entrySet()) {
            Path file = folder.resolve(paper.getValue().file());
            byte[] page = Pdf.of(List.of("Document \"" + paper.getKey() + "\" of the pack " + name, "Dated " + paper.getValue().date(),
                    "Title, body and number are in pack.json.", "This document, its bodies, people and amounts are made up."));
            if (Boolean.getBoolean("seeds.write")) {
                Files.createDirectories(file.getParent());
                Files.write(file, page);
            }
            assertArrayEquals(page, Files.readAllBytes(file), file.toString());
        }
    }

    /** Before the documents are there the pack cannot be read as a whole. */
    private static Map<String, Pack.Paper> papers(Path folder) throws IOException {
        return Json.MAPPER.convertValue(
                Json.MAPPER.readTree(Files.readAllBytes(folder.resolve("pack.json"))).get("documents"),
                Json.MAPPER.getTypeFactory().constructMapType(Map.class, String.class, Pack.Paper.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"deqing-2018", "crooked-2018"})
    void the_story_is_in_order(String name) {
        assertEquals(name, PackReader.read(SEEDS.resolve(name)).name());
    }
}
