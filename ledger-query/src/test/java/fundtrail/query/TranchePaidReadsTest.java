package fundtrail.query;

import static fundtrail.contract.Role.BO;
import static fundtrail.contract.Role.CA;
import static fundtrail.contract.Role.CK;
import static fundtrail.contract.Role.CL;
import static fundtrail.contract.Role.CS;
import static fundtrail.query.Chenghu.COUNTY;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.contract.Fact;
import fundtrail.contract.fact.DisbursementBatchApproved;
import fundtrail.contract.fact.DisbursementBatchApprovedRows;
import fundtrail.contract.fact.EntryReversed;
import fundtrail.contract.fact.FundSourceRegistered.Level;
import fundtrail.postgres.TestPostgres;
import fundtrail.query.Chenghu.Paying;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A tranche of 700.00 that a batch pays to H1 in two rows, of which the second is paid later, comes back in part, and is reversed. */
@ExtendWith(TestPostgres.class)
@TestInstance(Lifecycle.PER_CLASS)
class TranchePaidReadsTest {
    private static final Paying FIRST = new Paying(1, "PRO", "H1", "H1-main", "400.00");
    private static final Paying SECOND = new Paying(2, "PRO", "H1", "H1-main", "300.00");

    private RunningQuery running;

    @BeforeAll void read(@TempDir Path keys) {
        running = RunningQuery.of(keys, ledger -> {
            ChenghuYear.write(ledger);
            ledger.on("2018-04-02").signedBy(BO, "p-bo", CA, "p-ca").under(Chenghu.DOCUMENT).write(Chenghu.source("PRO", Level.PROVINCIAL));
            ledger.signedBy(CL, "p-cl", CK, "p-ck").under(Chenghu.DOCUMENT).write(Chenghu.notified(COUNTY, "PRO", "700.00"));
            ledger.on("2018-04-03").signedBy(CS, "p-cs").write(Chenghu.transferred(COUNTY, "PRO", "2018-04-03", "TR-1", "700.00"));
            ledger.on("2018-04-04").signedBy(BO, "p-bo", CA, "p-ca").under(Chenghu.DOCUMENT).write(Chenghu.allotted(COUNTY, "PRO", "H1", "700.00"));
            ledger.on("2018-04-05").signedBy(CL, "p-cl", CK, "p-ck", CA, "p-ca").write(naming());
            ledger.on("2018-04-06").signedBy(CS, "p-cs").write(Chenghu.paid(COUNTY, "PRO-1", "H1", FIRST));
            Fact second = Chenghu.paid(COUNTY, "PRO-1", "H1", SECOND);
            long position = ledger.on("2018-04-08").write(second);
            ledger.on("2018-04-10").signedBy(CL, "p-cl", CK, "p-ck", CA, "p-ca").under(Chenghu.DOCUMENT)
                    .write(new EntryReversed(position, "AdvancePaid", Chenghu.payment("PRO-1", SECOND), "误付", second.lines().red()));
        });
    }

    @AfterAll void closed() {
        running.close();
    }

    private static Fact[] naming() {
        Fact[] facts = Chenghu.batch(COUNTY, "PRO-1", FIRST, SECOND);
        DisbursementBatchApprovedRows part = (DisbursementBatchApprovedRows) facts[0];
        DisbursementBatchApproved of = (DisbursementBatchApproved) facts[1];
        return new Fact[] {
            new DisbursementBatchApprovedRows(part.batch(), 1, Chenghu.tranche("PRO"), part.rows(), part.lines()),
            new DisbursementBatchApproved(of.batch(), of.division(), of.bankAccount(), Chenghu.tranche("PRO"), 1, of.rowCount(),
                    of.controlTotal(), of.rowsHash(), null)
        };
    }

    private String on(String day) {
        JsonNode one = running.get("p-au", "/api/transfers/330521.PRO-2018-1?effective=" + day).get("item");
        return String.join(" ", one.get("paidOut").asText(), one.get("retained").asText(), one.get("complete").asText(), one.path("dueOn").asText("–"));
    }

    @Test void it_is_complete_from_the_day_on_which_all_of_it_is_paid_and_no_longer_once_a_payment_is_reversed() {
        assertEquals("0.00 700.00 false 2018-05-03", on("2018-04-05"));
        assertEquals("400.00 300.00 false 2018-05-03", on("2018-04-06"));
        assertEquals("700.00 0.00 true –", on("2018-04-08"));
        assertEquals("400.00 300.00 false 2018-05-03", on("2018-04-10"));
    }

    @Test void its_batch_and_its_payments_name_it() {
        assertEquals("PRO-2018-1", running.get("p-au", "/api/batches/PRO-1").at("/item/tranche").asText());
        assertEquals("PRO-2018-1", running.get("p-au", "/api/payments/PRO-1.1").at("/item/tranche").asText());
    }
}
