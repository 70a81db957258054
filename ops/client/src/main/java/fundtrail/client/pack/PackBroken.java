package fundtrail.client.pack;

import java.nio.file.Path;

/** A pack that cannot be loaded as it stands; nothing of it was. The message says what is wrong and where. */
public final class PackBroken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PackBroken(Path folder, String why) {
        this(folder, why, null);
    }

    PackBroken(Path folder, String why, Exception cause) {
        super("the seed pack in " + folder + " cannot be used: " + why, cause);
    }
}
