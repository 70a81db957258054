package fundtrail.command.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What the door sees of wishes, for {@code /metrics}: how long they take to read and to be answered, and how they are answered. */
final class DoorMeters {
    private final Map<DoorCode, Counter> turnedAway = new EnumMap<>(DoorCode.class);
    private final Counter recorded;
    private final Counter askedBefore;
    private final Timer readJson;
    private final Timer readFile;
    private final Timer answer;

    DoorMeters(MeterRegistry meters) {
        recorded = answers(meters, "recorded", "none");
        askedBefore = answers(meters, "asked_before", "none");
        for (DoorCode code : DoorCode.values()) { // from the start: an increase is seen only of what was there before
            turnedAway.put(code, answers(meters, "turned_away", code.name()));
        }
        readJson = timer("ledger.parse", "reading a wish's content, once it has arrived").tag("content", "json").register(meters);
        readFile = timer("ledger.parse", "reading a wish's content, once it has arrived").tag("content", "file").register(meters);
        answer = timer("ledger.answer", "a wish, from its entry into the queue until its answer was durable").register(meters);
    }

    private static Timer.Builder timer(String name, String description) {
        return Timer.builder(name).description(description).publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofNanos(100_000)).maximumExpectedValue(Duration.ofSeconds(30));
    }

    private static Counter answers(MeterRegistry meters, String kind, String code) {
        return Counter.builder("ledger.answers").description("wishes answered; refusals by code are ledger.refusals")
                .tag("answer", kind).tag("code", code).register(meters);
    }

    void readJson(long startedNanos) {
        readJson.record(System.nanoTime() - startedNanos, TimeUnit.NANOSECONDS);
    }

    void readFile(long startedNanos) {
        readFile.record(System.nanoTime() - startedNanos, TimeUnit.NANOSECONDS);
    }

    void answered(long startedNanos) {
        answer.record(System.nanoTime() - startedNanos, TimeUnit.NANOSECONDS);
    }

    void recorded() {
        recorded.increment();
    }

    void askedBefore() {
        askedBefore.increment();
    }

    /** Turned away at the door, so that no decision was taken. */
    void turnedAway(DoorCode code) {
        turnedAway.get(code).increment();
    }
}
