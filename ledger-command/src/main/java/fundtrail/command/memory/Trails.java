package fundtrail.command.memory;

import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** For each key the ordinals that came under it, in the order in which they came: four bytes each. */
public final class Trails<K> implements Part {
    private static final class Trail {
        private int[] ordinals = new int[4];
        private int size;

        void add(int ordinal) {
            if (size == ordinals.length) {
                ordinals = Arrays.copyOf(ordinals, size + (size >> 1));
            }
            ordinals[size++] = ordinal;
        }
    }

    private final Map<K, Trail> trails = new HashMap<>();
    private final Journal journal;
    private final String name;
    private final Form<K> keys;

    /** @param name what the trails are called in a snapshot */
    public Trails(Memory memory, String name, Form<K> keys) {
        this.journal = memory.keeps(this);
        this.name = name;
        this.keys = keys;
    }

    public void add(K key, int ordinal) {
        Trail trail = trails.computeIfAbsent(key, first -> new Trail());
        trail.add(ordinal);
        journal.changed(() -> {
            if (--trail.size == 0) {
                trails.remove(key);
            }
        });
    }

    /** The ordinals, the last one first. */
    public IntStream backwards(K key) {
        Trail trail = trails.get(key);
        return trail == null ? IntStream.empty() : IntStream.range(0, trail.size).map(i -> trail.ordinals[trail.size - 1 - i]);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int size() {
        return trails.size();
    }

    @Override
    public void write(Rows to) throws IOException {
        for (Map.Entry<K, Trail> row : trails.entrySet()) {
            DataOutput out = to.next();
            Trail trail = row.getValue();
            keys.write(out, row.getKey());
            out.writeInt(trail.size);
            for (int i = 0; i < trail.size; i++) {
                out.writeInt(trail.ordinals[i]);
            }
        }
    }

    @Override
    public void take(RowIn row) throws IOException {
        Trail trail = new Trail();
        trails.put(keys.read(row), trail);
        int size = row.readInt();
        trail.ordinals = new int[Math.max(4, size)];
        for (int i = 0; i < size; i++) {
            trail.add(row.readInt());
        }
    }
}
