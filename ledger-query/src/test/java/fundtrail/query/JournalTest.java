package fundtrail.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.contract.Digest;
import fundtrail.contract.Money;
import fundtrail.contract.Role;
import fundtrail.contract.fact.RoleGranted;
import fundtrail.contract.id.PersonRef;
import fundtrail.postgres.TestPostgres;
import fundtrail.query.WriterAtHand.Asked;
import fundtrail.query.http.Served;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Journals, added up by hand; that other people's programs accept them is tested with whole packs. */
@ExtendWith(TestPostgres.class)
@TestInstance(Lifecycle.PER_CLASS)
class JournalTest {
    private static final Pattern POSTING = Pattern.compile("(?m)^    ([A-Z][A-Za-z0-9:-]+)  (-?[0-9]+\\.[0-9]{2}) CNY$");
    private static final Pattern ASSERTED = Pattern.compile("(?m)^    ([A-Z][A-Za-z0-9:-]+)  0 CNY = (-?[0-9]+\\.[0-9]{2}) CNY$");
    private static final Pattern TRANSACTION = Pattern.compile("(?m)^    ; position: [0-9]+$");

    private RunningQuery running;

    @BeforeAll void read(@TempDir Path keys) {
        running = RunningQuery.of(keys, TwoCounties::write);
    }

    @BeforeEach void at_hand() {
        running.writer().answers(_ -> WriterAtHand.RECORDED);
        running.writer().asked().clear();
    }

    @AfterAll void closed() {
        running.close();
    }

    @Test void what_a_journal_posts_is_what_it_asserts_and_what_the_balances_say() {
        String journal = text(ask("p-au", "/api/journal"));
        assertEquals(sums(POSTING, journal), sums(ASSERTED, journal));
        assertEquals(balances("p-au", ""), bySourceAndAccount(sums(POSTING, journal)));
    }

    @Test void at_both_clocks_and_for_one_source_likewise() {
        for (String moment : new String[] {"known=75", "effective=2018-02-28", "effective=2018-03-02&known=70", "fundSource=CTY"}) {
            String journal = text(ask("p-cl", "/api/journal?" + moment));
            assertFalse(sums(POSTING, journal).isEmpty(), moment);
            assertEquals(balances("p-cl", moment), bySourceAndAccount(sums(POSTING, journal)), moment);
        }
    }

    @Test void of_an_institution_there_are_whole_facts_that_balance() {
        String journal = text(ask("p-ck", "/api/journal?institution=H2"));
        var posted = sums(POSTING, journal);
        assertEquals(Money.ZERO, Money.sum(posted.values()));
        assertEquals(Money.yuan("6000.00"), posted.get("Assets:Advances:CEN:2018:330521:H2"), "10,000.00 paid, 4,000.00 came back");
        assertFalse(journal.contains("330522"), "nothing of the neighbour's");
    }

    @Test void a_period_begins_with_what_was_there_before() {
        String journal = text(ask("p-ca", "/api/journal?from=2018-03-01&to=2018-03-31"));
        assertTrue(journal.contains("2018-03-01 * opening balances 期初余额"), journal);
        assertEquals(sums(POSTING, journal), sums(ASSERTED, journal));
        assertEquals(balances("p-ca", "effective=2018-03-31"), bySourceAndAccount(sums(POSTING, journal)));
    }

    @Test void some_positions_are_those_facts_and_no_others() {
        String position = running.get("p-au", "/api/facts?type=FundReceived").get("items").get(0).get("position").asText();
        String journal = text(ask("p-au", "/api/journal?positions=0-3," + position));
        assertTrue(journal.contains("    ; position: " + position + "\n"), journal);
        assertEquals(1, TRANSACTION.matcher(journal).results().count());
    }

    @Test void dated_as_recorded_a_back_dated_fact_stands_where_it_was_learned() {
        String counts = text(ask("p-au", "/api/journal?institution=H2"));
        String recorded = text(ask("p-au", "/api/journal?institution=H2&dated=RECORDED"));
        assertTrue(counts.contains("2018-02-28 * PaymentReturned"), counts);
        assertTrue(recorded.contains("2018-03-02 * PaymentReturned"), recorded);
        assertEquals(sums(POSTING, counts), sums(POSTING, recorded));
    }

    @Test void it_says_what_it_is_of_and_names_what_it_rests_on_but_nobody() {
        String journal = text(ask("p-au", "/api/journal?known=60"));
        assertTrue(journal.startsWith("; Fundtrail: chenghu"), journal);
        assertTrue(journal.lines().findFirst().orElseThrow().contains("REHEARSAL"), journal);
        assertTrue(journal.contains("BudgetApproved 预算批复 澄财预〔2018〕1号"), journal);
        assertTrue(journal.contains("    ; maker: p-"), journal);
        assertTrue(journal.contains("note 预拨应清算／资金CEN／青溪镇"), journal);
        assertFalse(journal.contains("姓名"), "no name of a person leaves the ledger");
    }

    @Test void beancount_gets_five_kinds_of_account_and_exact_balances() {
        String journal = text(ask("p-au", "/api/journal?format=beancount"));
        assertTrue(journal.contains(" open Equity:Budget:Authority:CEN:2018:330521:Own CNY"), journal);
        assertTrue(journal.contains(" ~ 0.00 CNY\n"), journal);
        assertEquals(text(ask("p-au", "/api/journal?format=ledger")).replaceAll("(?m)^; .*\n", ""),
                text(ask("p-au", "/api/journal")).replaceAll("(?m)^; .*\n", ""), "hledger and Ledger read the same");
    }

