package fundtrail.standalone;

import fundtrail.command.CommandServer;
import fundtrail.people.PeopleKey;
import fundtrail.postgres.PrivatePostgres;
import java.net.BindException;
import java.util.Map;
import org.springframework.boot.web.server.PortInUseException;

/** The writing side in this JVM, on the folder's PostgreSQL. */
final class WritingService {
    private static final int AS_FAST_AS_IT_GOES = 100_000;

    private WritingService() {}

    /**
     * Makes the key of the people registry with the first start.
     *
     * @throws Refused when the port is another program's
     */
    static CommandServer.Running start(HomeFolder home, PrivatePostgres postgres, RolePasswords passwords, int port) {
        PeopleKey.inOrMadeAt(home.peopleKey());
        try {
            return CommandServer.start(Map.ofEntries(
                    Map.entry("server.port", port),
                    Map.entry("server.address", "127.0.0.1"),
                    Map.entry("fundtrail.database.url", postgres.jdbcUrl(Databases.LEDGER)),
                    Map.entry("fundtrail.database.user", Databases.APPLICATION),
                    Map.entry("fundtrail.database.password", passwords.of(Databases.APPLICATION)),
                    Map.entry("fundtrail.database.owner-user", Databases.OWNER),
                    Map.entry("fundtrail.database.owner-password", passwords.of(Databases.OWNER)),
                    Map.entry("fundtrail.tokens.rehearsal-keys", home.home().keys().toString()),
                    Map.entry("fundtrail.people.key", home.peopleKey().toString()),
                    Map.entry("fundtrail.opening", home.opening().toString()),
                    Map.entry("fundtrail.snapshots", home.snapshots().toString()),
                    // A pack's cashier confirms more payments a second than any person, and nobody else is at this door.
                    Map.entry("fundtrail.command.person.burst", AS_FAST_AS_IT_GOES),
                    Map.entry("fundtrail.command.person.persecond", AS_FAST_AS_IT_GOES),
                    Map.entry("fundtrail.node", "standalone")));
        } catch (RuntimeException failed) {
            if (isPortTaken(failed)) {
                throw new Refused("run.portTaken", port, "--command-port");
            }
            throw failed;
        }
    }

    static boolean isPortTaken(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException || cause instanceof PortInUseException) {
                return true;
            }
        }
        return false;
    }
}
