package fundtrail.command.spreadsheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EveryFaultTest {

    @ParameterizedTest
    @EnumSource
    void every_fault_is_found_in_a_file_that_has_it(FaultCode code) {
        Faults faults = assertInstanceOf(Faults.class, Made.read(OneFileForEachFault.with(code)));
        Set<FaultCode> codes = faults.faults().stream().map(Fault::code).collect(Collectors.toSet());
        Set<FaultCode> expected = switch (code) {
            case TOO_MANY_FAULTS -> Set.of(code, FaultCode.EMPTY_CELL);
            default -> Set.of(code);
        };
        assertEquals(expected, codes, faults.faults()::toString);
    }

    @ParameterizedTest
    @EnumSource
    void every_fault_is_told_in_both_languages_with_nothing_left_open(FaultCode code) {
        Faults faults = assertInstanceOf(Faults.class, Made.read(OneFileForEachFault.with(code)));
        for (Fault fault : faults.faults().stream().filter(each -> each.code() == code).toList()) {
            for (Locale language : List.of(Locale.SIMPLIFIED_CHINESE, Locale.UK)) {
                String message = FaultTexts.in(language).message(fault);
                String advice = FaultTexts.in(language).advice(fault);
                assertFalse((message + advice).matches("(?s).*(\\{|\\}|“”|\"\"|\\(\\)|（）|: \\.|：。|null).*"), () -> message + " | " + advice);
                assertFalse(message.isBlank() || advice.isBlank());
            }
        }
    }

    @Test
    void both_catalogues_have_the_same_keys_and_one_message_and_advice_for_each_fault() {
        Set<String> chinese = keys("zh");
        assertEquals(chinese, keys("en"));
        Set<String> codes = Arrays.stream(FaultCode.values())
                .flatMap(code -> Stream.of(code + ".message", code + ".advice")).collect(Collectors.toSet());
        assertEquals(codes, chinese.stream().filter(key -> !key.startsWith("place.")).collect(Collectors.toSet()));
    }

    @Test
    void the_two_languages_use_the_same_arguments() {
        ResourceBundle chinese = bundle("zh");
        ResourceBundle english = bundle("en");
        for (String key : chinese.keySet()) {
            for (int argument = 0; argument < 3; argument++) {
                String placeholder = "{" + argument + "}";
                assertEquals(chinese.getString(key).contains(placeholder), english.getString(key).contains(placeholder), key + placeholder);
            }
            assertFalse((chinese.getString(key) + english.getString(key)).contains("'"), () -> key + " has an apostrophe, which hides what follows it");
        }
    }

    @Test
    void a_fault_says_where_it_is_by_letter_and_by_header() {
        Faults faults = assertInstanceOf(Faults.class, Made.read(Made.csvWith(DisbursementFile.AMOUNT, "1234.56元")));
        Fault fault = faults.faults().getFirst();
        assertEquals(new Place(2, "K", "金额"), fault.place());
        assertEquals("第 2 行 K 列（金额）不是数字：1234.56元。", FaultTexts.in(Locale.CHINA).message(fault));
        assertEquals("Row 2, column K (金额) is not a number: 1234.56元.", FaultTexts.in(Locale.FRANCE).message(fault));
    }

    @Test
    void what_was_found_is_shown_short_and_visible() {
        Fault fault = new Fault(FaultCode.SPACES, Place.file(), "a\u202Eb" + "𠀀".repeat(100), "");
        assertTrue(fault.found().startsWith("aU+202Eb𠀀"));
        assertTrue(fault.found().endsWith("𠀀…"), fault.found());
    }

    private static Set<String> keys(String language) {
        return bundle(language).keySet();
    }

    private static ResourceBundle bundle(String language) {
        return ResourceBundle.getBundle("fundtrail.command.spreadsheet.faults", Locale.of(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
