package fundtrail.command.memory;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Everything a {@link Memory} keeps, row by row, so that two of them can be compared and the difference found. */
public final class MemoryText {
    private MemoryText() {}

    public static Map<String, List<String>> of(Memory memory) {
        Map<String, List<String>> parts = new TreeMap<>();
        for (Part part : memory.parts()) {
            List<ByteArrayOutputStream> rows = new ArrayList<>();
            try {
                part.write(() -> {
                    rows.add(new ByteArrayOutputStream());
                    return new DataOutputStream(rows.getLast());
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            parts.put(part.name(), rows.stream().map(row -> row.toString(StandardCharsets.UTF_8)).sorted().toList());
        }
        return parts;
    }
}
