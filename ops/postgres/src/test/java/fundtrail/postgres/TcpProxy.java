package fundtrail.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A network on 127.0.0.1 between a client and a server, that can be cut, and can swallow what it should carry. */
public final class TcpProxy implements AutoCloseable {

    /** What befalls a connection when a marked request comes from its client. */
    public enum Fault {
        /** The server never sees the request, and the connection ends. */
        CUT_BEFORE,
        /** The server sees the first half of it, and the connection ends. */
        CUT_WITHIN,
        /** The server sees the request, and the connection ends before its answer. */
        CUT_AFTER,
        /** The server answers, and then the connection ends instead of the answer. */
        CUT_ANSWER,
        /** The server answers, and the answer never comes, while the connection stays. */
        SWALLOW_ANSWER
    }

    private record Armed(byte[] mark, Fault fault, CountDownLatch struck) {}

    private static final int CHUNK = 1 << 16;

    private final ServerSocket listening;
    private final int target;
    private final Set<Line> lines = ConcurrentHashMap.newKeySet();
    private volatile boolean away;
    private volatile boolean silent;
    private volatile Armed armed;

    /** @param target the server's port on 127.0.0.1 */
    public TcpProxy(int target) {
        this.target = target;
        try {
            listening = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** The next client's request that contains these characters meets this fault, once. */
    public void strike(String mark, Fault fault) {
        armed = new Armed(mark.getBytes(StandardCharsets.UTF_8), fault, new CountDownLatch(1));
    }

    /** Waits until the fault that was armed last has struck. */
    public void awaitStruck() {
        try {
            if (!armed.struck.await(30, TimeUnit.SECONDS)) {
                throw new AssertionError("no request with the mark came within 30 s");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** All connections end, and no other is to be had until {@link #heal}. */
    public void cut() {
        away = true;
        lines.forEach(Line::end);
    }

    /** From now on nothing arrives in either direction, and nobody is told. */
    public void swallow() {
        silent = true;
    }

    /** Carries again what comes from now on. Connections from which something was swallowed are broken, and end. */
    public void heal() {
        if (silent) {
            lines.forEach(Line::end);
        }
        silent = false;
        away = false;
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                if (away) {
                    client.close();
                } else {
                    Line line = new Line(client, new Socket());
                    lines.add(line);
                    Thread.ofVirtual().start(line::open);
                }
            } catch (IOException closed) {
                return;
            }
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        lines.forEach(Line::end);
    }

    /** One connection, and the two directions in it. */
    private final class Line {

        private final Socket client;
        private final Socket server;
        private volatile Fault struck;

        Line(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void open() {
            try {
                server.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), target));
                Thread.ofVirtual().start(() -> carry(server, client, false));
                carry(client, server, true);
            } catch (IOException nobodyThere) {
                end();
            }
        }

        private void carry(Socket from, Socket to, boolean request) {
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                byte[] chunk = new byte[CHUNK];
                for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                    if (silent) {
                        continue;
                    }
                    if (request ? !passes(chunk, read, out) : !passesBack()) {
                        continue;
                    }
                    out.write(chunk, 0, read);
                    out.flush();
                    if (struck == Fault.CUT_AFTER) {
                        break;
                    }
                }
            } catch (IOException ended) {
                return;
            } finally {
                end();
            }
        }

        private boolean passes(byte[] chunk, int length, OutputStream out) throws IOException {
            Armed now = armed;
            if (now == null || now.struck.getCount() == 0 || !contains(chunk, length, now.mark)) {
                return true;
            }
            struck = now.fault;
            now.struck.countDown();
            if (struck == Fault.CUT_WITHIN) {
                out.write(chunk, 0, length / 2);
                out.flush();
            }
            if (struck == Fault.CUT_BEFORE || struck == Fault.CUT_WITHIN) {
                throw new IOException("cut");
            }
            return true;
        }

        private boolean passesBack() throws IOException {
            if (struck == Fault.CUT_ANSWER) {
                throw new IOException("cut");
            }
            return struck != Fault.SWALLOW_ANSWER;
        }

        void end() {
            lines.remove(this);
            for (Socket socket : new Socket[] {client, server}) {
                try {
                    socket.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private static boolean contains(byte[] chunk, int length, byte[] mark) {
        for (int at = 0; at + mark.length <= length; at++) {
            if (Arrays.equals(chunk, at, at + mark.length, mark, 0, mark.length)) {
                return true;
            }
        }
        return false;
    }
}
