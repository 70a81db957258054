package fundtrail.command.spreadsheet;

import static fundtrail.command.spreadsheet.FaultCode.DAMAGED_FILE;
import static fundtrail.command.spreadsheet.FaultCode.ZIP_BOMB;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/**
 * One file inside a zip archive while it inflates: counts what comes out, and refuses the archive at the first bytes
 * beyond a limit. Of what the archive says about sizes only the packed size is used, and only to be stricter.
 */
final class GuardedStream extends InputStream {

    /** Small parts, such as themes, may shrink more than a large one can honestly do. */
    private static final long INFLATION_COUNTS_FROM = 1024 * 1024;
    /** A tag with its attributes and the text after it. Excel's longest text is 32,767 characters of up to 8 bytes each. */
    private static final int LONGEST_MARKUP = 1024 * 1024;

    private final InputStream content;
    private final ZipArchiveEntry entry;
    private final Limits limits;
    private final long allowed;
    private final CRC32 checksum = new CRC32();
    private long inflated;
    private int sinceMarkup;
    private boolean isXml;

    /** @param left bytes that this file may inflate to before all files together are too large */
    GuardedStream(InputStream content, ZipArchiveEntry entry, Limits limits, long left) {
        this.content = content;
        this.entry = entry;
        this.limits = limits;
        this.allowed = Math.min(left, limits.entryBytes());
    }

    /** From here on, refuse a single tag or text so long that a parser's buffers would grow without bound. */
    void expectXml() {
        isXml = true;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = content.read(bytes, offset, length);
        if (read > 0) {
            checksum.update(bytes, offset, read);
            inflated += read;
            refuseBomb();
            if (isXml) {
                refuseEndlessMarkup(bytes, offset, read);
            }
        }
        return read;
    }

    private void refuseBomb() throws FileRefused {
        if (inflated > allowed) {
            throw new FileRefused(ZIP_BOMB, entry.getName(), Limits.megabytes(allowed));
        }
        if (inflated > INFLATION_COUNTS_FROM && inflated / Math.max(1, entry.getCompressedSize()) >= limits.inflation()) {
            throw new FileRefused(ZIP_BOMB, entry.getName(), "× " + limits.inflation());
        }
    }

    private void refuseEndlessMarkup(byte[] bytes, int offset, int length) throws FileRefused {
        for (int at = offset; at < offset + length; at++) {
            sinceMarkup = bytes[at] == '<' ? 0 : sinceMarkup + 1;
            if (sinceMarkup > LONGEST_MARKUP) {
                throw new FileRefused(ZIP_BOMB, entry.getName(), Limits.megabytes(LONGEST_MARKUP));
            }
        }
    }

    /**
     * Reads what is left and compares the whole with the archive's checksum, which the library would not do.
     *
     * @return how many bytes the file has
     */
    long finish() throws IOException {
        isXml = false;
        transferTo(OutputStream.nullOutputStream());
        if (checksum.getValue() != entry.getCrc() || inflated != entry.getSize()) {
            throw new FileRefused(DAMAGED_FILE, entry.getName(), "");
        }
        return inflated;
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
