package fundtrail.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fundtrail.client.fsck.identity.Broken;
import fundtrail.client.fsck.identity.Identities;
import fundtrail.command.kit.CascadeWalk;
import fundtrail.command.kit.YearsWalk;
import fundtrail.contract.Entry;
import fundtrail.contract.EntryCodec;
import fundtrail.contract.Json;
import fundtrail.contract.Money;
import fundtrail.contract.fact.YearClosedRows;
import fundtrail.contract.id.DivisionCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * fsck's identities against what the writing side decides at random: they hold after every fact, and a fen added to the lines of
 * one is found at that one. What a year's close books is looked at by the close.
 */
class IdentitiesAlongWalksTest {
    private static final int WISHES = 4_000;

    /** The same each time, so that a change is to blame for what is found; others by {@code -Dfundtrail.seed}. */
    private static final long SEED = Long.getLong("fundtrail.seed", 20261122L);

    private final EntryCodec codec = new EntryCodec();

    @Test
    void along_two_budget_years() throws IOException {
        YearsWalk walk = new YearsWalk(SEED);
        for (int wish = 0; wish < WISHES; wish++) {
            walk.step();
        }
        holdsAndFinds(walk.office().log(), 20);
    }

    @Test
    void along_a_cascade() throws IOException {
        CascadeWalk walk = new CascadeWalk(SEED);
        List<Entry> log = new ArrayList<>();
        for (int wish = 0; wish < WISHES; wish++) {
            log.addAll(walk.step().recorded());
        }
        holdsAndFinds(log, 7);
    }

    /** @param types so many kinds of facts at least post along the walk, of each of which one is planted in */
    private void holdsAndFinds(List<Entry> log, int types) throws IOException {
        assertEquals("none", broken(log, -1), "-Dfundtrail.seed=" + SEED);
        Set<String> found = new TreeSet<>();
        for (Entry entry : log) {
            if (!entry.fact().lines().list().isEmpty() && !(entry.fact() instanceof YearClosedRows) && found.add(entry.envelope().type())) {
                assertEquals(Long.toString(entry.position()), broken(log, entry.position()), () -> "-Dfundtrail.seed=" + SEED + ", " + entry);
            }
        }
        assertTrue(found.size() >= types, found::toString);
    }

    /** Where the first identity is broken when the fact at this position books a fen more than it should. */
    private String broken(List<Entry> log, long planted) throws IOException {
        Identities identities = new Identities(divisions(log));
        for (Entry entry : log) {
            Optional<Broken> one = identities.after(entry.position() == planted ? withAFenMore(entry) : entry);
            if (one.isPresent()) {
                return planted < 0 ? entry + " " + one.get() : Long.toString(entry.position());
            }
        }
        return "none";
    }

    private static Set<DivisionCode> divisions(List<Entry> log) {
        return log.stream().flatMap(entry -> entry.fact().lines().list().stream()).map(line -> line.division()).collect(Collectors.toSet());
    }

    /** On its first debit and on a credit that balances it, each on its own account. */
    private Entry withAFenMore(Entry entry) throws IOException {
        JsonNode tree = Json.MAPPER.readTree(EntryCodec.entry(entry.position(), entry.recordedAt(), codec.tail(entry.envelope(), entry.fact())));
        JsonNode lines = tree.get("lines");
        for (JsonNode debit : lines) {
            for (JsonNode credit : lines) {
                if (debit.get("side").asText().equals("D") && credit.get("side").asText().equals("C") && group(debit).equals(group(credit))) {
                    more(debit);
                    more(credit);
                    return codec.decode(Json.MAPPER.writeValueAsBytes(tree));
                }
            }
        }
        throw new AssertionError("no two sides: " + entry);
    }

    private static List<String> group(JsonNode line) {
        return List.of(line.get("division").asText(), line.get("budgetYear").asText(), line.get("fundSource").asText(), line.get("book").asText());
    }

    /** A fen further from nothing, in red too. */
    private static void more(JsonNode line) {
        Money amount = Money.yuan(line.get("amount").asText());
        ((ObjectNode) line).put("amount", Money.ofFen(amount.fen() + (amount.isNegative() ? -1 : 1)).toString());
    }
}
