package fundtrail.command.known;

import fundtrail.contract.fact.BudgetAllotted.Classification;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The highest classes (类) of government expenditure (政府收支分类科目): by function from 201 to 234, by economic purpose those
 * of governments from 501 and those of departments from 301. What stands below a class is published anew for each year and
 * judged by its form alone.
 */
public final class ExpenditureClasses {
    private static final int DIGITS = 3;
    /** 225 and 226 were never given out. */
    private static final Set<String> FUNCTIONAL = classes(IntStream.concat(IntStream.rangeClosed(201, 224), IntStream.rangeClosed(227, 234)));
    private static final Set<String> ECONOMIC = classes(IntStream.concat(
            IntStream.concat(IntStream.rangeClosed(301, 313), IntStream.of(399)),
            IntStream.concat(IntStream.rangeClosed(501, 514), IntStream.of(599))));

    private ExpenditureClasses() {}

    private static Set<String> classes(IntStream numbers) {
        return numbers.mapToObj(String::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    /** The first of its codes that belongs to no class; {@code null} where both do. */
    public static String unknown(Classification classification) {
        if (!FUNCTIONAL.contains(classification.functional().substring(0, DIGITS))) {
            return classification.functional();
        }
        return ECONOMIC.contains(classification.economic().substring(0, DIGITS)) ? null : classification.economic();
    }
}
