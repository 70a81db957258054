package fundtrail.client.pack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fundtrail.client.LedgerApi;
import fundtrail.client.Progress;
import fundtrail.client.pack.Pack.Hand;
import fundtrail.client.pack.Pack.People;
import fundtrail.client.pack.Pack.Person;
import fundtrail.contract.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Registers a pack's people: the registry row, then the person, then each role, proposed and approved. */
final class PeopleLoader {
    /** Proposes something, and lets later hands sign it. */
    @FunctionalInterface
    interface Proposing {
        void propose(String key, String by, Instant clock, List<Hand> hands, PackLoader.Wish wish);
    }

    private final Pack pack;
    private final LedgerApi api;
    private final UnaryOperator<String> tokens;
    private final Proposing proposing;

    PeopleLoader(Pack pack, LedgerApi api, UnaryOperator<String> tokens, Proposing proposing) {
        this.pack = pack;
        this.api = api;
        this.tokens = tokens;
        this.proposing = proposing;
    }

    void load(Progress progress) {
        List<Person> people = pack.people().rows();
        progress.begin(progress.words().say("pack.people"), people.size());
        for (Person person : people) {
            register(person);
            progress.advance();
        }
        progress.end();
    }

    private void register(Person person) {
        String hash = api.putPerson(person.person(), row(person), tokens.apply(pack.people().by()));
        propose("person-" + person.person(), "register-person", Map.of("person", person.person(), "registryHash", hash));
        for (String role : person.roles()) {
            for (String division : pack.divisions()) {
                propose("role-" + person.person() + "-" + role + "-" + division, "grant-role",
                        Map.of("person", person.person(), "role", role, "division", division));
            }
        }
    }

    private void propose(String key, String command, Map<String, String> body) {
        People people = pack.people();
        proposing.propose(key, people.by(), people.clock(), List.of(new Hand(people.approver(), people.clock())),
                asked -> api.ask(command, body, asked, tokens.apply(people.by()), people.clock()));
    }

    private static ObjectNode row(Person person) {
        return Json.MAPPER.createObjectNode()
                .put("name", person.name())
                .put("post", person.post())
                .put("employeeNumber", person.employeeNumber())
                .put("subject", person.subject());
    }
}
