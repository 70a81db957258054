package fundtrail.command.open;

import fundtrail.command.decide.Command;
import fundtrail.contract.Fact;
import java.time.Instant;
import java.util.List;

/**
 * The ledger's own first wish: the facts that stand at position 0 and right behind. Never from outside; accepted only
 * while the log is empty.
 *
 * @param clock the recordedAt asked for by a rehearsal; {@code null} for the server's
 */
public record OpenLedger(List<Fact> facts, Instant clock) implements Command {}
