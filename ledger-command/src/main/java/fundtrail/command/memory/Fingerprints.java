package fundtrail.command.memory;

import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Whole numbers by fingerprint, for what there are millions of: an open hash table in plain arrays, without an object
 * for any of its rows. It is cut into shards that grow one at a time, so that no single change waits for all to move.
 */
public final class Fingerprints implements Part {
    private static final int SHARDS = 64;
    private static final int SMALLEST = 16;

    private final Journal journal;
    private final String name;
    private final int width;
    private final Shard[] shards = new Shard[SHARDS];

    /**
     * @param name  what the table is called in a snapshot
     * @param width how many numbers stand under each fingerprint
     */
    public Fingerprints(Memory memory, String name, int width) {
        this.journal = memory.keeps(this);
        this.name = name;
        this.width = width;
        Arrays.setAll(shards, i -> new Shard());
    }

    /** The numbers, or {@code null} when there are none. */
    public long[] get(Fingerprint key) {
        return shard(key).get(key);
    }

    public boolean has(Fingerprint key) {
        return shard(key).slot(key) >= 0;
    }

    public void put(Fingerprint key, long... numbers) {
        long[] before = set(key, numbers);
        journal.changed(() -> restore(key, before));
    }

    public void remove(Fingerprint key) {
        long[] before = shard(key).get(key);
        if (before != null) {
            shard(key).remove(key);
            journal.changed(() -> restore(key, before));
        }
    }

    private long[] set(Fingerprint key, long[] numbers) {
        if (numbers.length != width) {
            throw new IllegalArgumentException(name + " keeps " + width + " numbers a row, not " + numbers.length);
        }
        return shard(key).put(key, numbers);
    }

    private void restore(Fingerprint key, long[] before) {
        if (before == null) {
            shard(key).remove(key);
        } else {
            set(key, before);
        }
    }

    private Shard shard(Fingerprint key) {
        return shards[(int) (key.high() >>> 58)];
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int size() {
        return Arrays.stream(shards).mapToInt(shard -> shard.size).sum();
    }

    @Override
    public void write(Rows to) throws IOException {
        for (Shard shard : shards) {
            for (int slot = 0; slot < shard.capacity; slot++) {
                if (!shard.isFree(slot)) {
                    DataOutput out = to.next();
                    for (int i = 0; i < 2 + width; i++) {
                        out.writeLong(shard.cells[slot * (2 + width) + i]);
                    }
                }
            }
        }
    }

    @Override
    public void take(RowIn row) throws IOException {
        Fingerprint key = new Fingerprint(row.readLong(), row.readLong());
        long[] numbers = new long[width];
        for (int i = 0; i < width; i++) {
            numbers[i] = row.readLong();
        }
        set(key, numbers);
    }

    /** One open hash table: a free slot holds two zeros for a key, which no fingerprint of anything does. */
    private final class Shard {
        private int capacity = SMALLEST;
        private long[] cells = new long[SMALLEST * (2 + width)];
        private int size;

        boolean isFree(int slot) {
            return cells[slot * (2 + width)] == 0 && cells[slot * (2 + width) + 1] == 0;
        }

        /** Where the key stands, or −1 − the slot where it would. */
        int slot(Fingerprint key) {
            int slot = home(key.low());
            while (!isFree(slot)) {
                if (cells[slot * (2 + width)] == key.high() && cells[slot * (2 + width) + 1] == key.low()) {
                    return slot;
                }
                slot = slot + 1 & capacity - 1;
            }
            return -1 - slot;
        }

        private int home(long low) {
            return (int) low & capacity - 1;
        }

        long[] get(Fingerprint key) {
            int slot = slot(key);
            return slot < 0 ? null : numbers(slot);
        }

        private long[] numbers(int slot) {
            return Arrays.copyOfRange(cells, slot * (2 + width) + 2, (slot + 1) * (2 + width));
        }

        /** @return what stood there before, or {@code null} */
        long[] put(Fingerprint key, long[] numbers) {
            int slot = slot(key);
            long[] before = slot < 0 ? null : numbers(slot);
            if (slot < 0) {
                if (++size * 4 > capacity * 3) {
                    grow();
                    slot = slot(key);
                }
                slot = -1 - slot;
                cells[slot * (2 + width)] = key.high();
                cells[slot * (2 + width) + 1] = key.low();
            }
            System.arraycopy(numbers, 0, cells, slot * (2 + width) + 2, width);
            return before;
        }

        /** Closes the gap, so that whatever was pushed on by this key is still found. */
        void remove(Fingerprint key) {
            int gap = slot(key);
            size--;
            for (int next = gap + 1 & capacity - 1; !isFree(next); next = next + 1 & capacity - 1) {
                int home = home(cells[next * (2 + width) + 1]);
                if ((next - home & capacity - 1) >= (next - gap & capacity - 1)) {
                    System.arraycopy(cells, next * (2 + width), cells, gap * (2 + width), 2 + width);
                    gap = next;
                }
            }
            Arrays.fill(cells, gap * (2 + width), (gap + 1) * (2 + width), 0);
        }

        private void grow() {
            long[] old = cells;
            cells = new long[old.length * 2];
            capacity *= 2;
            for (int at = 0; at < old.length; at += 2 + width) {
                if (old[at] != 0 || old[at + 1] != 0) {
                    int slot = -1 - slot(new Fingerprint(old[at], old[at + 1]));
                    System.arraycopy(old, at, cells, slot * (2 + width), 2 + width);
                }
            }
        }
    }
}
