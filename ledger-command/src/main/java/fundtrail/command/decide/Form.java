package fundtrail.command.decide;

import fundtrail.contract.Money;
import fundtrail.contract.Text;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The form of what a wish says, checked as it is read: what no fact could carry never reaches a decision. Absent parts
 * pass, because {@link Presence} names all of them at once.
 */
public final class Form {
    private Form() {}

    /** @throws IllegalArgumentException when blank, longer than {@code max} characters or not on one line */
    public static void text(String what, String text, int max) {
        if (text != null) {
            Text.required(what, text, max);
        }
    }

    /** As {@link #text}, for what may be empty. */
    public static void optionalText(String what, String text, int max) {
        Text.optional(what, text, max);
    }

    /** @throws IllegalArgumentException when it is not a year from 1949 to 9999 */
    public static void budgetYear(int year) {
        between("budgetYear", year, 1949, 9999);
    }

    /** @throws IllegalArgumentException when outside the bounds, which are included */
    public static void between(String what, int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(what + " is " + value + "; it goes from " + min + " to " + max);
        }
    }

    /** @throws IllegalArgumentException when the list has fewer or more elements than these */
    public static void count(String what, Collection<?> list, int min, int max) {
        if (list != null && (list.size() < min || list.size() > max)) {
            throw new IllegalArgumentException(what + " has " + list.size() + " elements; from " + min + " to " + max + " fit");
        }
    }

    /** @throws IllegalArgumentException when the last day is before the first */
    public static void period(LocalDate from, LocalDate to) {
        if (from != null && to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("it lasts from " + from + " to " + to + ": the last day is before the first");
        }
    }

    /** @throws IllegalArgumentException when the amounts add up to more than any ledger holds */
    public static <T> void sum(String what, Collection<T> list, Function<T, Money> amount) {
        inRange(what, () -> Money.sum(list.stream().filter(Objects::nonNull).map(amount).filter(Objects::nonNull).toList()));
    }

    /** @throws IllegalArgumentException when computing it passes what one amount can say */
    public static void inRange(String what, Supplier<Money> computed) {
        try {
            computed.get();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(what + ": more than any ledger holds", e);
        }
    }
}
