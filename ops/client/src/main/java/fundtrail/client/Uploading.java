package fundtrail.client;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.Iterator;

/** A body that tells how much of it has left. */
public final class Uploading {
    /** Nobody watches. */
    public static final Watcher NOBODY = (sent, of) -> { };

    private static final int CHUNK = 16 * 1024;

    /** Is told bytes sent, of all. */
    @FunctionalInterface
    public interface Watcher {
        void sent(long bytes, long of);
    }

    private Uploading() {}

    static BodyPublisher of(byte[] body, Watcher watcher) {
        return body.length == 0
                ? BodyPublishers.noBody()
                : BodyPublishers.fromPublisher(BodyPublishers.ofByteArrays(() -> chunks(body, watcher)), body.length);
    }

    private static Iterator<byte[]> chunks(byte[] body, Watcher watcher) {
        return new Iterator<>() {
            private int at;

            @Override
            public boolean hasNext() {
                return at < body.length;
            }

            @Override
            public byte[] next() {
                byte[] chunk = Arrays.copyOfRange(body, at, Math.min(at + CHUNK, body.length));
                at += chunk.length;
                watcher.sent(at, body.length);
                return chunk;
            }
        };
    }
}
