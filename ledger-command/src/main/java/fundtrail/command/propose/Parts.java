package fundtrail.command.propose;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** Cuts long lists into parts that fit an entry. */
public final class Parts {
    /** Bytes of rows and lines in one part; leaves room for the envelope in an entry of 32 KiB. */
    public static final int BUDGET_BYTES = 26 * 1024;

    private Parts() {}

    /**
     * The list in order, cut into parts of at most {@link #BUDGET_BYTES}; a single longer element stands alone.
     *
     * @param bytes the size of one element as it will stand in the entry
     */
    public static <T> List<List<T>> of(List<T> list, ToIntFunction<T> bytes) {
        List<List<T>> parts = new ArrayList<>();
        List<T> part = new ArrayList<>();
        int size = 0;
        for (T element : list) {
            int more = bytes.applyAsInt(element);
            if (!part.isEmpty() && size + more > BUDGET_BYTES) {
                parts.add(List.copyOf(part));
                part.clear();
                size = 0;
            }
            part.add(element);
            size += more + 1;
        }
        if (!part.isEmpty()) {
            parts.add(List.copyOf(part));
        }
        return parts;
    }
}
