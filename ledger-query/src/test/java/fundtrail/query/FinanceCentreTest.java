package fundtrail.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.contract.Role;
import fundtrail.contract.fact.MembershipChanged;
import fundtrail.contract.id.CommunityId;
import fundtrail.contract.id.InstitutionId;
import fundtrail.postgres.TestPostgres;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A finance centre sees who is in its community now. What it sees of each by which route stands in {@link AccessMatrix}. */
@ExtendWith(TestPostgres.class)
class FinanceCentreTest {
    private static final String FACTS_OF_H1 = "/api/facts?institution=H1&type=AdvancePaid";

    @Test void who_leaves_the_community_is_seen_no_more_and_who_joins_is_seen_with_all_that_was(@TempDir Path keys) {
        try (RunningQuery running = RunningQuery.of(keys, TwoCounties::write)) {
            assertEquals(List.of("H1", "H2"), institutions(running));
            assertEquals(List.of("H2", "H1"), opens(running));
            int before = running.get("p-fc", FACTS_OF_H1).get("items").size();
            change(running, List.of(), List.of("H1"), "2018-04-01");
            assertEquals(List.of("H2"), institutions(running));
            assertEquals(List.of("H2"), opens(running));
            assertEquals(404, running.ask("p-fc", "/api/allotments/CEN-H1?known=60").statusCode());
            change(running, List.of("H1"), List.of(), "2018-05-01");
            assertEquals(List.of("H1", "H2"), institutions(running));
            assertEquals(before, running.get("p-fc", FACTS_OF_H1).get("items").size());
        }
    }

    @Test void who_joins_later_sees_the_community_too(@TempDir Path keys) {
        try (RunningQuery running = RunningQuery.of(keys, ledger -> {
            TwoCounties.write(ledger);
            ledger.signedBy(Role.AD, "p-admin", Role.CA, "p-ca");
            ledger.write(Chenghu.institution("H3", "123305214711000596", "白露镇卫生院（虚构）", Chenghu.COUNTY));
            ChenghuYear.person(ledger, "p-ia3", Role.IA, Chenghu.COUNTY, "H3");
        })) {
            assertEquals(404, running.ask("p-ia3", "/api/medical-communities/MC1").statusCode());
            change(running, List.of("H3"), List.of(), "2018-04-01");
            JsonNode community = running.get("p-ia3", "/api/medical-communities/MC1?effective=2018-04-01").get("item");
            assertEquals(List.of("H1", "H2", "H3"), StreamSupport.stream(community.get("members").spliterator(), false).map(JsonNode::textValue).toList());
            assertEquals(List.of("H1", "H2", "H3"), institutions(running));
        }
    }

    private static void change(RunningQuery running, List<String> joins, List<String> leaves, String from) {
        running.ledger().signedBy(Role.CL, "p-cl", Role.CK, "p-ck").write(new MembershipChanged(new CommunityId("MC1"),
                joins.stream().map(InstitutionId::new).toList(), leaves.stream().map(InstitutionId::new).toList(), null, LocalDate.parse(from)));
        running.awaitHead();
    }

    private static List<String> institutions(RunningQuery running) {
        return running.get("p-fc", "/api/institutions").get("items").findValuesAsText("institution");
    }

    private static List<String> opens(RunningQuery running) {
        return StreamSupport.stream(running.get("p-fc", "/api/me").get("opens").spliterator(), false)
                .filter(one -> one.get("thing").textValue().equals("MONEY")).map(one -> one.get("institution").textValue()).toList();
    }
}
