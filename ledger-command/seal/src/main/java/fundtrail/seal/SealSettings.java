package fundtrail.seal;

import fundtrail.proofs.KeyType;
import fundtrail.proofs.VerifierKey;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How a ledger is sealed.
 *
 * @param keys      the folder of the log's keys ({@link KeyFolder})
 * @param every     how long after one checkpoint the next is made, at least, where facts go on coming
 * @param witnesses to whom checkpoints are offered
 */
public record SealSettings(Path keys, Duration every, List<Witness> witnesses) {
    /** Five checkpoints a second: a fact is covered well within one. */
    public static final Duration USUAL = Duration.ofMillis(200);

    /**
     * A witness: its key, and the address its {@code add-checkpoint} is under.
     */
    public record Witness(VerifierKey key, URI prefix) {
        URI addCheckpoint() {
            String base = prefix.toString();
            return URI.create(base.endsWith("/") ? base + "add-checkpoint" : base + "/add-checkpoint");
        }
    }

    public SealSettings {
        witnesses = List.copyOf(witnesses);
    }

    /**
     * Reads {@code <verifier key> <URL>}, with commas between witnesses.
     *
     * @throws IllegalArgumentException when it cannot be read; says why
     */
    static List<Witness> witnesses(String text) {
        List<Witness> witnesses = new ArrayList<>();
        for (String one : text.split(",")) {
            if (!one.isBlank()) {
                String[] parts = one.strip().split("\\s+");
                if (parts.length != 2) {
                    throw new IllegalArgumentException("\"" + one.strip() + "\" is no witness: its verifier key, a space, its address");
                }
                witnesses.add(witness(VerifierKey.of(parts[0]), URI.create(parts[1])));
            }
        }
        return witnesses;
    }

    private static Witness witness(VerifierKey key, URI address) {
        if (key.type() != KeyType.COSIGNATURE) {
            throw new IllegalArgumentException("The key " + key + " is a log's, not a witness's: a witness prints its own when it starts.");
        }
        if (!"https".equals(address.getScheme()) && !"http".equals(address.getScheme()) || address.getHost() == null) {
            throw new IllegalArgumentException(
                    "The witness " + key.name() + " is at \"" + address + "\", which is no address such as https://witness.audit.example");
        }
        return new Witness(key, address);
    }
}
