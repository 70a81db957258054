package fundtrail.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.door.kit.Logged;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccessLineTest {
    private static AccessLine line(String method, String path) {
        return new AccessLine("c-1", "p-7", "192.0.2.7", method, path, "HTTP/1.1", 201, 412, Duration.ofMillis(13));
    }

    @Test
    void a_request_is_one_line() {
        try (Logged access = Logged.under("access")) {
            line("POST", "/commands/allot-budget").log();
            assertEquals(List.of("id=c-1 person=p-7 client=192.0.2.7 method=POST path=/commands/allot-budget"
                    + " protocol=HTTP/1.1 status=201 bytes=412 ms=13"), access.lines());
        }
    }

    @Test
    void what_is_not_known_is_a_dash() {
        assertEquals("id=- person=- client=- method=- path=- protocol=- status=400 bytes=0 ms=0",
                new AccessLine(null, null, null, null, "", null, 400, -1, Duration.ZERO).toString());
    }

    @Test
    void a_query_string_stays_out() {
        assertFalse(line("GET", "/imports?token=secret").toString().contains("secret"));
    }

    @Test
    void nobody_forges_a_line_or_a_field() {
        String forged = line("GE\r\nT", "/x\r\nid=c-2 person=p-1\u2028\u0085\u001b[2J\u007f 周").toString();
        assertTrue(forged.chars().allMatch(c -> c >= ' ' && c < 0x7f), forged);
        assertEquals(9, forged.split(" ").length, forged);
    }

    @Test
    void a_long_address_is_cut() {
        assertTrue(line("GET", "/" + "周".repeat(5_000)).toString().length() < 700);
    }
}
