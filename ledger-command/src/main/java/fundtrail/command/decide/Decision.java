package fundtrail.command.decide;

import fundtrail.contract.Fact;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What became of a wish: facts, or one refusal. A value, never an exception. */
public sealed interface Decision {

    /** The facts, in the order they are recorded. */
    record Accepted(List<Fact> facts) implements Decision {
        public Accepted {
            facts = List.copyOf(facts);
        }
    }

    /**
     * The first refusal, in the order of {@link RefusalCode}.
     *
     * @param subject what it is about: an identifier the author named
     * @param details figures and names for the refusal's text, by the placeholder they fill
     * @param faults  for a list of rows, every row that is refused; else empty
     */
    record Refused(RefusalCode code, String subject, Map<String, String> details, List<RowFault> faults) implements Decision {
        public Refused {
            details = Map.copyOf(details);
            faults = List.copyOf(faults);
        }

        /** Adds a figure or name to the refusal's text. */
        public Refused with(String placeholder, Object value) {
            Map<String, String> more = new TreeMap<>(details);
            more.put(placeholder, String.valueOf(value));
            return new Refused(code, subject, more, faults);
        }
    }

    /** One refused row: its number in the file, the field at fault, and why. */
    record RowFault(int row, String field, Refused why) {}

    static Accepted accepted(Fact... facts) {
        return new Accepted(List.of(facts));
    }

    static Refused refused(RefusalCode code, Object subject) {
        return new Refused(code, String.valueOf(subject), Map.of(), List.of());
    }
}
