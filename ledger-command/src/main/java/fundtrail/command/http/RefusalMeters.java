package fundtrail.command.http;

import fundtrail.command.axon.Outcome;
import fundtrail.command.decide.RefusalCode;
import fundtrail.contract.id.PersonRef;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts refusals for {@code /metrics}: those noted as facts, and those that were noted that day before or came above
 * its number. A person who is done for the day raises one alert: a counter and a line in the log.
 */
final class RefusalMeters {
    private static final Logger LOG = LoggerFactory.getLogger(RefusalMeters.class);
    private static final int MOST_KEPT = 10_000;

    private record Done(PersonRef person, LocalDate day) {}

    private final MeterRegistry meters;
    private final Clock clock;
    private final Supplier<ZoneId> zone;
    private final Counter noted;
    private final Counter repeated;
    private final Counter alerts;
    private final Set<Done> done = Collections.newSetFromMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Done, Boolean> eldest) {
            return size() > MOST_KEPT;
        }
    });

    /** @param zone whose calendar days are counted */
    RefusalMeters(MeterRegistry meters, Clock clock, Supplier<ZoneId> zone) {
        this.meters = meters;
        this.clock = clock;
        this.zone = zone;
        noted = Counter.builder("ledger.refusals.noted").description("refusals recorded as facts").register(meters);
        repeated = Counter.builder("ledger.refusals.repeated")
                .description("refusals that would have been recorded, had they not been that day").register(meters);
        alerts = Counter.builder("ledger.refusals.alerts")
                .description("people refused so often on one day that nothing more was accepted").register(meters);
    }

    void count(PersonRef person, Outcome.Refusal refusal) {
        RefusalCode code = refusal.refused().code();
        meters.counter("ledger.refusals", "code", code.name()).increment();
        noted.increment(refusal.noted());
        repeated.increment(refusal.repeated());
        if (code == RefusalCode.TOO_MANY_REFUSALS && isFirst(person)) {
            alerts.increment();
            LOG.warn("alert: {} was refused so often today that nothing more is accepted from that person", person);
        }
    }

    private boolean isFirst(PersonRef person) {
        synchronized (done) {
            return done.add(new Done(person, LocalDate.ofInstant(clock.instant(), zone.get())));
        }
    }
}
