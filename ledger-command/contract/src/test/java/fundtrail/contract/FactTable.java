package fundtrail.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The table of facts people read, {@code contract/FACTS.md}: both sides' tests hold their columns of it against the code. */
public final class FactTable {
    /** Its columns, in order. */
    public enum Column {
        FACT,
        COMMANDS,
        POSTS,
        TAGS,
        SHOWN_TO
    }

    private static final String ROW = "| `";

    private final Path file;
    private final List<String> head;
    private final Map<String, String[]> rows = new LinkedHashMap<>();

    private FactTable(Path file, List<String> lines) {
        this.file = file;
        this.head = lines.stream().takeWhile(line -> !line.startsWith(ROW)).toList();
        for (String line : lines.subList(head.size(), lines.size())) {
            String[] cells = Arrays.stream(line.substring(1, line.length() - 1).split("\\|", -1)).map(String::strip).toArray(String[]::new);
            rows.put(cells[0].replace("`", ""), cells);
        }
    }

    public static FactTable at(Path file) throws IOException {
        return new FactTable(file, Files.readAllLines(file));
    }

    /** The facts, in the order of their rows. */
    public List<String> facts() {
        return List.copyOf(rows.keySet());
    }

    /** What a column says of a fact; empty where there is no such row. */
    public String says(String fact, Column column) {
        String[] cells = rows.get(fact);
        return cells == null ? "" : cells[column.ordinal()];
    }

    /** Writes a column, and the rows in the order of {@link FactTypes}, where {@code -Dfacts.write=true}. */
    public void rewrite(Column column, Map<String, String> said) throws IOException {
        if (!Boolean.getBoolean("facts.write")) {
            return;
        }
        StringBuilder text = new StringBuilder(String.join("\n", head)).append('\n');
        for (FactTypes.FactType type : FactTypes.all()) {
            String[] cells = rows.getOrDefault(type.name(), new String[] {"`" + type.name() + "`", "", "", "", ""});
            cells[column.ordinal()] = said.getOrDefault(type.name(), "");
            rows.put(type.name(), cells);
            text.append("| ").append(String.join(" | ", cells)).append(" |\n");
        }
        Files.writeString(file, text.toString());
    }
}
