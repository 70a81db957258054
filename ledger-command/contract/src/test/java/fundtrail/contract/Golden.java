package fundtrail.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import fundtrail.contract.FactTypes.FactType;
import java.util.Map;
import java.util.TreeMap;

/** The golden facts: one stored entry for each fact and version, as it stands in a log. Read by both sides' tests. */
public final class Golden {
    private Golden() {}

    /** The golden entry's exact bytes. */
    public static byte[] entry(FactType type) {
        return bytes(type.name() + ".v" + type.version() + ".json");
    }

    /** Leaf hash by file name, as written down beside the golden entries. */
    public static Map<String, String> leafHashes() {
        Map<String, String> hashes = new TreeMap<>();
        new String(bytes("leaf-hashes.txt"), java.nio.charset.StandardCharsets.UTF_8).lines().forEach(line -> {
            String[] hashAndName = line.split("  ");
            hashes.put(hashAndName[1], hashAndName[0]);
        });
        return hashes;
    }

    private static byte[] bytes(String name) {
        try (InputStream in = Golden.class.getResourceAsStream("/fundtrail/golden/" + name)) {
            if (in == null) {
                throw new IllegalStateException("there is no golden file " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
