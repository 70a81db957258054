package fundtrail.door;

import java.net.InetAddress;

/** A block of addresses in CIDR notation (RFC 4632, 3.1; RFC 4291, 2.3), or a single one. */
record Subnet(InetAddress first, int bits) {

    /** @throws IllegalArgumentException unless it is a literal address, alone or with a prefix length */
    static Subnet of(String text) {
        int slash = text.indexOf('/');
        InetAddress first = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
        int all = first.getAddress().length * Byte.SIZE;
        int bits = slash < 0 ? all : Integer.parseInt(text.substring(slash + 1));
        if (bits < 0 || bits > all) {
            throw new IllegalArgumentException(text);
        }
        return new Subnet(first, bits);
    }

    boolean contains(InetAddress address) {
        byte[] mine = first.getAddress();
        byte[] other = address.getAddress();
        if (mine.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % Byte.SIZE;
            if ((mine[bit / Byte.SIZE] & mask) != (other[bit / Byte.SIZE] & mask)) {
                return false;
            }
        }
        return true;
    }
}
