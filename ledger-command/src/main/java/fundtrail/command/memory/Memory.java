package fundtrail.command.memory;

import java.io.ByteArrayOutputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that is kept of the facts folded so far, in parts. What facts that are not durable changed can be taken back; the
 * whole can be written out, taken in again, and compared with another by its digest.
 */
public final class Memory {
    private final Journal journal = new Journal();
    private final List<Part> parts = new ArrayList<>();

    /** A part says that it belongs here. */
    Journal keeps(Part part) {
        parts.add(part);
        return journal;
    }

    List<Part> parts() {
        return parts;
    }

    /** The changes that follow belong to the fact at {@code position}, which is not durable. */
    public void at(long position) {
        journal.at(position);
    }

    /** The changes that follow belong to a fact that is durable. */
    public void atDurable() {
        journal.atDurable();
    }

    /** Lets a change be undone that is made otherwise than in a part. */
    public void changed(Runnable undo) {
        journal.changed(undo);
    }

    /** Takes back every fact from a position on. */
    public void takeBack(long firstPosition) {
        journal.takeBack(firstPosition);
    }

    /** Facts up to this position are durable and will not be taken back. */
    public void settle(long durablePosition) {
        journal.settle(durablePosition);
    }

    /** Writes every row of every part. */
    public void write(DataOutputStream out) throws IOException {
        for (Part part : parts) {
            out.writeUTF(part.name());
            out.writeInt(part.size());
            part.write(() -> out);
        }
    }

    /**
     * Takes in what {@link #write} wrote; this memory is empty until then.
     *
     * @throws IOException when it is not that
     */
    public void read(RowIn in) throws IOException {
        for (Part part : parts) {
            String name = in.readUTF();
            if (!name.equals(part.name())) {
                throw new IOException("where the rows of " + part.name() + " should begin stands " + name);
            }
            for (int left = in.readInt(); left > 0; left--) {
                part.take(in);
            }
        }
    }

    /**
     * What each part holds, as a number of rows and a digest: the sum of the SHA-256 of all its rows, which does not
     * depend on their order. Two memories with the same digests hold the same.
     */
    public Map<String, String> digest() throws IOException {
        Map<String, String> digests = new LinkedHashMap<>();
        for (Part part : parts) {
            Sum sum = new Sum();
            part.write(sum);
            digests.put(part.name(), part.size() + " rows " + sum.total());
        }
        return digests;
    }

    /** Adds up the digests of rows. */
    private static final class Sum implements Part.Rows {
        private final MessageDigest sha = Fingerprint.sha256();
        private final ByteArrayOutputStream row = new ByteArrayOutputStream();
        private final DataOutputStream out = new DataOutputStream(row);
        private final long[] sum = new long[4];

        @Override
        public DataOutput next() {
            add();
            return out;
        }

        String total() {
            add();
            ByteBuffer bytes = ByteBuffer.allocate(32);
            for (long part : sum) {
                bytes.putLong(part);
            }
            return HexFormat.of().formatHex(bytes.array());
        }

        private void add() {
            if (row.size() > 0) {
                ByteBuffer digest = ByteBuffer.wrap(sha.digest(row.toByteArray()));
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += digest.getLong();
                }
                row.reset();
            }
        }
    }
}
