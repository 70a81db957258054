package fundtrail.proofs.witness;

import fundtrail.proofs.Checkpoint;
import fundtrail.proofs.ConsistencyProof;
import fundtrail.proofs.HeadFile;
import fundtrail.proofs.SigningKey;
import fundtrail.proofs.VerifierKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Cosigns checkpoints of logs it knows, each only where it extends the one before it (C2SP tlog-witness). What it saw is on
 * disk before it answers, so that it never says two things that contradict each other.
 */
public final class Witness {
    private static final System.Logger LOG = System.getLogger(Witness.class.getName());

    private final SigningKey key;
    private final InstantSource clock;
    private final Map<String, Seen> logs = new TreeMap<>();

    /** An answer over HTTP. */
    public record Answer(int status, String contentType, String body) {
        private static final String TEXT = "text/plain; charset=utf-8";

        static Answer of(int status, String body) {
            return new Answer(status, TEXT, body + "\n");
        }
    }

    /** What was seen of one log. */
    private static final class Seen {
        private final List<VerifierKey> keys;
        private final HeadFile file;
        private final Path evidence;
        private Checkpoint last;
        private String told = "";

        Seen(List<VerifierKey> keys, HeadFile file, Checkpoint last, Path evidence) {
            this.evidence = evidence;
            this.keys = keys;
            this.file = file;
            this.last = last;
        }
    }

    /**
     * @param key    its own, of type cosignature
     * @param logs   the keys of the logs it knows; a log's name is its keys' name
     * @param folder where it keeps what it saw, a file a log
     */
    public Witness(SigningKey key, List<VerifierKey> logs, Path folder, InstantSource clock) {
        this.key = key;
        this.clock = clock;
        for (String origin : logs.stream().map(VerifierKey::name).distinct().toList()) {
            String named = HexFormat.of().formatHex(origin.getBytes(StandardCharsets.UTF_8));
            HeadFile file = new HeadFile(folder.resolve(named + ".seen"));
            this.logs.put(origin, new Seen(logs.stream().filter(log -> log.name().equals(origin)).toList(), file, file.read(origin),
                    folder.resolve(named + ".contradicts")));
        }
    }

    public VerifierKey verifier() {
        return key.verifier();
    }

    /** Answers a log that offers a checkpoint. */
    public Answer addCheckpoint(String body) {
        ConsistencyProof offered;
        Checkpoint next;
        try {
            offered = ConsistencyProof.of(body);
            next = Checkpoint.of(offered.checkpoint().text());
        } catch (IllegalArgumentException malformed) {
            return Answer.of(400, malformed.getMessage());
        }
        Seen log = logs.get(next.origin());
        if (log == null) {
            return Answer.of(404, "this witness does not know the log " + next.origin());
        }
        if (!isSigned(offered, log)) {
            return Answer.of(403, "this checkpoint is signed with no key of " + next.origin() + " that this witness was given");
        }
        if (offered.old() > next.size()) {
            return Answer.of(400, "the old size is larger than the new one");
        }
        synchronized (log) {
            return extend(log, offered, next);
        }
    }

    private static boolean isSigned(ConsistencyProof offered, Seen log) {
        try {
            return !offered.checkpoint().signers(log.keys).isEmpty();
        } catch (IllegalArgumentException falseSignature) {
            return false;
        }
    }

    private Answer extend(Seen log, ConsistencyProof offered, Checkpoint next) {
        boolean sameSizeOtherRoot = log.last.size() == next.size() && !log.last.root().equals(next.root());
        if (sameSizeOtherRoot) {
            tell(log, "witness.forked", offered, next);
        } else if (next.size() < log.last.size()) {
            tell(log, "witness.shorter", offered, next);
        }
        if (offered.old() != log.last.size() || sameSizeOtherRoot) {
            return new Answer(409, "text/x.tlog.size", log.last.size() + "\n");
        }
        if (!offered.provesFrom(log.last.root())) {
            tell(log, "witness.unproved", offered, next);
            return Answer.of(422, "the proof does not show that this checkpoint extends the one of " + log.last.size() + " that was seen");
        }
        log.file.write(next);
        log.last = next;
        return Answer.of(200, key.cosign(next.text(), clock.instant()).line());
    }

    /**
     * Tells whoever runs the witness, once each, what a log signed that does not go on from what was seen, and keeps that note:
     * it is the evidence.
     */
    private void tell(Seen log, String what, ConsistencyProof offered, Checkpoint next) {
        if (!log.told.equals(what + next)) {
            log.told = what + next;
            LOG.log(System.Logger.Level.WARNING, Said.of(what, next.origin(), log.last.size() + "", next.size() + "", offered.checkpoint(), log.evidence));
            try {
                Files.writeString(log.evidence, clock.instant() + "\n" + offered.checkpoint() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException("what contradicts it cannot be kept in " + log.evidence, e);
            }
        }
    }

    /** What it saw last of each log, a checkpoint's text each: for whoever compares it with what a ledger says today. */
    public String seen() {
        StringBuilder seen = new StringBuilder();
        for (Seen log : logs.values()) {
            synchronized (log) {
                seen.append(log.last.text()).append('\n');
            }
        }
        return seen.toString();
    }
}
