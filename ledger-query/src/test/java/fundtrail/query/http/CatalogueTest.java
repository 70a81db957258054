package fundtrail.query.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.query.access.Audience;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CatalogueTest {
    private static final Pattern PLACE = Pattern.compile("\\{[0-9]}");
    private static final Pattern HALF_WIDTH = Pattern.compile("[\\p{IsHan}”）][,;:?!(]|[,;:?!)][\\p{IsHan}“（]");

    @Test void both_languages_have_the_same_keys() {
        assertEquals(keys(Locale.ENGLISH), keys(Locale.CHINESE));
    }

    @Test void both_languages_name_the_same_particulars() {
        for (String key : keys(Locale.ENGLISH)) {
            assertEquals(places(key, Locale.ENGLISH), places(key, Locale.CHINESE), key);
        }
    }

    @Test void no_apostrophe_hides_what_follows_it() {
        for (Locale language : Catalogue.LANGUAGES) {
            for (String key : keys(language)) {
                assertFalse(Catalogue.bundle(language).getString(key).contains("'"), key + " in " + language);
            }
        }
    }

    @ParameterizedTest @EnumSource(ProblemCode.class)
    void every_problem_says_what_why_and_what_now(ProblemCode code) {
        for (Locale language : Catalogue.LANGUAGES) {
            var text = Catalogue.page(code, language);
            assertFalse(text.title().isBlank() || text.detail().isBlank() || text.advice().isBlank());
            assertFalse(PLACE.matcher(text.detail()).find(), "a particular is left over: " + text.detail());
        }
    }

    @ParameterizedTest @EnumSource(Audience.class)
    void every_audience_has_words_for_people(Audience audience) {
        for (Locale language : Catalogue.LANGUAGES) {
            assertFalse(Catalogue.word("audience." + audience, language).isBlank());
        }
    }

    @Test void the_callers_first_language_among_ours_is_taken() {
        assertEquals(Locale.CHINESE, Catalogue.language("zh-CN,en;q=0.5"));
        assertEquals(Locale.CHINESE, Catalogue.language("fr, zh-Hans-CN;q=0.2"));
        assertEquals(Locale.ENGLISH, Catalogue.language("en-GB, zh;q=0.9"));
        assertEquals(Locale.ENGLISH, Catalogue.language("fr"));
        assertEquals(Locale.ENGLISH, Catalogue.language(null));
    }

    @Test void chinese_texts_are_chinese() {
        for (String key : keys(Locale.CHINESE)) {
            assertTrue(key.startsWith("parameter.") || Catalogue.bundle(Locale.CHINESE).getString(key).codePoints()
                    .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN), key);
        }
    }

    @Test void chinese_texts_are_punctuated_in_full_width() {
        for (String key : keys(Locale.CHINESE)) {
            String text = Catalogue.bundle(Locale.CHINESE).getString(key);
            assertFalse(HALF_WIDTH.matcher(text).find(), key + ": " + text);
        }
    }

    private static TreeSet<String> keys(Locale language) {
        return new TreeSet<>(Catalogue.bundle(language).keySet());
    }

    private static TreeSet<String> places(String key, Locale language) {
        var places = new TreeSet<String>();
        PLACE.matcher(Catalogue.bundle(language).getString(key)).results().forEach(place -> places.add(place.group()));
        return places;
    }
}
