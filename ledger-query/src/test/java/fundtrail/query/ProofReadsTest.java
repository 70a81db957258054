package fundtrail.query;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.contract.Fact;
import fundtrail.contract.fact.CommandRefused;
import fundtrail.contract.id.PersonRef;
import fundtrail.postgres.TestPostgres;
import fundtrail.proofs.Bundle;
import fundtrail.proofs.Checkpoint;
import fundtrail.proofs.ConsistencyProof;
import fundtrail.proofs.Hash;
import fundtrail.proofs.InclusionProof;
import fundtrail.proofs.KeyType;
import fundtrail.proofs.Note;
import fundtrail.proofs.PlainTree;
import fundtrail.proofs.SigningKey;
import fundtrail.proofs.Tile;
import fundtrail.proofs.Vectors;
import fundtrail.proofs.VerifierKey;
import fundtrail.query.http.Served;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The log of proofs, asked as other people's software asks it. */
@ExtendWith(TestPostgres.class)
@TestInstance(Lifecycle.PER_CLASS)
class ProofReadsTest {
    private static final List<VerifierKey> KEY = List.of(VerifierKey.of(Vectors.VERIFIER));

    private final PlainTree tree = new PlainTree();
    private RunningQuery running;
    private long size;
    private long later;

    @BeforeAll
    void sealTwice(@TempDir Path keys) {
        running = RunningQuery.chenghu(keys);
        size = running.ledger().head() + 1;
        running.ledger().signedBy().write(IntStream.range(0, 600)
                .mapToObj(i -> (Fact) new CommandRefused(new PersonRef("p-cl"), "DisburseBatch", "CASH_EXCEEDED", "CEN-" + i))
                .toArray(Fact[]::new));
        running.ledger().seal();
        running.awaitHead();
        later = running.ledger().head() + 1;
        running.ledger().written().forEach(row -> tree.add(row.entry()));
    }

    @AfterAll
    void close() {
        running.close();
    }

