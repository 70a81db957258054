package fundtrail.postgres;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The end of the server's log, which is where a failed start gives its reason. */
final class LogTail {

    private static final int LINES = 12;
    private static final int BYTES = 4_000;
    private static final long KEEP_BYTES = 16L << 20;

    private LogTail() {
    }

    /** The last lines, or an empty text if nothing was logged. */
    static String of(Path log) throws IOException {
        if (!Files.exists(log)) {
            return "";
        }
        byte[] end;
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(Math.max(0, file.length() - BYTES));
            end = new byte[(int) (file.length() - file.getFilePointer())];
            file.readFully(end);
        }
        List<String> lines = new String(end, StandardCharsets.UTF_8).lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
    }

    /** Sets a log of more than 16 MiB aside, over the one set aside before: a log must not fill the ledger's disk. */
    static void setAsideIfLong(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > KEEP_BYTES) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".old"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
