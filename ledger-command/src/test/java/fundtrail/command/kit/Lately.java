package fundtrail.command.kit;

import fundtrail.contract.Entry;
import fundtrail.contract.Fact;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** What wishes are about: mostly what has happened, so that they meet something; now and then whatever. */
record Lately(Office office, Random random) {
    private static final int LAST = 5;

    /** What {@code named} tells of one of the last facts of this kind, in four of five cases where there is one. */
    <F extends Fact, T> T or(T whatever, Class<F> kind, Function<F, T> named) {
        List<F> last = office.log().reversed().stream().map(Entry::fact).filter(kind::isInstance).map(kind::cast).limit(LAST).toList();
        return last.isEmpty() || random.nextInt(5) == 0 ? whatever : named.apply(last.get(random.nextInt(last.size())));
    }
}
