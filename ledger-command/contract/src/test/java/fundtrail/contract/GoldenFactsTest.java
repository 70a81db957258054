package fundtrail.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fundtrail.contract.FactTypes.FactType;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenFactsTest {
    private final EntryCodec codec = new EntryCodec();

    static Collection<FactType> facts() {
        return FactTypes.all();
    }

    @ParameterizedTest
    @MethodSource("facts")
    void a_golden_entry_reads_and_writes_back_to_the_very_same_bytes(FactType type) {
        byte[] golden = Golden.entry(type);
        Entry entry = codec.decode(golden);
        assertEquals(type.record(), entry.fact().getClass());
        byte[] again = EntryCodec.entry(entry.position(), entry.recordedAt(), codec.tail(entry.envelope(), entry.fact()));
        assertEquals(new String(golden, StandardCharsets.UTF_8), new String(again, StandardCharsets.UTF_8));
    }

    @Test
    void every_golden_entry_has_the_leaf_hash_written_down_for_it() {
        assertEquals(
                Golden.leafHashes(),
                FactTypes.all().stream().collect(Collectors.toMap(
                        type -> type.name() + ".v" + type.version() + ".json",
                        type -> EntryCodec.leafHashHex(Golden.entry(type)))));
    }
}
