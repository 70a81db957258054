package fundtrail.proofs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * The checkpoint that was signed last, in a file of its own: on disk before the signature is handed out, so that no crash
 * lets its writer sign what contradicts it.
 */
public final class HeadFile {
    private final Path file;

    public HeadFile(Path file) {
        this.file = file;
    }

    /** What was signed last; the empty tree where nothing was. */
    public Checkpoint read(String origin) {
        try {
            if (!Files.exists(file)) {
                return new Checkpoint(origin, 0, Hash.EMPTY);
            }
            Checkpoint last = Checkpoint.of(Files.readString(file));
            if (!last.origin().equals(origin)) {
                throw new IllegalArgumentException("it is of the log " + last.origin() + ", not of " + origin);
            }
            return last;
        } catch (IOException e) {
            throw new UncheckedIOException("what was signed last cannot be read in " + file, e);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalStateException(file + " does not say what was signed last: " + wrong.getMessage(), wrong);
        }
    }

    /** Whole or not at all; returns when it is on disk. */
    public void write(Checkpoint signed) {
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        try {
            force(unfinished, signed.text().getBytes(StandardCharsets.UTF_8));
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
                folder.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("what is to be signed cannot be kept in " + file, e);
        }
    }

    private static void force(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }
}
