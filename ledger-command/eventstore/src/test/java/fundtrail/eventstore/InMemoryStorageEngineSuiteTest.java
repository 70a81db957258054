package fundtrail.eventstore;

import org.axonframework.eventsourcing.eventstore.StorageEngineTestSuite;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.junit.jupiter.api.AfterAll;

/** Axon's own suite for storage engines, in memory. */
class InMemoryStorageEngineSuiteTest extends StorageEngineTestSuite<LaneEngine> {

    @Override
    protected LaneEngine buildStorageEngine() {
        return LaneEngine.open(new InMemoryGroupStore(), new TextCodec(), new FoldedTexts(), LaneSettings.defaults());
    }

    @Override
    protected ProcessingContext processingContext() {
        return null;
    }

    @AfterAll
    void close() {
        testSubject.close();
    }
}
