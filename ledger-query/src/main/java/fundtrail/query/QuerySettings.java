package fundtrail.query;

import fundtrail.contract.MayBeAbsent;
import fundtrail.door.DoorSettings;
import fundtrail.door.Rate;
import fundtrail.query.alert.RedFlags;
import fundtrail.query.follow.FeedAddress;
import fundtrail.query.extract.WriterAddress;
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
 * @param door   TLS, proxies and limits
 * @param redFlags the catalogue of red flags; another one than the store was filled with has it filled again
 * @param writer where the writing side is asked to put a reading on record; null where it cannot be, and no file is handed out
 */
public record QuerySettings(String host, int port, FeedAddress feed, StoreAddress store, Schema schema, DoorSettings door, RedFlags redFlags,
        @MayBeAbsent WriterAddress writer) {
    /** What the names of the door's settings begin with. */
    public static final String DOOR = "FUNDTRAIL_QUERY_";
    /** How often one person may read, where nothing else is set: a busy page asks some dozens of times. */
    public static final Rate READS = new Rate(1_000, 100);

    /** With a door for this machine alone. */
    public QuerySettings(String host, int port, FeedAddress feed, StoreAddress store, Schema schema, WriterAddress writer) {
        this(host, port, feed, store, schema, DoorSettings.local(DOOR, READS), RedFlags.shipped(), writer);
    }

    /** With the red flags the program comes with. */
    public QuerySettings(
            String host, int port, FeedAddress feed, StoreAddress store, Schema schema, DoorSettings door, WriterAddress writer) {
        this(host, port, feed, store, schema, door, RedFlags.shipped(), writer);
    }

    /** Where the reading side keeps its rows, by a role that owns its schema. */
    public record StoreAddress(String jdbcUrl, String user, String password) {
        @Override
        public String toString() {
            return user + " at " + jdbcUrl;
        }
    }
}
