package fundtrail.command.axon;

import fundtrail.command.known.Known;
import fundtrail.contract.Entry;
import fundtrail.eventstore.DecisionState;
import java.time.Instant;
import org.axonframework.messaging.eventhandling.EventMessage;

/** What the engine folds: {@link Known}, at the head. */
final class HeadState implements DecisionState {
    private final Known known;

    HeadState(Known known) {
        this.known = known;
    }

    @Override
    public long nextPosition() {
        return known.next();
    }

    @Override
    public void apply(EventMessage event, long position, Instant recordedAt) {
        known.fold(new Entry(position, recordedAt, FactMessages.envelope(event), FactMessages.fact(event)));
    }

    @Override
    public void takeBack(long firstPosition) {
        known.takeBack(firstPosition);
    }

    @Override
    public void settle(long durablePosition) {
        known.settle(durablePosition);
    }
}
