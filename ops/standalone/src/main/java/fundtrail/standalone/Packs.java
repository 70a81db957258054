package fundtrail.standalone;

import fundtrail.client.pack.Pack;
import fundtrail.client.pack.PackReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where seed packs are found: by name among those that come with the program, or by the path of a folder.
 *
 * @param seeds the folder of the packs that come with the program
 */
record Packs(Path seeds) {
    private static final String PACK = "pack.json";

    /** @throws Refused when there is no such pack; lists those there are */
    Pack named(String name) {
        Path own = seeds.resolve(name);
        Path folder = Files.isRegularFile(own.resolve(PACK)) ? own : Path.of(name);
        if (!Files.isRegularFile(folder.resolve(PACK))) {
            throw new Refused("run.noPack", name, listed());
        }
        return PackReader.read(folder);
    }

    private String listed() {
        return names().stream().map(name -> "\n  " + name).collect(Collectors.joining());
    }

    private List<String> names() {
        if (!Files.isDirectory(seeds)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(seeds)) {
            return folders.filter(folder -> Files.isRegularFile(folder.resolve(PACK)))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the packs in " + seeds + " cannot be listed", e);
        }
    }
}
