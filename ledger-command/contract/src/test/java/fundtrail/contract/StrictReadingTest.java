package fundtrail.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bytes that are not exactly an entry are refused; each row changes the first such place of a golden one. */
class StrictReadingTest {
    private final EntryCodec codec = new EntryCodec();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            // a line
            "\"side\":\"D\"            | \"side\":\"D\",\"sides\":1",
            "\"side\":\"D\"            | \"side\":\"D\",\"side\":\"D\"",
            "\"side\":\"D\"            | \"side\":\"X\"",
            "\"side\":\"D\"            | \"side\":0",
            "\"side\":\"D\"            | \"side\":null",
            "\"side\":\"D\",           | ``",
            "\"book\":\"FUND\"         | \"book\":\"BUDGET\"",
            "\"budgetYear\":2026       | \"budgetYear\":\"2026\"",
            "\"budgetYear\":2026       | \"budgetYear\":2026.0",
            "\"budgetYear\":2026       | \"budgetYear\":null",
            "\"budgetYear\":2026       | \"budgetYear\":20260000000",
            "\"budgetYear\":2026,      | ``",
            "\"amount\":\"60.00\",\"purpose | \"amount\":60.00,\"purpose",
            "\"amount\":\"60.00\"}| \"amount\":60.00}",
            "\"amount\":\"60.00\"}| \"amount\":\"60.0\"}",
            "\"amount\":\"60.00\"}| \"amount\":\"60.01\"}",
            "\"division\":\"330521\"   | \"division\":330521",
            "\"division\":\"330521\"   | \"division\":[\"330521\"]",
            "\"division\":\"330521\"   | \"division\":{\"value\":\"330521\"}",
            "\"lines\":[               | \"lines\":[null,",
            "\"lines\":[               | \"lines\":[[],",
            // body and lines, and what stands beside them
            "\"lines\":[               | \"lines\":null,\"line\":[",
            "\"lines\":[               | \"line\":[",
            "\"lines\":[               | \"lines\":[],\"lines\":[",
            "\"lines\":[               | \"more\":1,\"lines\":[",
            "\"body\":{                | \"body\":{\"more\":1,",
            "\"body\":{                | \"lines\":[],\"body\":{",
            "\"body\":{                | \"body\":[],\"more\":{",
            "\"position\":             | \"at\":",
            "\"version\":1             | \"version\":99",
            "}]}                       | }]}{",
            "}]}                       | }]} 5",
            "}]}                       | }]"})
    void one_place_is_wrong(String right, String wrong) {
        String entry = golden("AdvancePaid");
        assertTrue(entry.contains(right), () -> "the golden entry has no " + right);
        assertThrows(IllegalArgumentException.class, () -> decode(entry.replaceFirst(Pattern.quote(right), Matcher.quoteReplacement(wrong))));
    }

    @Test
    void a_fact_that_posts_none_has_no_lines() {
        String line = golden("AdvancePaid").replaceFirst("(?s).*\"lines\":", "\"lines\":").replaceFirst("\\}$", "");
        String entry = golden("PaymentConfirmed");
        assertTrue(entry.endsWith("\"lines\":[]}"));
        assertThrows(IllegalArgumentException.class, () -> decode(entry.replace("\"lines\":[]", line)));
        assertThrows(IllegalArgumentException.class, () -> decode(entry.replace("\"lines\":[]", "\"lines\":{}")));
        assertThrows(IllegalArgumentException.class, () -> decode(entry.replace(",\"lines\":[]", "")));
    }

    @Test
    void what_stands_beside_the_body_is_read_wherever_it_stands() {
        String entry = golden("AdvancePaid");
        String actor = entry.replaceFirst("(?s).*(\"actor\":\"[^\"]*\",).*", "$1");
        String without = entry.replace(actor, "");
        Entry read = decode(entry);
        assertEquals(read, decode(without.replace("\"lines\":[", actor + "\"lines\":[")));
        assertEquals(read, decode(without.replaceFirst("}]}$", "}]," + actor.replaceFirst(",$", "}"))));
    }

    @Test
    void a_dimension_that_is_null_is_one_that_is_absent() {
        String entry = golden("AdvancePaid");
        assertEquals(decode(entry), decode(entry.replace("\"side\":\"D\"", "\"clawback\":null,\"side\":\"D\"")));
    }

    private Entry decode(String entry) {
        return codec.decode(entry.getBytes(StandardCharsets.UTF_8));
    }

    private static String golden(String type) {
        return new String(Golden.entry(FactTypes.of(type, 1)), StandardCharsets.UTF_8);
    }
}
