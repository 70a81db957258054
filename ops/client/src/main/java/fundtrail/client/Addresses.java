package fundtrail.client;

import java.net.URI;

/**
 * Where the two sides of a ledger answer.
 *
 * @param command the writing side, such as {@code http://127.0.0.1:8080}
 * @param query   the reading side
 */
public record Addresses(URI command, URI query) {
    public static final Addresses DEFAULT = local(8080, 8081);

    public static Addresses local(int commandPort, int queryPort) {
        return new Addresses(URI.create("http://127.0.0.1:" + commandPort), URI.create("http://127.0.0.1:" + queryPort));
    }
}
