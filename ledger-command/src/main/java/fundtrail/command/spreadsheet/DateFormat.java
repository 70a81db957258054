package fundtrail.command.spreadsheet;

import java.util.regex.Pattern;

/** Tells from a cell's number format whether its number is shown as a date or a time. */
final class DateFormat {

    /** Texts in quotes, escaped characters, and colours or locales in brackets; elapsed time such as [h] stays. */
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"?|\\\\.|[_*].|\\[(?![hmsHMS]+])[^\\]]*]?");
    private static final Pattern DATE_LETTER = Pattern.compile("[ymdhsYMDHS]");

    private DateFormat() { }

    /**
     * @param id   the format's number, or null; those below 164 are built in (ECMA-376 part 1, 18.8.30), 27 to 36 and
     *             50 to 58 being the dates of Chinese, Japanese and Korean Excel
     * @param code the format in words, or null if it is a built-in one
     */
    static boolean isDate(Integer id, String code) {
        if (code != null) {
            return DATE_LETTER.matcher(LITERAL.matcher(code).replaceAll("")).find();
        }
        return id != null && (id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 45 && id <= 47 || id >= 50 && id <= 58);
    }
}
