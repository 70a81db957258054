package fundtrail.eventstore;

/** The two kinds of store, which behave the same to whoever stands on the lane. */
enum Stores {
    POSTGRES {
        @Override
        Place make() {
            var ledger = new TestLedger();
            return new Place(ledger.store("test"), ledger);
        }
    },
    MEMORY {
        @Override
        Place make() {
            return new Place(new InMemoryGroupStore(), () -> {});
        }
    };

    interface Closing extends AutoCloseable {
        @Override
        void close();
    }

    record Place(GroupStore store, Closing what) implements Closing {
        @Override
        public void close() {
            what.close();
        }
    }

    abstract Place make();
}
