package fundtrail.command.spreadsheet;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Characters that a person does not see and that would make two texts differ which look alike: control characters and
 * line breaks, zero-width and direction marks, the byte order mark, halves of a surrogate pair, and U+FFFD, which
 * stands where an earlier programme lost a character.
 */
final class Invisible {

    /** How Excel writes a character that XML cannot carry (ECMA-376 part 1, 22.9.2.19), for instance {@code _x000D_}. */
    private static final Pattern ESCAPED = Pattern.compile("_x(?<code>[0-9A-Fa-f]{4})_");

    private Invisible() { }

    static boolean is(int codePoint) {
        return codePoint == 0xFFFD || switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE -> true;
            default -> false;
        };
    }

    /** The first such character of {@code text}, if any. */
    static OptionalInt first(String text) {
        OptionalInt plain = text.codePoints().filter(Invisible::is).findFirst();
        if (plain.isPresent() || text.indexOf("_x") < 0) {
            return plain;
        }
        Matcher escaped = ESCAPED.matcher(text);
        return escaped.find() ? OptionalInt.of(Integer.parseInt(escaped.group("code"), 16)) : plain;
    }

    /** For instance {@code U+200B}. */
    static String name(int codePoint) {
        return "U+%04X".formatted(codePoint);
    }
}
