package fundtrail.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTest {
    private final Proxies proxies = Proxies.of("10.0.0.2, 10.1.0.0/22,2001:db8::/32");

    private String client(String peer, String... forwarded) {
        return proxies.client(peer, List.of(forwarded)).toString();
    }

    @Test
    void a_proxy_is_believed_and_nobody_else() {
        assertEquals("192.0.2.7", client("10.0.0.2", "192.0.2.7"));
        assertEquals("10.0.0.3", client("10.0.0.3", "192.0.2.7"));
        assertEquals("10.0.0.2", Proxies.NONE.client("10.0.0.2", List.of("192.0.2.7")).toString());
    }

    @Test
    void what_a_caller_wrote_itself_is_not_believed() {
        assertEquals("192.0.2.7", client("10.0.0.2", "198.51.100.1, 192.0.2.7"));
        assertEquals("192.0.2.7", client("10.0.0.2", "198.51.100.1", "192.0.2.7"));
    }

    @Test
    void several_proxies_in_a_row_are_passed_by() {
        assertEquals("192.0.2.7", client("10.0.0.2", "198.51.100.1, 192.0.2.7, 10.1.3.255"));
        assertEquals("10.1.4.0", client("10.0.0.2", "192.0.2.7, 10.1.4.0"));
        assertEquals("192.0.2.7", client("2001:db8:1::1", "192.0.2.7"));
    }

    @Test
    void without_the_header_or_with_rubbish_in_it_the_last_proxy_stands() {
        assertEquals("10.0.0.2", client("10.0.0.2"));
        assertEquals("10.0.0.2", client("10.0.0.2", "example.org"));
        assertEquals("10.1.0.1", client("10.0.0.2", "unknown, 10.1.0.1"));
    }

    @Test
    void an_address_is_one_however_it_is_written() {
        assertEquals(new Client(java.net.InetAddress.ofLiteral("192.0.2.7")), proxies.client("::ffff:192.0.2.7", List.of()));
        assertEquals("2001:db9:0:0:0:0:0:1", client("[2001:db9::1]"));
        assertEquals("fe80:0:0:0:0:0:0:1", client("fe80::1%eth0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "2001:db8::/129"})
    void what_is_no_address_is_refused(String wrong) {
        assertThrows(IllegalArgumentException.class, () -> Proxies.of(wrong));
    }
}
