package fundtrail.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.format.DateTimeFormatter;

/**
 * Dates and instants of the form every entry has them in, read by their digits: a formatter takes longer over three of
 * them than the rest of an entry's head and tail. Any other text is the formatter's to read or to refuse.
 */
final class Dates {
    private static final int SECONDS_A_DAY = 86_400;

    private Dates() {}

    /** A date; {@code otherForm} reads it where it is none that exists, as {@code YYYY-MM-DD}. */
    static LocalDate date(String text, DateTimeFormatter otherForm) {
        LocalDate date = text != null && text.length() == 10 ? plainDate(text) : null;
        return date != null ? date : LocalDate.parse(text, otherForm);
    }

    /** An instant; as {@code YYYY-MM-DDThh:mm:ss.nnnnnnZ} or any other way {@link Instant#parse} knows. */
    static Instant instant(String text) {
        Instant instant = text != null && text.length() == 27 ? plainInstant(text) : null;
        return instant != null ? instant : Instant.parse(text);
    }

    /** The date in the first ten characters, or null. */
    private static LocalDate plainDate(String text) {
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 7);
        int day = digits(text, 8, 10);
        boolean exists = year >= 0 && text.charAt(4) == '-' && month >= 1 && month <= 12 && text.charAt(7) == '-'
                && day >= 1 && day <= Month.of(month).length(Year.isLeap(year));
        return exists ? LocalDate.of(year, month, day) : null;
    }

    private static Instant plainInstant(String text) {
        LocalDate date = plainDate(text);
        int hour = digits(text, 11, 13);
        int minute = digits(text, 14, 16);
        int second = digits(text, 17, 19);
        int micros = digits(text, 20, 26);
        boolean exists = date != null && text.charAt(10) == 'T' && hour >= 0 && hour <= 23
                && text.charAt(13) == ':' && minute >= 0 && minute <= 59
                && text.charAt(16) == ':' && second >= 0 && second <= 59
                && text.charAt(19) == '.' && micros >= 0 && text.charAt(26) == 'Z';
        return exists
                ? Instant.ofEpochSecond(date.toEpochDay() * SECONDS_A_DAY + hour * 3_600L + minute * 60L + second, micros * 1_000L)
                : null;
    }

    /** The number the characters are, or −1 where one is no ASCII digit. */
    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
