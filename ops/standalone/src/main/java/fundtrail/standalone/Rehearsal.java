package fundtrail.standalone;

import fundtrail.client.Addresses;
import fundtrail.client.Progress;
import fundtrail.client.Words;
import fundtrail.command.CommandServer;
import fundtrail.postgres.PostgresUnavailable;
import fundtrail.query.LedgerQuery;
import java.sql.SQLException;

/** The four parts of a rehearsal ledger, started in their order. {@link Started} closes them in the opposite one. */
record Rehearsal(Addresses addresses, SealingService sealing) {

    static Rehearsal start(HomeFolder folder, Started started, int commandPort, int queryPort, Progress progress)
            throws SQLException {
        Words words = progress.words();
        KeptPostgres postgres = started.start(() -> KeptPostgres.start(folder.postgres(), Rehearsal::end));
        RolePasswords passwords = RolePasswords.in(
                folder.passwords(), Databases.OWNER, Databases.APPLICATION, Databases.SEAL, Databases.FEED, Databases.READER);
        Databases.prepare(postgres.running(), passwords);
        progress.say(words.say("run.postgres", postgres.running().port()));
        CommandServer.Running writing =
                started.start(() -> WritingService.start(folder, postgres.running(), passwords, commandPort));
        progress.say(words.say("run.writing", writing.port()));
        SealingService sealing = started.start(() -> SealingService.start(folder, postgres.running(), passwords));
        LedgerQuery reading = started.start(() -> ReadingService.start(
                folder, postgres.running(), passwords, queryPort, Addresses.local(writing.port(), queryPort).command()));
        progress.say(words.say("run.reading", reading.port()));
        return new Rehearsal(Addresses.local(writing.port(), reading.port()), sealing);
    }

    /** Without PostgreSQL there is no ledger. On another thread: the end waits for the one that noticed. */
    private static void end(PostgresUnavailable gone) {
        System.err.println("✗ " + gone.getMessage());
        Thread.ofPlatform().start(() -> System.exit(1));
    }
}
