package fundtrail.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.contract.FactTypes.FactType;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** A correction of a closed period says in its envelope which day it concerns, right behind the day it counts from. */
class ConcernsTest {
    private final EntryCodec codec = new EntryCodec();
    private final Entry reversal = codec.decode(Golden.entry(FactTypes.all().stream()
            .filter((FactType type) -> type.name().equals("EntryReversed")).findFirst().orElseThrow()));

    @Test
    void the_day_it_concerns_is_written_and_read_back() {
        Envelope around = reversal.envelope();
        Envelope corrects = new Envelope(around.eventId(), around.nonce(), around.type(), around.version(), around.effectiveDate(),
                LocalDate.of(2025, 12, 30), around.actor(), around.signatures(), around.key(), around.wishHash(), around.correlation(),
                around.causation(), around.clock(), around.document(), around.ruleSet());
        byte[] entry = EntryCodec.entry(reversal.position(), reversal.recordedAt(), codec.tail(corrects, reversal.fact()));
        assertTrue(new String(entry, StandardCharsets.UTF_8).contains("\"effectiveDate\":\"2026-01-05\",\"concerns\":\"2025-12-30\",\"actor\""));
        assertEquals(corrects, codec.decode(entry).envelope());
    }

    @Test
    void a_fact_that_corrects_nothing_closed_does_not_speak_of_it() {
        assertEquals(null, reversal.envelope().concerns());
        assertFalse(new String(codec.tail(reversal.envelope(), reversal.fact()), StandardCharsets.UTF_8).contains("concerns"));
    }
}
