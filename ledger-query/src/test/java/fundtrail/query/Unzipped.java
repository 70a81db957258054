package fundtrail.query;

import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.contract.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The files of an evidence pack, in their order. */
final class Unzipped {
    private Unzipped() {}

    static Map<String, byte[]> files(byte[] pack) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(pack))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    static JsonNode manifest(Map<String, byte[]> files) throws IOException {
        return Json.MAPPER.readTree(files.get("manifest.json"));
    }
}
