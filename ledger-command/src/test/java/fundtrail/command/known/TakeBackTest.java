package fundtrail.command.known;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.command.kit.BusyOffice;
import fundtrail.command.kit.Office;
import fundtrail.command.kit.Seed;
import fundtrail.command.memory.MemoryText;
import fundtrail.contract.Entry;
import fundtrail.contract.FactTypes;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** When a group of facts is lost, everything they changed is as if they had never been. */
class TakeBackTest {
    private static final int LEDGERS = 3;
    /** So many at most, until every kind of fact has happened in one of them. */
    private static final int MOST_LEDGERS = 300;

    private static final int LOSSES = 6;
    private static final int STEPS = 80;
    /**
     * But for refunds, which need a settlement that found less than was advanced, or an appeal upheld after the money came and
     * before it was restored: by chance, hardly ever.
     */
    private static final Set<String> EVERY_TYPE = FactTypes.all().stream()
            .map(FactTypes.FactType::name)
            .filter(type -> !type.startsWith("SettlementRefundReceived") && !type.equals("ClawbackRefundPaid"))
            .collect(Collectors.toSet());

    @Test
    void what_is_left_after_a_loss_equals_what_the_rest_of_the_log_amounts_to() {
        long seed = Seed.given();
        Set<String> happened = new TreeSet<>();
        for (int ledger = 0; ledger < LEDGERS || !happened.containsAll(EVERY_TYPE); ledger++) {
            assertTrue(ledger < MOST_LEDGERS, "-Dfundtrail.seed=" + seed + ": never happened: " + missing(happened));
            loseNowAndThen(seed + ledger, happened);
        }
    }

    private static Set<String> missing(Set<String> happened) {
        Set<String> missing = new TreeSet<>(EVERY_TYPE);
        missing.removeAll(happened);
        return missing;
    }

    private static void loseNowAndThen(long seed, Set<String> happened) {
        BusyOffice busy = new BusyOffice(seed);
        Office office = busy.office();
        Random random = new Random(seed);
        long durable = office.log().size() - 1L;
        for (int loss = 0; loss < LOSSES; loss++) {
            for (int step = 0; step < STEPS; step++) {
                busy.step();
            }
            office.log().forEach(entry -> happened.add(entry.envelope().type()));
            int size = office.log().size();
            if (random.nextBoolean()) {
                durable = Math.max(durable, size - 1L - random.nextInt(20));
                office.known().settle(durable);
            }
            office.loses(Math.max(durable + 1, size - random.nextInt(STEPS)));
            assertEquals(MemoryText.of(fresh(office.log()).memory()), MemoryText.of(office.known().memory()),
                    "-Dfundtrail.seed=" + seed + ", loss " + loss);
        }
    }

    private static Known fresh(List<Entry> log) {
        Known known = new Known();
        log.forEach(known::foldDurable);
        return known;
    }
}
