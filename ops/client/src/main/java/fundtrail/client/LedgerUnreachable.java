package fundtrail.client;

import java.net.URI;
import javax.net.ssl.SSLException;

/** Nobody answered, however often it was asked. */
public final class LedgerUnreachable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final URI address;

    LedgerUnreachable(URI address, Exception lost) {
        super(address + " does not answer: " + lost, lost);
        this.address = address;
    }

    public String inWords(Words words) {
        return words.say(getCause() instanceof SSLException ? "tls.untrusted" : "unreachable", address.resolve("/"), String.valueOf(getCause().getMessage()));
    }
}
