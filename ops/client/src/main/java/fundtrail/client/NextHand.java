package fundtrail.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.contract.Json;
import fundtrail.contract.Money;
import fundtrail.contract.fact.AuthorityMatrixSet.Row;
import fundtrail.contract.fact.AuthorityMatrixSet.Signer;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Whose hand a proposal waits for, by the authority matrix; in a rehearsal with the names of those who could. */
final class NextHand {
    /**
     * What the next hand does.
     *
     * @param command check-proposal, or approve-proposal for the last hand
     * @param hand    which it is, from 2
     * @param signers who may give it, one of them: those whose limit the proposal's amount does not exceed
     */
    record Turn(String command, int hand, List<Signer> signers) {
        boolean isFor(Home.Known person) {
            return signers.stream().anyMatch(signer -> person.roles().contains(signer.role().name()));
        }
    }

    private final LedgerApi api;
    private final Home home;
    private final Words words;

    NextHand(LedgerApi api, Home home, Words words) {
        this.api = api;
        this.home = home;
        this.words = words;
    }

    /** @throws Unable when the proposal waits for nobody any more, or its amount is beyond every limit */
    Turn turn(JsonNode proposal, Map<String, ?> moment, String token) {
        Terms terms = new Terms(words);
        String state = proposal.get("state").textValue();
        if (!List.of("SUBMITTED", "CHECKED").contains(state)) {
            throw new Unable("sign.closed", proposal.get("proposal").textValue(), terms.state(state));
        }
        String command = proposal.get("command").textValue();
        Row row = row(command, moment, token);
        Money amount = proposal.hasNonNull("amount") ? Money.yuan(proposal.get("amount").textValue()) : null;
        int hands = proposal.get("signed").size();
        List<Signer> signers = row.hand(hands).stream().filter(signer -> signer.covers(amount)).toList();
        if (signers.isEmpty()) {
            throw new Unable("sign.beyondLimits", terms.command(command), Amounts.grouped(amount), terms.anyOf(row.hand(hands)));
        }
        return new Turn(hands >= row.hands().size() - 1 ? "approve-proposal" : "check-proposal", hands + 1, signers);
    }

    /** Who is next, or why nobody is: what was recorded before it is asked stands either way. */
    String sentence(String id, Map<String, ?> moment, String token) {
        JsonNode proposal = api.read("/api/proposals/" + id, moment, token).get("item");
        try {
            return sentence(id, proposal, turn(proposal, moment, token));
        } catch (Unable nobody) {
            return nobody.inWords(words);
        }
    }

    private String sentence(String id, JsonNode proposal, Turn turn) {
        Set<String> involved = involved(proposal);
        String candidates = home.people().stream()
                .filter(person -> !involved.contains(person.person()) && turn.isFor(person))
                .map(person -> person.name() + " (ops/sign " + id + " --as " + person.subject() + ")")
                .collect(Collectors.joining(", "));
        return words.say("sign.next." + turn.command(), new Terms(words).anyOf(turn.signers()))
                + (candidates.isEmpty() ? "" : ": " + candidates);
    }

    private Row row(String command, Map<String, ?> moment, String token) {
        for (JsonNode row : api.read("/api/authority-matrix", moment, token).get("item").get("rows")) {
            if (row.get("command").textValue().equals(command)) {
                return row(row);
            }
        }
        throw new Unable("sign.noAuthority", new Terms(words).command(command));
    }

    private static Row row(JsonNode row) {
        try {
            return Json.MAPPER.treeToValue(row, Row.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("this is no row of an authority matrix: " + row, e);
        }
    }

    /** Those who signed, and those in whose stead somebody did: none of them can be another hand. */
    private static Set<String> involved(JsonNode proposal) {
        Set<String> involved = new HashSet<>();
        for (JsonNode hand : proposal.get("signed")) {
            involved.add(hand.get("person").textValue());
            if (hand.hasNonNull("onBehalfOf")) {
                involved.add(hand.get("onBehalfOf").textValue());
            }
        }
        return involved;
    }
}
