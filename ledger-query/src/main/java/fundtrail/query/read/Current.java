package fundtrail.query.read;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fundtrail.query.entity.Version;
import java.time.LocalDate;

/**
 * An entity as it stands.
 *
 * @param position      the last fact that changed it
 * @param effectiveDate when that fact counts
 */
record Current<T>(@JsonUnwrapped T entity, long position, LocalDate effectiveDate) {
    static <T> Current<T> of(Version<T> version) {
        return new Current<>(version.body(), version.position(), version.effectiveDate());
    }
}