    @Test void it_is_on_record_before_it_is_handed_out() {
        var response = ask("p-au", "/api/journal?known=60&institution=H1&after=3");
        assertEquals("900", response.headers().firstValue("Fundtrail-On-Record").orElseThrow());
        assertEquals(1, running.writer().asked().size());
        Asked asked = running.writer().asked().getFirst();
        assertEquals("/commands/issue-audit-extract", asked.path());
        assertEquals(response.request().headers().firstValue("Authorization").orElseThrow(), asked.authorization());
        JsonNode wish = asked.body();
        assertEquals("JOURNAL 330521 H1", wish.get("kind").asText() + " " + wish.get("division").asText() + " " + wish.get("institution").asText());
        assertEquals(Digest.sha256(response.body()), wish.at("/file/sha256").asText());
        assertEquals(60, wish.at("/file/knownPosition").asLong());
        assertEquals(TRANSACTION.matcher(text(response)).results().count(), wish.at("/file/facts").asLong());
        var again = ask("p-au", wish.get("query").asText());
        assertEquals(text(response), text(again), "its address on record makes it again");
        assertNotEquals(asked.key(), running.writer().asked().getLast().key(), "each time is a fact of its own");
    }

    @Test void nothing_is_handed_out_that_could_not_be_put_on_record() {
        running.writer().answers(403, "{\"code\":\"ROLE_MISSING\",\"detail\":\"why\"}");
        var refused = running.ask("p-su", "/api/journal");
        assertEquals(403, refused.statusCode());
        assertEquals("NOT_ON_RECORD", Served.json(refused).get("code").asText());
        assertTrue(Served.json(refused).get("detail").asText().contains("ROLE_MISSING"));
        running.writer().answers(503, "{}");
        var away = running.ask("p-su", "/api/journal");
        assertEquals(503, away.statusCode());
        assertEquals("WRITER_AWAY", Served.json(away).get("code").asText());
        assertTrue(away.headers().firstValue("Retry-After").isPresent());
    }

    @Test void a_case_nobody_opened_is_unknown_and_nothing_is_put_on_record() {
        assertEquals(404, running.ask("p-au", "/api/journal?case=CASE-9").statusCode());
        assertEquals(0, running.writer().asked().size());
    }

    @Test void a_division_that_is_not_the_readers_is_unknown_and_never_an_empty_journal() {
        for (String division : List.of("330522", "999999", "330521&case=CASE-9")) {
            assertEquals(404, running.ask("p-au", "/api/journal?division=" + division).statusCode(), division);
        }
        running.ledger().signedBy(Role.AD, "p-admin", Role.CA, "p-ca").write(new RoleGranted(new PersonRef("p-cs"), Role.CS, Chenghu.NEIGHBOUR, null));
        running.awaitHead();
        assertEquals(200, running.ask("p-cs", "/api/journal?division=330522").statusCode());
        assertEquals(List.of("330522"), running.writer().asked().stream().map(one -> one.body().get("division").textValue()).toList());
    }

    @Test void positions_are_on_record_as_ranges_and_a_question_too_long_for_the_record_is_told_so() {
        String every = IntStream.range(0, 400).mapToObj(Integer::toString).collect(Collectors.joining(","));
        ask("p-au", "/api/journal?known=60&effective=2018-12-31&positions=" + every + ",500");
        assertEquals("/api/journal?effective=2018-12-31&known=60&positions=0-399,500", running.writer().asked().getFirst().body().get("query").asText());
        String second = IntStream.range(0, 700).mapToObj(each -> Integer.toString(2 * each)).collect(Collectors.joining(","));
        var refused = running.ask("p-au", "/api/journal?positions=" + second);
        assertEquals("400 QUESTION_TOO_LONG", refused.statusCode() + " " + Served.json(refused).get("code").asText());
        assertEquals(1, running.writer().asked().size());
    }

    @Test void of_a_case_only_its_own_division_is_put_on_record() {
        running.ledger().signedBy(Role.AD, "p-admin", Role.CA, "p-ca").write(new RoleGranted(new PersonRef("p-in"), Role.IN, Chenghu.NEIGHBOUR, null));
        running.awaitHead();
        assertEquals(200, running.ask("p-in", "/api/journal?case=case-1").statusCode());
        assertEquals(List.of("330521"), running.writer().asked().stream().map(one -> one.body().get("division").textValue()).toList());
    }

    private HttpResponse<byte[]> ask(String person, String address) {
        var response = running.ask(person, address);
        assertEquals(200, response.statusCode(), () -> address + ": " + text(response));
        return response;
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private static Map<String, Money> sums(Pattern pattern, String journal) {
        Map<String, Money> sums = new TreeMap<>();
        pattern.matcher(journal).results().forEach(line -> sums.merge(line.group(1), Money.yuan(line.group(2)), Money::plus));
        return sums;
    }

    /** Without accounts of 0.00. */
    private static Map<String, Money> bySourceAndAccount(Map<String, Money> accounts) {
        Map<String, Money> sums = new TreeMap<>();
        accounts.forEach((account, money) -> {
            String[] parts = account.split(":");
            sums.merge(parts[2] + " " + parts[3] + " " + parts[1].toUpperCase(java.util.Locale.ROOT), money, Money::plus);
        });
        sums.values().removeIf(Money::isZero);
        return sums;
    }

    private Map<String, Money> balances(String person, String moment) {
        Map<String, Money> sums = new TreeMap<>();
        running.get(person, "/api/balances?limit=1000&" + moment).get("items").forEach(item -> sums.merge(
                item.get("fundSource").asText() + " " + item.get("budgetYear").asText() + " " + item.get("account").asText().replace("_", ""),
                Money.yuan(item.get("balance").asText()), Money::plus));
        sums.values().removeIf(Money::isZero);
        return sums;
    }
}
