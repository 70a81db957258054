package fundtrail.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.contract.Role;
import fundtrail.contract.fact.AppealReopened;
import fundtrail.contract.fact.CaseClosed;
import fundtrail.contract.id.CaseId;
import fundtrail.postgres.TestPostgres;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A closed case is read as open from the day on which something of its claw-back is open again. */
@ExtendWith(TestPostgres.class)
class CaseOpenAgainTest {
    private static void write(WrittenLedger ledger) {
        TwoCounties.write(ledger);
        ledger.on("2018-06-05").signedBy(Role.IN, "p-in").write(new CaseClosed(new CaseId("case-1"), Chenghu.COUNTY, FraudCase.H1, "已了结"));
        ledger.on("2018-06-07").signedBy(Role.LO, "p-lo").write(new AppealReopened(FraudCase.CB1, Chenghu.COUNTY, FraudCase.H1, false, "法院判决"));
    }

    @Test void an_appeal_heard_again_opens_its_closed_case_again(@TempDir Path keys) {
        RunningQuery running = RunningQuery.of(keys, CaseOpenAgainTest::write);
        try {
            JsonNode closed = running.get("p-in", "/api/cases/case-1?effective=2018-06-06").get("item");
            assertEquals("CLOSED 已了结 2018-06-05", closed.get("state").textValue() + " " + closed.get("conclusion").textValue() + " "
                    + closed.get("closedOn").textValue());
            JsonNode again = running.get("p-in", "/api/cases/case-1?effective=2018-06-07").get("item");
            assertEquals("OPEN", again.get("state").textValue());
            assertTrue(again.path("conclusion").isMissingNode() && again.path("closedOn").isMissingNode());
        } finally {
            running.close();
        }
    }
}
