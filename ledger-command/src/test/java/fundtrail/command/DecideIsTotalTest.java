package fundtrail.command;

import static fundtrail.command.kit.Batches.B1;
import static fundtrail.command.kit.Batches.CTY_H1;
import static fundtrail.command.kit.Batches.approved;
import static fundtrail.command.kit.Batches.funded;
import static fundtrail.command.kit.Batches.hold;
import static fundtrail.command.kit.Batches.paid;
import static fundtrail.command.kit.Batches.row;
import static fundtrail.command.kit.Sample.CEN_H1;
import static fundtrail.command.kit.Sample.H2;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import fundtrail.command.decide.Command;
import fundtrail.command.decide.Presence;
import fundtrail.command.decide.Slice;
import fundtrail.command.disbursebatch.DisburseBatch;
import fundtrail.command.gate.Wish;
import fundtrail.command.kit.Batches;
import fundtrail.command.kit.Given;
import fundtrail.command.kit.Seed;
import fundtrail.command.kit.Whims;
import fundtrail.contract.Json;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever passes the door is decided: a fact or a refusal, never an exception; and it reads back as what it was. */
class DecideIsTotalTest {
    private static final int WISHES_A_COMMAND = 600;

    private static final int MOST_TRIES = 20_000;

    private static Given somethingGoesOn() {
        DisburseBatch.Row first = row(1, CEN_H1, "40.00");
        DisburseBatch.Row second = row(2, CTY_H1, "10.00");
        return funded().and(approved(B1, first, second)).and(paid(B1, first), hold(Batches.HOLD, H2, null));
    }

    @Test
    void every_wish_that_can_be_read_is_answered() throws IOException {
        long seed = Seed.given();
        Whims whims = new Whims(seed);
        for (Slice<? extends Command> slice : new Slices().all()) {
            Given given = somethingGoesOn();
            int asked = 0;
            for (int tries = 0; asked < WISHES_A_COMMAND; tries++) {
                assertTrue(tries < MOST_TRIES, "-Dfundtrail.seed=" + seed + ": hardly any " + slice.name() + " can be built");
                Command wish = whims.of(slice.command());
                if (wish != null) {
                    answered(given, wish, seed);
                    asked++;
                }
            }
        }
    }

    private static void answered(Given given, Command wish, long seed) throws IOException {
        String where = "-Dfundtrail.seed=" + seed + ": " + wish;
        assertEquals(List.of(), Presence.missing((Record) wish), where);
        Command read = Json.MAPPER.readValue(Json.canonical(wish), wish.getClass());
        assertEquals(Wish.hash(wish), Wish.hash(read), where);
        try {
            given.when(wish);
        } catch (RuntimeException e) {
            fail(where, e);
        }
    }
}
