package fundtrail.load.bench;

import fundtrail.client.Addresses;
import fundtrail.client.LedgerApi;
import fundtrail.client.Words;
import fundtrail.contract.id.PaymentId;
import fundtrail.load.bureau.Bureau;
import fundtrail.load.site.Service;
import fundtrail.load.site.Site;
import java.sql.SQLException;

/** What is measured on: a ledger made ready once through its public API, and copies of it for those who want their own. */
final class Bed {
    static final int CASHIERS = 32;
    static final int ALLOTMENTS = 1_000;
    /** One payment on each allotment. */
    static final String BATCH = "B";
    private static final long YUAN = 90_000;

    private final Site site;
    private final Measure measure;
    private RawCommits raw;
    private Service node;

    Bed(Site site, Measure measure) {
        this.site = site;
        this.measure = measure;
    }

    Site site() {
        return site;
    }

    Measure measure() {
        return measure;
    }

    /** The yardstick, with rows of as many bytes as a return of a payment has. */
    RawCommits raw() throws SQLException {
        if (raw == null) {
            String database = copy("sized");
            int bytes;
            try (InOneJvm ledger = new InOneJvm(site, database)) {
                ledger.fill(1, payment(0));
                bytes = ledger.entryBytes();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            measure.told().println("  a posting has " + bytes + " bytes");
            raw = new RawCommits(site, bytes);
        }
        return raw;
    }

    static PaymentId payment(int number) {
        return new PaymentId(Bureau.payment(BATCH, number));
    }

    /** A database with the ledger as it was made ready, for one who wants it alone. */
    String copy(String name) throws SQLException {
        made();
        site.execute("postgres", "create database " + name + " template ledger");
        return name;
    }

    /** A running node of the writing side on such a copy. */
    Service node(String database) {
        return site.commandNode("on-" + database, database, Site.LASTING).start().await();
    }

    Bureau bureau(Service on) {
        return new Bureau(new LedgerApi(Addresses.local(on.port(), on.port()), Words.in("en")), site.issuer());
    }

    private void made() {
        if (node != null) {
            return;
        }
        node = site.commandNode("first").start().await();
        try (Bureau bureau = bureau(node)) {
            bureau.open(CASHIERS, ALLOTMENTS, 2 * YUAN);
            bureau.approve(BATCH, ALLOTMENTS, ALLOTMENTS, YUAN);
            bureau.pay(BATCH);
        }
        node.close();
    }
}
