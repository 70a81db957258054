package fundtrail.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The alerts of {@code ops/deploy/prometheus-rules.yml}, and the names of metrics that files speak of. */
final class AlertRules {
    record Rule(String name, String expression, String runbook) {}

    private static final Path FILE = RunProcess.ROOT.resolve("ops/deploy/prometheus-rules.yml");
    private static final Pattern RULE = Pattern.compile("- alert: (\\w+)\\n +expr: (.+)\\n(?: +\\w+: .+\\n)*? +annotations: .*runbook: ([\\w./-]+)}");
    /** Of metrics of ours and of the libraries'; label names and functions have no such beginning. */
    private static final Pattern METRIC = Pattern.compile("\\b((?:ledger|fundtrail|jvm|logback|http_server|process|system|tomcat)_\\w+)\\b");

    private AlertRules() {}

    static List<Rule> all() throws IOException {
        String text = Files.readString(FILE);
        List<Rule> rules = new ArrayList<>();
        Matcher rule = RULE.matcher(text);
        while (rule.find()) {
            rules.add(new Rule(rule.group(1), rule.group(2), rule.group(3)));
        }
        long written = text.lines().filter(line -> line.contains("- alert:")).count();
        if (written != rules.size()) {
            throw new IllegalStateException(FILE + " has " + written + " alerts, of which " + rules.size() + " could be read");
        }
        return rules;
    }

    static Set<String> metrics(String text) {
        Set<String> names = new TreeSet<>();
        Matcher name = METRIC.matcher(text);
        while (name.find()) {
            names.add(name.group(1));
        }
        return names;
    }
}
