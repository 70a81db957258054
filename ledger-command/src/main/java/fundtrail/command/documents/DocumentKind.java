package fundtrail.command.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** What kinds of document are taken, told by their content and never by their name. */
public enum DocumentKind {
    PDF("application/pdf"),
    OFD("application/ofd"),
    JPEG("image/jpeg"),
    PNG("image/png"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    /** No honest document has more parts; a crafted one is given up on. */
    private static final int MOST_PARTS = 2_000;

    private final String mediaType;

    DocumentKind(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /** The kind of these bytes, or empty when it is none of these. */
    public static Optional<DocumentKind> of(byte[] bytes) {
        if (starts(bytes, '%', 'P', 'D', 'F', '-')) {
            return Optional.of(PDF);
        }
        if (starts(bytes, 0xFF, 0xD8, 0xFF)) {
            return Optional.of(JPEG);
        }
        if (starts(bytes, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
            return Optional.of(PNG);
        }
        if (starts(bytes, 'P', 'K', 3, 4)) {
            Set<String> parts = partsOf(bytes);
            if (parts.contains("OFD.xml")) {
                return Optional.of(OFD);
            }
            if (parts.contains("[Content_Types].xml") && parts.contains("xl/workbook.xml")) {
                return Optional.of(XLSX);
            }
        }
        return Optional.empty();
    }

    private static boolean starts(byte[] bytes, int... magic) {
        if (bytes.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((bytes[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    /** The names of a zip's entries; nothing is kept of what they hold. */
    private static Set<String> partsOf(byte[] bytes) {
        Set<String> names = new HashSet<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null && names.size() < MOST_PARTS; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        } catch (IOException | IllegalArgumentException e) {
            return Set.of(); // A broken archive is no document of any kind.
        }
        return names;
    }
}
