package fundtrail.client.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fundtrail.client.Answer;
import fundtrail.client.BatchFile;
import fundtrail.client.CheckedFile;
import fundtrail.client.LedgerApi;
import fundtrail.client.ProblemAnswer;
import fundtrail.client.Progress;
import fundtrail.client.Uploading;
import fundtrail.client.pack.Pack.Chapter;
import fundtrail.client.pack.Pack.Hand;
import fundtrail.client.pack.Pack.ImportedFile;
import fundtrail.client.pack.Pack.Step;
import fundtrail.contract.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Loads a pack through the public API, as its people. Every wish has a key that is always the same, so loading again
 * asks the same again and changes nothing, and loading that was cut off goes on where it was.
 */
public final class PackLoader {
    /**
     * What loading did.
     *
     * @param recorded how many wishes were recorded by it
     * @param before   how many had been recorded before
     * @param position the last position its wishes led to; −1 when the pack has none
     */
    public record Loaded(int recorded, int before, long position) {}

    private final LedgerApi api;
    private final UnaryOperator<String> tokens;
    private final Progress progress;

    private Pack pack;
    private final Map<String, String> sha256 = new HashMap<>();
    private int recorded;
    private int before;
    private long position;
    private boolean lastWasBefore;

    /** @param tokens a bearer token, just signed in, for a subject */
    public PackLoader(LedgerApi api, UnaryOperator<String> tokens, Progress progress) {
        this.api = api;
        this.tokens = tokens;
        this.progress = progress;
    }

    /** @throws StepFailed at the first step that does not go as written */
    public Loaded load(Pack pack) {
        this.pack = pack;
        recorded = 0;
        before = 0;
        position = -1;
        lastWasBefore = false;
        new PeopleLoader(pack, api, tokens, this::proposed).load(progress);
        papers();
        for (Chapter chapter : pack.chapters()) {
            progress.begin(chapter.title(), chapter.steps().size());
            for (Step step : chapter.steps()) {
                step(step);
                progress.advance();
            }
            progress.end();
        }
        return new Loaded(recorded, before, position);
    }

    private void papers() {
        String token = tokens.apply(pack.people().by());
        pack.documents().forEach((name, paper) -> sha256.put(name, api.putDocument(bytes(paper.file()), token)));
    }

    private void step(Step step) {
        if (step.file() != null && !step.file().submit()) {
            check(step);
        } else if (step.expect() != null) {
            refusal(step);
        } else {
            proposed(step.key(), step.by(), step.clock(), step.signatures(), key -> wish(step, key));
        }
    }

    /** A wish under its key, and the later hands under theirs. */
    private void proposed(String key, String by, Instant clock, List<Hand> hands, Wish wish) {
        Answer.Given proposal = counted(key, clock, () -> wish.ask(keyOf(key)));
        for (int i = 0; i < hands.size(); i++) {
            Hand hand = hands.get(i);
            String command = i == hands.size() - 1 ? "approve-proposal" : "check-proposal";
            String handKey = key + ".hand-" + (i + 2);
            Map<String, String> body = new HashMap<>();
            body.put("proposal", proposal.answer().proposal());
            body.put("contentHash", proposal.answer().contentHash());
            counted(handKey, hand.clock(),
                    () -> api.ask(command, body, keyOf(handKey), tokens.apply(hand.by()), hand.clock()));
        }
    }

    /** Asks for something under a key. */
    @FunctionalInterface
    interface Wish {
        Answer.Given ask(String key);
    }

    private Answer.Given wish(Step step, String key) {
        return step.file() == null
                ? api.ask(step.command(), body(step), key, tokens.apply(step.by()), step.clock())
                : api.submit(batchFile(step.file()), key, tokens.apply(step.by()), step.clock(), Uploading.NOBODY);
    }

    private Answer.Given counted(String key, Instant clock, Supplier<Answer.Given> asking) {
        try {
            Answer.Given given = asking.get();
            lastWasBefore = given.before();
            recorded += given.before() ? 0 : 1;
            before += given.before() ? 1 : 0;
            position = Math.max(position, given.answer().lastPosition());
            return given;
        } catch (ProblemAnswer refused) {
            throw StepFailed.refused(pack, key, clock, refused);
        }
    }

    /** A refused wish leaves its key free. Where the ledger has gone on since, it was refused at its time. */
    private void refusal(Step step) {
        try {
            Answer.Given given = wish(step, keyOf(step.key()));
            throw StepFailed.unexpected(pack, step.key(), step.clock(),
                    "it was meant to be refused (" + step.expect().code() + "), and stands at position "
                            + given.answer().firstPosition());
        } catch (ProblemAnswer refused) {
            if (!refused.is(step.expect().code()) && !(lastWasBefore && refused.is("CLOCK_BACKWARDS"))) {
                throw StepFailed.refused(pack, step.key(), step.clock(), refused);
            }
        }
    }

    /** Checking a file records nothing, and is of its moment: where the ledger may have gone on since, it is left out. */
    private void check(Step step) {
        if (lastWasBefore) {
            return;
        }
        CheckedFile checked;
        try {
            checked = api.check(batchFile(step.file()), tokens.apply(step.by()), step.clock(), Uploading.NOBODY);
        } catch (ProblemAnswer refused) {
            throw StepFailed.refused(pack, step.key(), step.clock(), refused);
        }
        int faults = step.expect() == null ? 0 : step.expect().faults();
        if (checked.faults().size() != faults) {
            throw StepFailed.unexpected(pack, step.key(), step.clock(), step.file().file() + " was meant to have " + faults
                    + " rows at fault, and has " + checked.faults().size() + ": " + checked.faults());
        }
    }

    private JsonNode body(Step step) {
        ObjectNode body = step.body().deepCopy();
        JsonNode document = body.path("document");
        if (document.isTextual()) {
            String name = document.textValue();
            body.set("document", Json.MAPPER.valueToTree(pack.documents().get(name).reference(sha256.get(name))));
        }
        return body;
    }

    private BatchFile batchFile(ImportedFile file) {
        String name = Path.of(file.file()).getFileName().toString();
        return new BatchFile(name, bytes(file.file()), file.batch(), file.bankAccount(), file.division(),
                file.effectiveDate(), null, null);
    }

    private String keyOf(String key) {
        return pack.name() + "." + key;
    }

    private byte[] bytes(String file) {
        try {
            return Files.readAllBytes(pack.folder().resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException("the file " + file + " of the pack " + pack.name() + " cannot be read", e);
        }
    }
}
