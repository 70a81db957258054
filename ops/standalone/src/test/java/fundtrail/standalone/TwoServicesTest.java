package fundtrail.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.client.Addresses;
import fundtrail.client.LedgerApi;
import fundtrail.client.Progress;
import fundtrail.client.Words;
import fundtrail.client.pack.PackLoader;
import fundtrail.client.pack.PackReader;
import fundtrail.command.CommandServer;
import fundtrail.contract.Json;
import fundtrail.postgres.PostgresBinaries;
import fundtrail.postgres.PrivatePostgres;
import fundtrail.proofs.VerifierKey;
import fundtrail.proofs.stored.StoredLog;
import fundtrail.proofs.witness.WitnessServer;
import fundtrail.query.LedgerQuery;
import fundtrail.seal.KeyFolder;
import fundtrail.seal.SealSettings;
import fundtrail.seal.Sealer;
import fundtrail.tokens.RehearsalIssuer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** The two sides as services of their own, with roles of their own, on PostgreSQL 15. */
class TwoServicesTest {
    private static final Path POSTGRES_15 = Path.of(System.getProperty("basedir", "."), "target", "postgres-15", "postgres-15.jar");

    @TempDir
    Path folder;

    @Test
    void the_pack_adds_up_on_postgres_15_and_the_reading_side_sees_the_feed_alone() throws IOException, SQLException {
        HomeFolder home = HomeFolder.at(folder.resolve("ledger"));
        Logs.to(home.logs());
        Path pack = RunProcess.ROOT.resolve("seeds/disbursement-batch");
        home.keepOpening(Files.readAllBytes(pack.resolve("opening.json")));
        RolePasswords passwords = RolePasswords.in(
                home.passwords(), Databases.OWNER, Databases.APPLICATION, Databases.SEAL, Databases.FEED, Databases.READER);
        RehearsalIssuer issuer = RehearsalIssuer.in(home.home().keys());
        try (PrivatePostgres postgres = PrivatePostgres.in(home.postgres())
                .binaries(PostgresBinaries.fromJar(POSTGRES_15)).start()) {
            assertTrue(version(postgres).startsWith("15."), version(postgres));
            Databases.prepare(postgres, passwords);
            try (CommandServer.Running writing = WritingService.start(home, postgres, passwords, 0);
                    LedgerQuery reading = ReadingService.start(home, postgres, passwords, 0, Addresses.local(writing.port(), 0).command());
                    LedgerApi api = new LedgerApi(Addresses.local(writing.port(), reading.port()), Words.in("en"))) {
                Progress silent = new Progress(
                        new PrintStream(OutputStream.nullOutputStream()), false, Words.in("en"), InstantSource.system());
                long last = new PackLoader(api, subject -> token(issuer, subject), silent).load(PackReader.read(pack)).position();
                new Books(api, token(issuer, "cao.wen")).addUpTo("end", Map.of("after", last));
                isSealedAndWitnessed(home, postgres, passwords, last + 1);
                seesTheFeedAlone(postgres, passwords);
            }
        }
    }

    /** By a sealer of its own role, and a witness that knows nothing but the log's key. */
    private void isSealedAndWitnessed(HomeFolder home, PrivatePostgres postgres, RolePasswords passwords, long facts) throws IOException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(postgres.jdbcUrl(Databases.LEDGER));
        source.setUser(Databases.SEAL);
        source.setPassword(passwords.of(Databases.SEAL));
        String origin = Json.MAPPER.readTree(Files.readAllBytes(home.opening())).get("origin").textValue();
        VerifierKey log = KeyFolder.in(home.sealKeys()).add(origin).verifier();
        StoredLog stored = new StoredLog(source);
        try (WitnessServer witness = WitnessServer.start(folder.resolve("witness"), "witness.example/w1", List.of(log), "127.0.0.1", 0);
                Sealer sealer = Sealer.start(source, new SealSettings(home.sealKeys(), SealSettings.USUAL, List.of(
                        new SealSettings.Witness(witness.verifier(), URI.create("http://127.0.0.1:" + witness.port())))), (key, checkpoint) -> { })) {
            RunProcess.await(() -> "sealed and witnessed: " + sealer.state() + sealer.witnessTrouble(),
                    () -> stored.witnessed().map(StoredLog.Sealed::size).orElse(0L) == facts);
            assertEquals(List.of(log, witness.verifier()),
                    stored.note(stored.witnessed().orElseThrow()).signers(List.of(log, witness.verifier())));
        }
    }

    private static void seesTheFeedAlone(PrivatePostgres postgres, RolePasswords passwords) throws SQLException {
        try (Connection feed = connect(postgres, Databases.LEDGER, Databases.FEED, passwords)) {
            assertTrue(count(feed, "ledger.feed") > 0);
            assertTrue(count(feed, "ledger.signer") > 0);
            assertTrue(count(feed, "ledger.stored_document") > 0);
            assertTrue(count(feed, "ledger.cosignature") > 0);
            for (String table : new String[] {"ledger.fact", "ledger.person", "ledger.document", "ledger.unique_value"}) {
                SQLException refused = assertThrows(SQLException.class, () -> count(feed, table), table);
                assertEquals("42501", refused.getSQLState(), table); // insufficient_privilege
            }
        }
        SQLException refused = assertThrows(SQLException.class,
                () -> connect(postgres, Databases.LEDGER, Databases.READER, passwords).close());
        assertEquals("42501", refused.getSQLState());
    }

    private static Connection connect(PrivatePostgres postgres, String database, String role, RolePasswords passwords)
            throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(database), role, passwords.of(role));
    }

    private static long count(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static String version(PrivatePostgres postgres) throws SQLException {
        try (Connection connection = postgres.connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show server_version")) {
            row.next();
            return row.getString(1);
        }
    }

    private static String token(RehearsalIssuer issuer, String subject) {
        return issuer.token(subject, Duration.ofMinutes(10), Instant.now());
    }
}
