package fundtrail.query.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.copy.CopyIn;
import org.postgresql.core.BaseConnection;

/**
 * Rows for {@code COPY … (format binary)}: the cheapest way into PostgreSQL, and one round trip however many they are. A
 * column's value must be of exactly the column's type; the header and each field follow PostgreSQL's manual, "COPY, Binary
 * Format".
 */
final class CopyRows {
    private static final byte[] HEADER = "PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final short TRAILER = -1;
    /** Rows grow piece by piece: an array that doubles would outgrow what a collector moves cheaply. */
    private static final int PIECE = 1 << 16;
    private static final int TEXT_OID = 25;
    private static final long PG_EPOCH_DAY = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final long PG_EPOCH_SECOND = Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();
    private static final long MICROS = 1_000_000;

    private final List<ByteBuffer> full = new ArrayList<>();
    private ByteBuffer bytes = ByteBuffer.allocate(PIECE).put(HEADER);
    private boolean isEmpty = true;

    /** Begins the next row. */
    CopyRows row(int columns) {
        isEmpty = false;
        room(2).putShort((short) columns);
        return this;
    }

    /** A {@code bigint}. */
    CopyRows with(long value) {
        room(12).putInt(8).putLong(value);
        return this;
    }

    /** An {@code int}. */
    CopyRows with(int value) {
        room(8).putInt(4).putInt(value);
        return this;
    }

    /** A {@code text} or {@code json}; of anything else, as it is written; null for null. */
    CopyRows with(Object value) {
        if (value == null) {
            room(4).putInt(-1);
            return this;
        }
        return with(value.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** A {@code bytea}. */
    CopyRows with(byte[] value) {
        room(4 + value.length).putInt(value.length).put(value);
        return this;
    }

    /** A {@code date}. */
    CopyRows with(LocalDate value) {
        return with(Math.toIntExact(value.toEpochDay() - PG_EPOCH_DAY));
    }

    /** A {@code timestamptz}; what is finer than a microsecond is cut off. */
    CopyRows with(Instant value) {
        return with((value.getEpochSecond() - PG_EPOCH_SECOND) * MICROS + value.getNano() / 1_000);
    }

    /** A {@code text[]}. */
    CopyRows with(List<String> values) {
        List<byte[]> texts = values.stream().map(value -> value.getBytes(StandardCharsets.UTF_8)).toList();
        boolean none = texts.isEmpty();
        int length = none ? 12 : 20 + texts.stream().mapToInt(text -> 4 + text.length).sum();
        room(24).putInt(length).putInt(none ? 0 : 1).putInt(0).putInt(TEXT_OID);
        if (!none) {
            bytes.putInt(texts.size()).putInt(1);
        }
        texts.forEach(this::with);
        return this;
    }

    /** Sends the rows to a table; {@code (column, …)} behind its name. */
    void into(Connection connection, String table) throws SQLException {
        if (isEmpty) {
            return;
        }
        room(2).putShort(TRAILER);
        full.add(bytes);
        CopyIn copy = connection.unwrap(BaseConnection.class).getCopyAPI().copyIn("copy " + table + " from stdin (format binary)");
        try {
            for (ByteBuffer piece : full) {
                copy.writeToCopy(piece.array(), 0, piece.position());
            }
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private ByteBuffer room(int more) {
        if (bytes.remaining() < more) {
            full.add(bytes);
            bytes = ByteBuffer.allocate(Math.max(PIECE, more));
        }
        return bytes;
    }
}
