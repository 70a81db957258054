package fundtrail.contract.fact;

import fundtrail.contract.Text;
import java.util.List;

/**
 * 疑点: the lead of a red-flag rule that somebody followed.
 *
 * @param rule      the rule's name
 * @param version   of the rule, from 1
 * @param positions of the facts that made it speak, ascending; 1 to {@value #MOST_POSITIONS}
 */
public record AlertRef(String rule, int version, List<Long> positions) {
    private static final int MOST_POSITIONS = 100;

    public AlertRef {
        Text.required("rule", rule, 64);
        positions = positions == null ? List.of() : List.copyOf(positions);
        if (version < 1 || positions.isEmpty() || positions.size() > MOST_POSITIONS) {
            throw new IllegalArgumentException("an alert names its rule's version and 1 to " + MOST_POSITIONS + " facts");
        }
    }
}
