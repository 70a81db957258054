package fundtrail.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.tukaani.xz.XZInputStream;

/**
 * A tar.xz archive, unpacked into one folder and nowhere else. Only folders, plain files and links to a neighbour in the
 * same folder are taken; whatever could lead out of the folder is refused by name.
 */
final class Archive {

    private static final int OWNER_MAY_EXECUTE = 0100;
    private static final Set<PosixFilePermission> ALL_MAY_READ = PosixFilePermissions.fromString("rw-r--r--");
    private static final Set<PosixFilePermission> ALL_MAY_ENTER = PosixFilePermissions.fromString("rwxr-xr-x");

    private Archive() {
    }

    /** @throws IOException if the archive is damaged, or an entry is of another kind or leads out of the folder */
    static void unpack(InputStream tarXz, Path folder) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(tarXz)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(entry, tar, folder);
            }
        }
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path folder) throws IOException {
        Path place = placeOf(entry, folder);
        if (entry.isDirectory()) {
            makeFolders(place);
            return;
        }
        makeFolders(place.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(place, Path.of(neighbour(entry)));
        } else if (isPlainFile(entry)) {
            Files.copy(content, place);
            Files.setPosixFilePermissions(place, (entry.getMode() & OWNER_MAY_EXECUTE) == 0 ? ALL_MAY_READ : ALL_MAY_ENTER);
        } else {
            throw new IOException("the archive's entry \"" + entry.getName() + "\" is neither file, folder nor link");
        }
    }

    private static boolean isPlainFile(TarArchiveEntry entry) {
        return entry.getLinkFlag() == TarConstants.LF_NORMAL || entry.getLinkFlag() == TarConstants.LF_OLDNORM;
    }

    /** Open to every user whatever the umask: the server may have to run as one who owns nothing. */
    private static void makeFolders(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            makeFolders(folder.getParent());
            Files.createDirectory(folder);
            Files.setPosixFilePermissions(folder, ALL_MAY_ENTER);
        }
    }

    private static Path placeOf(TarArchiveEntry entry, Path folder) throws IOException {
        Path name = Path.of(entry.getName());
        for (Path element : name) {
            if (element.toString().equals("..")) {
                throw leadsOut(entry, entry.getName());
            }
        }
        if (name.isAbsolute()) {
            throw leadsOut(entry, entry.getName());
        }
        return folder.resolve(name).normalize();
    }

    /** A link to a neighbour cannot leave its folder, in whatever order links and files are written. */
    private static String neighbour(TarArchiveEntry entry) throws IOException {
        String target = entry.getLinkName();
        if (target.isEmpty() || target.contains("/") || target.equals(".") || target.equals("..")) {
            throw leadsOut(entry, target);
        }
        return target;
    }

    private static IOException leadsOut(TarArchiveEntry entry, String path) {
        return new IOException("the archive's entry \"" + entry.getName() + "\" leads out of its folder, to \"" + path + "\"");
    }
}
