package fundtrail.query;

import static fundtrail.query.Chenghu.COUNTY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.contract.Role;
import fundtrail.postgres.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What was told is read by every inspector of the division; who told, by the inspector who keeps it. */
@ExtendWith(TestPostgres.class)
@TestInstance(Lifecycle.PER_CLASS)
class TipOffsTest {
    private RunningQuery running;

    @BeforeAll void read(@TempDir Path keys) {
        running = RunningQuery.of(keys, ledger -> {
            TwoCounties.write(ledger);
            ledger.signedBy(Role.AD, "p-admin", Role.CA, "p-ca");
            ChenghuYear.person(ledger, "p-in2", Role.IN, COUNTY, null);
        });
    }

    @AfterAll void closed() {
        running.close();
    }

    @Test void a_colleague_reads_the_tip_off_and_nowhere_who_told() {
        assertEquals(List.of("TIP-1", "TIP-2"), tipOffs("p-in2", ""));
        JsonNode one = running.get("p-in2", "/api/tip-offs/TIP-1").get("item");
        assertEquals("体检未做而上报 LETTER 2018-03-20 H1 case-1", String.join(" ", one.get("subject").textValue(), one.get("channel").textValue(),
                one.get("receivedOn").textValue(), one.get("institution").textValue(), one.get("caseId").textValue()));
        for (String address : List.of("/api/tip-offs", "/api/tip-offs/TIP-1", "/api/facts?tipOff=TIP-1", "/api/facts?person=p-told",
                "/api/cases/case-1", "/api/cases/case-1/timeline")) {
            assertFalse(new String(running.ask("p-in2", address).body(), StandardCharsets.UTF_8).contains("p-told"), address);
        }
        assertEquals(List.of("TipOffRecorded", "CaseOpened"), types("p-in2"));
        assertEquals(List.of("TipOffRecorded", "InformantRecorded", "CaseOpened"), types("p-in"));
    }

    private List<String> types(String person) {
        return running.get(person, "/api/facts?tipOff=TIP-1").get("items").findValuesAsText("type");
    }

    @Test void what_no_case_took_up_is_found() {
        assertEquals(List.of("TIP-2"), tipOffs("p-in", "?takenUp=false"));
        assertEquals(List.of("TIP-1"), tipOffs("p-in", "?takenUp=true"));
        assertEquals(List.of("TIP-1"), tipOffs("p-in", "?institution=H1"));
        assertEquals(List.of(), tipOffs("p-in", "?division=330522"));
    }

    @Test void both_clocks_cut_a_tip_off() {
        assertEquals(List.of(), tipOffs("p-in", "?effective=2018-03-22"));
        long recorded = running.get("p-in", "/api/facts?tipOff=TIP-1&type=TipOffRecorded").at("/items/0/position").longValue();
        assertEquals(List.of(), tipOffs("p-in", "?known=" + (recorded - 1)));
        assertTrue(running.get("p-in", "/api/tip-offs/TIP-1?known=" + recorded).at("/item/caseId").isMissingNode(), "no case was opened yet");
    }

    private List<String> tipOffs(String person, String asked) {
        return running.get(person, "/api/tip-offs" + asked).get("items").findValuesAsText("tipOff");
    }
}
