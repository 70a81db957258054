package fundtrail.proofs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A folder that one process at a time works with: whoever signs remembers in memory what it signed, and a second one on the
 * same files would not know. The operating system lets go when the process ends, however it ends.
 */
public final class HeldFolder implements AutoCloseable {
    private final FileChannel channel;

    private HeldFolder(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * @return whose {@code close} lets go of it
     * @throws InUse       when another process holds it
     * @throws IOException when its file {@code lock} cannot be written
     */
    public static HeldFolder take(Path folder) throws IOException {
        FileChannel channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return new HeldFolder(channel);
            }
        } catch (OverlappingFileLockException sameProcess) {
            channel.close();
            throw new InUse(folder);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
        channel.close();
        throw new InUse(folder);
    }

    /** Another process works with the folder. */
    public static final class InUse extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        InUse(Path folder) {
            super(folder + " is in use by another process: stop that one first.");
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("a folder cannot be let go of", e);
        }
    }
}
