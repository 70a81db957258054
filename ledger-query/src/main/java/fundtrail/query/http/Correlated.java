package fundtrail.query.http;

import fundtrail.door.Correlation;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.MDC;

/** Puts the correlation id into every log line of a request, which is worked on by one thread from beginning to end. */
public final class Correlated extends Handler.Wrapper {
    public Correlated(Handler handler) {
        super(handler);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        try (var _ = MDC.putCloseable(Correlation.LOGGED, CommonHeaders.correlation(request))) {
            return super.handle(request, response, callback);
        }
    }
}
