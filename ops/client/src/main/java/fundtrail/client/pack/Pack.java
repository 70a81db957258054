package fundtrail.client.pack;

import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.contract.Account;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.MayBeAbsent;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A seed pack: a made-up year, or a part of one, as the wishes of its people. A folder with {@code pack.json} (this),
 * {@code opening.json} (with which its ledger is opened), its documents, its files and its chapters.
 *
 * @param opening   with which its ledger is opened
 * @param people    who is registered before the first chapter
 * @param documents by the names under which the chapters refer to them
 * @param chapters  read from their files each time they are asked for, so that a pack of a million wishes is never in
 *                  memory whole
 * @param balancesOn at the end of which days its balances are worth seeing, besides the last
 * @param questions what is worth asking its ledger at two clocks once it is loaded
 * @param survey    what reading all of them once has shown
 */
public record Pack(
        Path folder,
        String name,
        String description,
        Opening opening,
        People people,
        Map<String, Paper> documents,
        List<Chapter> chapters,
        List<LocalDate> balancesOn,
        List<Question> questions,
        Survey survey) {

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

    /**
     * A balance that was another one before the ledger learned more.
     *
     * @param effective the day it counts on
     * @param known     the days at whose ends it is asked for
     */
    public record Question(Account account, String institution, LocalDate effective, List<LocalDate> known) {}

    /** A document (PDF) and what is cited of it. */
    public record Paper(String file, String type, String body, String number, LocalDate date) {
        DocumentRef reference(String sha256) {
            return new DocumentRef(type, body, number, date, sha256);
        }
    }

    /**
     * What all chapters together hold.
     *
     * @param roles     by person, the roles granted by steps; one at an institution as {@code IA@TH01}
     * @param reversals the keys of the steps that later ones reverse
     */
    public record Survey(Map<String, List<String>> roles, Set<String> reversals) {}

    /**
     * Steps that belong together.
     *
     * @param atOnce none of them needs another: all are wished at one clock, then all get their second hand, and so on;
     *               otherwise they are done one after another
     */
    public record Chapter(String title, boolean atOnce, List<Step> steps) {}

    /**
     * One wish, or one file to be checked.
     *
     * @param key         the wish's own; its author's idempotency key is made of it and the pack's name
     * @param clock       when it is recorded
     * @param by          the subject of whoever wishes it
     * @param command     its name in kebab case; {@code null} for a file
     * @param body        its fields, {@code document} by the name of a paper, {@code reverses} by the key of the step
     *                    whose last fact is taken back; {@code null} for a file
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

    Pack with(Survey survey) {
        return new Pack(folder, name, description, opening, people, documents, chapters, balancesOn, questions, survey);
    }

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
        return Stream.concat(person.roles().stream(), survey.roles().getOrDefault(person.person(), List.of()).stream())
                .distinct()
                .toList();
    }
}
