package fundtrail.command.known;

import fundtrail.command.memory.Fingerprint;
import fundtrail.command.memory.Fingerprints;
import fundtrail.command.memory.Form;
import fundtrail.command.memory.Memory;
import fundtrail.command.memory.Table;
import fundtrail.contract.Entry;
import fundtrail.contract.Envelope;
import fundtrail.contract.fact.CommandRefused;
import fundtrail.contract.id.PersonRef;
import java.time.LocalDate;

/** What was asked: keys that led to facts, and the refusals recorded on the last day that had any. */
public final class Wishes {
    /** A key that was used, for the wish of this hash, and the positions of the facts it led to. */
    public record Answered(Fingerprint wish, long firstPosition, long lastPosition) {
        /** Whether it was this very wish. */
        public boolean isFor(String wishHash) {
            return wish.equals(Fingerprint.of(wishHash));
        }
    }

    private static final String DAY = "day";

    private final Fingerprints answered;
    private final Table<CommandRefused, Long> refusals;
    private final Table<PersonRef, Integer> refusalsOnDay;
    private final Table<String, LocalDate> dayOfRefusals;

    Wishes(Memory memory) {
        answered = new Fingerprints(memory, "keys", 4);
        refusals = new Table<>(memory, "refusals", Form.json(CommandRefused.class), Form.LONG);
        refusalsOnDay = new Table<>(memory, "refusalsOnDay", Forms.PERSON, Form.INT);
        dayOfRefusals = new Table<>(memory, "dayOfRefusals", Form.TEXT, Form.json(LocalDate.class));
    }

    /** What the person's key led to, or {@code null} while it is free. */
    public Answered answered(PersonRef person, String key) {
        long[] found = answered.get(Fingerprint.of(person.value(), key));
        return found == null ? null : new Answered(new Fingerprint(found[0], found[1]), found[2], found[3]);
    }

    /** @param day the day of the last fact, or a later one: refusals of earlier days are forgotten */
    public boolean isRecorded(CommandRefused refused, LocalDate day) {
        return day.equals(dayOfRefusals.get(DAY)) && refusals.has(refused);
    }

    /** How many refusals of the person were recorded on that day: the day of the last fact, or a later one. */
    public int refusalsOn(PersonRef person, LocalDate day) {
        return day.equals(dayOfRefusals.get(DAY)) ? refusalsOnDay.getOrDefault(person, 0) : 0;
    }

    void fold(Envelope envelope, long position) {
        if (envelope.key() != null) {
            Fingerprint key = Fingerprint.of(envelope.actor(), envelope.key());
            Fingerprint wish = Fingerprint.of(envelope.wishHash());
            long[] before = answered.get(key);
            answered.put(key, wish.high(), wish.low(), before == null ? position : before[2], position);
        }
    }

    void fold(CommandRefused fact, Entry entry) {
        LocalDate day = entry.envelope().effectiveDate();
        if (!day.equals(dayOfRefusals.get(DAY))) {
            refusals.clear();
            refusalsOnDay.clear();
            dayOfRefusals.put(DAY, day);
        }
        refusals.put(fact, entry.position());
        refusalsOnDay.put(fact.person(), refusalsOnDay.getOrDefault(fact.person(), 0) + 1);
    }
}
