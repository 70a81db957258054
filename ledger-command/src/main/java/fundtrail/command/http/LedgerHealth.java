package fundtrail.command.http;

import fundtrail.command.WritingSide;
import fundtrail.eventstore.LaneEngine;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Healthy while the lane runs: it decides, and what it decides becomes durable. */
final class LedgerHealth implements HealthIndicator {
    private final WritingSide ledger;

    LedgerHealth(WritingSide ledger) {
        this.ledger = ledger;
    }

    @Override
    public Health health() {
        LaneEngine.Status status = ledger.engine().status();
        Health.Builder health = status == LaneEngine.Status.RUNNING ? Health.up() : Health.down();
        return health.withDetail("lane", status.name()).withDetail("durable", ledger.engine().durable()).build();
    }
}
