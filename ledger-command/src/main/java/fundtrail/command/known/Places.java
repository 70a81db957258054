package fundtrail.command.known;

import fundtrail.command.memory.Memory;
import fundtrail.command.memory.Numbers;
import fundtrail.contract.Entry;
import fundtrail.contract.Fact;
import fundtrail.contract.FactTypes;
import fundtrail.contract.FactTypes.FactType;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What kind of fact stands at each position, and the ordinal of what it is about, in one number. */
final class Places {
    /** The ordinal where there is none. */
    static final int NOTHING = 0;

    private static final List<String> NAMES =
            FactTypes.all().stream().map(FactType::name).distinct().toList();

    private static final Map<Class<? extends Fact>, Integer> INDEX = FactTypes.all().stream()
            .collect(Collectors.toMap(FactType::record, type -> NAMES.indexOf(type.name())));

    private final Numbers places;

    Places(Memory memory) {
        places = new Numbers(memory, "places");
    }

    void add(Entry entry, int ordinal) {
        places.add((long) INDEX.get(entry.fact().getClass()) << Integer.SIZE | ordinal);
    }

    /** How many positions there are. */
    int length() {
        return places.length();
    }

    String typeAt(long position) {
        return position < 0 || position >= length() ? null : NAMES.get((int) (places.get((int) position) >>> Integer.SIZE));
    }

    int ordinalAt(long position) {
        return (int) places.get(Math.toIntExact(position));
    }
}
