package fundtrail.command.known;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** Immutable values by key, every change of which can be undone; see {@link Journal}. */
public final class Table<K, V> {
    private final Map<K, V> rows = new HashMap<>();
    private final Journal journal;

    Table(Journal journal) {
        this.journal = journal;
    }

    /** The value, or {@code null} when there is none. */
    public V get(K key) {
        return rows.get(key);
    }

    public V getOrDefault(K key, V otherwise) {
        return rows.getOrDefault(key, otherwise);
    }

    public boolean has(K key) {
        return rows.containsKey(key);
    }

    public Collection<V> values() {
        return Collections.unmodifiableCollection(rows.values());
    }

    void put(K key, V value) {
        V before = rows.put(key, value);
        journal.changed(() -> restore(key, before));
    }

    void remove(K key) {
        V before = rows.remove(key);
        journal.changed(() -> restore(key, before));
    }

    private void restore(K key, V before) {
        if (before == null) {
            rows.remove(key);
        } else {
            rows.put(key, before);
        }
    }
}
