package fundtrail.query.fold;

import fundtrail.query.entity.Kind;
import fundtrail.query.entity.Version;
import java.util.Optional;

/** Entities as they stood before the fact at hand. */
public interface Earlier {
    <T> Optional<Version<T>> version(Kind<T> kind, String id);

    default <T> Optional<T> latest(Kind<T> kind, Object id) {
        return version(kind, id.toString()).map(Version::body);
    }
}
