package fundtrail.seal;

import fundtrail.proofs.ConsistencyProof;
import fundtrail.proofs.Note;
import fundtrail.proofs.NoteSignature;
import fundtrail.proofs.VerifierKey;
import fundtrail.proofs.stored.StoredLog;
import fundtrail.proofs.stored.StoredLog.Sealed;
import fundtrail.seal.SealSettings.Witness;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * Offers each new checkpoint to the witnesses, once a second at most, and keeps what they answer (C2SP tlog-witness). One that
 * is away or slow holds up nobody.
 */
final class Witnesses implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Witnesses.class.getName());
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration LONGEST_BACK_OFF = Duration.ofMinutes(1);
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final DataSource source;
    private final StoredLog log;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();
    private final List<Offering> offerings = new ArrayList<>();
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(ANSWER).build();

    Witnesses(DataSource source, StoredLog log, List<Witness> witnesses) {
        this.source = source;
        this.log = log;
        for (Witness witness : witnesses) {
            Offering offering = new Offering(witness);
            offerings.add(offering);
            threads.add(Thread.ofVirtual().name("witness " + witness.key().name()).unstarted(offering));
        }
    }

    List<String> trouble() {
        return offerings.stream().map(offering -> offering.said).filter(said -> !said.isEmpty()).toList();
    }

    void start() {
        threads.forEach(Thread::start);
    }

    /** What one witness is told, again and again. */
    private final class Offering implements Runnable {
        private final Witness witness;
        private long cosigned;
        private Duration pause = EVERY;
        private volatile String said = "";

        Offering(Witness witness) {
            this.witness = witness;
        }

        @Override
        public void run() {
            while (!await(pause)) {
                try {
                    Optional<Sealed> latest = log.latest();
                    if (latest.isPresent() && latest.get().size() > cosigned) {
                        offer(latest.get());
                        again();
                    }
                    pause = EVERY;
                } catch (SQLException | StoredLog.Unreadable database) {
                    pause = EVERY; // no fault of the witness's; the sealer says that the database is away
                } catch (IOException | RuntimeException away) {
                    say("The log goes on without the witness " + witness.key().name() + " at " + witness.prefix()
                            + ", which did not cosign and is asked again within a minute: "
                            + (away.getMessage() == null ? away.getClass().getSimpleName() : away.getMessage()));
                    pause = min(pause.multipliedBy(2), LONGEST_BACK_OFF);
                } catch (InterruptedException e) {
                    return;
                }
            }
        }

        private void offer(Sealed latest) throws IOException, InterruptedException, SQLException {
            HttpResponse<String> answer = send(latest);
            if (answer.statusCode() == 409) {
                cosigned = known(answer, latest);
                answer = send(latest);
            }
            if (answer.statusCode() == 422 || answer.statusCode() == 409) {
                throw new IOException("LOG_FORKED, by the witness's account: it has seen " + cosigned
                        + " facts that are not the first of ours (" + answer.statusCode() + "). See ops/runbooks/log-forked.md.");
            }
            if (answer.statusCode() != 200) {
                throw new IOException("it answered " + answer.statusCode() + " " + answer.body().strip());
            }
            keep(latest, answer.body());
            cosigned = latest.size();
        }

        private long known(HttpResponse<String> answer, Sealed latest) throws IOException {
            long size = Long.parseLong(answer.body().strip());
            if (size > latest.size()) {
                throw new IOException("LOG_FORKED, by the witness's account: it has seen " + size + " facts of this log, of which "
                        + latest.size() + " are sealed here. See ops/runbooks/log-forked.md.");
            }
            return size;
        }

        private HttpResponse<String> send(Sealed latest) throws IOException, InterruptedException {
            ConsistencyProof proof = new ConsistencyProof(cosigned, log.tree(latest.size()).consistency(cosigned), latest.note());
            return http.send(HttpRequest.newBuilder(witness.addCheckpoint()).timeout(ANSWER)
                    .POST(HttpRequest.BodyPublishers.ofString(proof.toString())).build(), HttpResponse.BodyHandlers.ofString());
        }

        private void keep(Sealed latest, String lines) throws SQLException {
            Note cosigned = Note.of(latest.note().text() + "\n" + lines);
            VerifierKey key = witness.key();
            if (cosigned.signers(List.of(key)).isEmpty()) {
                throw new IllegalArgumentException("its answer is not signed with " + key);
            }
            NoteSignature signature = cosigned.signatures().stream().filter(key::isNamedBy).findFirst().orElseThrow();
            try (SealStore store = SealStore.connect(source)) {
                store.addCosignature(latest.size(), key, signature);
            }
        }

        private void again() {
            if (!said.isEmpty()) {
                LOG.log(System.Logger.Level.INFO, "The witness " + witness.key().name() + " cosigns again, " + cosigned + " facts by now.");
                said = "";
            }
        }

        /** Once each, so that a witness that is away for a night does not fill the log. */
        private void say(String trouble) {
            if (!trouble.equals(said)) {
                LOG.log(System.Logger.Level.WARNING, trouble);
                said = trouble;
            }
        }
    }

    private boolean await(Duration howLong) {
        try {
            return closing.await(howLong.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    @Override
    public void close() {
        closing.countDown();
        http.shutdownNow();
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
