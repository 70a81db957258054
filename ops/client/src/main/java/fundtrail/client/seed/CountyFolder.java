package fundtrail.client.seed;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fundtrail.contract.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The pack's files as they are written, chapter after chapter; {@code pack.json}, without which it is no pack, comes last. */
final class CountyFolder {
    private final Path folder;
    private final ObjectNode documents = Json.MAPPER.createObjectNode();
    private final ArrayNode chapters = Json.MAPPER.createArrayNode();

    CountyFolder(Path folder) {
        this.folder = folder;
    }

    /** Nothing is written for a chapter in which nothing happens. */
    void chapter(ChapterText chapter) {
        if (!chapter.isEmpty()) {
            String path = "chapters/%05d.json".formatted(chapters.size() + 1);
            write(path, chapter.text());
            chapters.add(path);
        }
    }

    /** A document, once; answers the name under which steps refer to it. */
    String paper(String name, String type, String body, String number, LocalDate date, String title) {
        if (!documents.has(name)) {
            String path = "documents/" + name + ".pdf";
            write(path, Pdf.of(List.of("Chenghu County (fictional): " + title, "Dated " + date,
                    "This document, its bodies, people and amounts are made up.")));
            documents.putObject(name).put("file", path).put("type", type).put("body", body).put("number", number)
                    .put("date", date.toString());
        }
        return name;
    }

    void expected(Map<String, String> tables) {
        tables.forEach(this::write);
    }

    void opening(String ledgerId, String clock) {
        ObjectNode opening = Json.MAPPER.createObjectNode().put("ledgerId", ledgerId);
        opening.putArray("divisions").addObject().put("code", CountyYear.DIVISION).put("name", "澄湖县（虚构）");
        opening.put("origin", "rehearsal.fundtrail.example/" + ledgerId).put("purpose", "REHEARSAL")
                .put("timeZone", "Asia/Shanghai").put("clock", clock);
        opening.putArray("people").addAll(CountyPeople.first());
        write("opening.json", opening.toPrettyString() + "\n");
    }

    void finish(String name, String description, String peopleClock) {
        ObjectNode pack = Json.MAPPER.createObjectNode().put("name", name).put("description", description);
        pack.putObject("people").put("clock", peopleClock).put("by", CountyPeople.ADMINISTRATOR)
                .put("approver", CountyPeople.ACCOUNTANT).putArray("rows").addAll(CountyPeople.others());
        pack.set("documents", documents);
        pack.set("chapters", chapters);
        write("pack.json", pack.toPrettyString() + "\n");
    }

    private void write(String path, String text) {
        write(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private void write(String path, byte[] bytes) {
        Path file = folder.resolve(path);
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " of a seed pack cannot be written", e);
        }
    }
}
