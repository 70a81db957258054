package fundtrail.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void both_languages_say_the_same_things() {
        ResourceBundle english = ResourceBundle.getBundle("fundtrail.load.words", Locale.ENGLISH);
        ResourceBundle chinese = ResourceBundle.getBundle("fundtrail.load.words", Locale.CHINESE);
        assertEquals(new TreeSet<>(english.keySet()), new TreeSet<>(chinese.keySet()));
        english.keySet().forEach(key -> assertFalse(english.getString(key).equals(chinese.getString(key)), key));
    }
}
