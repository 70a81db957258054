package fundtrail.command.snapshot;

/** A snapshot that is no snapshot of this ledger's facts up to its position; the message goes on after "because". */
final class SnapshotWrong extends Exception {
    private static final long serialVersionUID = 1L;

    SnapshotWrong(String because) {
        super(because);
    }
}
