package fundtrail.seal;

import fundtrail.proofs.Checkpoint;
import fundtrail.proofs.Hash;
import fundtrail.proofs.HeadFile;
import fundtrail.proofs.KeyType;
import fundtrail.proofs.SigningKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The folder of a log's keys, for its owner's eyes alone: {@code 1.key}, {@code 2.key} and so on, each one signing key; retired
 * ones end in {@code .retired} and sign nothing. Beside them stands what was signed last: from the first key on, as the empty tree,
 * so that its absence is never taken for a log that signed nothing.
 */
public final class KeyFolder {
    private static final String KEY = ".key";
    private static final String RETIRED = ".retired";
    private static final Set<PosixFilePermission> OTHERS = EnumSet.complementOf(
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE));

    private final Path folder;

    private KeyFolder(Path folder) {
        this.folder = folder;
    }

    /** Made where it is missing. */
    public static KeyFolder in(Path folder) {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            return new KeyFolder(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the folder for the log's keys, " + folder + ", cannot be made", e);
        }
    }

    Path path() {
        return folder;
    }

    /** The keys in use, the oldest first. */
    List<SigningKey> keys() {
        return files().stream().map(KeyFolder::read).toList();
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("[1-9][0-9]*\\.key"))
                    .sorted(Comparator.comparingInt(KeyFolder::number))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the log's keys in " + folder + " cannot be listed", e);
        }
    }

    private static int number(Path file) {
        String name = file.getFileName().toString();
        return Integer.parseInt(name.substring(0, name.indexOf('.')));
    }

    private static SigningKey read(Path file) {
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            if (permissions.stream().anyMatch(OTHERS::contains)) {
                throw new IllegalStateException("The log's key " + file + " may be read by others ("
                        + PosixFilePermissions.toString(permissions) + "). chmod 600, and think about whether it was.");
            }
            return SigningKey.of(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("the log's key " + file + " cannot be read", e);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("The log's key " + file + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** Makes a new key; from the next start of the sealer on, checkpoints carry its signature too. */
    public SigningKey add(String origin) {
        try {
            SigningKey key = SigningKey.generate(origin, KeyType.ED25519);
            Path unfinished = folder.resolve("new" + KEY + ".unfinished");
            Files.deleteIfExists(unfinished);
            Files.createFile(unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            requireOwner(unfinished);
            Files.write(unfinished, (key.text() + "\n").getBytes(StandardCharsets.UTF_8));
            int number = next();
            if (number == 1 && !Files.exists(head())) {
                new HeadFile(head()).write(nothing(origin));
            }
            Files.move(unfinished, folder.resolve(number + KEY), StandardCopyOption.ATOMIC_MOVE);
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException("a key cannot be kept in " + folder, e);
        }
    }

    private static Checkpoint nothing(String origin) {
        return new Checkpoint(origin, 0, Hash.EMPTY);
    }

    /** A key made by another user, such as root, would be one that the sealer cannot read. */
    private void requireOwner(Path made) throws IOException {
        UserPrincipal owner = Files.getOwner(folder);
        UserPrincipal maker = Files.getOwner(made);
        if (!maker.equals(owner)) {
            Files.delete(made);
            throw new IllegalStateException("The keys in " + folder + " belong to " + owner.getName() + ", and this is " + maker.getName()
                    + ": nothing was changed. Do this as " + owner.getName() + ".");
        }
    }

    private int next() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return 1 + files.filter(file -> file.getFileName().toString().matches("[1-9][0-9]*\\.key(\\.retired)?"))
                    .mapToInt(KeyFolder::number).max().orElse(0);
        }
    }

    /**
     * Puts the oldest key out of use, from the next start of the sealer on.
     *
     * @throws IllegalStateException when it is the only one
     */
    public SigningKey retireOldest() {
        List<Path> files = files();
        if (files.size() < 2) {
            throw new IllegalStateException("The log has one key, and is signed with nothing without it. Add another first.");
        }
        SigningKey oldest = read(files.getFirst());
        rename(files.getFirst(), Path.of(files.getFirst() + RETIRED));
        return oldest;
    }

    /**
     * Owns up to the loss of facts that were signed, or of the keys themselves: no key that signed them signs again, a new one
     * goes on from what is left.
     *
     * @throws IllegalStateException when nothing was signed
     */
    public SigningKey acceptLoss() {
        List<Path> files = files();
        Checkpoint last = signedLast();
        SigningKey next = add(last.origin());
        files.forEach(file -> rename(file, Path.of(file + RETIRED)));
        new HeadFile(lost()).write(last);
        new HeadFile(head()).write(nothing(last.origin())); // last: until then the sealer refuses, and this can be done again
        return next;
    }

    private Checkpoint signedLast() {
        try {
            Checkpoint last = Files.exists(head()) ? Checkpoint.of(Files.readString(head())) : null;
            if (last == null || last.size() == 0) {
                throw new IllegalStateException("Nothing was signed with keys of this folder, so nothing of it can be lost: " + head()
                        + " says what was signed last.");
            }
            return last;
        } catch (IOException e) {
            throw new UncheckedIOException("what was signed last cannot be read in " + head(), e);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalStateException(head() + " does not say what was signed last: " + wrong.getMessage(), wrong);
        }
    }

    private static void rename(Path from, Path to) {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(from + " cannot be renamed", e);
        }
    }

    /** What was signed last before facts were lost for good. */
    Path lost() {
        return folder.resolve("signed.lost");
    }

    /** What was signed last. */
    Path head() {
        return folder.resolve("signed");
    }
}
