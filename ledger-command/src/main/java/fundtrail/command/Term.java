package fundtrail.command;

import fundtrail.command.axon.LedgerConfiguration;
import fundtrail.command.known.Known;
import fundtrail.command.snapshot.Snapshots;
import fundtrail.eventstore.GroupStore;
import fundtrail.eventstore.LaneEngine;
import fundtrail.eventstore.LaneSettings;
import org.axonframework.common.configuration.AxonConfiguration;
import org.axonframework.messaging.commandhandling.CommandBus;

/** One term of a node: what it knows, folded from the last snapshot or from nothing, and the engine that first stands by on it and then may write. */
record Term(Known known, LaneEngine engine, AxonConfiguration axon, CommandBus bus) implements AutoCloseable {

    static Term first(GroupStore store, LaneSettings settings, Slices slices, Snapshots snapshots) {
        Known known = snapshots.restored(store.reader());
        return of(known, LedgerConfiguration.standby(store, known, settings), slices);
    }

    /** The one after this, which is closed. */
    Term next(Slices slices, Snapshots snapshots) {
        Known known = snapshots.restored(engine.reader());
        return of(known, LedgerConfiguration.successor(engine, known), slices);
    }

    private static Term of(Known known, LaneEngine engine, Slices slices) {
        AxonConfiguration axon = LedgerConfiguration.configurer(engine, known, slices).build();
        axon.start();
        return new Term(known, engine, axon, axon.getComponent(CommandBus.class));
    }

    /** Accepts nothing new, finishes what was accepted, and lets go of the right to write. */
    @Override
    public void close() {
        engine.close();
        axon.shutdown();
    }
}
