package fundtrail.standalone;

import fundtrail.client.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The folder in which everything of one rehearsal ledger lies; nothing of it is anywhere else. */
record HomeFolder(Path path) {
    /** @throws Refused when it cannot be made */
    static HomeFolder at(Path path) {
        try {
            Files.createDirectories(path);
            return new HomeFolder(path.toRealPath());
        } catch (IOException e) {
            throw new Refused("run.noHome", path.toAbsolutePath(), e.getMessage());
        }
    }

    Path postgres() {
        return path.resolve("postgres");
    }

    /** The passwords of the roles in PostgreSQL. */
    Path passwords() {
        return path.resolve("role-passwords.properties");
    }

    /** The key of the people registry, beside that of the rehearsal's tokens. */
    Path peopleKey() {
        return home().keys().resolve("people.key");
    }

    /** The keys of the log of proofs, and what was signed last. */
    Path sealKeys() {
        return path.resolve("seal");
    }

    /** What lets a start be quick, and may be thrown away. */
    Path snapshots() {
        return path.resolve("snapshots");
    }

    Path logs() {
        return path.resolve("logs");
    }

    /** The opening of this folder's ledger: the one it was opened with, whatever is asked for later. */
    Path opening() {
        return path.resolve("opening.json");
    }

    Home home() {
        return Home.at(path);
    }

    /** Keeps the opening, whole or not at all. */
    void keepOpening(byte[] opening) {
        Path unfinished = path.resolve("opening.json.unfinished");
        try {
            Files.write(unfinished, opening);
            Files.move(unfinished, opening(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("the opening cannot be kept in " + path, e);
        }
    }
}
