package fundtrail.standalone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Go's {@code x/mod/sumdb}, in a small program of the tests (src/test/go), as Debian packages both. */
final class GoCheck {
    private static final Path LIBRARIES = Path.of("/usr/share/gocode");
    private static final Path PROGRAM = Path.of(System.getProperty("basedir", "."), "src/test/go/checklog.go");

    private final Path folder;

    private GoCheck(Path folder) {
        this.folder = folder;
    }

    /** Built in this folder; null, and said so, where this machine has no Go or not this package of it. */
    static GoCheck in(Path folder) throws IOException, InterruptedException {
        boolean go = List.of(System.getenv("PATH").split(":")).stream().anyMatch(path -> Files.isExecutable(Path.of(path, "go")));
        if (!go || !Files.isDirectory(LIBRARIES.resolve("src/golang.org/x/mod/sumdb"))) {
            System.err.println("SKIPPED: this machine has no Go with x/mod/sumdb (golang-go, golang-golang-x-mod-dev),"
                    + " so the log of proofs was not tried with it");
            return null;
        }
        GoCheck check = new GoCheck(Files.createDirectories(folder));
        String said = check.run(List.of("go", "build", "-o", folder.resolve("checklog").toString(), PROGRAM.toAbsolutePath().toString()));
        if (!Files.isExecutable(folder.resolve("checklog"))) {
            throw new AssertionError("checklog.go could not be built: " + said);
        }
        return check;
    }

    /** What it prints. */
    String says(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(folder.resolve("checklog").toString()));
        command.addAll(List.of(arguments));
        return run(command);
    }

    private String run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(Map.of("GO111MODULE", "off", "GOPATH", LIBRARIES.toString(), "GOFLAGS", "",
                "GOCACHE", folder.resolve("cache").toString(), "GOTMPDIR", folder.toString(), "HOME", folder.toString()));
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError(command + " did not end: " + said);
        }
        return said;
    }
}
