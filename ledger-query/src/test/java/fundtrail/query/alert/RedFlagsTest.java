package fundtrail.query.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.contract.Fact;
import fundtrail.query.Chenghu;
import fundtrail.query.alert.RedFlags.RuleVersion;
import fundtrail.query.alert.RedFlags.Written;
import fundtrail.query.http.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The catalogue of red flags, and how a bureau changes it. */
class RedFlagsTest {
    @Test void every_rule_there_is_has_a_version_and_words_in_both_languages() {
        RedFlags flags = RedFlags.shipped();
        assertEquals(EnumSet.allOf(RuleName.class), flags.versions().stream().map(RuleVersion::name).collect(Collectors.toSet()));
        for (RuleName rule : RuleName.values()) {
            for (Locale language : Catalogue.LANGUAGES) {
                String what = Catalogue.word("alert." + rule + ".what", language);
                assertFalse(Catalogue.word("alert." + rule, language).isBlank());
                flags.version(rule, 1).orElseThrow().tuning().texts().keySet()
                        .forEach(parameter -> assertTrue(what.contains("“" + parameter + "”"), () -> rule + " in " + language + " does not say " + parameter));
            }
        }
    }

    @Test void a_bureau_adds_a_version_which_is_then_the_one_in_use_and_the_old_one_stays(@TempDir Path folder) throws IOException {
        RedFlags flags = RedFlags.with(written(folder, """
                [{"rule": "ROUND_AMOUNT", "version": 2, "parameters": {"multiple": "10000.00"}, "reason": "too many above"}]"""));
        assertFalse(flags.version(RuleName.ROUND_AMOUNT, 1).orElseThrow().inUse());
        assertTrue(flags.version(RuleName.ROUND_AMOUNT, 2).orElseThrow().inUse());
        assertTrue(flags.version(RuleName.DECEMBER_SPIKE, 1).orElseThrow().inUse());
        assertNotEquals(RedFlags.shipped().fingerprint(), flags.fingerprint());
    }

    @Test void why_a_parameter_is_so_changes_no_alert_and_needs_no_new_fold() {
        assertEquals(new RedFlags(List.of(round(1, "1.00", "because"))).fingerprint(), new RedFlags(List.of(round(1, "1.00", null))).fingerprint());
    }

    @Test void every_version_runs_over_every_fact_and_each_remembers_for_itself() {
        Watched watched = Watched.by(round(1, "100.00", null), round(2, "1000.00", null));
        watched.write(paid("B1", "500.00"), paid("B2", "3000.00"), paid("B3", "3000.01"));
        assertEquals(List.of("1 B1.2", "1 B2.2", "2 B2.2"), watched.alerts().stream().map(alert -> alert.version() + " " + alert.subjectId())
                .sorted().toList());
    }

    private static Fact paid(String batch, String amount) {
        return Chenghu.paid(Chenghu.COUNTY, batch, "H1", new Chenghu.Paying(2, "CEN", "H1", "H1-main", amount));
    }

    @Test void a_version_that_is_there_already_cannot_be_written_again(@TempDir Path folder) throws IOException {
        Path file = written(folder, """
                [{"rule": "ROUND_AMOUNT", "version": 1, "parameters": {"multiple": "10000.00"}}]""");
        assertTrue(assertThrows(IllegalArgumentException.class, () -> RedFlags.with(file)).getMessage().contains("ROUND_AMOUNT version 1"));
    }

    @Test void a_wrong_parameter_is_told_before_the_first_fact() {
        assertEquals("ROUND_AMOUNT version 1: parameter multiple is \"-1.00\"; it takes yuan with two decimals, not below 0.00",
                assertThrows(IllegalArgumentException.class, () -> new RedFlags(List.of(round(1, "-1.00", null)))).getMessage());
        assertEquals("ROUND_AMOUNT version 1: parameter multiple is missing", assertThrows(IllegalArgumentException.class,
                () -> new RedFlags(List.of(new Written(RuleName.ROUND_AMOUNT, 1, Map.of(), null)))).getMessage());
        assertEquals("ROUND_AMOUNT version 1: parameters it does not have: [days]; it has [multiple]",
                assertThrows(IllegalArgumentException.class, () -> new RedFlags(List.of(new Written(RuleName.ROUND_AMOUNT, 1,
                        Map.of("multiple", "1.00", "days", "1"), null)))).getMessage());
    }

    private static Written round(int version, String multiple, String reason) {
        return new Written(RuleName.ROUND_AMOUNT, version, Map.of("multiple", multiple), reason);
    }

    private static Path written(Path folder, String json) throws IOException {
        return Files.writeString(folder.resolve("red-flags.json"), json);
    }
}
