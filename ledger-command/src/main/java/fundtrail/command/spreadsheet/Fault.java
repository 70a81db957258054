package fundtrail.command.spreadsheet;

/**
 * One thing wrong with a file. {@link FaultTexts} says it in words.
 *
 * @param code  what is wrong
 * @param place where
 * @param found what stands there, shortened to {@value #SHOWN} characters
 * @param bound what it is measured against: a limit, a column that is missing, where the first of two stands; may be empty
 */
public record Fault(FaultCode code, Place place, String found, String bound) {

    private static final int SHOWN = 60;

    public Fault {
        found = shown(found);
    }

    /** What is said to a person never carries characters that cannot be seen, nor more than fits a line. */
    private static String shown(String text) {
        int end = text.offsetByCodePoints(0, Math.min(SHOWN, text.codePointCount(0, text.length())));
        StringBuilder visible = new StringBuilder();
        text.substring(0, end).codePoints().forEach(point -> {
            if (Invisible.is(point)) {
                visible.append(Invisible.name(point));
            } else {
                visible.appendCodePoint(point);
            }
        });
        return end < text.length() ? visible.append('…').toString() : visible.toString();
    }
}
