package fundtrail.command.known;

import fundtrail.command.memory.Form;
import fundtrail.command.memory.Memory;
import fundtrail.command.memory.Series;
import fundtrail.contract.Line;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The lines of recorded facts that may have to be taken back in red, in little room: what is paid out of one allotment
 * differs in nothing but the amount, so that the lines for one fen, their shape, are kept once for all of it.
 */
final class Shapes {
    /**
     * Lines that were recorded.
     *
     * @param shape the ordinal of their shape
     * @param times what each of its amounts is to be multiplied with
     */
    record Posted(int shape, long times) {
        static final Form<Posted> FORM = Form.of((out, posted) -> {
            out.writeInt(posted.shape());
            out.writeLong(posted.times());
        }, in -> new Posted(in.readInt(), in.readLong()));
    }

    private final Series<List<Line>> shapes;
    /** Where a shape stands, if it still stands there: neither map need be undone or written. */
    private final Map<List<Line>, Integer> index = new HashMap<>();

    private final Map<Object, Integer> lastLike = new HashMap<>();
    private int indexed;

    Shapes(Memory memory) {
        shapes = new Series<>(memory, "shapes", Form.list(Line.class));
    }

    Lines lines(Posted posted) {
        return new Lines(shapes.get(posted.shape()).stream()
                .map(line -> with(line, Money.ofFen(Math.multiplyExact(line.amount().fen(), posted.times()))))
                .toList());
    }

    /** @param like facts that have this in common mostly have one shape */
    Posted of(Lines lines, Object like) {
        Money amount = lines.list().getFirst().amount();
        if (!amount.isPositive() || !lines.list().stream().allMatch(line -> line.amount().equals(amount))) {
            return new Posted(shapes.add(lines.list()), 1);
        }
        Integer last = lastLike.get(like);
        if (last == null || last >= shapes.size() || !isAlike(shapes.get(last), lines.list())) {
            last = ordinal(lines.list().stream().map(line -> with(line, Money.ofFen(1))).toList());
            lastLike.put(like, last);
        }
        return new Posted(last, amount.fen());
    }

    private int ordinal(List<Line> shape) {
        for (indexed = Math.min(indexed, shapes.size()); indexed < shapes.size(); indexed++) {
            index.put(shapes.get(indexed), indexed);
        }
        Integer known = index.get(shape);
        return known != null && known < shapes.size() && shapes.get(known).equals(shape) ? known : shapes.add(shape);
    }

    private static boolean isAlike(List<Line> shape, List<Line> lines) {
        if (shape.size() != lines.size()) {
            return false;
        }
        for (int i = 0; i < lines.size(); i++) {
            if (!shape.get(i).equals(with(lines.get(i), shape.get(i).amount()))) {
                return false;
            }
        }
        return true;
    }

    private static Line with(Line line, Money amount) {
        return new Line(line.book(), line.account(), line.division(), line.budgetYear(), line.fundSource(), line.institution(),
                line.programme(), line.allotment(), line.clawback(), line.tranche(), line.bankAccount(), line.side(), amount);
    }
}
