package fundtrail.standalone;

import fundtrail.client.pack.Pack;
import fundtrail.client.pack.PackReader;
import fundtrail.client.seed.CountyYear;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where seed packs are found: by name among those that come with the program, or by the path of a folder. One that is
 * generated is made in the ledger's own folder and stays there, so that loading it again asks the very same.
 *
 * @param seeds the folder of the packs that come with the program
 * @param made  the folder of the packs made for this ledger
 */
record Packs(Path seeds, Path made) {
    private static final String PACK = "pack.json";

    /** @throws Refused when there is no such pack; lists those there are */
    Pack named(String name) {
        Path own = seeds.resolve(name);
        if (name.equals(CountyYear.NAME)) {
            return PackReader.read(countyYear());
        }
        Path folder = Files.isRegularFile(own.resolve(PACK)) ? own : Path.of(name);
        if (!Files.isRegularFile(folder.resolve(PACK))) {
            throw new Refused("run.noPack", name, listed());
        }
        return PackReader.read(folder);
    }

    /** Whole or not at all: what another run began and did not finish is made anew. */
    private Path countyYear() {
        Path folder = made.resolve(CountyYear.NAME);
        if (!Files.isRegularFile(folder.resolve(PACK))) {
            CountyYear.write(folder, CountyYear.USUAL_SEED, CountyYear.USUAL_POSTINGS);
        }
        return folder;
    }

    private String listed() {
        return names().stream().map(name -> "\n  " + name).collect(Collectors.joining());
    }

    private List<String> names() {
        if (!Files.isDirectory(seeds)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(seeds)) {
            return Stream.concat(
                            folders.filter(folder -> Files.isRegularFile(folder.resolve(PACK))).map(folder -> folder.getFileName().toString()),
                            Stream.of(CountyYear.NAME))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the packs in " + seeds + " cannot be listed", e);
        }
    }
}
