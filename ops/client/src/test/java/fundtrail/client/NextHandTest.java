package fundtrail.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.client.Home.Known;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NextHandTest {
    private static final String JSON = "application/json";
    private static final String MATRIX = """
            {"item":{"rows":[{"command":"AllotBudget","hands":[[{"role":"BO"}],
              [{"role":"CK","upTo":"5000.00"},{"role":"CA","upTo":"90000.00"}]]}]}}""";

    private final ScriptedServer server = new ScriptedServer();
    private final Words english = Words.in("en");
    private final LedgerApi api =
            new LedgerApi(server.addresses(), english, new Patience(1, Duration.ofSeconds(1), pause -> { }));

    @TempDir
    private Path folder;

    private Home home;

    @BeforeEach
    void people() {
        home = Home.at(folder);
        home.know(List.of(
                new Known("p-he", "何欣", "预算管理员", "he.xin", List.of("BO", "CA")),
                new Known("p-wu", "吴建国", "科长", "wu.jianguo", List.of("CK")),
                new Known("p-shen", "沈若兰", "总会计师", "shen.ruolan", List.of("CA"))));
    }

    @AfterEach
    void close() {
        api.close();
        server.close();
    }

    private String next(String amount, String stead) {
        server.then(200, JSON, """
                {"item":{"proposal":"p-1","command":"AllotBudget","state":"SUBMITTED"%s,
                  "signed":[{"step":"MAKER","role":"BO","person":"p-he"%s,"position":7}]}}""".formatted(amount, stead));
        server.then(200, JSON, MATRIX);
        return new NextHand(api, home, english).sentence("p-1", Map.of(), "the-token");
    }

    @Test
    void within_every_limit_all_who_may_sign_are_named_with_their_limits() {
        String all = "Next: to be approved by checker (CK) up to 5,000.00 yuan / chief accountant (CA) up to 90,000.00 yuan: "
                + "吴建国 (ops/sign p-1 --as wu.jianguo), 沈若兰 (ops/sign p-1 --as shen.ruolan)";
        assertEquals(all, next(",\"amount\":\"5000.00\"", ""));
        assertEquals(all, next("", ""), "no amount is within every limit");
    }

    @Test
    void whose_limit_the_amount_exceeds_is_not_named() {
        assertEquals("Next: to be approved by chief accountant (CA) up to 90,000.00 yuan: 沈若兰 (ops/sign p-1 --as shen.ruolan)",
                next(",\"amount\":\"5000.01\"", ""));
    }

    @Test
    void beyond_every_limit_it_is_said_that_nobody_may_sign() {
        String nobody = next(",\"amount\":\"90000.01\"", "");
        assertTrue(nobody.contains("Nobody may give this signature: allotting a budget of 90,000.01 yuan"), nobody);
    }

    @Test
    void whoever_lent_an_earlier_hand_is_not_asked_for_another() {
        assertEquals("Next: to be approved by chief accountant (CA) up to 90,000.00 yuan",
                next(",\"amount\":\"6000.00\"", ",\"onBehalfOf\":\"p-shen\""));
    }
}
