package fundtrail.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fundtrail.contract.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows a proposal and signs it: checks or approves, whichever is next; or gives it back. Lists what waits for a hand. */
@Command(name = "sign",
        description = "Shows a proposal, its content hash and what changed since, then checks or approves it, whichever is next.",
        mixinStandardHelpOptions = true, sortOptions = false, usageHelpAutoWidth = true)
final class SignCommand implements Callable<Integer>, Client.Speaking {
    @Parameters(paramLabel = "PROPOSAL", arity = "0..1",
            description = "its id, as ops/import printed it; without one, what waits for your hand is listed")
    private String id;

    @Option(names = "--return", paramLabel = "REASON", description = "give it back instead, for this reason")
    private String reason;

    @Option(names = "--yes", description = "sign without being asked")
    private boolean yes;

    @Option(names = "--clock", paramLabel = "INSTANT", description = "in a rehearsal, when it is recorded")
    private Instant clock;

    @Mixin
    private At at;

    private final PrintStream out = System.out;

    @Override
    public Words words() {
        return at.words();
    }

    @Override
    public Integer call() {
        Words words = words();
        String token = at.token();
        try (LedgerApi api = at.api()) {
            SigningList list = new SigningList(api, token, words);
            if (id == null) {
                out.println(list.waiting());
                return 0;
            }
            ShownProposal proposal = ShownProposal.read(api, id, token);
            NextHand next = new NextHand(api, at.home(), words);
            NextHand.Turn turn = next.turn(proposal.item(), Map.of(), token);
            show(api, proposal, token);
            out.println(list.changesSince(id));
            out.println(words.say(reason == null ? "sign.about." + turn.command() : "sign.about.return-proposal",
                    new Terms(words).anyOf(turn.signers())));
            if (!yes && !agreed()) {
                out.println(words.say("sign.not"));
                return 1;
            }
            Answer.Given given = sign(api, proposal, turn, token);
            out.println(words.say("sign.done." + given.answer().outcome(), id, given.answer().firstPosition(),
                    given.answer().lastPosition(), new Terms(words).recorded(given.answer().facts())));
            if (given.answer().outcome().equals("CHECKED")) {
                out.println(next.sentence(id, Map.of("after", given.answer().lastPosition()), token));
            }
            return 0;
        }
    }

    private Answer.Given sign(LedgerApi api, ShownProposal proposal, NextHand.Turn turn, String token) {
        ObjectNode body = Json.MAPPER.createObjectNode().put("proposal", id).put("contentHash", proposal.contentHash());
        String command = reason == null ? turn.command() : "return-proposal";
        if (reason != null) {
            body.put("reason", reason);
        }
        return api.ask(command, body, "sign-" + id + "-" + turn.hand() + "-" + command, token, clock);
    }

    /** What is to be signed: the command, its content, whom it names, its rows, the hands so far, and last the hash. */
    private void show(LedgerApi api, ShownProposal proposal, String token) {
        Words words = words();
        Terms terms = new Terms(words);
        out.println(words.say("sign.proposal", id, terms.command(proposal.command()),
                terms.state(proposal.item().get("state").textValue())));
        out.println(pretty(proposal.item().get("content")));
        proposal.people(words).forEach(out::println);
        proposal.registers(api, token, words).ifPresent(out::println);
        if (!proposal.rows().isEmpty()) {
            out.println(ProposedPayments.table(proposal.rows(), words));
        }
        for (JsonNode hand : proposal.item().get("signed")) {
            out.println(terms.hand(hand));
        }
        out.println(words.say("sign.contentHash", proposal.contentHash()));
    }

    private boolean agreed() {
        out.print(words().say("sign.ask"));
        out.flush();
        try {
            String line = new BufferedReader(new InputStreamReader(System.in)).readLine();
            return line != null && List.of("y", "yes", "是").contains(line.strip().toLowerCase(Locale.ROOT));
        } catch (IOException e) {
            throw new UncheckedIOException("the answer cannot be read", e);
        }
    }

    private static String pretty(JsonNode content) {
        try {
            return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a proposal's content is JSON", e);
        }
    }
}
