package fundtrail.client.pack;

import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.MayBeAbsent;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A seed pack: a made-up year, or a part of one, as the wishes of its people. A folder with {@code pack.json} (this),
 * {@code opening.json} (with which its ledger is opened), its documents, its files and its chapters.
 *
 * @param opening   with which its ledger is opened
 * @param people    who is registered before the first chapter
 * @param documents by the names under which the chapters refer to them
 */
public record Pack(
        Path folder,
        String name,
        String description,
        Opening opening,
        People people,
        Map<String, Paper> documents,
        List<Chapter> chapters) {

    /**
     * The people of the pack.
     *
     * @param clock     when they are registered
     * @param by        the administrator, who proposes each
     * @param approver  the chief accountant, who approves each
     * @param rows      everyone but the two with whom the ledger is opened
     */
    public record People(Instant clock, String by, String approver, List<Person> rows) {}

    /**
     * A person: a row of the people registry, and the roles held in the pack's divisions. A role at an institution is
     * granted by a step, once there is the institution.
     *
     * @param subject the subject of the person's tokens, by which the pack and {@code ops/token} name the person
     */
    public record Person(
            String person, String name, String post, String employeeNumber, String subject, List<String> roles) {}

    /** A document (PDF) and what is cited of it. */
    public record Paper(String file, String type, String body, String number, LocalDate date) {
        DocumentRef reference(String sha256) {
            return new DocumentRef(type, body, number, date, sha256);
        }
    }

    /** Steps that belong together, in order. */
    public record Chapter(String title, List<Step> steps) {}

    /**
     * One wish, or one file to be checked.
     *
     * @param key         the wish's own; its author's idempotency key is made of it and the pack's name
     * @param clock       when it is recorded
     * @param by          the subject of whoever wishes it
     * @param command     its name in kebab case; {@code null} for a file
     * @param body        its fields, {@code document} by the name of a paper; {@code null} for a file
     * @param file        the file to be imported; {@code null} for a command
     * @param signatures  the later hands, first to last
     * @param expect      the refusal that is meant to be the answer: a code, or a number of rows; {@code null} for none
     */
    public record Step(
            String key,
            Instant clock,
            String by,
            @MayBeAbsent String command,
            @MayBeAbsent JsonNode body,
            @MayBeAbsent ImportedFile file,
            List<Hand> signatures,
            @MayBeAbsent Expected expect) {}

    /** A later hand: checks, except that the last one approves. */
    public record Hand(String by, Instant clock) {}

    /**
     * A file to be imported as a disbursement batch.
     *
     * @param submit whether it is proposed, or only checked
     */
    public record ImportedFile(
            String file,
            String batch,
            String bankAccount,
            String division,
            @MayBeAbsent LocalDate effectiveDate,
            boolean submit) {}

    /** A refusal a step is meant to meet: its code, or how many rows are at fault. */
    public record Expected(@MayBeAbsent String code, @MayBeAbsent Integer faults) {}

    /** Everyone in the pack. */
    public List<Person> everyone() {
        return Stream.concat(opening.first().stream(), people.rows().stream()).toList();
    }

    /** The codes of the divisions whose books its ledger keeps. */
    public List<String> divisions() {
        return opening.divisions().stream().map(Opening.Division::code).toList();
    }

    /** The roles a person gets in the pack, at institutions too. */
    public List<String> rolesOf(Person person) {
        Stream<String> later = chapters.stream().flatMap(chapter -> chapter.steps().stream())
                .filter(step -> "grant-role".equals(step.command()) && step.expect() == null)
                .map(Step::body)
                .filter(body -> person.person().equals(body.path("person").textValue()))
                .map(body -> body.path("role").asText()
                        + (body.has("institution") ? "@" + body.get("institution").textValue() : ""));
        return Stream.concat(person.roles().stream(), later).distinct().toList();
    }

    /** The clock of the first wish. */
    public Instant begins() {
        return people.clock();
    }

    /** How many wishes, signatures and checks there are in the chapters. */
    public int length() {
        return chapters.stream().flatMap(chapter -> chapter.steps().stream())
                .mapToInt(step -> 1 + step.signatures().size())
                .sum();
    }
}
