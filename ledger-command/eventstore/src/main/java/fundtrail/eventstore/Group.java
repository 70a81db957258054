package fundtrail.eventstore;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Appends that are written by one statement: all of them or none. */
record Group(List<Append> appends, List<Fact> facts) {

    static final Group NOTHING = of(List.of());

    static Group of(List<Append> appends) {
        List<Fact> facts = new ArrayList<>();
        for (Append append : appends) facts.addAll(append.facts());
        return new Group(List.copyOf(appends), List.copyOf(facts));
    }

    boolean hasFacts() {
        return !facts.isEmpty();
    }

    /** The length of its entries together. */
    long bytes() {
        return facts.stream().mapToLong(Fact::length).sum();
    }

    long first() {
        return facts.getFirst().position();
    }

    long last() {
        return facts.getLast().position();
    }

    List<UUID> eventIds() {
        return facts.stream().map(fact -> fact.encoded().eventId()).toList();
    }
}
