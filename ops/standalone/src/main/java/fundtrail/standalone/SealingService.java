package fundtrail.standalone;

import fundtrail.postgres.PrivatePostgres;
import fundtrail.proofs.VerifierKey;
import fundtrail.proofs.stored.StoredLog;
import fundtrail.seal.SealSettings;
import fundtrail.seal.Sealer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.postgresql.ds.PGSimpleDataSource;

/** The sealer in this JVM, with the log's keys in the ledger's own folder: a rehearsal is proved to nobody but its people. */
final class SealingService implements AutoCloseable {
    private static final int ANSWER_SECONDS = 30;

    private final StoredLog log;
    private final AtomicReference<VerifierKey> first = new AtomicReference<>();
    private final Sealer sealer;

    /** What is to be kept outside: a key that was made in this run, and a checkpoint. */
    record ToKeep(VerifierKey key, String checkpoint) {}

    private SealingService(PGSimpleDataSource source, HomeFolder home) {
        log = new StoredLog(source);
        sealer = Sealer.start(source, new SealSettings(home.sealKeys(), SealSettings.USUAL, List.of()), (key, checkpoint) -> first.set(key));
    }

    static SealingService start(HomeFolder home, PrivatePostgres postgres, RolePasswords passwords) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(postgres.jdbcUrl(Databases.LEDGER));
        source.setUser(Databases.SEAL);
        source.setPassword(passwords.of(Databases.SEAL));
        source.setSocketTimeout(ANSWER_SECONDS);
        return new SealingService(source, home);
    }

    /** The key and the newest checkpoint, where the log began with this run. */
    Optional<ToKeep> toKeep() {
        VerifierKey key = first.get();
        return key == null ? Optional.empty() : log.latest().map(latest -> new ToKeep(key, latest.note().toString()));
    }

    @Override
    public void close() {
        sealer.close();
    }
}
