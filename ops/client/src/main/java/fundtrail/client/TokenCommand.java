package fundtrail.client;

import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints a bearer token of one of a rehearsal's made-up people. */
@Command(name = "token", description = "Prints a token for one of a rehearsal's made-up people.", mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true)
final class TokenCommand implements Callable<Integer>, Client.Speaking {
    @Parameters(paramLabel = "PERSON", description = "token subject, name or reference, such as zhou.min")
    private String person;

    @Option(names = "--subject", description = "take PERSON as a token subject, known here or not: somebody registered since")
    private boolean subject;

    @Option(names = "--home", paramLabel = "DIR", description = "the rehearsal's folder; without it, where ops/run starts one")
    private Path home = Client.USUAL_HOME;

    @Mixin
    private Language language;

    @Override
    public Words words() {
        return language.words();
    }

    @Override
    public Integer call() {
        Home folder = Home.at(home);
        Instant now = Instant.now();
        System.out.println(subject ? folder.tokenOfSubject(person, now) : folder.token(person, now));
        return 0;
    }
}
