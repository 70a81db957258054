package fundtrail.command.refusals;

import fundtrail.command.decide.Decision.Refused;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/** Says refusals in words: what was refused, where and why, and what to do now. */
public final class RefusalTexts {
    private static final String CATALOGUE = "/fundtrail/command/refusals";

    private final Wording wording = Wording.of(CATALOGUE);

    /**
     * A refusal in words.
     *
     * @param title  a few words
     * @param what   what was refused, where and why
     * @param advice what to do now
     */
    public record Text(String title, String what, String advice) {}

    public Text render(Refused refused, Locale locale) {
        Map<String, String> particulars = particulars(refused);
        return new Text(
                wording.say(refused.code() + ".title", particulars, locale),
                wording.say(refused.code() + ".what", particulars, locale),
                wording.say(refused.code() + ".advice", particulars, locale));
    }

    /** The placeholders of its texts for which a refusal brings nothing; a reader sees a dash there. */
    public Set<String> unfilled(Refused refused) {
        Set<String> names = new LinkedHashSet<>(wording.placeholdersOf(refused.code() + ".what"));
        names.addAll(wording.placeholdersOf(refused.code() + ".advice"));
        names.removeAll(particulars(refused).keySet());
        return names;
    }

    private static Map<String, String> particulars(Refused refused) {
        Map<String, String> particulars = new TreeMap<>(refused.details());
        particulars.put("subject", refused.subject());
        return particulars;
    }

    static Set<String> placeholders(String text) {
        return Wording.placeholders(text);
    }

    static Properties load(String language) {
        return Wording.load(CATALOGUE, language);
    }
}
