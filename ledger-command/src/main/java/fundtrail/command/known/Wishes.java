package fundtrail.command.known;

import fundtrail.contract.Entry;
import fundtrail.contract.Envelope;
import fundtrail.contract.fact.CommandRefused;
import fundtrail.contract.id.PersonRef;
import java.time.LocalDate;

/** What was asked: keys that led to facts, and refusals already recorded. */
public final class Wishes {
    /** A key that was used: the hash of the wish it stands for, and the positions of the facts it led to. */
    public record Answered(String wishHash, long firstPosition, long lastPosition) {}

    private record Key(String person, String key) {}

    private record OnDay(PersonRef person, LocalDate day) {}

    private record Refusal(CommandRefused refused, LocalDate day) {}

    private final Table<Key, Answered> answered;
    private final Table<Refusal, Long> refusals;
    private final Table<OnDay, Integer> refusalsOnDay;

    Wishes(Journal journal) {
        answered = new Table<>(journal);
        refusals = new Table<>(journal);
        refusalsOnDay = new Table<>(journal);
    }

    /** What the person's key led to, or {@code null} while it is free. */
    public Answered answered(PersonRef person, String key) {
        return answered.get(new Key(person.value(), key));
    }

    public boolean isRecorded(CommandRefused refused, LocalDate day) {
        return refusals.has(new Refusal(refused, day));
    }

    /** How many refusals of the person were recorded on that day. */
    public int refusalsOn(PersonRef person, LocalDate day) {
        return refusalsOnDay.getOrDefault(new OnDay(person, day), 0);
    }

    void fold(Envelope envelope, long position) {
        if (envelope.key() != null) {
            Key key = new Key(envelope.actor(), envelope.key());
            Answered before = answered.get(key);
            long first = before == null ? position : before.firstPosition();
            answered.put(key, new Answered(envelope.wishHash(), first, position));
        }
    }

    void fold(CommandRefused fact, Entry entry) {
        LocalDate day = entry.envelope().effectiveDate();
        refusals.put(new Refusal(fact, day), entry.position());
        OnDay onDay = new OnDay(fact.person(), day);
        refusalsOnDay.put(onDay, refusalsOnDay.getOrDefault(onDay, 0) + 1);
    }
}
