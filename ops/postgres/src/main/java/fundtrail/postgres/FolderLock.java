package fundtrail.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * At most one owner a folder, on this machine. The operating system lets go of the lock when its owner dies, however it
 * dies, so the file itself is never a sign of anything and stays where it is.
 */
final class FolderLock implements AutoCloseable {

    /**
     * POSIX drops a process's lock as soon as the process closes any handle on the file, so a second attempt in this
     * JVM must be turned away before it opens the file.
     */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final PostgresFolder folder;
    private final FileChannel channel;

    private FolderLock(PostgresFolder folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    static FolderLock take(PostgresFolder folder) throws IOException {
        if (!HELD_HERE.add(folder.home())) {
            throw refused(folder, "this very process");
        }
        try {
            return new FolderLock(folder, locked(folder));
        } catch (IOException | RuntimeException e) {
            HELD_HERE.remove(folder.home());
            throw e;
        }
    }

    private static FileChannel locked(PostgresFolder folder) throws IOException {
        FileChannel channel = FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw refused(folder, Files.readString(folder.lock()));
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(("process " + ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    PostgresFolder folder() {
        return folder;
    }

    private static PostgresUnavailable refused(PostgresFolder folder, String owner) {
        return new PostgresUnavailable("The folder " + folder.home() + " is already in use by " + owner
                + ": stop that process first, or start this one on another folder.");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the lock " + folder.lock() + " could not be let go of", e);
        } finally {
            HELD_HERE.remove(folder.home());
        }
    }
}
