package fundtrail.client.pack;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fundtrail.client.pack.Pack.Chapter;
import fundtrail.client.pack.Pack.Expected;
import fundtrail.client.pack.Pack.Hand;
import fundtrail.client.pack.Pack.ImportedFile;
import fundtrail.client.pack.Pack.Paper;
import fundtrail.client.pack.Pack.People;
import fundtrail.client.pack.Pack.Person;
import fundtrail.client.pack.Pack.Question;
import fundtrail.client.pack.Pack.Step;
import fundtrail.client.pack.Pack.Survey;
import fundtrail.contract.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a pack's folder: fills in what a chapter says once for all its steps. {@link PackCheck} looks for mistakes. */
public final class PackReader {
    private record WrittenPack(
            String name, String description, WrittenPeople people, Map<String, Paper> documents, List<String> chapters,
            List<LocalDate> balancesOn, List<Question> questions) {}

    private record WrittenPeople(Instant clock, String by, String approver, List<Person> rows) {}

    private record WrittenChapter(
            String title, Instant clock, String by, Boolean atOnce, List<WrittenHand> signatures, List<WrittenStep> steps) {}

    private record WrittenStep(
            String key,
            Instant clock,
            String by,
            String command,
            ObjectNode body,
            @JsonProperty("import") WrittenFile file,
            List<WrittenHand> signatures,
            String expectRefusal,
            Integer expectFaults) {}

    private record WrittenFile(
            String file, String batch, String bankAccount, String division, LocalDate effectiveDate, boolean submit) {}

    private record WrittenHand(String by, Instant clock) {}

    private final Path folder;

    private PackReader(Path folder) {
        this.folder = folder;
    }

    /** @throws PackBroken when the folder is no pack, or one that could not be loaded as it stands */
    public static Pack read(Path folder) {
        PackReader reader = new PackReader(folder);
        WrittenPack written = reader.json("pack.json", WrittenPack.class);
        Opening opening = Opening.read(folder.resolve("opening.json"));
        WrittenPeople people = written.people();
        Pack unread = new Pack(folder, written.name(), written.description(), opening,
                new People(people.clock(), people.by(), people.approver(), people.rows()),
                written.documents(), reader.chapters(written.chapters(), opening),
                written.balancesOn() == null ? List.of() : written.balancesOn(),
                written.questions() == null ? List.of() : written.questions(), new Survey(Map.of(), Set.of()));
        return unread.with(PackCheck.survey(unread));
    }

    private List<Chapter> chapters(List<String> files, Opening opening) {
        return new AbstractList<>() {
            @Override
            public Chapter get(int index) {
                return chapter(json(files.get(index), WrittenChapter.class), opening);
            }

            @Override
            public int size() {
                return files.size();
            }
        };
    }

    private static Chapter chapter(WrittenChapter chapter, Opening opening) {
        return new Chapter(chapter.title(), Boolean.TRUE.equals(chapter.atOnce()), chapter.steps().stream().map(step -> step(step, chapter, opening)).toList());
    }

    private static Step step(WrittenStep step, WrittenChapter chapter, Opening opening) {
        Instant clock = step.clock() == null ? chapter.clock() : step.clock();
        List<WrittenHand> hands = step.signatures() == null ? chapter.signatures() : step.signatures();
        return new Step(
                step.key(),
                clock,
                step.by() == null ? chapter.by() : step.by(),
                step.command(),
                step.body(),
                file(step.file(), opening),
                step.expectRefusal() != null || hands == null ? List.of() : hands(hands, clock),
                expected(step));
    }

    private static ImportedFile file(WrittenFile file, Opening opening) {
        return file == null
                ? null
                : new ImportedFile(file.file(), file.batch(), file.bankAccount(),
                        file.division() == null ? opening.divisions().getFirst().code() : file.division(),
                        file.effectiveDate(), file.submit());
    }

    private static List<Hand> hands(List<WrittenHand> hands, Instant clock) {
        return hands.stream().map(hand -> new Hand(hand.by(), hand.clock() == null ? clock : hand.clock())).toList();
    }

    private static Expected expected(WrittenStep step) {
        return step.expectRefusal() == null && step.expectFaults() == null
                ? null
                : new Expected(step.expectRefusal(), step.expectFaults());
    }

    private <T> T json(String file, Class<T> form) {
        Path path = folder.resolve(file);
        try {
            return Json.MAPPER.readValue(Files.readAllBytes(path), form);
        } catch (NoSuchFileException e) {
            throw new PackBroken(folder, "the file " + file + " is missing", e);
        } catch (JacksonException e) {
            throw new PackBroken(folder, file + " cannot be read: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("the file " + path + " of a seed pack cannot be read", e);
        }
    }
}
