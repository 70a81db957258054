package fundtrail.command.spreadsheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The faults of a file as they are found, up to a limit. */
final class FaultLog {

    private static final Comparator<Fault> ORDER = Comparator
            .comparing((Fault fault) -> fault.place().row())
            .thenComparing(fault -> Place.index(fault.place().letter()))
            .thenComparing(Fault::code);

    private final int most;
    private final List<Fault> faults = new ArrayList<>();
    private boolean more;

    FaultLog(int most) {
        this.most = most;
    }

    void add(FaultCode code, Place place, String found, String bound) {
        if (faults.size() < most) {
            faults.add(new Fault(code, place, found, bound));
        } else {
            more = true;
        }
    }

    boolean isEmpty() {
        return faults.isEmpty();
    }

    /** Those of the file and of columns first, then by row and column; last of all, that there are more. */
    List<Fault> inOrder() {
        List<Fault> ordered = new ArrayList<>(faults);
        ordered.sort(ORDER);
        if (more) {
            ordered.add(new Fault(FaultCode.TOO_MANY_FAULTS, Place.file(), "", String.valueOf(most)));
        }
        return ordered;
    }
}
