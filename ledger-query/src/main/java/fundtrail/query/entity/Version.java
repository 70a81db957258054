package fundtrail.query.entity;

import fundtrail.query.access.Circle;
import java.time.LocalDate;
import java.util.Set;

/**
 * An entity as it stands after one fact.
 *
 * @param position      the fact's
 * @param effectiveDate the fact's
 * @param shownTo       the circles that may see it, the same in every version of an entity
 */
public record Version<T>(Kind<T> kind, String id, long position, LocalDate effectiveDate, Set<Circle> shownTo, T body) {
    public Version {
        shownTo = Set.copyOf(shownTo);
    }
}
