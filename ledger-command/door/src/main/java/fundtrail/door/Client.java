package fundtrail.door;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Where a request comes from, as far as is known. */
public record Client(InetAddress address) {
    private static final int NETWORK_BYTES = 8;

    /**
     * What is counted as one: an IPv4 address, or the /64 an IPv6 address lies in, since whoever has one address of a
     * /64 has all of them (RFC 6177, RFC 8273).
     */
    public String network() {
        if (!(address instanceof Inet6Address)) {
            return address.getHostAddress();
        }
        byte[] bytes = address.getAddress();
        Arrays.fill(bytes, NETWORK_BYTES, bytes.length, (byte) 0);
        try {
            return InetAddress.getByAddress(bytes).getHostAddress() + "/64";
        } catch (UnknownHostException e) {
            throw new IllegalStateException("sixteen bytes are an address", e);
        }
    }

    @Override
    public String toString() {
        return address.getHostAddress();
    }
}
