package fundtrail.client;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that is there whole or not at all. */
final class WholeFile {
    private WholeFile() {}

    /** Writes it. */
    @FunctionalInterface
    interface Writing<T> {
        T to(OutputStream out);
    }

    static <T> T written(Path file, Writing<T> writing) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        try {
            T written;
            try (OutputStream out = Files.newOutputStream(unfinished)) {
                written = writing.to(out);
            }
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
            return written;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }
}
