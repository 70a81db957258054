package fundtrail.client.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackReaderTest {
    @TempDir
    Path folder;

    @BeforeEach
    void pack() throws IOException {
        write("opening.json", """
                {"ledgerId":"small","divisions":[{"code":"330521","name":"澄湖县（虚构）"}],"origin":"rehearsal.example/small",
                 "purpose":"REHEARSAL","timeZone":"Asia/Shanghai","clock":"2026-01-05T01:00:00Z","people":[
                  {"person":"p-1","row":{"name":"安","post":"管理员","employeeNumber":"1","subject":"an"},"roles":["AD"]},
                  {"person":"p-2","row":{"name":"蔡","post":"总会计师","employeeNumber":"2","subject":"cai"},"roles":["CA"]}]}""");
        write("pack.json", """
                {"name":"small","description":"a small pack",
                 "people":{"clock":"2026-01-05T01:10:00Z","by":"an","approver":"cai","rows":[
                  {"person":"p-3","name":"周","post":"经办","employeeNumber":"3","subject":"zhou","roles":["CL"]}]},
                 "documents":{"paper":{"file":"paper.pdf","type":"文件","body":"局","number":"1号","date":"2026-01-05"}},
                 "chapters":["one.json"]}""");
        write("paper.pdf", "%PDF-1.4");
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    private void steps(String steps) throws IOException {
        write("one.json", """
                {"title":"One","clock":"2026-01-05T02:00:00Z","by":"zhou","signatures":[{"by":"cai"}],"steps":[%s]}""".formatted(steps));
    }

    private void brokenBecause(String part) {
        PackBroken broken = assertThrows(PackBroken.class, () -> PackReader.read(folder));
        assertTrue(broken.getMessage().contains(part), broken.getMessage());
    }

    @Test
    void a_step_takes_from_its_chapter_what_it_does_not_say() throws IOException {
        steps("""
                {"key":"a","command":"x","body":{}},
                {"key":"b","clock":"2026-01-06T02:00:00Z","by":"an","command":"x","body":{},"signatures":[]}""");
        var read = PackReader.read(folder).chapters().getFirst().steps();
        assertEquals(Instant.parse("2026-01-05T02:00:00Z"), read.get(0).clock());
        assertEquals("zhou", read.get(0).by());
        assertEquals("cai", read.get(0).signatures().getFirst().by());
        assertEquals(read.get(0).clock(), read.get(0).signatures().getFirst().clock());
        assertEquals("an", read.get(1).by());
        assertEquals(0, read.get(1).signatures().size());
    }

    @Test
    void a_pack_is_a_rehearsal() throws IOException {
        steps("");
        write("opening.json", Files.readString(folder.resolve("opening.json")).replace("REHEARSAL", "PRODUCTION"));
        brokenBecause("its purpose is REHEARSAL");
    }

    @Test
    void one_key_stands_for_one_step() throws IOException {
        steps("{\"key\":\"a\",\"command\":\"x\",\"body\":{}},{\"key\":\"a\",\"command\":\"y\",\"body\":{}}");
        brokenBecause("step a: each step needs a key of its own");
    }

    @Test
    void time_only_goes_forward() throws IOException {
        steps("{\"key\":\"a\",\"command\":\"x\",\"body\":{}},{\"key\":\"b\",\"clock\":\"2026-01-05T01:59:00Z\",\"command\":\"x\",\"body\":{}}");
        brokenBecause("step b: its clock 2026-01-05T01:59:00Z is before");
    }

    @Test
    void what_follows_a_refusal_is_later_than_it() throws IOException {
        steps("{\"key\":\"a\",\"command\":\"x\",\"body\":{},\"expectRefusal\":\"NO\"},{\"key\":\"b\",\"command\":\"x\",\"body\":{}}");
        brokenBecause("step b: its clock must be later than that of the refused step");
    }

    @Test
    void everybody_who_acts_is_in_the_pack() throws IOException {
        steps("{\"key\":\"a\",\"by\":\"stranger\",\"command\":\"x\",\"body\":{}}");
        brokenBecause("nobody in the pack has the subject \"stranger\"");
    }

    @Test
    void every_document_named_is_there() throws IOException {
        steps("{\"key\":\"a\",\"command\":\"x\",\"body\":{\"document\":\"other\"}}");
        brokenBecause("the pack has no document \"other\"");
        Files.delete(folder.resolve("paper.pdf"));
        brokenBecause("the file paper.pdf is missing");
    }

    @Test
    void a_word_nobody_knows_is_not_passed_over() throws IOException {
        steps("{\"key\":\"a\",\"comand\":\"x\",\"body\":{}}");
        brokenBecause("one.json cannot be read");
    }

    @Test
    void what_is_done_at_once_has_one_clock_and_is_meant_to_be_recorded() throws IOException {
        atOnce("""
                {"key":"a","command":"x","body":{}},{"key":"b","clock":"2026-01-05T02:00:01Z","command":"x","body":{}}""");
        brokenBecause("step b: what is done at once (atOnce) has the clocks of the chapter's first step");
        atOnce("""
                {"key":"a","command":"x","body":{}},{"key":"b","command":"x","body":{},"expectRefusal":"HOLD_ACTIVE"}""");
        brokenBecause("step b: what is done at once (atOnce) is meant to be recorded");
        atOnce("""
                {"key":"a","command":"x","body":{}},{"key":"b","command":"x","body":{}}""");
        assertTrue(PackReader.read(folder).chapters().getFirst().atOnce());
    }

    private void atOnce(String steps) throws IOException {
        write("one.json", """
                {"title":"One","clock":"2026-01-05T02:00:00Z","by":"zhou","atOnce":true,"steps":[%s]}""".formatted(steps));
    }

    @Test
    void what_is_reversed_stands_above() throws IOException {
        steps("""
                {"key":"back","command":"reverse-entry","body":{"reverses":"receipt"}},{"key":"receipt","command":"x","body":{}}""");
        brokenBecause("no step above it has the key \"receipt\"");
        steps("""
                {"key":"receipt","command":"x","body":{}},{"key":"back","command":"reverse-entry","body":{"reverses":"receipt"}}""");
        assertEquals(Set.of("receipt"), PackReader.read(folder).survey().reversals());
    }

    @Test
    void roles_granted_by_steps_are_the_persons_too() throws IOException {
        steps("""
                {"key":"a","command":"grant-role","body":{"person":"p-3","role":"IA","institution":"TH01"}}""");
        Pack pack = PackReader.read(folder);
        assertEquals(List.of("CL", "IA@TH01"), pack.rolesOf(pack.people().rows().getFirst()));
    }
}
