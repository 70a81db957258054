package fundtrail.client.pack;

import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.client.pack.Pack.Chapter;
import fundtrail.client.pack.Pack.Hand;
import fundtrail.client.pack.Pack.Paper;
import fundtrail.client.pack.Pack.Person;
import fundtrail.client.pack.Pack.Step;
import fundtrail.client.pack.Pack.Survey;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks for mistakes in a pack before anything of it is posted, in one reading of its chapters. */
final class PackCheck {
    private final Pack pack;
    private final Set<String> subjects;
    /** Of a pack of a million wishes some hundred megabytes, let go before the first wish is sent. */
    private final Set<String> keys = new HashSet<>();
    private final Map<String, List<String>> roles = new HashMap<>();
    private final Set<String> reversals = new HashSet<>();
    private Instant head;
    /** A step meant to be refused leaves no time of its own in the ledger: what follows it must be later. */
    private boolean afterRefusal;

    private PackCheck(Pack pack) {
        this.pack = pack;
        this.subjects = pack.everyone().stream().map(Person::subject).collect(Collectors.toSet());
        this.head = pack.people().clock();
    }

    /** @throws PackBroken when it could not be loaded as it stands */
    static Survey survey(Pack pack) {
        PackCheck check = new PackCheck(pack);
        if (!pack.opening().isRehearsal()) {
            throw check.broken("opening.json", "a pack is of made-up people, so its purpose is REHEARSAL");
        }
        check.person(pack.people().by(), "people");
        check.person(pack.people().approver(), "people");
        for (Paper paper : pack.documents().values()) {
            check.file(paper.file(), "documents");
        }
        for (Chapter chapter : pack.chapters()) {
            check.chapter(chapter, "chapter \"" + chapter.title() + "\"");
        }
        return new Survey(check.roles, check.reversals);
    }

    private void chapter(Chapter chapter, String place) {
        Step first = chapter.steps().isEmpty() ? null : chapter.steps().getFirst();
        for (Step step : chapter.steps()) {
            String here = place + ", step " + step.key();
            said(step, here);
            if (!chapter.atOnce()) {
                clocks(step, here);
            } else if (step.expect() != null || step.file() != null && !step.file().submit()) {
                throw broken(here, "what is done at once (atOnce) is meant to be recorded");
            } else if (!clocksOf(step).equals(clocksOf(first))) {
                throw broken(here, "what is done at once (atOnce) has the clocks of the chapter's first step " + clocksOf(first));
            }
        }
        if (chapter.atOnce() && first != null) {
            clocks(first, place);
        }
    }

    private static List<Instant> clocksOf(Step step) {
        return Stream.concat(Stream.of(step.clock()), step.signatures().stream().map(Hand::clock)).toList();
    }

    private void clocks(Step step, String place) {
        clocksOf(step).forEach(clock -> clock(clock, place));
        afterRefusal = step.expect() != null;
    }

    private void said(Step step, String place) {
        if (step.key() == null || !keys.add(step.key())) {
            throw broken(place, "each step needs a key of its own in the pack");
        }
        if ((step.command() == null) == (step.file() == null)) {
            throw broken(place, "a step has either a command or a file to import");
        }
        if (step.command() != null && step.body() == null) {
            throw broken(place, "a command has a body");
        }
        if (step.clock() == null || step.by() == null) {
            throw broken(place, "it says neither here nor at its chapter " + (step.by() == null ? "by whom" : "when (clock)"));
        }
        person(step.by(), place);
        step.signatures().forEach(hand -> person(hand.by(), place));
        if (step.file() != null) {
            file(step.file().file(), place);
        } else if (step.body().path("document").isTextual()
                && !pack.documents().containsKey(step.body().get("document").textValue())) {
            throw broken(place, "the pack has no document \"" + step.body().get("document").textValue() + "\"");
        }
        if (step.body() != null) {
            refersTo(step.body(), place);
            if ("grant-role".equals(step.command()) && step.expect() == null) {
                granted(step.body());
            }
        }
    }

    private void refersTo(JsonNode body, String place) {
        JsonNode reversed = body.path("reverses");
        if (reversed.isTextual()) {
            if (!keys.contains(reversed.textValue())) {
                throw broken(place, "no step above it has the key \"" + reversed.textValue() + "\"");
            }
            reversals.add(reversed.textValue());
        }
    }

    private void granted(JsonNode body) {
        String institution = body.has("institution") ? "@" + body.get("institution").textValue() : "";
        roles.computeIfAbsent(body.path("person").asText(), person -> new ArrayList<>())
                .add(body.path("role").asText() + institution);
    }

    private void clock(Instant clock, String place) {
        if (clock.isBefore(head)) {
            throw broken(place, "its clock " + clock + " is before the step above it (" + head + ")");
        }
        if (afterRefusal && !clock.isAfter(head)) {
            throw broken(place, "its clock must be later than that of the refused step above it (" + head + ")");
        }
        afterRefusal = false;
        head = clock;
    }

    private void person(String subject, String place) {
        if (!subjects.contains(subject)) {
            throw broken(place, "nobody in the pack has the subject \"" + subject + "\"");
        }
    }

    private void file(String file, String place) {
        if (!Files.isRegularFile(pack.folder().resolve(file))) {
            throw broken(place, "the file " + file + " is missing");
        }
    }

    private PackBroken broken(String place, String why) {
        return new PackBroken(pack.folder(), place + ": " + why);
    }
}
