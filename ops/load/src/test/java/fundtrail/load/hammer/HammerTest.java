package fundtrail.load.hammer;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few seconds of load on real processes, in which PostgreSQL or a node is killed. */
class HammerTest {
    @TempDir
    Path folder;

    @Test
    void a_ledger_whose_node_is_killed_under_load_loses_nothing() throws Exception {
        Run run = new Run(folder.resolve("hammer"), 1, 6, Long.MAX_VALUE, Duration.ofSeconds(8), 4, List.of(Fault.NODE_KILLED),
                Duration.ofSeconds(5), Told.NOBODY);
        Run.Verdict verdict = run.run();
        assertTrue(verdict.tally().faults.sum() > 0);
        assertTrue(verdict.tally().unknown.sum() > 0, "nobody was asking when the node was killed");
        assertTrue(verdict.tally().postings.sum() > 0);
    }
}
