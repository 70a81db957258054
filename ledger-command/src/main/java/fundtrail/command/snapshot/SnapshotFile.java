package fundtrail.command.snapshot;

import com.fasterxml.jackson.core.JsonProcessingException;
import fundtrail.command.known.Known;
import fundtrail.command.memory.RowIn;
import fundtrail.contract.Json;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.FileOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Set;

/**
 * A decision state in a file: one line of JSON that says which, the rows of all its parts, and the SHA-256 of all that
 * before it. It is whole or it is not there: it is written beside, forced to the disk and renamed.
 */
final class SnapshotFile {
    /**
     * Which state a file holds.
     *
     * @param code     the {@link CodeVersion} that folded it
     * @param position the last position folded into it
     * @param leafHash the leaf hash at that position, in hex: which ledger's
     */
    record Heading(String code, long position, String leafHash) {}

    /** What a file held. */
    record Content(Heading heading, Known known) {}

    private static final int BUFFER = 1 << 16;
    private static final int DIGEST = 32;
    private static final Set<PosixFilePermission> ONLY_OWNER = Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    private static final int LONGEST_HEADING = 4_096;

    private final Path file;

    SnapshotFile(Path file) {
        this.file = file;
    }

    Path path() {
        return file;
    }

    boolean exists() {
        return Files.exists(file);
    }

    /** Puts this state in the place of the one before. */
    void write(Heading heading, Known known) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(beside);
        Files.createFile(beside, PosixFilePermissions.asFileAttribute(ONLY_OWNER)); // it holds what the ledger knows
        try (FileOutputStream bytes = new FileOutputStream(beside.toFile())) {
            MessageDigest digest = CodeVersion.sha256();
            DataOutputStream out = new DataOutputStream(new BufferedOutputStream(new DigestOutputStream(bytes, digest), BUFFER));
            out.write(Json.canonical(heading));
            out.write('\n');
            known.memory().write(out);
            out.flush();
            bytes.write(digest.digest());
            bytes.getFD().sync();
        }
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    /**
     * Which state the file says it holds, of which nothing else is read.
     *
     * @throws SnapshotWrong when it does not say
     */
    Heading heading() throws IOException, SnapshotWrong {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return heading(in);
        }
    }

    private Heading heading(InputStream in) throws IOException, SnapshotWrong {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || line.length() > LONGEST_HEADING) {
                throw new SnapshotWrong("it does not begin as a snapshot does");
            }
            line.append((char) next);
        }
        try {
            return Json.MAPPER.readValue(line.toString(), Heading.class);
        } catch (JsonProcessingException e) {
            throw new SnapshotWrong("it does not begin as a snapshot does: " + e.getOriginalMessage());
        }
    }

    /**
     * Reads the whole file.
     *
     * @throws SnapshotWrong when it was cut short or changed
     */
    Content read() throws IOException, SnapshotWrong {
        long size = Files.size(file);
        if (size <= DIGEST) {
            throw new SnapshotWrong("it has only " + size + " bytes");
        }
        checkDigest(size);
        try (InputStream bytes = Files.newInputStream(file)) {
            RowIn in = new RowIn(new BufferedInputStream(new Beginning(bytes, size - DIGEST), BUFFER));
            Heading heading = heading(in);
            Known known = new Known();
            try {
                known.memory().read(in);
            } catch (IOException | RuntimeException e) {
                throw new SnapshotWrong("its rows cannot be read: " + e);
            }
            if (in.read() >= 0) {
                throw new SnapshotWrong("it goes on after its last row");
            }
            if (known.next() != heading.position() + 1) {
                throw new SnapshotWrong("it holds the facts before position " + known.next() + ", not up to " + heading.position());
            }
            return new Content(heading, known);
        }
    }

    /** Before a row is read: a length that was changed would ask for memory that nobody has. */
    private void checkDigest(long size) throws IOException, SnapshotWrong {
        MessageDigest digest = CodeVersion.sha256();
        try (InputStream bytes = Files.newInputStream(file)) {
            new DigestInputStream(new Beginning(bytes, size - DIGEST), digest).transferTo(OutputStream.nullOutputStream());
            if (!MessageDigest.isEqual(digest.digest(), bytes.readNBytes(DIGEST))) {
                throw new SnapshotWrong("its bytes are not those that were written");
            }
        }
    }

    /** Puts the file aside, under a name that is never read again. */
    Path discard() throws IOException {
        Path aside = file.resolveSibling(file.getFileName() + ".wrong");
        return Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The first so many bytes, and then the end. */
    private static final class Beginning extends FilterInputStream {
        private long left;

        Beginning(InputStream in, long bytes) {
            super(in);
            left = bytes;
        }

        @Override
        public int read() throws IOException {
            int next = left == 0 ? -1 : in.read();
            left -= next < 0 ? 0 : 1;
            return next;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = left == 0 ? -1 : in.read(into, offset, (int) Math.min(length, left));
            left -= Math.max(0, read);
            return read;
        }
    }
}
