package fundtrail.command.snapshot;

import fundtrail.command.bench.GrownLedger;
import fundtrail.command.known.Known;
import fundtrail.contract.Entry;
import fundtrail.contract.EntryCodec;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What a grown ledger's decision state costs: heap a fact, the time to fold it from stored entries, to write it as a
 * snapshot and to restore it. Not a test: its
 * {@code main} is run with the module's test class path on a quiet machine, with the number of facts.
 */
public final class StateCost {
    private StateCost() {}

    public static void main(String[] arguments) throws IOException {
        long facts = arguments.length == 0 ? 100_000 : Long.parseLong(arguments[0]);
        Path log = Files.createTempFile("grown", ".log");
        try {
            long size = write(log, facts);
            System.out.printf(Locale.ROOT, "%,d facts, %,d bytes an entry%n", size, Files.size(log) / size);
            long before = heap();
            Known known = new Known();
            long start = System.nanoTime();
            fold(log, known);
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(Locale.ROOT, "folded in %.1f s, %.1f µs a fact%n", seconds, seconds * 1e6 / size);
            System.out.printf(Locale.ROOT, "%,d bytes of heap a fact%n", (heap() - before) / size);
            snapshot(known);
        } finally {
            Files.delete(log);
        }
    }

    private static long write(Path log, long facts) throws IOException {
        EntryCodec codec = new EntryCodec();
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(log), 1 << 16))) {
            return new GrownLedger(1, entry -> append(entry, codec, out)).to(facts).size();
        }
    }

    private static void append(Entry entry, EntryCodec codec, DataOutputStream out) {
        try {
            byte[] bytes = EntryCodec.entry(entry.position(), entry.recordedAt(), codec.tail(entry.envelope(), entry.fact()));
            out.writeInt(bytes.length);
            out.write(bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void fold(Path log, Known known) throws IOException {
        EntryCodec codec = new EntryCodec();
        long left = Files.size(log);
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(log), 1 << 16))) {
            while (left > 0) {
                byte[] bytes = new byte[in.readInt()];
                in.readFully(bytes);
                left -= bytes.length + 4;
                Entry entry = codec.decode(bytes);
                known.foldDurable(entry);
            }
        }
    }

    private static void snapshot(Known known) throws IOException {
        Path folder = Files.createTempDirectory("snapshot");
        SnapshotFile file = new SnapshotFile(folder.resolve("snapshot"));
        try {
            for (int time = 1; time <= 3; time++) {
                long start = System.nanoTime();
                file.write(new SnapshotFile.Heading(CodeVersion.current(), known.next() - 1, ""), known);
                long written = System.nanoTime();
                Known restored = file.read().known();
                long read = System.nanoTime();
                restored.memory().digest();
                System.out.printf(Locale.ROOT, "time %d: %,d bytes written in %.2f s, restored in %.2f s, digest in %.2f s%n", time,
                        Files.size(file.path()), (written - start) / 1e9, (read - written) / 1e9, (System.nanoTime() - read) / 1e9);
            }
        } catch (SnapshotWrong e) {
            throw new IllegalStateException(e);
        } finally {
            Files.deleteIfExists(file.path());
            Files.delete(folder);
        }
    }

    private static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
