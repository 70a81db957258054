package fundtrail.command.known;

import static java.time.temporal.ChronoUnit.DAYS;

import fundtrail.command.memory.Form;
import fundtrail.command.memory.Memory;
import fundtrail.command.memory.Table;
import fundtrail.contract.Money;
import fundtrail.contract.id.PayeeAccountId;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * On which days which payee got or is to get which amount. Rows that were released, and payments that came back whole,
 * are forgotten: to pay them again repeats nothing.
 */
final class StandingPayments {
    private record PayeeAndAmount(PayeeAccountId payee, long fen) {
        static final Form<PayeeAndAmount> FORM = Form.of((out, key) -> {
            Forms.PAYEE_ACCOUNT.write(out, key.payee());
            out.writeLong(key.fen());
        }, in -> new PayeeAndAmount(Forms.PAYEE_ACCOUNT.read(in), in.readLong()));
    }

    /** Days in ascending order, each as its number since 1970, each followed by how many payments stand on it. */
    private static final Form<int[]> DAYS_AND_COUNTS = Form.of((out, days) -> {
        out.writeInt(days.length);
        for (int number : days) {
            out.writeInt(number);
        }
    }, in -> {
        int[] days = new int[in.readInt()];
        for (int i = 0; i < days.length; i++) {
            days[i] = in.readInt();
        }
        return days;
    });

    private static final int[] NONE = {};

    private final Table<PayeeAndAmount, int[]> standing;

    StandingPayments(Memory memory) {
        standing = new Table<>(memory, "standing", PayeeAndAmount.FORM, DAYS_AND_COUNTS);
    }

    /**
     * The effective date, nearest to {@code day} and at most {@code window} days away, of a batch by which this payee
     * got or is to get exactly this amount; of two as near, the earlier; {@code null} when there is none.
     */
    LocalDate near(PayeeAccountId payee, Money amount, LocalDate day, int window) {
        LocalDate nearest = null;
        int[] days = standing.getOrDefault(new PayeeAndAmount(payee, amount.fen()), NONE);
        for (int i = 0; i < days.length; i += 2) {
            LocalDate other = LocalDate.ofEpochDay(days[i]);
            if (distance(other, day) <= window && (nearest == null || distance(other, day) < distance(nearest, day))) {
                nearest = other;
            }
        }
        return nearest;
    }

    private static long distance(LocalDate one, LocalDate other) {
        return Math.abs(DAYS.between(one, other));
    }

    /** One payment more, or one less, of this amount to its payee on that day. */
    void add(Payment payment, LocalDate day, int more) {
        PayeeAndAmount key = new PayeeAndAmount(payment.payeeAccount(), payment.amount().fen());
        int[] days = with(standing.getOrDefault(key, NONE), Math.toIntExact(day.toEpochDay()), more);
        if (days.length == 0) {
            standing.remove(key);
        } else {
            standing.put(key, days);
        }
    }

    private static int[] with(int[] days, int day, int more) {
        int at = 0;
        while (at < days.length && days[at] < day) {
            at += 2;
        }
        if (at == days.length || days[at] != day) {
            int[] longer = Arrays.copyOf(days, days.length + 2);
            System.arraycopy(days, at, longer, at + 2, days.length - at);
            longer[at] = day;
            longer[at + 1] = more;
            return longer;
        }
        int[] changed = days.clone();
        changed[at + 1] += more;
        if (changed[at + 1] == 0) {
            System.arraycopy(days, at + 2, changed, at, days.length - at - 2);
            return Arrays.copyOf(changed, days.length - 2);
        }
        return changed;
    }
}
