package fundtrail.command.memory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fundtrail.command.kit.Seed;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FingerprintsTest {
    /** Few enough to meet again and again, in one shard, of which many want the same slot. */
    private static final int KEYS = 300;

    private final Memory memory = new Memory();
    private final Fingerprints fingerprints = new Fingerprints(memory, "some", 2);
    private final Map<Fingerprint, long[]> expected = new HashMap<>();

    private static Fingerprint key(int number) {
        return new Fingerprint(number, number % 40);
    }

    @Test
    void it_holds_what_a_map_would_hold_whatever_is_put_removed_and_taken_back() {
        long seed = Seed.given();
        Random random = new Random(seed);
        for (int position = 0; position < 20_000; position++) {
            memory.at(position);
            Map<Fingerprint, long[]> before = new HashMap<>(expected);
            for (int change = random.nextInt(3); change >= 0; change--) {
                Fingerprint key = key(1 + random.nextInt(KEYS));
                if (random.nextInt(3) == 0) {
                    fingerprints.remove(key);
                    expected.remove(key);
                } else {
                    long[] numbers = {random.nextLong(), position};
                    fingerprints.put(key, numbers);
                    expected.put(key, numbers);
                }
            }
            if (random.nextInt(4) == 0) {
                memory.takeBack(position);
                expected.clear();
                expected.putAll(before);
            }
            memory.settle(position);
            assertEquals(expected.size(), fingerprints.size(), "-Dfundtrail.seed=" + seed + ", position " + position);
            if (position % 100 == 0) {
                for (int number = 1; number <= KEYS; number++) {
                    assertArrayEquals(expected.get(key(number)), fingerprints.get(key(number)), "-Dfundtrail.seed=" + seed + ", position " + position);
                }
            }
        }
    }

    @Test
    void texts_that_differ_have_fingerprints_that_differ_wherever_they_are_cut() {
        assertEquals(Fingerprint.of("p-1", "key"), Fingerprint.of("p-1", "key"));
        assertEquals(5, java.util.Set.of(Fingerprint.of("p-1", "key"), Fingerprint.of("p-1k", "ey"), Fingerprint.of("p-1key"),
                Fingerprint.of("p-2", "key"), Fingerprint.of("")).size());
    }

    @Test
    void a_row_has_as_many_numbers_as_all_others() {
        assertThrows(IllegalArgumentException.class, () -> fingerprints.put(key(1), 1));
    }
}
