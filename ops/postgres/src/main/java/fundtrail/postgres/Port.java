package fundtrail.postgres;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.ThreadLocalRandom;

/** The TCP port on 127.0.0.1: the one that was asked for, or one chosen once and kept in the folder. */
public final class Port {

    /** Below the ports that Linux (from 32768) and macOS (from 49152) lend to outgoing connections. */
    private static final int FIRST = 20_000;
    private static final int LAST = 32_000;
    private static final int ATTEMPTS = 200;
    private static final int CONNECT_TIMEOUT_MS = 1_000;

    private Port() {
    }

    /** The asked port, 1 to 65535, or with 0 the kept one. Refuses a port on which another program listens. */
    static int settle(int asked, PostgresFolder folder) throws IOException {
        if (asked != 0) {
            return ifFree(asked, "Port " + asked, "stop that program, or ask for another port.");
        }
        if (Files.exists(folder.port())) {
            int kept = read(folder.port());
            return ifFree(kept, "Port " + kept + ", which " + folder.port() + " keeps for this folder,",
                    "stop that program, or delete that file so that another port is chosen.");
        }
        int chosen = chooseFree();
        Path unfinished = folder.port().resolveSibling("port.unfinished");
        Files.writeString(unfinished, chosen + "\n");
        Files.move(unfinished, folder.port(), StandardCopyOption.ATOMIC_MOVE);
        return chosen;
    }

    private static int ifFree(int port, String name, String whatNow) throws IOException {
        if (isFree(port)) {
            return port;
        }
        throw new PostgresUnavailable(name + " is in use on 127.0.0.1 by another program, and PostgreSQL needs it: " + whatNow);
    }

    private static int read(Path file) throws IOException {
        String text = Files.readString(file).strip();
        if (text.matches("[1-9][0-9]{0,4}") && Integer.parseInt(text) <= 65_535) {
            return Integer.parseInt(text);
        }
        throw new PostgresUnavailable("The file " + file + " should hold a port, 1 to 65535, but holds \"" + text
                + "\": delete it so that a port is chosen anew.");
    }

    private static int chooseFree() throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
            if (isFree(port)) {
                return port;
            }
        }
        throw new PostgresUnavailable("No free port was found on 127.0.0.1 in " + ATTEMPTS + " attempts between " + FIRST
                + " and " + LAST + ": ask for a port that is free.");
    }

    /**
     * Nobody answers and nobody stands in the way. Binding alone would not do: macOS lets a program bind 127.0.0.1 while
     * another listens on every address.
     */
    public static boolean isFree(int port) throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
        try (Socket caller = new Socket()) {
            caller.connect(address, CONNECT_TIMEOUT_MS);
            return false;
        } catch (IOException nobodyAnswers) {
            return canBind(address);
        }
    }

    private static boolean canBind(InetSocketAddress address) throws IOException {
        try (ServerSocket listener = new ServerSocket()) {
            listener.bind(address);
            return true;
        } catch (BindException taken) {
            return false;
        }
    }
}
