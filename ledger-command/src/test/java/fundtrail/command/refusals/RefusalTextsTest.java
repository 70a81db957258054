package fundtrail.command.refusals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.command.Slices;
import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Decision.Refused;
import fundtrail.command.decide.RefusalCode;
import fundtrail.command.kit.Sources;
import fundtrail.command.known.Clawback.Appeal;
import fundtrail.command.known.Payments.State;
import fundtrail.command.refusals.RefusalTexts.Text;
import fundtrail.contract.FactTypes;
import fundtrail.contract.Role;
import fundtrail.contract.fact.DisbursementBatchApprovedRows.PaymentKind;
import fundtrail.contract.fact.FundSourceRegistered.Level;
import fundtrail.contract.fact.TreasuryAccountRegistered.Use;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every refusal can be said, in both languages, with everything it speaks of. */
class RefusalTextsTest {
    private static final Pattern REFUSED = Pattern.compile("(?:refused\\(|new Refused\\()\\s*([A-Z][A-Z_]+)\\s*,");
    private static final Pattern GIVEN = Pattern.compile("(?:with|Map\\.of)\\(\"(\\w+)\"");

    private final Properties english = RefusalTexts.load("en");
    private final Properties chinese = RefusalTexts.load("zh");

    @Test
    void both_languages_have_the_same_keys() {
        assertEquals(new TreeSet<>(english.stringPropertyNames()), new TreeSet<>(chinese.stringPropertyNames()));
    }

    @Test
    void both_languages_speak_of_the_same_particulars() {
        for (String key : english.stringPropertyNames()) {
            assertEquals(RefusalTexts.placeholders(english.getProperty(key)),
                    RefusalTexts.placeholders(chinese.getProperty(key)), key);
        }
    }

    @Test
    void every_code_has_a_title_says_what_and_gives_advice_and_no_other_has() {
        Set<String> codes = new TreeSet<>();
        for (RefusalCode code : RefusalCode.values()) {
            codes.add(code.name());
        }
        for (String part : List.of(".title", ".what", ".advice")) {
            Set<String> texts = new TreeSet<>();
            english.stringPropertyNames().stream()
                    .filter(key -> key.endsWith(part))
                    .forEach(key -> texts.add(key.substring(0, key.length() - part.length())));
            assertEquals(codes, texts, part);
        }
        english.forEach((key, text) -> assertFalse(text.toString().isBlank(), key + " is empty"));
        chinese.forEach((key, text) -> assertFalse(text.toString().isBlank(), key + " is empty"));
    }

    /** Reads the sources: where a code is refused with, what its texts speak of must be given. */
    @Test
    void every_place_that_refuses_gives_what_the_texts_speak_of_and_the_texts_speak_of_what_every_place_gives() {
        Map<String, List<Set<String>>> given = placesThatRefuse();
        given.forEach((code, places) -> {
            Set<String> spokenOf = new TreeSet<>(RefusalTexts.placeholders(english.getProperty(code + ".what")));
            spokenOf.addAll(RefusalTexts.placeholders(english.getProperty(code + ".advice")));
            spokenOf.remove("subject");
            Set<String> givenEverywhere = new TreeSet<>(places.getFirst());
            places.forEach(givenEverywhere::retainAll);
            assertEquals(givenEverywhere, spokenOf, code);
        });
        assertTrue(given.size() > 40, "the sources were not found: " + given.keySet());
    }

    private static Map<String, List<Set<String>>> placesThatRefuse() {
        Map<String, List<Set<String>>> places = new TreeMap<>();
        for (String source : Sources.main().values()) {
            Matcher refused = REFUSED.matcher(source);
            while (refused.find()) {
                Set<String> names = new TreeSet<>();
                String rest = source.substring(refused.end(), source.indexOf(';', refused.end()));
                Matcher next = REFUSED.matcher(rest);
                GIVEN.matcher(next.find() ? rest.substring(0, next.start()) : rest).results()
                        .forEach(name -> names.add(name.group(1)));
                places.computeIfAbsent(refused.group(1), code -> new ArrayList<>()).add(names);
            }
        }
        return places;
    }

