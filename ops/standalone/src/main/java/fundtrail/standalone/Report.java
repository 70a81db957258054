package fundtrail.standalone;

import fundtrail.client.Addresses;
import fundtrail.client.Balances;
import fundtrail.client.Home.Known;
import fundtrail.client.LedgerApi;
import fundtrail.client.TextTable;
import fundtrail.client.Words;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is said once a rehearsal ledger runs: what its books add up to, where it answers, as whom one may enter it. */
record Report(LedgerApi api, HomeFolder folder, Addresses addresses, Words words) {
    /** Who may see all of it, the likeliest first: the auditor, the bureau's chief accountant. */
    private static final List<String> SEE_ALL = List.of("AU", "CA");

    /** @param after the position that must be worked in; −1 for none */
    void balances(PrintStream out, long after) {
        Optional<Known> reader = SEE_ALL.stream()
                .flatMap(role -> folder.home().people().stream().filter(person -> person.roles().contains(role)))
                .findFirst();
        if (reader.isEmpty()) {
            return;
        }
        String token = folder.home().tokenOfSubject(reader.get().subject(), Instant.now());
        Map<String, Object> moment = after < 0 ? Map.of() : Map.of("after", after);
        Balances balances = new Balances(api, words);
        List<Balances.OfSource> sources = balances.ofSources(moment, token);
        if (!sources.isEmpty()) {
            out.println();
            out.println(balances.sourceTable(sources));
            out.println(balances.institutionTable(balances.ofInstitutions(moment, token)));
        }
    }

    void whereAndWho(PrintStream out) {
        out.println(words.say("run.ready", addresses.query(), addresses.command(), folder.path(), folder.logs()));
        TextTable people = new TextTable().words(words.say("run.token")).words(words.say("run.name"))
                .words(words.say("run.post")).words(words.say("run.roles"));
        for (Known person : folder.home().people()) {
            people.row(List.of("ops/token " + person.subject(), person.name(), person.post(), String.join(" ", person.roles())));
        }
        out.println(people);
    }
}
