package fundtrail.command.memory;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Rows on their way in. Identifiers, texts and days recur, so that each is made once and shared by all who have it. */
public final class RowIn extends DataInputStream {
    private final Map<Function<String, ?>, Map<String, Object>> identifiers = new HashMap<>();
    private final Map<Integer, LocalDate> days = new HashMap<>();
    private String lastText;

    public RowIn(InputStream in) {
        super(in);
    }

    /** @param make one object for all calls, by which those of one kind are known */
    public <T> T identifier(Function<String, T> make) throws IOException {
        @SuppressWarnings("unchecked")
        T known = (T) identifiers.computeIfAbsent(make, kind -> new HashMap<>()).computeIfAbsent(readUTF(), make);
        return known;
    }

    /** A day, or {@code null}. */
    public LocalDate day() throws IOException {
        int day = readInt();
        return day == Form.NO_DAY ? null : days.computeIfAbsent(day, LocalDate::ofEpochDay);
    }

    /** A text, or {@code null}; the one before, when it is the same. */
    public String text() throws IOException {
        if (!readBoolean()) {
            return null;
        }
        String text = readUTF();
        if (!text.equals(lastText)) {
            lastText = text;
        }
        return lastText;
    }
}
