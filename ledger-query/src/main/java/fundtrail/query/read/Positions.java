package fundtrail.query.read;

import java.util.Iterator;
import java.util.SortedSet;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.stream.LongStream;

/** A list of positions: numbers and ranges with commas between, such as {@code 5,7,20-30}; at most {@value #MOST}. */
public record Positions(SortedSet<Long> set) {
    private static final int MOST = 10_000;

    /** @throws IllegalArgumentException when it cannot be read, or names more than {@value #MOST} */
    static Positions parse(String text) {
        var positions = new TreeSet<Long>();
        for (String part : text.split(",", -1)) {
            if (!part.matches("[0-9]{1,18}(-[0-9]{1,18})?")) {
                throw new IllegalArgumentException(text);
            }
            int dash = part.indexOf('-');
            long first = Long.parseLong(dash < 0 ? part : part.substring(0, dash));
            long last = dash < 0 ? first : Long.parseLong(part.substring(dash + 1));
            if (last < first || last - first >= MOST - positions.size()) {
                throw new IllegalArgumentException(text);
            }
            LongStream.rangeClosed(first, last).forEach(positions::add);
        }
        return new Positions(positions);
    }

    /** As short as it can be said: neighbours as ranges. */
    @Override
    public String toString() {
        var parts = new StringJoiner(",");
        for (Iterator<Long> rest = set.iterator(); rest.hasNext(); ) {
            long first = rest.next();
            long last = first;
            while (set.contains(last + 1)) {
                last = rest.next();
            }
            parts.add(first == last ? Long.toString(first) : first + "-" + last);
        }
        return parts.toString();
    }
}
