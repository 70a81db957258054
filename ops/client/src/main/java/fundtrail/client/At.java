package fundtrail.client;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which ledger, as whom, in which language: the options every command has. */
final class At {
    private static final String TOKEN = "FUNDTRAIL_TOKEN";

    @Option(names = "--home", paramLabel = "DIR",
            description = "the folder of a rehearsal ledger; without it, where ops/run starts one")
    private Path home = Client.USUAL_HOME;

    @Option(names = "--command", paramLabel = "URL", description = "the writing side; without it, as the home says")
    private URI command;

    @Option(names = "--query", paramLabel = "URL", description = "the reading side; without it, as the home says")
    private URI query;

    @Option(names = "--as", paramLabel = "PERSON",
            description = "in a rehearsal, who acts: token subject, name or reference. Elsewhere put a token into " + TOKEN)
    private String person;

    @Option(names = "--ca", paramLabel = "FILE",
            description = "for a ledger under TLS: the certificates (PEM) of the authorities to believe and no others;"
                    + " without it, the file " + Trust.VARIABLE + " names, or the usual authorities")
    private Path ca;

    @Mixin
    private Language language;

    Words words() {
        return language.words();
    }

    Home home() {
        return Home.at(home);
    }

    /** With the reading side there. */
    LedgerApi api(URI query) {
        this.query = query;
        return api();
    }

    LedgerApi api() {
        Addresses known = home().addresses();
        return new LedgerApi(
                new Addresses(command == null ? known.command() : command, query == null ? known.query() : query),
                words(), Patience.USUAL, trust());
    }

    private Trust trust() {
        String named = System.getenv(Trust.VARIABLE);
        if (ca == null && (named == null || named.isBlank())) {
            return Trust.usual();
        }
        return Trust.of(ca == null ? Path.of(named) : ca);
    }

    /**
     * A token of whoever acts: the one in the environment, or in a rehearsal the person named, or the first who holds
     * one of the usual roles.
     *
     * @param usualRoles the likeliest first; none where whoever acts must be named
     */
    String token(String... usualRoles) {
        String given = System.getenv(TOKEN);
        if (given != null && person == null) {
            return given;
        }
        Instant now = Instant.now();
        if (person != null) {
            return home().token(person, now);
        }
        return home().rehearsalPeople(usualRoles).stream()
                .findFirst()
                .map(one -> home().tokenOfSubject(one.subject(), now))
                .orElseThrow(() -> new Unable("at.whom"));
    }
}
