package fundtrail.postgres;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;

/**
 * As whom PostgreSQL works. It refuses to work as root, so that root must start it as somebody less.
 *
 * @param prefix the words before a command that make it run as this user; none for an ordinary user
 * @param owner the numeric id, as this process sees it, that must own the data folder
 */
record ServerUser(List<String> prefix, int owner) {

    private static final int ROOT = 0;
    private static final int NOBODY = 65_534;

    /** Root by a name that PostgreSQL does not know it by: files stay root's, and no folder needs another owner. */
    static final ServerUser ROOT_UNMAPPED = new ServerUser(List.of("unshare", "-U"), ROOT);

    /** For places where a user namespace is forbidden, as in many containers. */
    static final ServerUser UNPRIVILEGED = new ServerUser(
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"), NOBODY);

    /** The ways open to this process's user, best first. Which of them works is found out by trying. */
    static List<ServerUser> candidates() {
        int me = Math.toIntExact(new UnixSystem().getUid());
        return me == ROOT ? List.of(ROOT_UNMAPPED, UNPRIVILEGED) : List.of(new ServerUser(List.of(), me));
    }

    /** Lets a user who owns nothing pass through the folder to what is meant for it. */
    void openTheWay(PostgresFolder folder) throws IOException {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(folder.home());
        if (this.equals(UNPRIVILEGED) && permissions.add(PosixFilePermission.OTHERS_EXECUTE)) {
            Files.setPosixFilePermissions(folder.home(), permissions);
        }
    }

    /** Makes this user the owner of the data folder, which PostgreSQL demands; one that does not exist is left to be made. */
    void own(Path data) throws IOException {
        if (!Files.exists(data) || Folders.owner(data) == owner) {
            return;
        }
        if (prefix.isEmpty()) {
            throw new PostgresUnavailable("The data folder " + data + " belongs to user " + Folders.owner(data)
                    + " but this process runs as user " + owner + ", and PostgreSQL works only in a folder of its own: start it"
                    + " as that user, or give the folder " + data.getParent() + " to this one with chown -R.");
        }
        Folders.give(data, owner);
    }
}
