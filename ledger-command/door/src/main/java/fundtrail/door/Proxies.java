package fundtrail.door;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/**
 * The reverse proxies in front of a service: whose {@code X-Forwarded-For} is believed. From anybody else the header is
 * a claim, and is not looked at.
 */
public final class Proxies {
    /** Nobody stands in front. */
    public static final Proxies NONE = new Proxies(List.of());

    public static final String HEADER = "X-Forwarded-For";

    private final List<Subnet> trusted;

    private Proxies(List<Subnet> trusted) {
        this.trusted = List.copyOf(trusted);
    }

    /**
     * @param list addresses or blocks in CIDR notation, with commas between
     * @throws IllegalArgumentException when one of them is neither
     */
    public static Proxies of(String list) {
        List<Subnet> trusted = new ArrayList<>();
        for (String one : list.split(",")) {
            if (!one.isBlank()) {
                trusted.add(Subnet.of(one.strip()));
            }
        }
        return new Proxies(trusted);
    }

    public boolean isEmpty() {
        return trusted.isEmpty();
    }

    /**
     * Who is behind a request: the last address on the way in that is no proxy of ours.
     *
     * @param peer      whoever holds the connection, as a literal address
     * @param forwarded the values of {@link #HEADER}, in the order in which they came
     */
    public Client client(String peer, List<String> forwarded) {
        InetAddress client = literal(peer);
        List<String> way = forwarded.stream().flatMap(line -> List.of(line.split(",")).stream()).toList();
        for (int hop = way.size() - 1; hop >= 0 && isTrusted(client); hop--) {
            try {
                client = literal(way.get(hop).strip());
            } catch (IllegalArgumentException noAddress) {
                // Our own proxies write addresses; whatever stands further left is somebody's claim.
                break;
            }
        }
        return new Client(client);
    }

    private boolean isTrusted(InetAddress address) {
        return trusted.stream().anyMatch(subnet -> subnet.contains(address));
    }

    /** Servers write an IPv6 peer with brackets or a scope at times; names are never looked up. */
    private static InetAddress literal(String text) {
        String bare = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        int scope = bare.indexOf('%');
        return InetAddress.ofLiteral(scope < 0 ? bare : bare.substring(0, scope));
    }
}
