package fundtrail.people;

import static java.nio.file.attribute.PosixFilePermission.OWNER_READ;
import static java.nio.file.attribute.PosixFilePermission.OWNER_WRITE;

import fundtrail.people.KeyUnusable.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The installation key: 256 random bits, on one line that says what they are, in a file that its owner alone may read. */
final class KeyFile {
    private static final String LABEL = "fundtrail-people-key-1:";
    private static final Pattern FORM = Pattern.compile(LABEL + "([0-9a-f]{64})\\R?");
    private static final Set<PosixFilePermission> ONLY_OWNER = Set.of(OWNER_READ, OWNER_WRITE);

    private KeyFile() {}

    static byte[] read(Path file) {
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            if (!ONLY_OWNER.containsAll(permissions)) {
                throw new KeyUnusable(Reason.OPEN_TO_OTHERS, file, PosixFilePermissions.toString(permissions));
            }
            Matcher key = FORM.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
            if (!key.matches()) {
                throw new KeyUnusable(Reason.NO_KEY, file);
            }
            return HexFormat.of().parseHex(key.group(1));
        } catch (NoSuchFileException e) {
            throw new KeyUnusable(Reason.MISSING, file);
        } catch (IOException e) {
            throw new KeyUnusable(Reason.UNREADABLE, e, file);
        }
    }

    /** @throws KeyUnusable also when there is a file already */
    static void make(Path file) {
        if (!made(file)) {
            throw new KeyUnusable(Reason.THERE_ALREADY, file);
        }
    }

    /** Of processes that come at once one makes it, and all read that key. */
    static void makeIfAbsent(Path file) {
        if (!Files.exists(file)) {
            made(file);
        }
    }

    private static boolean made(Path file) {
        try {
            return write(file);
        } catch (IOException e) {
            throw new KeyUnusable(Reason.UNWRITABLE, e, file);
        }
    }

    /** On disk and whole before it has its name: no power cut leaves half a key. False when the name is taken. */
    private static boolean write(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path fresh = Files.createTempFile(folder, "people", ".key.new", PosixFilePermissions.asFileAttribute(ONLY_OWNER));
        try {
            try (FileChannel out = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                out.write(ByteBuffer.wrap((LABEL + newKey() + "\n").getBytes(StandardCharsets.US_ASCII)));
                out.force(true);
            }
            Files.createLink(file, fresh);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } finally {
            Files.delete(fresh);
        }
    }

    private static String newKey() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return HexFormat.of().formatHex(key);
    }
}
