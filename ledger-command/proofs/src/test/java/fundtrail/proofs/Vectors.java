package fundtrail.proofs;

import java.nio.charset.StandardCharsets;

/** A log with a known key and known entries, whose roots and signatures were computed by other people's software. */
public final class Vectors {
    public static final String ORIGIN = "ledger.health-fund.example/log";
    public static final String VERIFIER = "ledger.health-fund.example/log+905ee401+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4";
    /** The checkpoint of its first five entries. */
    public static final String CHECKPOINT = """
            ledger.health-fund.example/log
            5
            z4Nu9Vk9r3oUYk8t9xdPGIIhdI6vy7cV9kX+KmWd3Fw=

            — ledger.health-fund.example/log kF7kAe50Kwpdg4KROGdNkhyzzIHs5Quo3NlM3gAQ2lcAgp62wCIENHaKsufjry7K9JuoQcJlMP7Y9wFAAXTh2H90Xgg=
            """;

    private Vectors() {}

    /** Its key: the seed is the bytes 0 to 31. */
    public static SigningKey key() {
        byte[] seed = new byte[32];
        for (int i = 0; i < seed.length; i++) {
            seed[i] = (byte) i;
        }
        return SigningKey.ofSeed(ORIGIN, KeyType.ED25519, seed);
    }

    public static byte[] entry(int i) {
        return "{\"seq\":%d,\"amount\":\"%d.00\"}".formatted(i, 100 + i).getBytes(StandardCharsets.UTF_8);
    }

    public static PlainTree tree(int size) {
        PlainTree tree = new PlainTree();
        for (int i = 0; i < size; i++) {
            tree.add(entry(i));
        }
        return tree;
    }
}
