package fundtrail.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Whose hand a proposal waits for, by the authority matrix; in a rehearsal with the names of those who could. */
final class NextHand {
    /**
     * What the next hand does.
     *
     * @param command check-proposal, or approve-proposal for the last hand
     * @param hand    which it is, from 2
     * @param roles   of which the signer must hold one
     */
    record Turn(String command, int hand, List<String> roles) {}

    private final LedgerApi api;
    private final Home home;
    private final Words words;

    NextHand(LedgerApi api, Home home, Words words) {
        this.api = api;
        this.home = home;
        this.words = words;
    }

    /** @throws Unable when the proposal waits for nobody any more */
    Turn turn(JsonNode proposal, Map<String, ?> moment, String token) {
        String state = proposal.get("state").textValue();
        if (!List.of("SUBMITTED", "CHECKED").contains(state)) {
            throw new Unable("sign.closed", proposal.get("proposal").textValue(), state);
        }
        int hands = proposal.get("signed").size();
        for (JsonNode row : api.read("/api/authority-matrix", moment, token).get("item").get("rows")) {
            if (row.get("command").equals(proposal.get("command"))) {
                JsonNode needed = row.get("hands");
                List<String> roles = new ArrayList<>();
                needed.get(Math.min(hands, needed.size() - 1)).forEach(signer -> roles.add(signer.get("role").textValue()));
                boolean last = hands >= needed.size() - 1;
                return new Turn(last ? "approve-proposal" : "check-proposal", hands + 1, roles);
            }
        }
        throw new Unable("sign.noAuthority", proposal.get("command").textValue());
    }

    String sentence(String id, Map<String, ?> moment, String token) {
        JsonNode proposal = api.read("/api/proposals/" + id, moment, token).get("item");
        Turn turn = turn(proposal, moment, token);
        List<String> hands = new ArrayList<>();
        proposal.get("signed").forEach(hand -> hands.add(hand.get("person").textValue()));
        String candidates = home.people().stream()
                .filter(person -> !hands.contains(person.person()) && person.roles().stream().anyMatch(turn.roles()::contains))
                .map(person -> person.name() + " (ops/sign " + id + " --as " + person.subject() + ")")
                .collect(Collectors.joining(", "));
        return words.say("sign.next." + turn.command(), String.join(" / ", turn.roles()))
                + (candidates.isEmpty() ? "" : ": " + candidates);
    }
}
