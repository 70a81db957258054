package fundtrail.command.memory;

import java.io.DataOutput;
import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** Immutable values by key, every change of which can be undone. */
public final class Table<K, V> implements Part {
    private final Map<K, V> rows = new HashMap<>();
    private final Journal journal;
    private final String name;
    private final Form<K> keys;
    private final Form<V> values;

    /** @param name what the table is called in a snapshot */
    public Table(Memory memory, String name, Form<K> keys, Form<V> values) {
        this.journal = memory.keeps(this);
        this.name = name;
        this.keys = keys;
        this.values = values;
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

    public Set<K> keys() {
        return Collections.unmodifiableSet(rows.keySet());
    }

    public Collection<V> values() {
        return Collections.unmodifiableCollection(rows.values());
    }

    public void forEach(BiConsumer<K, V> each) {
        rows.forEach(each);
    }

    public void put(K key, V value) {
        V before = rows.put(key, value);
        journal.changed(() -> restore(key, before));
    }

    public void remove(K key) {
        V before = rows.remove(key);
        journal.changed(() -> restore(key, before));
    }

    /** Removes all there is. */
    public void clear() {
        List.copyOf(rows.keySet()).forEach(this::remove);
    }

    /**
     * Gives values to other keys.
     *
     * @param to   the key's new name; itself where it keeps it
     * @param both what stands there if both names have a value: that of the new name first
     */
    public void rename(UnaryOperator<K> to, BinaryOperator<V> both) {
        for (K key : List.copyOf(rows.keySet())) {
            K other = to.apply(key);
            if (!other.equals(key)) {
                V value = rows.get(key);
                remove(key);
                put(other, has(other) ? both.apply(get(other), value) : value);
            }
        }
    }

    private void restore(K key, V before) {
        if (before == null) {
            rows.remove(key);
        } else {
            rows.put(key, before);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public void write(Rows to) throws IOException {
        for (Map.Entry<K, V> row : rows.entrySet()) {
            DataOutput out = to.next();
            keys.write(out, row.getKey());
            values.write(out, row.getValue());
        }
    }

    @Override
    public void take(RowIn row) throws IOException {
        rows.put(keys.read(row), values.read(row));
    }
}
