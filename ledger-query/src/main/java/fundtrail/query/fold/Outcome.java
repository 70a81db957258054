package fundtrail.query.fold;

import fundtrail.contract.Entry;
import fundtrail.query.access.Circle;
import fundtrail.query.entity.Kind;
import fundtrail.query.entity.Version;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The new versions one fact makes: at most one of each entity, the last said. */
public final class Outcome {
    private record Key(String kind, String id) {}

    private final Entry entry;
    private final Map<Key, Version<?>> versions = new LinkedHashMap<>();

    Outcome(Entry entry) {
        this.entry = entry;
    }

    /** The entity stands so after the fact, and may be seen by these circles. */
    public <T> void now(Kind<T> kind, Object id, Set<Circle> shownTo, T body) {
        var version = new Version<>(kind, id.toString(), entry.position(), entry.envelope().effectiveDate(), shownTo, body);
        versions.put(new Key(kind.name(), version.id()), version);
    }

    List<Version<?>> versions() {
        return List.copyOf(versions.values());
    }
}
