package fundtrail.command.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CodeVersionTest {
    private final SortedMap<String, byte[]> classes = CodeVersion.classes();

    @Test
    void it_is_made_of_all_that_reads_facts_folds_them_and_keeps_what_they_amount_to() {
        List.of("command/known/Known", "command/known/Payment", "command/known/StandingPayments", "command/memory/Fingerprints$Shard",
                        "contract/Money", "contract/EntryCodec", "contract/Json", "contract/fact/AdvancePaid", "contract/id/PaymentId")
                .forEach(name -> assertTrue(classes.containsKey("fundtrail/" + name), name));
        assertTrue(classes.keySet().stream().noneMatch(name -> name.startsWith("fundtrail/command/gate")), "what decides is no part of the state");
    }

    @Test
    void it_changes_when_any_of_their_bytes_change_or_one_is_added() {
        String current = CodeVersion.of(classes);
        assertEquals(current, CodeVersion.current());
        classes.forEach((name, bytes) -> {
            SortedMap<String, byte[]> changed = new TreeMap<>(classes);
            byte[] other = bytes.clone();
            other[other.length / 2] ^= 1;
            changed.put(name, other);
            assertNotEquals(current, CodeVersion.of(changed), name);
        });
        SortedMap<String, byte[]> more = new TreeMap<>(classes);
        more.put("fundtrail/command/known/Another", new byte[0]);
        assertNotEquals(current, CodeVersion.of(more));
    }
}
