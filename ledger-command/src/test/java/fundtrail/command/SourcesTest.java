package fundtrail.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.command.decide.RefusalCode;
import fundtrail.command.kit.Sources;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The few rules of how decisions are written that matter too much to leave to taste. */
class SourcesTest {
    private static final Pattern OF_PACKAGE = Pattern.compile("fundtrail\\.command\\.(\\w+)\\.");
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\\n]*", Pattern.DOTALL);
    private static final Pattern REFUSED = Pattern.compile("(?:refused\\(|new Refused\\()\\s*([A-Z][A-Z_]+)");
    /** What would make a decision depend on more than what it was given, or money on rounding. */
    private static final List<Pattern> FORBIDDEN = patterns(
            "\\.now\\(", "randomUUID\\(", "\\bRandom\\b", "\\bdouble\\b", "\\bfloat\\b", "\\bDouble\\b", "\\bFloat\\b",
            "java\\.sql", "System\\.(currentTimeMillis|nanoTime|getenv|getProperty)");

    private static final Set<String> DECIDING = Set.of("decide", "known", "memory", "gate", "posting", "propose", "authority");

    private static List<Pattern> patterns(String... patterns) {
        return Arrays.stream(patterns).map(Pattern::compile).toList();
    }

    private final Map<String, String> sources = Sources.main();

    /** Folders that hold a decision. */
    private Set<String> slices() {
        Set<String> slices = new TreeSet<>();
        sources.keySet().stream()
                .filter(file -> file.endsWith("Decision.java") && !folder(file).equals("decide"))
                .forEach(file -> slices.add(folder(file)));
        return slices;
    }

    private static String folder(String file) {
        int slash = file.indexOf('/');
        return slash < 0 ? "" : file.substring(0, slash);
    }

    @Test
    void every_command_has_a_folder_of_its_own_named_by_its_verb() {
        Set<String> commands = new Slices().all().stream()
                .map(slice -> slice.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(commands, slices());
    }

    @Test
    void refusals_stand_in_the_order_of_their_codes() {
        Set<String> slices = slices();
        int refusals = 0;
        for (Map.Entry<String, String> source : sources.entrySet()) {
            if (slices.contains(folder(source.getKey()))) {
                List<RefusalCode> found = codes(source.getValue());
                assertEquals(found.stream().sorted().toList(), found, source.getKey());
                refusals += found.size();
            }
        }
        assertTrue(refusals > 80, "only " + refusals + " refusals were found in the sources");
    }

    /** The codes refused with, in the order of the text; a code that only goes into a fact is not refused with. */
    private static List<RefusalCode> codes(String source) {
        List<RefusalCode> codes = new ArrayList<>();
        Matcher refused = REFUSED.matcher(source);
        while (refused.find()) {
            codes.add(RefusalCode.valueOf(refused.group(1)));
        }
        return codes;
    }

    @Test
    void no_slice_knows_another() {
        Set<String> slices = slices();
        sources.forEach((file, text) -> {
            if (slices.contains(folder(file))) {
                Matcher used = OF_PACKAGE.matcher(text);
                while (used.find()) {
                    String other = used.group(1);
                    assertTrue(!slices.contains(other) || other.equals(folder(file)), file + " uses " + used.group());
                }
            }
        });
    }

    @Test
    void what_is_known_and_decided_knows_no_slice() {
        Set<String> slices = slices();
        sources.forEach((file, text) -> {
            if (DECIDING.contains(folder(file))) {
                Matcher used = OF_PACKAGE.matcher(text);
                while (used.find()) {
                    assertTrue(!slices.contains(used.group(1)), file + " uses " + used.group());
                }
            }
        });
    }

    @Test
    void decisions_have_no_clock_no_dice_no_database_and_no_floating_point() {
        Set<String> slices = slices();
        sources.forEach((file, text) -> {
            if (slices.contains(folder(file)) || DECIDING.contains(folder(file))) {
                String code = COMMENT.matcher(text).replaceAll("");
                for (Pattern forbidden : FORBIDDEN) {
                    assertTrue(!forbidden.matcher(code).find(), file + " has " + forbidden);
                }
            }
        });
    }

    @Test
    void no_source_is_too_long_to_be_read_at_one_go() {
        sources.forEach((file, text) -> assertTrue(text.lines().count() < 300, file + " has " + text.lines().count() + " lines"));
    }
}
