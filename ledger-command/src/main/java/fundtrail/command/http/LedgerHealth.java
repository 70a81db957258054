package fundtrail.command.http;

import fundtrail.command.WritingSide;
import fundtrail.eventstore.LaneEngine;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Healthy while the lane runs: it decides, and what it decides becomes durable. A standby is out of service, so that wishes
 * are led to the node that writes, and names it.
 */
final class LedgerHealth implements HealthIndicator {
    private final WritingSide ledger;

    LedgerHealth(WritingSide ledger) {
        this.ledger = ledger;
    }

    @Override
    public Health health() {
        LaneEngine engine = ledger.engine();
        LaneEngine.Status status = engine.status();
        Health.Builder health = switch (status) {
            case RUNNING -> Health.up();
            case STANDBY -> Health.outOfService().withDetail("active", engine.active());
            case SUSPENDED, FENCED, STOPPED -> Health.down();
        };
        String discarded = ledger.snapshots().lastDiscarded();
        if (discarded != null) {
            health.withDetail("snapshotDiscarded", discarded);
        }
        return health.withDetail("lane", status.name()).withDetail("durable", engine.durable()).build();
    }
}
