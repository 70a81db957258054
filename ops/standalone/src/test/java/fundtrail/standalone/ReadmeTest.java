package fundtrail.standalone;

import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.client.Client;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The README's session, as it is written there: what each command is said to print, it prints. The scripts are left out
 * (they only build and start Java), {@code target/} is a temporary folder, and the ports are free ones.
 */
class ReadmeTest {
    private static final Pattern BLOCK = Pattern.compile("```console\n(.*?)```", Pattern.DOTALL);
    private static final Pattern ASKED = Pattern.compile("http://127\\.0\\.0\\.1:8081([^']*)'");

    /** A command of the session, and lines it is said to print. */
    private record Command(List<String> words, List<String> prints) {}

    @TempDir
    private Path target;

    private String token;

    @Test
    void the_session_prints_what_it_is_said_to_print() throws Exception {
        List<RunProcess> running = new ArrayList<>();
        int commands = 0;
        try {
            for (Command command : session()) {
                String printed = run(command.words(), running);
                for (String line : command.prints()) {
                    assertTrue(printed.contains(line.strip()),
                            () -> command.words() + " does not print\n" + line + "\nbut\n" + printed);
                }
                commands++;
            }
        } finally {
            running.forEach(RunProcess::close);
        }
        assertTrue(commands >= 7, "the session has " + commands + " commands");
    }

    private static List<Command> session() throws IOException {
        List<Command> session = new ArrayList<>();
        Matcher blocks = BLOCK.matcher(Files.readString(RunProcess.ROOT.resolve("README.md")));
        while (blocks.find()) {
            for (String line : blocks.group(1).lines().toList()) {
                if (line.startsWith("$ ")) {
                    session.add(new Command(List.of(line.substring(2).split(" ")), new ArrayList<>()));
                } else if (!line.equals("…")) {
                    session.getLast().prints().add(line);
                }
            }
        }
        return session;
    }

    private String run(List<String> words, List<RunProcess> running) throws Exception {
        List<String> arguments = new ArrayList<>(words.subList(1, words.size()).stream()
                .map(word -> word.startsWith("target/") ? target.resolve(word.substring(7)).toString() : word)
                .toList());
        return switch (words.getFirst()) {
            case "ops/run" -> started(arguments, running);
            case "cp" -> {
                Files.copy(RunProcess.ROOT.resolve(arguments.get(0)), Path.of(arguments.get(1)));
                yield "";
            }
            case "ops/import", "ops/why" -> {
                arguments.addFirst(words.getFirst().substring(4));
                yield client(arguments);
            }
            case "TOKEN=$(ops/token" -> {
                arguments.addFirst("token");
                arguments.replaceAll(word -> word.replace(")", ""));
                token = client(arguments).strip();
                yield token;
            }
            case "curl" -> asked(String.join(" ", words), running.getLast());
            default -> throw new AssertionError("the session has a command this test does not know: " + words);
        };
    }

    private String started(List<String> arguments, List<RunProcess> running) {
        int home = arguments.indexOf("--home");
        Path folder = home < 0 ? target.resolve("var") : Path.of(arguments.get(home + 1));
        if (home >= 0) {
            arguments.subList(home, home + 2).clear();
        }
        int language = arguments.indexOf("--lang"); // RunProcess asks for English itself.
        arguments.subList(language, language + 2).clear();
        RunProcess process = RunProcess.start(folder, arguments.toArray(String[]::new));
        if (arguments.contains("--once")) {
            process.awaitExit();
        } else {
            running.add(process.awaitReady());
        }
        return process.output();
    }

    /** A command line in a process of its own; what it prints, and complains of. */
    private static String client(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8",
                "-Dfundtrail.root=" + RunProcess.ROOT,
                "-cp", System.getProperty("java.class.path"),
                Client.class.getName()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return printed;
    }

    private String asked(String line, RunProcess ledger) throws IOException, InterruptedException {
        Matcher address = ASKED.matcher(line);
        assertTrue(address.find(), line);
        URI uri = URI.create(ledger.addresses().query() + address.group(1));
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + token).build();
            return http.send(request, BodyHandlers.ofString()).body();
        }
    }
}
