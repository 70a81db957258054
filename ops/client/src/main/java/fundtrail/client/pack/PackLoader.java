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
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Loads a pack through the public API, as its people. Every wish has a key that is always the same, so loading again
 * asks the same again and changes nothing, and loading that was cut off goes on where it was. Of a pack one chapter at a
 * time is in memory.
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
    /** Where the last fact of each step that is reversed later stands. */
    private final Map<String, Long> reversible = new ConcurrentHashMap<>();
    private final AtomicInteger recorded = new AtomicInteger();
    private final AtomicInteger before = new AtomicInteger();
    private final AtomicLong position = new AtomicLong();
    private boolean lastWasBefore;

    /** @param tokens a bearer token, just signed in, for a subject */
    public PackLoader(LedgerApi api, UnaryOperator<String> tokens, Progress progress) {
        this.api = api;
        this.tokens = new SpeakingTokens(tokens, InstantSource.system())::of;
        this.progress = progress;
    }

    /** @throws StepFailed at the first step that does not go as written */
    public Loaded load(Pack pack) {
        this.pack = pack;
        recorded.set(0);
        before.set(0);
        position.set(-1);
        lastWasBefore = false;
        new PeopleLoader(pack, api, tokens, this::proposed).load(progress);
        papers();
        for (Chapter chapter : pack.chapters()) {
            progress.begin(chapter.title(), chapter.steps().size());
            if (chapter.atOnce()) {
                atOnce(chapter.steps());
            } else {
                for (Step step : chapter.steps()) {
                    step(step);
                    progress.advance();
                }
            }
            progress.end();
        }
        return new Loaded(recorded.get(), before.get(), position.get());
    }

    /** Every wish, then every second hand, and so on: a ledger's clock does not go back from one step to the next. */
    private void atOnce(List<Step> steps) {
        List<Answer.Given> wished = AtOnce.each(steps, this::wished, progress::advance);
        boolean allBefore = wished.stream().allMatch(Answer.Given::before);
        int hands = steps.stream().mapToInt(step -> step.signatures().size()).max().orElse(0);
        for (int hand = 0; hand < hands; hand++) {
            int next = hand;
            List<Integer> signed = IntStream.range(0, steps.size())
                    .filter(i -> steps.get(i).signatures().size() > next).boxed().toList();
            allBefore &= AtOnce.each(signed, i -> signed(steps.get(i).key(), steps.get(i).signatures(), next, wished.get(i)), () -> { })
                    .stream().allMatch(Answer.Given::before);
        }
        lastWasBefore = allBefore;
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
        Answer.Given proposal = counted(key, key, clock, () -> wish.ask(keyOf(key)));
        lastWasBefore = proposal.before();
        for (int i = 0; i < hands.size(); i++) {
            lastWasBefore = signed(key, hands, i, proposal).before();
        }
    }

    private Answer.Given wished(Step step) {
        return counted(step.key(), step.key(), step.clock(), () -> wish(step, keyOf(step.key())));
    }

    /** One of the later hands of a step: the last approves, others check. */
    private Answer.Given signed(String step, List<Hand> hands, int which, Answer.Given proposal) {
        Hand hand = hands.get(which);
        String command = which == hands.size() - 1 ? "approve-proposal" : "check-proposal";
        String key = step + ".hand-" + (which + 2);
        Map<String, String> body = new HashMap<>();
        body.put("proposal", proposal.answer().proposal());
        body.put("contentHash", proposal.answer().contentHash());
        return counted(step, key, hand.clock(),
                () -> api.ask(command, body, keyOf(key), tokens.apply(hand.by()), hand.clock()));
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

    private Answer.Given counted(String step, String key, Instant clock, Supplier<Answer.Given> asking) {
        try {
            Answer.Given given = asking.get();
            (given.before() ? before : recorded).incrementAndGet();
            position.accumulateAndGet(given.answer().lastPosition(), Math::max);
            if (pack.survey().reversals().contains(step)) {
                reversible.put(step, given.answer().lastPosition());
            }
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
        if (body.path("reverses").isTextual()) {
            body.put("reverses", reversible.get(body.get("reverses").textValue()));
        }
        return body;
    }

    private BatchFile batchFile(ImportedFile file) {
        String name = Path.of(file.file()).getFileName().toString();
        return new BatchFile(name, bytes(file.file()), file.batch(), file.bankAccount(), file.division(),
                null, file.effectiveDate(), null, null);
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
