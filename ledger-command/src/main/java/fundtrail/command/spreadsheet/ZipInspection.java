package fundtrail.command.spreadsheet;

import static fundtrail.command.spreadsheet.FaultCode.DAMAGED_FILE;
import static fundtrail.command.spreadsheet.FaultCode.ENCRYPTED;
import static fundtrail.command.spreadsheet.FaultCode.EXTERNAL_LINK;
import static fundtrail.command.spreadsheet.FaultCode.HAS_MACROS;
import static fundtrail.command.spreadsheet.FaultCode.NOT_A_SPREADSHEET;
import static fundtrail.command.spreadsheet.FaultCode.ZIP_BOMB;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Inflates every file inside an .xlsx once, under the limits, before any library is let near it, and has
 * {@link PartScan} look at each that is XML. Whether one is XML is told by its first bytes, so that no part which a
 * library could be led to read goes unseen.
 */
final class ZipInspection {

    /** The record each file has in a zip archive's directory (APPNOTE 4.3.12). */
    private static final byte[] DIRECTORY_RECORD = {'P', 'K', 1, 2};

    private final ZipFile zip;
    private final Limits limits;
    private final WorkbookParts parts;
    private final Set<String> names = new HashSet<>();
    private long inflated;

    private ZipInspection(ZipFile zip, Limits limits) {
        this.zip = zip;
        this.limits = limits;
        this.parts = new WorkbookParts(limits);
    }

    /** @throws IOException also if the archive or some XML in it is broken */
    static WorkbookParts inspect(byte[] file, Limits limits) throws IOException {
        if (Bytes.count(file, DIRECTORY_RECORD, limits.zipEntries() + 1) > limits.zipEntries()) {
            throw new FileRefused(ZIP_BOMB, "> " + limits.zipEntries(), String.valueOf(limits.zipEntries()));
        }
        try (ZipFile zip = ZipFile.builder().setByteArray(file).get()) {
            return new ZipInspection(zip, limits).parts();
        }
    }

    private WorkbookParts parts() throws IOException {
        List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
        for (ZipArchiveEntry entry : entries) {
            refuseByName(entry);
        }
        if (!names.contains("[content_types].xml")) {
            throw new FileRefused(NOT_A_SPREADSHEET);
        }
        for (ZipArchiveEntry entry : entries) {
            inspect(entry);
        }
        parts.refuseWhatIsNotPlain();
        return parts;
    }

    private void refuseByName(ZipArchiveEntry entry) throws FileRefused {
        String name = entry.getName().toLowerCase(Locale.ROOT);
        if (!names.add(name)) {
            throw new FileRefused(DAMAGED_FILE, entry.getName(), "");
        }
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw new FileRefused(ENCRYPTED);
        }
        if (entry.getMethod() != ZipEntry.STORED && entry.getMethod() != ZipEntry.DEFLATED) {
            throw new FileRefused(DAMAGED_FILE, entry.getName(), "");
        }
        if (name.endsWith("vbaproject.bin") || name.startsWith("xl/macrosheets/")) {
            throw new FileRefused(HAS_MACROS, entry.getName(), "");
        }
        if (name.equals("xl/connections.xml") || name.startsWith("xl/externallinks/") || name.startsWith("xl/querytables/")) {
            throw new FileRefused(EXTERNAL_LINK, entry.getName(), "");
        }
        if (name.equals("xl/workbook.bin")) {
            throw new FileRefused(NOT_A_SPREADSHEET);
        }
    }

    private void inspect(ZipArchiveEntry entry) throws IOException {
        long left = limits.inflatedBytes() - inflated;
        try (GuardedStream guarded = new GuardedStream(zip.getInputStream(entry), entry, limits, left)) {
            BufferedInputStream content = new BufferedInputStream(guarded);
            if (looksLikeXml(content, entry)) {
                guarded.expectXml();
                new PartScan(entry.getName(), parts).scan(content);
            }
            inflated += guarded.finish();
        }
    }

    private static boolean looksLikeXml(BufferedInputStream content, ZipArchiveEntry entry) throws IOException {
        content.mark(64);
        byte[] first = content.readNBytes(64);
        content.reset();
        boolean wide = false;
        int at = 0;
        while (at < first.length && isBeforeMarkup(first[at])) {
            wide |= first[at] == 0 || first[at] == (byte) 0xFE;
            at++;
        }
        if (at == first.length || first[at] != '<') {
            return false;
        }
        if (wide || at + 1 < first.length && first[at + 1] == 0) {
            // Office programmes write UTF-8. The guard counts bytes between '<' and '<', which wider forms would escape.
            throw new FileRefused(DAMAGED_FILE, entry.getName(), "");
        }
        return true;
    }

    /** White space, the marks of byte order, and the zeros of wide characters. */
    private static boolean isBeforeMarkup(byte value) {
        return switch (value) {
            case ' ', '\t', '\r', '\n', 0, (byte) 0xFE, (byte) 0xFF, (byte) 0xEF, (byte) 0xBB, (byte) 0xBF -> true;
            default -> false;
        };
    }
}
