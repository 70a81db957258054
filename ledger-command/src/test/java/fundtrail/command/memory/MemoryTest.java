package fundtrail.command.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryTest {
    /** One of each kind of part. */
    private static final class Kept {
        private final Memory memory = new Memory();
        private final Table<String, Long> table = new Table<>(memory, "table", Form.TEXT, Form.LONG);
        private final Series<String> series = new Series<>(memory, "series", Form.TEXT);
        private final Trails<String> trails = new Trails<>(memory, "trails", Form.TEXT);
        private final Numbers numbers = new Numbers(memory, "numbers");
        private final Fingerprints fingerprints = new Fingerprints(memory, "fingerprints", 1);

        private Kept with(int... several) {
            memory.atDurable();
            return changed(several);
        }

        private Kept changed(int... several) {
            for (int one : several) {
                table.put("key " + one, (long) one);
                series.add("value " + one);
                trails.add("odd or even " + one % 2, one);
                numbers.add(one);
                fingerprints.put(Fingerprint.of("text " + one), one);
            }
            return this;
        }

        private byte[] written() throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            memory.write(new DataOutputStream(bytes));
            return bytes.toByteArray();
        }

        private Kept reading(byte[] written) throws IOException {
            memory.read(new RowIn(new ByteArrayInputStream(written)));
            return this;
        }
    }

    private static int[] many() {
        return java.util.stream.IntStream.range(0, 3_000).toArray();
    }

    @Test
    void what_was_written_and_read_holds_the_same_and_goes_on_alike() throws IOException {
        Kept kept = new Kept().with(many());
        Kept read = new Kept().reading(kept.written());
        assertEquals(kept.memory.digest(), read.memory.digest());
        assertEquals(kept.with(-1, -2, -3).memory.digest(), read.with(-1, -2, -3).memory.digest());
        assertEquals(List.of(-3, -1), read.trails.backwards("odd or even -1").boxed().toList());
        assertEquals(-3, read.numbers.get(3_002));
        assertEquals("value -3", read.series.get(3_002));
    }

    @Test
    void the_digest_does_not_depend_on_the_order_in_which_rows_came() throws IOException {
        Memory memory = new Memory();
        Table<String, Long> other = new Table<>(memory, "table", Form.TEXT, Form.LONG);
        Memory same = new Memory();
        Table<String, Long> again = new Table<>(same, "table", Form.TEXT, Form.LONG);
        for (long i = 0; i < 100; i++) {
            other.put("key " + i, i);
            again.put("key " + (99 - i), 99 - i);
        }
        assertEquals(memory.digest(), same.digest());
    }

    @Test
    void the_digest_differs_by_any_one_row() throws IOException {
        String whole = new Kept().with(1, 2, 3).memory.digest().toString();
        assertNotEquals(whole, new Kept().with(1, 2).memory.digest().toString());
        assertNotEquals(whole, new Kept().with(1, 2, 4).memory.digest().toString());
        Kept changed = new Kept().with(1, 2, 3);
        changed.table.put("key 2", 5L);
        assertNotEquals(whole, changed.memory.digest().toString());
    }

    @Test
    void what_is_not_durable_is_taken_back_from_every_part() throws IOException {
        Kept kept = new Kept().with(many());
        kept.memory.at(1);
        kept.changed(4_000);
        kept.memory.at(2);
        kept.changed(4_001, 4_002);
        kept.table.clear();
        kept.series.set(7, "another");
        kept.fingerprints.remove(Fingerprint.of("text 7"));
        kept.memory.takeBack(1);
        assertEquals(new Kept().with(many()).memory.digest(), kept.memory.digest());
    }

    @Test
    void bytes_that_end_too_early_or_are_of_another_part_are_not_taken_in() throws IOException {
        byte[] written = new Kept().with(1, 2).written();
        assertThrows(IOException.class, () -> new Kept().reading(java.util.Arrays.copyOf(written, written.length - 1)));
        written[2] = 'x';
        assertThrows(IOException.class, () -> new Kept().reading(written));
    }
}
