package fundtrail.eventstore;

import org.axonframework.eventsourcing.eventstore.StorageEngineTestSuite;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.junit.jupiter.api.AfterAll;

/** Axon's own suite for storage engines, on PostgreSQL. */
class JdbcStorageEngineSuiteTest extends StorageEngineTestSuite<LaneEngine> {

    private final TestLedger ledger = new TestLedger();

    @Override
    protected LaneEngine buildStorageEngine() {
        return LaneEngine.open(ledger.store("suite"), new TextCodec(), new FoldedTexts(), LaneSettings.defaults());
    }

    @Override
    protected ProcessingContext processingContext() {
        return null;
    }

    @AfterAll
    void close() {
        testSubject.close();
        ledger.close();
    }
}
