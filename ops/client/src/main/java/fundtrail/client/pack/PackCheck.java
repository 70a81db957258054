package fundtrail.client.pack;

import fundtrail.client.pack.Pack.Chapter;
import fundtrail.client.pack.Pack.Hand;
import fundtrail.client.pack.Pack.Paper;
import fundtrail.client.pack.Pack.Person;
import fundtrail.client.pack.Pack.Step;
import java.nio.file.Files;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks for mistakes in a pack before anything of it is posted. */
final class PackCheck {
    private final Pack pack;
    private final Set<String> subjects;
    private final Set<String> keys = new HashSet<>();
    private Instant head;
    /** A step meant to be refused leaves no time of its own in the ledger: what follows it must be later. */
    private boolean afterRefusal;

    private PackCheck(Pack pack) {
        this.pack = pack;
        this.subjects = pack.everyone().stream().map(Person::subject).collect(Collectors.toSet());
        this.head = pack.begins();
    }

    static void check(Pack pack) {
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
            for (Step step : chapter.steps()) {
                check.step(step, "chapter \"" + chapter.title() + "\", step " + step.key());
            }
        }
    }

    private void step(Step step, String place) {
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
        clock(step.clock(), place);
        person(step.by(), place);
        for (Hand hand : step.signatures()) {
            clock(hand.clock(), place);
            person(hand.by(), place);
        }
        if (step.file() != null) {
            file(step.file().file(), place);
        } else if (step.body().path("document").isTextual()
                && !pack.documents().containsKey(step.body().get("document").textValue())) {
            throw broken(place, "the pack has no document \"" + step.body().get("document").textValue() + "\"");
        }
        afterRefusal = step.expect() != null;
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
