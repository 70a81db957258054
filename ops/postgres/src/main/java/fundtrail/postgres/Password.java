package fundtrail.postgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/** The superuser's password: 192 random bits, in a file that only its owner may read. */
final class Password {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final int RANDOM_BYTES = 24;

    private Password() {
    }

    /** The kept password, or a new one if the folder has neither a password nor a cluster. */
    static String of(PostgresFolder folder) throws IOException {
        Path file = folder.password();
        if (!Files.exists(file)) {
            if (Files.exists(folder.data())) {
                throw new PostgresUnavailable("The password of the PostgreSQL in " + folder.home() + " is lost, as " + file
                        + " does not exist: put the file back from a backup, or, if there is none, set a new password for user"
                        + " postgres with \"postgres --single\" and write it into that file.");
            }
            write(file, drawn());
        }
        Files.setPosixFilePermissions(file, OWNER_ONLY);
        return Files.readString(file).strip();
    }

    private static String drawn() {
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /**
     * Complete and on disk before it has its name: a cluster whose password was lost with the power could not be opened
     * again.
     */
    static void write(Path file, String password) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        Files.deleteIfExists(unfinished);
        Files.createFile(unfinished, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap((password + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
