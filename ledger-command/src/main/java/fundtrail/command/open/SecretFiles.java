package fundtrail.command.open;

import static java.nio.file.attribute.PosixFilePermission.GROUP_WRITE;
import static java.nio.file.attribute.PosixFilePermission.OTHERS_WRITE;
import static java.nio.file.attribute.PosixFilePermission.OWNER_READ;
import static java.nio.file.attribute.PosixFilePermission.OWNER_WRITE;

import fundtrail.command.StartRefused;
import fundtrail.contract.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * The folder from which the two secrets are handed over: {@code administrator.secret} and {@code chief-accountant.secret},
 * readable by their owner alone. A file {@code renew} put there asks for new ones at the next start.
 */
final class SecretFiles {
    private static final String RENEW = "renew";
    private static final Set<PosixFilePermission> ONLY_OWNER = Set.of(OWNER_READ, OWNER_WRITE);

    private final Path folder;

    private SecretFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * The folder, made for its owner alone where it is not there.
     *
     * @throws StartRefused when others could put their own files into it
     */
    static SecretFiles in(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(folder);
        if (permissions.contains(GROUP_WRITE) || permissions.contains(OTHERS_WRITE)) {
            throw new StartRefused(StartRefused.Reason.SECRETS_FOLDER_OPEN, folder, PosixFilePermissions.toString(permissions));
        }
        return new SecretFiles(folder);
    }

    /** The folder as it is, there or not, to take away what is left in it. */
    static SecretFiles leftIn(Path folder) {
        return new SecretFiles(folder);
    }

    Path of(Role holder) {
        return folder.resolve((holder == Role.AD ? "administrator" : "chief-accountant") + ".secret");
    }

    /** Whole or not at all, also for whoever reads while it is written. */
    void write(OpeningSecret secret) throws IOException {
        Path unfinished = Files.createTempFile(folder, "secret", ".unfinished", PosixFilePermissions.asFileAttribute(ONLY_OWNER));
        try {
            Files.writeString(unfinished, secret.printed() + "\n");
            Files.move(unfinished, of(secret.holder()), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    boolean isRenewalAsked() {
        return Files.exists(folder.resolve(RENEW));
    }

    void renewed() throws IOException {
        Files.deleteIfExists(folder.resolve(RENEW));
    }

    void remove() throws IOException {
        for (Role holder : new Role[] {Role.AD, Role.CA}) {
            Files.deleteIfExists(of(holder));
        }
        renewed();
    }
}
