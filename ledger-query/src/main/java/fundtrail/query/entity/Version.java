package fundtrail.query.entity;

import java.time.LocalDate;
import java.util.Set;

/**
 * An entity as it stands after one fact.
 *
 * @param position      the fact's
 * @param effectiveDate the fact's
 * @param shownTo       the circles that may see it
 */
public record Version<T>(Kind<T> kind, String id, long position, LocalDate effectiveDate, Set<String> shownTo, T body) {
    public Version {
        shownTo = Set.copyOf(shownTo);
    }
}
