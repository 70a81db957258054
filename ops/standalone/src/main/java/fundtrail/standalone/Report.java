package fundtrail.standalone;

import fundtrail.client.Addresses;
import fundtrail.client.Balances;
import fundtrail.client.Home.Known;
import fundtrail.client.Inspection;
import fundtrail.client.LedgerApi;
import fundtrail.client.TextTable;
import fundtrail.client.Words;
import fundtrail.client.YearEnd;
import fundtrail.client.pack.ExpectedBooks;
import fundtrail.client.pack.ExpectedPostings;
import fundtrail.client.pack.Pack;
import java.io.PrintStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What is said once a rehearsal ledger runs: what its books add up to, where it answers, as whom one may enter it. */
record Report(LedgerApi api, HomeFolder folder, Addresses addresses, Words words) {
    /** Who may see all of it, the likeliest first: the auditor, the bureau's chief accountant. */
    private static final List<String> SEE_ALL = List.of("AU", "CA");

    /** @param after the position that must be worked in; −1 for none */
    void balances(PrintStream out, long after) {
        token().ifPresent(token -> {
            Map<String, Object> moment = after < 0 ? Map.of() : Map.of("after", after);
            tables(out, moment, token);
            YearEnd year = new YearEnd(api, words);
            Stream.of(year.settlements(moment, token), year.reserve(moment, token), new Inspection(api, token, words).restitutionTable(moment))
                    .filter(table -> !table.isEmpty())
                    .forEach(out::println);
        });
    }

    private void tables(PrintStream out, Map<String, Object> moment, String token) {
        Balances balances = new Balances(api, words);
        List<Balances.OfSource> sources = balances.ofSources(moment, token);
        if (!sources.isEmpty()) {
            out.println();
            out.println(balances.sourceTable(sources));
            out.println(balances.institutionTable(balances.ofInstitutions(moment, token)));
        }
    }

    /** The balances at the end of the days that the pack names, as they were known then. */
    void earlier(PrintStream out, Pack pack, long after) {
        pack.balancesOn().forEach(day -> {
            out.println();
            out.println(words.say("balances.on", day));
            tables(out, Map.of("effective", day, "known", day, "after", after), token().orElseThrow());
        });
    }

    /** Answers what the pack says is worth asking. */
    void questions(PrintStream out, Pack pack, long after) {
        YearEnd year = new YearEnd(api, words);
        pack.questions().forEach(question -> out.println(year.known(
                question.account(), question.institution(), question.effective(), question.known(), after, token().orElseThrow())));
    }

    /**
     * Holds the books against what the pack must add up to.
     *
     * @throws Refused when they differ, or there is nothing to hold them against
     */
    void check(PrintStream out, Pack pack, long after) {
        ExpectedBooks expected = new ExpectedBooks(pack, new Balances(api, words), token().orElseThrow());
        ExpectedPostings postings = new ExpectedPostings(pack, api, token().orElseThrow());
        List<String> moments = Stream.concat(expected.moments().stream(), postings.recordedOn().stream().map(LocalDate::toString)).toList();
        if (moments.isEmpty()) {
            throw new Refused("run.nothingExpected", pack.folder());
        }
        List<String> differences = Stream.concat(
                        expected.moments().stream().flatMap(moment -> expected.differences(moment, after).stream()),
                        postings.recordedOn().stream().flatMap(day -> postings.differences(day, after).stream()))
                .toList();
        if (!differences.isEmpty()) {
            throw new Refused("run.differs", differences.size(), String.join("\n  ", differences));
        }
        out.println(words.say("run.addsUp", pack.name(), String.join(", ", moments)));
    }

    private Optional<String> token() {
        return SEE_ALL.stream()
                .flatMap(role -> folder.home().people().stream().filter(person -> person.roles().contains(role)))
                .findFirst()
                .map(reader -> folder.home().tokenOfSubject(reader.subject(), Instant.now()));
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