    private String text(String path) {
        HttpResponse<byte[]> answer = running.ask(null, path);
        assertEquals(200, answer.statusCode(), path);
        assertEquals("text/plain;charset=utf-8", answer.headers().firstValue("Content-Type").orElseThrow().replace(" ", ""), path);
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private byte[] bytes(String person, String path) {
        HttpResponse<byte[]> answer = running.ask(person, path);
        assertEquals(200, answer.statusCode(), path);
        assertEquals("application/octet-stream", answer.headers().firstValue("Content-Type").orElseThrow(), path);
        return answer.body();
    }

    private int status(String person, String path) {
        return running.ask(person, path).statusCode();
    }

    @Test
    void the_checkpoint_is_a_signed_note_over_all_that_is_sealed() {
        Note note = Note.of(text("/checkpoint"));
        assertEquals(KEY, note.signers(KEY));
        assertEquals(new Checkpoint(Vectors.ORIGIN, later, tree.root(later)), Checkpoint.of(note.text()));
        assertEquals("public, max-age=1", running.ask(null, "/checkpoint").headers().firstValue("Cache-Control").orElseThrow());
        assertEquals(size, Checkpoint.of(Note.of(text("/checkpoints/" + size)).text()).size());
        assertEquals(404, status(null, "/checkpoints/" + (size + 1)));
    }

    @Test
    void every_tile_of_every_checkpoint_is_served_and_no_other() {
        for (long published : new long[] {size, later}) {
            for (int level = 0; level < 2; level++) {
                for (long n = 0; Tile.in(published, level, n).isPresent(); n++) {
                    Tile tile = Tile.in(published, level, n).orElseThrow();
                    assertArrayEquals(tree.hashes(tile), bytes(null, "/tile/" + level + "/" + tile.path()), tile.toString());
                }
            }
        }
        assertEquals("public, max-age=31536000, immutable", running.ask(null, "/tile/0/000").headers().firstValue("Cache-Control").orElseThrow());
        Tile edge = Tile.in(later, 0, later / 256).orElseThrow();
        for (String none : List.of("/tile/0/" + new Tile(0, edge.n(), edge.width() + 1).path(), "/tile/0/" + new Tile(0, edge.n(), 256).path(),
                "/tile/2/000.p/1", "/tile/9/000", "/tile/00/000", "/tile/0/0", "/tile/0/000.p/0", "/tile/x/000", "/tile/0/x000/000", "/tile/0/")) {
            assertEquals(404, status(null, none), none);
        }
    }

    @Test
    void entries_are_the_stored_bytes_and_for_those_who_may_read_each_of_them() {
        List<byte[]> entries = Bundle.entries(bytes("p-au", "/tile/entries/001"));
        assertEquals(256, entries.size());
        for (int i = 0; i < 256; i++) {
            assertEquals(tree.leaf(256 + i), Hash.leaf(entries.get(i)));
        }
        assertEquals("private, max-age=31536000, immutable", running.ask("p-au", "/tile/entries/001").headers().firstValue("Cache-Control").orElseThrow());
        assertEquals(401, status(null, "/tile/entries/001"));
        assertEquals(403, status("p-cl", "/tile/entries/001"));
        assertEquals(404, status("p-au", "/tile/entries/900"));
    }

    @Test
    void every_fact_is_proved_to_be_in_the_log() {
        for (long position : new long[] {0, 1, 255, 256, size - 1, later - 1}) {
            byte[] entry = running.ledger().written().get((int) position).entry();
            InclusionProof proof = InclusionProof.of(text("/proofs/" + position));
            assertEquals(position, proof.index());
            assertTrue(proof.proves(entry, KEY), "position " + position);
        }
        assertTrue(InclusionProof.of(text("/proofs/3?size=" + size)).proves(running.ledger().written().get(3).entry(), KEY));
        assertEquals(404, status(null, "/proofs/" + later));
        assertEquals(404, status(null, "/proofs/" + size + "?size=" + size));
        assertEquals(404, status(null, "/proofs/-1"));
        assertEquals(400, status(null, "/proofs/1?size=0"));
    }

    @Test
    void a_checkpoint_is_proved_to_extend_every_earlier_one() {
        for (long old : new long[] {0, 1, 256, size, later}) {
            ConsistencyProof proof = ConsistencyProof.of(text("/consistency/" + old + "/" + later));
            assertTrue(proof.provesFrom(tree.root(old)), old + " to " + later);
        }
        assertEquals(404, status(null, "/consistency/" + (later + 1) + "/" + later));
        assertEquals(404, status(null, "/consistency/1/" + (size + 1)));
    }

    @Test
    void what_witnesses_said_stands_under_the_checkpoint_they_saw() {
        assertEquals(404, status(null, "/witnessed-checkpoint"));
        SigningKey witness = SigningKey.generate("witness.example/w1", KeyType.COSIGNATURE);
        String seen = Note.of(text("/checkpoints/" + size)).text();
        running.ledger().execute("insert into ledger.cosignature values (%d, '%s', '%s')"
                .formatted(size, witness.verifier(), witness.cosign(seen, Instant.parse("2026-01-05T02:00:00Z")).line()));
        Note witnessed = Note.of(text("/witnessed-checkpoint"));
        assertEquals(seen, witnessed.text());
        assertEquals(List.of(KEY.getFirst(), witness.verifier()), witnessed.signers(List.of(KEY.getFirst(), witness.verifier())));
        assertEquals(KEY, Note.of(text("/checkpoint")).signers(List.of(KEY.getFirst(), witness.verifier())));
        running.ledger().execute("delete from ledger.cosignature");
    }

    @Test
    void the_log_says_its_name_and_every_key_it_had() {
        running.ledger().execute("insert into ledger.log_key_change (verifier_key, kind, size, note) values ('a', 'ADDED', 0, 'n1'), ('b', 'ADDED', 5, 'n2'), ('a', 'RETIRED', 7, 'n3')");
        JsonNode log = Served.json(running.ask(null, "/log"));
        assertEquals(Vectors.ORIGIN, log.get("origin").textValue());
        assertEquals(later, log.get("size").longValue());
        assertEquals("""
                [{"verifierKey":"a","addedAt":0,"retiredAt":7,"added":"n1","retired":"n3"},{"verifierKey":"b","addedAt":5,"added":"n2"}]""",
                log.get("keys").toString());
    }

    @Test
    void a_log_that_is_torn_is_said_to_be_torn() {
        running.ledger().execute("alter table ledger.tile rename to kept; create table ledger.tile as select * from ledger.kept where level = 9");
        try {
            HttpResponse<byte[]> torn = running.ask(null, "/tile/0/000");
            assertEquals(500, torn.statusCode());
            assertEquals("LOG_NOT_WHOLE", Served.json(torn).get("code").textValue());
        } finally {
            running.ledger().execute("drop table ledger.tile; alter table ledger.kept rename to tile");
        }
    }
}
