package fundtrail.query;

import fundtrail.proofs.stored.StoredLog;
import fundtrail.query.follow.FeedFollower;
import fundtrail.query.follow.FollowerState.Status;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** What is measured, besides each read by the handler itself. */
final class Meters implements AutoCloseable {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();

    Meters(FeedFollower follower, FeedLag lag, StoredLog log, Clock clock) {
        lag.bindTo(registry);
        gauge("fundtrail.feed.position", "The last position worked in", follower, one -> one.state().position());
        gauge("fundtrail.feed.head", "The last position seen in the feed", follower, one -> one.state().feedHead());
        gauge("fundtrail.feed.lag", "Positions seen and not worked in", follower, one -> one.state().lag());
        gauge("fundtrail.feed.behind.seconds", "For how long something seen has been waiting", follower,
                one -> one.state().behindFor(clock.instant()).toMillis() / 1000.0);
        gauge("fundtrail.feed.following", "1 while the feed is followed, else 0", follower,
                one -> one.state().status() == Status.FOLLOWING ? 1 : 0);
        gauge("fundtrail.log.unsealed", "Facts in the feed that no checkpoint covers; not a number while that cannot be read", follower,
                one -> Math.max(0, one.state().feedHead() + 1 - covered(log::latest)));
        gauge("fundtrail.log.size", "Facts the last checkpoint covers; not a number while that cannot be read", follower, _ -> covered(log::latest));
        gauge("fundtrail.log.witnessed", "Facts the last checkpoint covers that a witness cosigned; not a number while that cannot be read",
                follower, _ -> covered(log::witnessed));
        new JvmMemoryMetrics().bindTo(registry);
        collections.bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }

    private static double covered(Supplier<Optional<StoredLog.Sealed>> checkpoint) {
        try {
            return checkpoint.get().map(StoredLog.Sealed::size).orElse(0L);
        } catch (StoredLog.Unreadable away) {
            return Double.NaN;
        }
    }

    PrometheusMeterRegistry registry() {
        return registry;
    }

    private void gauge(String name, String help, FeedFollower follower, ToDoubleFunction<FeedFollower> value) {
        Gauge.builder(name, follower, value).description(help).register(registry);
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
