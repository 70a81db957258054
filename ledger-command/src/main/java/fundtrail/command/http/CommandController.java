package fundtrail.command.http;

import fundtrail.command.WritingSide;
import fundtrail.command.axon.Identities;
import fundtrail.command.axon.LedgerConfiguration;
import fundtrail.command.axon.Outcome;
import fundtrail.command.decide.Command;
import fundtrail.command.decide.Slice;
import fundtrail.command.documents.Documents;
import fundtrail.command.gate.Wish;
import fundtrail.command.people.PeopleRegistry;
import fundtrail.command.people.Registrations;
import fundtrail.command.people.RegistryUpkeep;
import fundtrail.command.propose.ProposalStep;
import fundtrail.command.propose.ProposalStep.ApproveProposal;
import fundtrail.command.registerperson.RegisterPerson;
import fundtrail.contract.Entry;
import fundtrail.contract.Fact;
import fundtrail.contract.Json;
import fundtrail.contract.fact.LedgerOpened.Purpose;
import fundtrail.contract.id.ProposalId;
import fundtrail.tokens.TokenRefused;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /commands/<name>}: one wish, one answer. */
@RestController
final class CommandController {
    /** A disbursement batch of some ten thousand rows. */
    static final int MAX_BODY_BYTES = 8 * 1024 * 1024;
    /** How long a wish may wait to be decided. */
    static final Duration QUEUE = Duration.ofSeconds(10);
    /** How long its caller waits for it to be durable; longer than the engine's own patience. */
    static final Duration ANSWER = Duration.ofSeconds(30);

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,128}");

    private final WritingSide ledger;
    private final Door door;
    private final Documents documents;
    private final PeopleRegistry people;
    private final RegistryUpkeep upkeep;
    private final RefusalMeters refusals;
    private final DoorMeters meters;
    private final Clock clock;
    private final Map<String, Class<? extends Command>> commands;

    CommandController(WritingSide ledger, Door door, Documents documents, PeopleRegistry people, RegistryUpkeep upkeep,
            RefusalMeters refusals, DoorMeters meters, Clock clock) {
        this.ledger = ledger;
        this.door = door;
        this.documents = documents;
        this.people = people;
        this.upkeep = upkeep;
        this.refusals = refusals;
        this.meters = meters;
        this.clock = clock;
        this.commands = LedgerConfiguration.commands(ledger.slices()).stream()
                .collect(Collectors.toMap(Slice::pathOf, Function.identity()));
    }

    @PostMapping("/commands/{name}")
    ResponseEntity<byte[]> ask(@PathVariable("name") String name, HttpServletRequest request)
            throws IOException, SQLException, TokenRefused, InterruptedException {
        Caller caller = door.caller(request);
        Class<? extends Command> command = commands.get(name);
        if (command == null) {
            throw new TurnedAway(DoorCode.COMMAND_UNKNOWN).with("command", name);
        }
        String key = key(request);
        Instant rehearsalClock = rehearsalClock(request);
        byte[] content = door.content(request, MAX_BODY_BYTES);
        long started = System.nanoTime();
        Command wish = (Command) WishReader.read(content, command.asSubclass(Record.class));
        meters.readJson(started);
        return ask(caller, wish, key, rehearsalClock, Correlation.of(request));
    }

    /** The same for a wish that was read from elsewhere, such as a spreadsheet. */
    ResponseEntity<byte[]> ask(Caller caller, Command wish, String key, Instant rehearsalClock, String correlation)
            throws SQLException, InterruptedException {
        checkGround(caller, wish);
        Wish around = new Wish(caller.person(), key, Wish.hash(wish), rehearsalClock, correlation,
                new ProposalId(Identities.eventId(clock.instant()).toString()), caller.found().hash());
        return switch (outcome(wish, around)) {
            case Outcome.Recorded recorded -> {
                upkeep.follow(recorded.facts());
                meters.recorded();
                yield answer(201, Answer.of(recorded.firstPosition(), recorded.recordedAt(), recorded.facts()));
            }
            case Outcome.AskedBefore before -> {
                meters.askedBefore();
                yield again(before);
            }
            case Outcome.Refusal refusal -> {
                refusals.count(caller.person(), refusal);
                throw new RefusedWish(refusal.refused());
            }
        };
    }

    static String key(HttpServletRequest request) {
        String key = request.getHeader("Idempotency-Key");
        if (key == null) {
            throw new TurnedAway(DoorCode.KEY_MISSING);
        }
        if (!KEY.matcher(key).matches()) {
            throw new TurnedAway(DoorCode.KEY_MALFORMED).with("length", key.length());
        }
        return key;
    }

    /** The recordedAt asked for; only a rehearsal listens to it. */
    Instant rehearsalClock(HttpServletRequest request) {
        String header = request.getHeader("Rehearsal-Clock");
        if (header == null) {
            return null;
        }
        if (ledger.ledger().purpose() == Purpose.PRODUCTION) {
            throw new TurnedAway(DoorCode.REHEARSAL_ONLY);
        }
        try {
            return Instant.parse(header);
        } catch (DateTimeParseException e) {
            throw new TurnedAway(DoorCode.CLOCK_MALFORMED).with("value", header);
        }
    }

    /** What lies outside the log and must be there before a fact may refer to it; and a fresh sign-in under signatures. */
    private void checkGround(Caller caller, Command wish) throws SQLException {
        if (wish.document() != null && !documents.has(wish.document().sha256())) {
            throw new TurnedAway(DoorCode.DOCUMENT_NOT_UPLOADED).with("sha256", wish.document().sha256());
        }
        switch (wish) {
            case RegisterPerson register -> checkRow(register);
            case ApproveProposal approve -> {
                Optional<RegisterPerson> proposed =
                        ledger.look(known -> Registrations.proposedBy(known.proposals().get(approve.proposal()))).join();
                if (proposed.isPresent()) {
                    checkRow(proposed.get());
                }
            }
            default -> { }
        }
        if (wish instanceof ProposalStep) {
            FreshSignIn.require(caller.bearer(), clock.instant());
        }
    }

    /** The row a registration names must be there, current or waiting, and stay while the wish is decided. */
    private void checkRow(RegisterPerson register) throws SQLException {
        switch (people.keep(register.person(), register.registryHash())) {
            case KEPT -> { }
            case ANOTHER -> throw new TurnedAway(DoorCode.REGISTRY_HASH_DIFFERS).with("person", register.person());
            case NONE -> throw new TurnedAway(DoorCode.REGISTRY_ROW_MISSING).with("person", register.person());
        }
    }

    private Outcome outcome(Command wish, Wish around) throws InterruptedException {
        long started = System.nanoTime();
        try {
            Outcome outcome = ledger.ask(wish, around, clock.instant().plus(QUEUE)).get(ANSWER.toSeconds(), TimeUnit.SECONDS);
            meters.answered(started);
            return outcome;
        } catch (TimeoutException e) {
            throw new TurnedAway(DoorCode.LOST);
        } catch (ExecutionException e) {
            throw LaneProblems.of(e.getCause());
        }
    }

    /** The answer of the first time, made again from the facts. */
    ResponseEntity<byte[]> again(Outcome.AskedBefore before) throws SQLException {
        List<Entry> entries = ledger.entries(before.firstPosition(), before.lastPosition());
        List<Fact> facts = entries.stream().map(Entry::fact).toList();
        upkeep.follow(facts);
        return answer(200, Answer.of(before.firstPosition(), entries.getFirst().recordedAt(), facts));
    }

    private static ResponseEntity<byte[]> answer(int status, Answer answer) {
        return ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON).body(Json.canonical(answer));
    }
}
