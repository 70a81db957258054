package fundtrail.command.memory;

import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Immutable values by ordinal, dense from 0; they may be replaced, but none is taken out. Every change can be undone. */
public final class Series<V> implements Part {
    private final List<V> values = new ArrayList<>();
    private final Journal journal;
    private final String name;
    private final Form<V> form;

    /** @param name what the series is called in a snapshot */
    public Series(Memory memory, String name, Form<V> form) {
        this.journal = memory.keeps(this);
        this.name = name;
        this.form = form;
    }

    public V get(int ordinal) {
        return values.get(ordinal);
    }

    /** @return the ordinal of the value */
    public int add(V value) {
        values.add(value);
        journal.changed(values::removeLast);
        return values.size() - 1;
    }

    public void set(int ordinal, V value) {
        V before = values.set(ordinal, value);
        journal.changed(() -> values.set(ordinal, before));
    }

    /** The values of consecutive ordinals; good until the next change. */
    public List<V> slice(int first, int count) {
        return values.subList(first, first + count);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int size() {
        return values.size();
    }

    @Override
    public void write(Rows to) throws IOException {
        for (int ordinal = 0; ordinal < values.size(); ordinal++) {
            DataOutput out = to.next();
            out.writeInt(ordinal);
            form.write(out, values.get(ordinal));
        }
    }

    @Override
    public void take(RowIn row) throws IOException {
        if (row.readInt() != values.size()) {
            throw new IOException("the rows of " + name + " do not follow one another");
        }
        values.add(form.read(row));
    }
}
