package fundtrail.door;

import fundtrail.door.TlsFiles.Pair;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes up renewed files while the service runs. The files are read, not watched by the system's notices, which miss
 * mounted volumes and exchanged links. What cannot be used is told once in the log and the former pair goes on serving,
 * so that a certificate written before its key does no harm.
 */
public final class TlsRenewal implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TlsRenewal.class);
    private static final Duration EVERY = Duration.ofSeconds(30);

    private final TlsFiles files;
    private final Consumer<Pair> door;
    private final ScheduledExecutorService looking =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("tls-renewal").factory());
    private byte[] lookedAt;

    private TlsRenewal(TlsFiles files, Consumer<Pair> door) {
        this.files = files;
        this.door = door;
        this.lookedAt = digest();
    }

    /**
     * Looks every thirty seconds whether the files are others than now.
     *
     * @param door is given every later pair; connections made before keep theirs
     */
    public static TlsRenewal of(TlsFiles files, Consumer<Pair> door) {
        TlsRenewal renewal = new TlsRenewal(files, door);
        renewal.looking.scheduleWithFixedDelay(renewal::look, EVERY.toSeconds(), EVERY.toSeconds(), TimeUnit.SECONDS);
        return renewal;
    }

    /** Looks now. */
    public synchronized void look() {
        try {
            byte[] now = digest();
            if (!Arrays.equals(now, lookedAt)) {
                lookedAt = now;
                Pair renewed = files.read();
                door.accept(renewed);
                LOG.info("the renewed certificate in {} is in use; it ends at {}",
                        files.certificate(), renewed.certificate().getNotAfter().toInstant());
            }
        } catch (RuntimeException e) {
            LOG.error("the certificate before stays in use: {}", e.getMessage());
        }
    }

    private byte[] digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(TlsFiles.bytes(files.certificate()));
            digest.update(TlsFiles.bytes(files.key()));
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public void close() {
        looking.shutdownNow();
    }
}
