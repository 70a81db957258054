package fundtrail.standalone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.tools.ToolProvider;

/** {@code ops/Verify.java}, compiled once, run as an auditor runs it. */
final class Verifying {
    private final Path classes;

    /** How it ended, and what it said. */
    record Said(int code, String text) {}

    Verifying(Path classes) {
        this.classes = classes;
        int code = ToolProvider.getSystemJavaCompiler().run(null, null, null,
                "--release", "17", "-d", classes.toString(), RunProcess.ROOT.resolve("ops/Verify.java").toString());
        if (code != 0) {
            throw new AssertionError("ops/Verify.java does not compile for Java 17");
        }
    }

    /** @param token an auditor's, or null */
    Said run(String token, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"), "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8",
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", classes.toString(), "Verify"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().remove("FUNDTRAIL_TOKEN");
        if (token != null) {
            builder.environment().put("FUNDTRAIL_TOKEN", token);
        }
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("it did not end: " + text);
        }
        return new Said(process.exitValue(), text);
    }
}
