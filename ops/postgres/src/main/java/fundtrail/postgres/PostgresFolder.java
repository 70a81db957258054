package fundtrail.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Where everything of one private PostgreSQL lies. Nothing is ever written outside {@code home}. */
record PostgresFolder(Path home) {

    /** The beginning of the name of a cluster being made; each attempt has a folder to itself. */
    static final String UNFINISHED_DATA = "data.unfinished-";

    /**
     * The folder, made readable by its owner alone if it did not exist, under its real path: PostgreSQL reports its
     * data folder that way, and two paths to one folder must meet at one lock.
     */
    static PostgresFolder at(Path home) throws IOException {
        Path parent = home.toAbsolutePath().normalize().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (!Files.isDirectory(home)) {
            Files.createDirectory(home, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        return new PostgresFolder(home.toRealPath());
    }

    /** The cluster as PostgreSQL keeps it; appears only once it is complete. */
    Path data() {
        return home.resolve("data");
    }

    Path binaries() {
        return home.resolve("binaries");
    }

    Path lock() {
        return home.resolve("lock");
    }

    Path log() {
        return home.resolve("postgres.log");
    }

    Path password() {
        return home.resolve("superuser-password");
    }

    Path port() {
        return home.resolve("port");
    }
}
