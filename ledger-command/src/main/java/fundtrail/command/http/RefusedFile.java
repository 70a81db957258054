package fundtrail.command.http;

/** Carries what is wrong in a clerk's file to where problem documents are written. */
final class RefusedFile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ImportAnswer found;

    RefusedFile(ImportAnswer found) {
        super("the file has faults", null, false, false);
        this.found = found;
    }

    ImportAnswer found() {
        return found;
    }
}
