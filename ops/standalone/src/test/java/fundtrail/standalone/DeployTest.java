package fundtrail.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What ops/deploy and ops/runbooks name is there. */
class DeployTest {
    private static final Path DEPLOY = RunProcess.ROOT.resolve("ops/deploy");
    private static final Path RUNBOOKS = RunProcess.ROOT.resolve("ops/runbooks");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(?:#[^)]*)?\\)");
    private static final Pattern IN_RELEASE = Pattern.compile("/opt/fundtrail/current/(ops/deploy/[\\w./-]+)");
    private static final Pattern PROGRAM = Pattern.compile("/opt/fundtrail/current/(?:command|query|seal|witness)/lib/\\*\"?,? ?\"?'? ?(fundtrail\\.[\\w.]+)");

    @Test
    void every_link_of_every_page_leads_somewhere() throws IOException {
        List<String> dead = new ArrayList<>();
        for (Path page : files(DEPLOY, RUNBOOKS)) {
            if (page.toString().endsWith(".md")) {
                Matcher link = LINK.matcher(Files.readString(page));
                while (link.find()) {
                    if (!Files.exists(page.resolveSibling(link.group(1)))) {
                        dead.add(RunProcess.ROOT.relativize(page) + " → " + link.group(1));
                    }
                }
            }
        }
        assertEquals(List.of(), dead);
    }

    @Test
    void units_container_file_and_pages_name_files_and_programs_that_exist() throws Exception {
        int files = 0;
        int programs = 0;
        for (Path page : files(DEPLOY)) {
            String text = Files.readString(page);
            Matcher file = IN_RELEASE.matcher(text);
            while (file.find()) {
                files++;
                assertTrue(Files.exists(RunProcess.ROOT.resolve(file.group(1))), page + ": " + file.group());
            }
            Matcher program = PROGRAM.matcher(text);
            while (program.find()) {
                programs++;
                Class.forName(program.group(1)).getMethod("main", String[].class);
            }
        }
        assertTrue(files >= 8 && programs >= 7, files + " files and " + programs + " programs were found");
    }

    @Test
    void java_takes_the_flags_it_is_started_with() throws IOException, InterruptedException {
        for (String flags : List.of("command.args", "query.args", "seal.args", "witness.args")) {
            Process java = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "@" + DEPLOY.resolve(flags), "-version").redirectErrorStream(true).start();
            String said = new String(java.getInputStream().readAllBytes());
            assertEquals(0, java.waitFor(), said);
            assertFalse(said.contains("warning"), said);
        }
    }

    @Test
    void every_alert_is_explained_and_names_a_page_that_exists() throws IOException {
        String explained = Files.readString(RUNBOOKS.resolve("alerts.md"));
        List<AlertRules.Rule> rules = AlertRules.all();
        assertTrue(rules.size() > 10, "alerts: " + rules.size());
        for (AlertRules.Rule rule : rules) {
            assertTrue(explained.contains(rule.name()), rule.name() + " is not in alerts.md");
            assertTrue(Files.exists(RunProcess.ROOT.resolve(rule.runbook())), rule.name() + ": " + rule.runbook());
        }
    }

    private static List<Path> files(Path... folders) throws IOException {
        List<Path> all = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(Files::isRegularFile).forEach(all::add);
            }
        }
        return all;
    }
}
