package fundtrail.query;

import fundtrail.query.follow.FeedAddress;
import fundtrail.query.store.Schema;

/**
 * How the reading side is set up.
 *
 * @param host   the address listened on
 * @param port   0 for any free one
 * @param feed   the writing side's database, by a role that may read {@code ledger.feed},
 *               {@code ledger.signer} and {@code ledger.stored_document}
 * @param store  the reading side's own database; it may be the same server, never the same role
 * @param schema the generation of the store
 */
public record QuerySettings(String host, int port, FeedAddress feed, StoreAddress store, Schema schema) {

    /** Where the reading side keeps its rows, by a role that owns its schema. */
    public record StoreAddress(String jdbcUrl, String user, String password) {
        @Override
        public String toString() {
            return user + " at " + jdbcUrl;
        }
    }
}
