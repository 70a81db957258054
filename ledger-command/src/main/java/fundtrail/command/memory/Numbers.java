package fundtrail.command.memory;

import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Whole numbers by ordinal, dense from 0 and never changed: eight bytes each. Adding one can be undone. */
public final class Numbers implements Part {
    private static final int CHUNK = 1_024;

    private final List<long[]> chunks = new ArrayList<>();
    private final Journal journal;
    private final String name;
    private int size;

    /** @param name what the numbers are called in a snapshot */
    public Numbers(Memory memory, String name) {
        this.journal = memory.keeps(this);
        this.name = name;
    }

    public long get(int ordinal) {
        return chunks.get(ordinal / CHUNK)[ordinal % CHUNK];
    }

    public void add(long number) {
        if (size == chunks.size() * CHUNK) {
            chunks.add(new long[CHUNK]);
        }
        chunks.get(size / CHUNK)[size % CHUNK] = number;
        size++;
        journal.changed(() -> size--);
    }

    /** How many numbers there are. */
    public int length() {
        return size;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int size() {
        return (size + CHUNK - 1) / CHUNK;
    }

    @Override
    public void write(Rows to) throws IOException {
        for (int first = 0; first < size; first += CHUNK) {
            DataOutput out = to.next();
            int count = Math.min(CHUNK, size - first);
            out.writeInt(first);
            out.writeInt(count);
            for (int i = first; i < first + count; i++) {
                out.writeLong(get(i));
            }
        }
    }

    @Override
    public void take(RowIn row) throws IOException {
        if (row.readInt() != size) {
            throw new IOException("the rows of " + name + " do not follow one another");
        }
        for (int left = row.readInt(); left > 0; left--) {
            add(row.readLong());
        }
    }
}
