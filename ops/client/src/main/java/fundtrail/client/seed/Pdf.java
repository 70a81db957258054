package fundtrail.client.seed;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A PDF of one page with a few lines of Latin text (ISO 32000-1), the same bytes each time. */
final class Pdf {
    private Pdf() {}

    static byte[] of(List<String> lines) {
        StringBuilder page = new StringBuilder("BT /F1 12 Tf 18 TL 72 770 Td\n");
        lines.forEach(line -> page.append('(').append(line.replaceAll("([()\\\\])", "\\\\$1")).append(") Tj T*\n"));
        page.append("ET\n");
        List<String> objects = List.of(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F1 4 0 R >> >> >>",
                "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
                "<< /Length " + page.length() + " >>\nstream\n" + page + "endstream");
        return file(objects);
    }

    private static byte[] file(List<String> objects) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        write(file, "%PDF-1.4\n");
        List<Integer> offsets = new ArrayList<>();
        for (String object : objects) {
            offsets.add(file.size());
            write(file, offsets.size() + " 0 obj\n" + object + "\nendobj\n");
        }
        int table = file.size();
        write(file, "xref\n0 " + (offsets.size() + 1) + "\n0000000000 65535 f \n");
        offsets.forEach(offset -> write(file, String.format(Locale.ROOT, "%010d 00000 n \n", offset)));
        write(file, "trailer\n<< /Size " + (offsets.size() + 1) + " /Root 1 0 R >>\nstartxref\n" + table + "\n%%EOF\n");
        return file.toByteArray();
    }

    private static void write(ByteArrayOutputStream file, String text) {
        file.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
