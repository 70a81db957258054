package fundtrail.eventstore;

import org.junit.jupiter.api.Test;

/**
 * One crash at each step, of the node or of PostgreSQL as the seed has it; {@code -Dfundtrail.crash.rounds=200} for so many of
 * both kinds, and {@code -Dfundtrail.seed} for the same again.
 */
class CrashTest {

    @Test
    void whatever_is_killed_at_whatever_step_every_acknowledged_fact_is_there_once() throws Exception {
        long seed = Long.getLong("fundtrail.seed", System.nanoTime());
        int rounds = Integer.getInteger("fundtrail.crash.rounds", 0);
        try (var crashes = new CrashRounds()) {
            for (int round = 0; round < Math.max(rounds, CrashRounds.steps()); round++) {
                boolean even = (round + seed) % 2 == 0;
                if (even || rounds > 0) crashes.killNode(round, seed);
                if (!even || rounds > 0) crashes.killPostgres(round, seed);
            }
        } catch (AssertionError | RuntimeException failure) {
            throw new AssertionError("with -Dfundtrail.seed=" + seed, failure);
        }
    }
}