    @Test
    void every_code_is_used_somewhere() {
        Set<String> unused = new TreeSet<>();
        for (RefusalCode code : RefusalCode.values()) {
            unused.add(code.name());
        }
        unused.removeAll(placesThatRefuse().keySet());
        assertEquals(Set.of(), unused);
    }

    @Test
    void every_word_a_refusal_may_bring_has_its_place_in_the_lists() {
        assertListed("role", List.of(Role.values()));
        assertListed("level", List.of(Level.values()));
        assertListed("use", List.of(Use.values()));
        assertListed("state", List.of(State.values()));
        assertListed("appeal", List.of(Appeal.values()));
        assertListed("kind", List.of(PaymentKind.values()));
        assertListed("command", new Slices().all().stream().map(slice -> slice.name()).toList());
        assertListed("type", FactTypes.all().stream().map(FactTypes.FactType::name).toList());
        assertListed("instead", FactTypes.all().stream().map(FactTypes.FactType::name).toList());
        assertListed("step", List.of("check-proposal", "approve-proposal"));
    }

    private void assertListed(String list, Collection<?> words) {
        for (Object word : words) {
            assertTrue(english.containsKey(list + "." + word), list + "." + word);
        }
    }

    @Test
    void a_refusal_is_said_with_its_particulars() {
        Text text = new RefusalTexts().render(Decision.refused(RefusalCode.UNALLOTTED_EXCEEDED, "CEN")
                .with("unallotted", "60.00").with("amount", "60.01").with("missing", "0.01"), Locale.UK);
        assertEquals("Not enough budget is left to allot", text.title());
        assertEquals("Of fund source CEN, 60.00 yuan are not allotted yet. The wish asks for 60.01: 0.01 too much.", text.what());
        assertEquals("Ask for less, or have more approved or notified first (approve-budget, record-transfer-notice).", text.advice());
    }

    @Test
    void words_and_lists_are_said_as_a_person_would_in_the_callers_language() {
        Refused refused = Decision.refused(RefusalCode.ROLE_MISSING, "ReleasePaymentHold").with("roles", List.of(Role.IN, Role.LO));
        assertEquals("For releasing a payment hold this signature takes one of these roles: inspector (IN), legal officer (LO)."
                + " You hold none of them.", new RefusalTexts().render(refused, Locale.ENGLISH).what());
        assertEquals("“解除暂停拨付”的这一签署须由下列岗位之一办理：稽查员（IN）、法制审核员（LO）。您没有其中任何岗位。",
                new RefusalTexts().render(refused, Locale.SIMPLIFIED_CHINESE).what());
    }

    @Test
    void any_other_language_gets_english() {
        Refused refused = Decision.refused(RefusalCode.BATCH_UNKNOWN, "B1");
        RefusalTexts texts = new RefusalTexts();
        assertEquals(texts.render(refused, Locale.ENGLISH), texts.render(refused, Locale.FRENCH));
    }

    @Test
    void a_particular_nobody_gave_is_a_dash_and_not_a_failure() {
        Refused refused = Decision.refused(RefusalCode.DATE_IN_FUTURE, "2026-01-06");
        assertEquals("The date 2026-01-06 is later than today, –.",
                new RefusalTexts().render(refused, Locale.ENGLISH).what());
        assertEquals(Set.of("today"), new RefusalTexts().unfilled(refused));
    }

    @Test
    void what_a_person_wrote_is_repeated_to_the_letter() {
        Refused refused = Decision.refused(RefusalCode.NUMBER_USED, "澄财预[2026]1号 $1 \\ {by}").with("by", "#7");
        assertTrue(new RefusalTexts().render(refused, Locale.ENGLISH).what()
                .startsWith("The number 澄财预[2026]1号 $1 \\ {by} is in use already, by #7."));
    }
}
