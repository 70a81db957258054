package fundtrail.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The lines of one fact, balanced: for each division, budget year, fund source and book the debits equal the credits.
 * Lines that do not balance cannot be built, so no fact can unbalance a book, and no source can pay for another.
 */
public record Lines(@JsonValue List<Line> list) implements Iterable<Line> {
    public static final Lines NONE = new Lines(List.of());

    private record Key(DivisionCode division, int budgetYear, FundSourceCode fundSource, Book book) {}

    /** @throws IllegalArgumentException when one of them does not balance */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Lines {
        list = List.copyOf(list);
        Map<Key, Long> sums = new HashMap<>();
        for (Line line : list) {
            sums.merge(new Key(line.division(), line.budgetYear(), line.fundSource(), line.book()),
                    line.signed().fen(), Math::addExact);
        }
        sums.forEach((key, fen) -> {
            if (fen != 0) {
                throw new IllegalArgumentException("lines do not balance in " + key.division() + ", budget year "
                        + key.budgetYear() + ", source " + key.fundSource() + ", book " + key.book()
                        + ": debits exceed credits by " + Money.ofFen(fen));
            }
        });
    }

    public static Lines of(Line... lines) {
        return new Lines(List.of(lines));
    }

    /** These and further ones, which balance too. */
    public Lines and(List<Line> more) {
        return more.isEmpty() ? this : new Lines(Stream.concat(list.stream(), more.stream()).toList());
    }

    /** Every line in red. */
    public Lines red() {
        return new Lines(list.stream().map(Line::red).toList());
    }

    public boolean isEmpty() {
        return list.isEmpty();
    }

    @Override
    public Iterator<Line> iterator() {
        return list.iterator();
    }
}
