package fundtrail.command.http;

import fundtrail.command.refusals.Wording;
import java.util.Locale;
import java.util.Map;

/** The door's texts in the caller's language. */
final class DoorTexts {
    private final Wording wording = Wording.of("/fundtrail/command/door");

    Problem.Text of(DoorCode code, Map<String, String> details, Locale locale) {
        return new Problem.Text(
                wording.say(code + ".title", details, locale),
                wording.say(code + ".detail", details, locale),
                wording.say(code + ".advice", details, locale));
    }
}
