package fundtrail.load.wire;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/**
 * One kept connection over which requests are sent one after another (HTTP/1.1, RFC 9112). It does so little that on a
 * machine shared with the ledger it is the ledger that is measured, and it never sends anything twice of its own accord:
 * whoever asks knows what became of what was asked. For one thread at a time.
 */
public final class Wire implements AutoCloseable {
    private static final Duration CONNECTING = Duration.ofSeconds(5);

    private final int port;
    private final Duration answering;
    private Socket socket;
    private InputStream in;
    private OutputStream out;

    /** @param answering how long an answer is waited for */
    public Wire(int port, Duration answering) {
        this.port = port;
        this.answering = answering;
    }

    /** A wish as it is sent, whole. */
    public static byte[] post(int port, String path, String token, String key, byte[] body) {
        byte[] head = ("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nAuthorization: Bearer " + token
                + "\r\nIdempotency-Key: " + key + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length
                + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] whole = new byte[head.length + body.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        return whole;
    }

    /** Sends it and waits for its answer. @throws IOException when it is not known what became of it */
    public Reply send(byte[] request) throws IOException {
        try {
            if (socket == null) {
                connect();
            }
            out.write(request);
            return reply();
        } catch (IOException | RuntimeException lost) {
            close();
            throw lost;
        }
    }

    private void connect() throws IOException {
        Socket fresh = new Socket();
        try {
            fresh.setTcpNoDelay(true);
            fresh.setSoTimeout(Math.toIntExact(answering.toMillis()));
            fresh.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), Math.toIntExact(CONNECTING.toMillis()));
            in = new BufferedInputStream(fresh.getInputStream());
            out = fresh.getOutputStream();
        } catch (IOException e) {
            fresh.close();
            throw e;
        }
        socket = fresh;
    }

    private Reply reply() throws IOException {
        String[] status = line().split(" ", 3);
        int length = -1;
        int retryAfter = 0;
        boolean closes = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            int colon = header.indexOf(':');
            String value = header.substring(colon + 1).strip();
            switch (header.substring(0, colon).toLowerCase(Locale.ROOT)) {
                case "content-length" -> length = Integer.parseInt(value);
                case "retry-after" -> retryAfter = Integer.parseInt(value);
                case "connection" -> closes = value.equalsIgnoreCase("close");
                default -> { }
            }
        }
        byte[] body = length >= 0 ? exactly(length) : chunks();
        if (closes) {
            close();
        }
        return new Reply(Integer.parseInt(status[1]), retryAfter, body);
    }

    /** Without a length, the content comes in chunks (RFC 9112, 7.1). */
    private byte[] chunks() throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            content.writeBytes(exactly(size));
            line();
        }
        line();
        return content.toByteArray();
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the connection ended within an answer");
        }
        return bytes;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException("the connection ended before an answer");
            }
            if (b != '\r') {
                line.append((char) b);
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        if (socket == null) {
            return;
        }
        try {
            socket.close();
        } catch (IOException gone) {
            // It is given up either way; what was asked over it has had its answer or its exception.
        }
        socket = null;
    }
}
