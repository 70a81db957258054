package fundtrail.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a running server says of itself in {@code postmaster.pid}, and a killed one still seems to say. The lines are those
 * of PostgreSQL's {@code miscadmin.h}: process id, data folder, start, port, socket folder, address, shared memory, status.
 */
record PostmasterFile(long pid, String status) {

    private static final int STATUS_LINE = 7;

    static Path in(Path data) {
        return data.resolve("postmaster.pid");
    }

    /** Empty if there is none, or it is just being written. */
    static Optional<PostmasterFile> read(Path data) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(in(data));
        } catch (NoSuchFileException notRunning) {
            return Optional.empty();
        }
        if (lines.isEmpty() || !lines.getFirst().strip().matches("[0-9]{1,18}")) {
            return Optional.empty();
        }
        String status = lines.size() > STATUS_LINE ? lines.get(STATUS_LINE).strip() : "";
        return Optional.of(new PostmasterFile(Long.parseLong(lines.getFirst().strip()), status));
    }

    /** A standby takes connections too, that read. */
    boolean isReady() {
        return status.equals("ready") || status.equals("standby");
    }
}
