package fundtrail.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.postgres.TestPostgres;
import fundtrail.proofs.KeyType;
import fundtrail.proofs.SigningKey;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is changed beside a fact's bytes, or behind them, past all triggers: told with the fact and the column. */
@ExtendWith(TestPostgres.class)
class StoreCheckTest {
    private SealedLedger ledger;

    @BeforeEach
    void seal(@TempDir Path folder) throws SQLException {
        ledger = SealedLedger.ofFacts(600);
        KeyFolder keys = KeyFolder.in(folder.resolve("keys"));
        keys.add(SealedLedger.ORIGIN);
        try (SealStore store = ledger.store()) {
            Sealing.begin(store, ledger.log(), FileSigner.of(keys, SealedLedger.ORIGIN), SealedLedger.ORIGIN).round();
        }
        assertEquals(List.of(), StoreCheck.faults(ledger.source()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "type = 'AdvancePaid'                        | its bytes say type CommandRefused, the column has AdvancePaid",
        "version = 2                                 | its bytes say version 1, the column has 2",
        "recorded_at = recorded_at + interval '1 us' | its bytes say recorded_at 2026-01-05T02:00:00Z, the column has 2026-01-05T02:00:00.000001Z",
        "event_id = gen_random_uuid()                | its bytes say event_id",
        "leaf_hash = sha256('x')                     | its bytes say leaf_hash"})
    void a_changed_column_is_named(String change, String told) throws SQLException {
        ledger.tamper("update ledger.fact set " + change + " where position = 300");
        List<String> faults = StoreCheck.faults(ledger.source());
        assertTrue(faults.stream().anyMatch(fault -> fault.startsWith("fact 300: " + told)), faults::toString);
        assertTrue(faults.stream().allMatch(fault -> fault.startsWith("fact 300")), faults::toString);
    }

    @Test
    void a_changed_fact_is_named_even_with_its_hash_made_anew() throws SQLException {
        ledger.tamper("update ledger.fact set entry = convert_to(replace(convert_from(entry, 'UTF8'), 'CASH', 'DASH'), 'UTF8') where position = 300;"
                + "update ledger.fact set leaf_hash = sha256('\\x00' || entry) where position = 300");
        assertEquals(List.of("the first 600 facts do not give the root of their checkpoint",
                "fact 300 is not the one that was sealed: the tile has another hash"), StoreCheck.faults(ledger.source()));
    }

    @Test
    void missing_facts_are_named() throws SQLException {
        ledger.tamper("delete from ledger.fact where position in (17, 599)");
        List<String> faults = StoreCheck.faults(ledger.source());
        assertTrue(faults.contains("fact 17 is missing"), faults::toString);
        assertTrue(faults.contains("facts from 599 on are missing: the checkpoint of 600 covers them"), faults::toString);
    }

    @Test
    void swapped_facts_are_named() throws SQLException {
        ledger.tamper("update ledger.fact set position = 1000 where position = 20; update ledger.fact set position = 20 where position = 30;"
                + "update ledger.fact set position = 30 where position = 1000");
        List<String> faults = StoreCheck.faults(ledger.source());
        assertTrue(faults.contains("fact 20: its bytes say position 30, the column has 20"), faults::toString);
        assertTrue(faults.contains("fact 30: its bytes say position 20, the column has 30"), faults::toString);
    }

    @Test
    void an_id_that_points_elsewhere_and_a_changed_tile_are_named() throws SQLException {
        ledger.tamper("update ledger.event_id set position = 5 where position = 300");
        assertEquals(List.of("fact 300: its bytes say event_id in its own table 300, the column has 5"), StoreCheck.faults(ledger.source()));
        ledger.tamper("update ledger.event_id set position = 300 where position = 5 and event_id = (select event_id from ledger.fact where position = 300);"
                + "update ledger.tile set hashes = overlay(hashes placing sha256('x') from 65) where level = 0 and n = 1");
        assertEquals(List.of("fact 258 is not the one that was sealed: the tile has another hash"), StoreCheck.faults(ledger.source()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "update ledger.tile set root = sha256('x') where level = 0 and n = 0 | tile 0/000 has another root than its hashes give",
        "insert into ledger.tile select 0, 7, hashes, root from ledger.tile where level = 0 and n = 1 | tile 0/007 is one of facts that are not sealed",
        "delete from ledger.tile where n = 1 | tile 0/001 is missing",
        "update ledger.checkpoint set note = replace(note, '600', '601') | the checkpoint of 600 is not the one in its note: ledger.health-fund.example/log 601",
        "update ledger.checkpoint set note = replace(note, '600', '601') | the checkpoint of 600: the signature of ledger.health-fund.example/log on this note is false",
        "update ledger.checkpoint set root = sha256('x') | the checkpoint of 600 is not the one in its note: ledger.health-fund.example/log 600",
        "update ledger.checkpoint set note = 'x' | the checkpoint of 600: this is no signed note",
        "insert into ledger.event_id values ('00000000-0000-7000-8000-00000000abcd', 9999) | fact 9999: the table of ids has 00000000-0000-7000-8000-00000000abcd for it, which no fact has",
        "insert into ledger.cosignature values (600, 'w.example+00000000+AAAA', 'x') | the cosignature of w.example+00000000+AAAA on the checkpoint of 600: "})
    void what_is_changed_in_the_log_of_proofs_is_named(String change, String told) throws SQLException {
        ledger.tamper(change);
        List<String> faults = StoreCheck.faults(ledger.source());
        assertTrue(faults.stream().anyMatch(fault -> fault.startsWith(told)), faults::toString);
    }

    @Test
    void a_checkpoint_that_another_key_signed_is_named() throws SQLException {
        String stranger = SigningKey.generate(SealedLedger.ORIGIN, KeyType.ED25519)
                .sign(ledger.log().latest().orElseThrow().note().text()).line();
        ledger.tamper("update ledger.checkpoint set note = substring(note from 1 for position(E'\\n\\n' in note) + 1) || '" + stranger + "' || E'\\n'");
        List<String> faults = StoreCheck.faults(ledger.source());
        assertEquals(1, faults.size(), faults::toString);
        assertTrue(faults.getFirst().startsWith("the checkpoint of 600 is not signed with " + SealedLedger.ORIGIN), faults::toString);
    }

    @Test
    void each_checkpoint_is_held_against_the_keys_of_its_time(@TempDir Path other) throws SQLException {
        SealedLedger changing = SealedLedger.opened();
        KeyFolder keys = KeyFolder.in(other.resolve("changing"));
        keys.add(SealedLedger.ORIGIN);
        for (int size : new int[] {1, 5, 9}) {
            changing.growTo(size);
            try (SealStore store = changing.store()) {
                Sealing.begin(store, changing.log(), FileSigner.of(keys, SealedLedger.ORIGIN), SealedLedger.ORIGIN).round();
            }
            if (size == 1) {
                keys.add(SealedLedger.ORIGIN);
            } else if (size == 5) {
                keys.retireOldest();
            }
        }
        assertEquals(List.of(), StoreCheck.faults(changing.source()).stream().filter(fault -> fault.contains("checkpoint")).toList());
    }
}
