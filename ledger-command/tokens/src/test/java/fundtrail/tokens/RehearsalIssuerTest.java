package fundtrail.tokens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RehearsalIssuerTest {

    private static final Instant NOW = Instant.parse("2026-03-05T01:00:00Z");

    @TempDir Path folder;

    @Test void a_rehearsal_token_is_accepted_by_the_issuers_own_check() throws TokenRefused {
        var issuer = RehearsalIssuer.in(folder);
        var bearer = issuer.check(at(NOW)).check("Bearer " + issuer.token("clerk-1", Duration.ofHours(8), NOW));
        assertEquals(new Bearer("urn:fundtrail:rehearsal", "clerk-1", NOW, NOW.plus(Duration.ofHours(8))), bearer);
    }

    @Test void the_key_outlives_the_process() throws TokenRefused {
        var token = RehearsalIssuer.in(folder).token("clerk-1", Duration.ofHours(8), NOW);
        assertEquals("clerk-1", RehearsalIssuer.in(folder).check(at(NOW)).check("Bearer " + token).subject());
    }

    @Test void another_folders_token_is_refused() {
        var token = RehearsalIssuer.in(folder.resolve("a")).token("clerk-1", Duration.ofHours(8), NOW);
        var elsewhere = RehearsalIssuer.in(folder.resolve("b")).check(at(NOW));
        assertThrows(TokenRefused.class, () -> elsewhere.check("Bearer " + token));
    }

    @Test void only_the_owner_may_read_the_key_and_only_the_public_half_is_shown() throws IOException {
        var published = RehearsalIssuer.in(folder).jwks();
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(keyFile())));
        assertFalse(published.getKeys().getFirst().isPrivate());
    }

    @Test void a_key_others_may_read_is_not_used() throws IOException {
        RehearsalIssuer.in(folder);
        Files.setPosixFilePermissions(keyFile(), PosixFilePermissions.fromString("rw-r--r--"));
        assertThrows(IllegalStateException.class, () -> RehearsalIssuer.in(folder));
    }

    @Test void a_file_that_is_no_key_is_refused_by_name() throws IOException {
        RehearsalIssuer.in(folder);
        Files.writeString(keyFile(), "{}");
        var refusal = assertThrows(IllegalStateException.class, () -> RehearsalIssuer.in(folder));
        assertEquals(true, refusal.getMessage().contains(keyFile().toString()));
    }

    @Test void whoever_comes_at_the_same_moment_finds_the_same_key() throws Exception {
        Callable<String> name = () -> RehearsalIssuer.in(folder).jwks().getKeys().getFirst().getKeyID();
        var names = new HashSet<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var made : threads.invokeAll(Stream.generate(() -> name).limit(16).toList())) names.add(made.get());
        }
        assertEquals(1, names.size());
        try (var left = Files.list(folder)) {
            assertEquals(1, left.count(), "nothing but the key is left in the folder");
        }
    }

    private Path keyFile() {
        return folder.resolve("rehearsal-issuer.jwk");
    }

    private static Clock at(Instant instant) {
        return Clock.fixed(instant, ZoneOffset.UTC);
    }
}
