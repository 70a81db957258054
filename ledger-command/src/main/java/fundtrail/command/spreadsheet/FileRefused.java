package fundtrail.command.spreadsheet;

import java.io.IOException;

/**
 * Ends the reading of a file from whatever depth it was noticed at, the inside of a stream that a library reads
 * included (which is why it is an {@link IOException}). Never leaves this package: {@link Spreadsheet#read} makes a
 * {@link Faults} of it.
 */
final class FileRefused extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    FileRefused(Fault fault) {
        super(fault.code().name());
        this.fault = fault;
    }

    FileRefused(FaultCode code) {
        this(code, "", "");
    }

    FileRefused(FaultCode code, String found, String bound) {
        this(new Fault(code, Place.file(), found, bound));
    }

    Fault fault() {
        return fault;
    }

    /** The refusal that {@code thrown} is or wraps, or else {@code otherwise}: parsers wrap what their stream threw. */
    static FileRefused in(Throwable thrown, FaultCode otherwise) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof FileRefused refused) {
                return refused;
            }
        }
        FileRefused refused = new FileRefused(otherwise);
        refused.initCause(thrown);
        return refused;
    }
}
