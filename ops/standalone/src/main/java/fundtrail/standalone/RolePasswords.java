package fundtrail.standalone;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** The passwords of the roles in this folder's PostgreSQL: random, drawn once, readable by the owner alone. */
final class RolePasswords {
    private static final int RANDOM_BYTES = 24;

    private final Properties passwords;

    private RolePasswords(Properties passwords) {
        this.passwords = passwords;
    }

    /** Those kept in the file, and new ones for roles that have none yet. */
    static RolePasswords in(Path file, String... roles) {
        try {
            Properties kept = new Properties();
            if (Files.exists(file)) {
                try (Reader reader = Files.newBufferedReader(file)) {
                    kept.load(reader);
                }
            }
            boolean complete = true;
            for (String role : roles) {
                complete &= kept.putIfAbsent(role, drawn()) != null;
            }
            if (!complete) {
                write(file, kept);
            }
            return new RolePasswords(kept);
        } catch (IOException e) {
            throw new UncheckedIOException("the passwords in " + file + " cannot be read or written", e);
        }
    }

    String of(String role) {
        return passwords.getProperty(role);
    }

    private static String drawn() {
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private static void write(Path file, Properties passwords) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        Files.deleteIfExists(unfinished);
        Files.createFile(unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (Writer writer = Files.newBufferedWriter(unfinished)) {
            passwords.store(writer, "roles in this folder's PostgreSQL");
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
