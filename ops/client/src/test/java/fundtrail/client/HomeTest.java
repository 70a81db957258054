package fundtrail.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.client.Home.Known;
import fundtrail.client.Home.Marker;
import fundtrail.client.pack.PackLoader;
import fundtrail.client.pack.PackReader;
import fundtrail.tokens.RehearsalIssuer;
import fundtrail.tokens.TokenRefused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
    private static final Known ZHOU = new Known("p-1", "周敏", "经办员", "zhou.min", List.of("CL"));

    @TempDir
    Path folder;

    private Home rehearsal() {
        Home home = Home.at(folder);
        home.mark(Marker.rehearsal("disbursement-batch", Addresses.local(1, 2)));
        home.know(List.of(ZHOU));
        return home;
    }

    private String subjectOf(String token) throws TokenRefused {
        return RehearsalIssuer.in(folder.resolve("keys")).check(Clock.systemUTC()).check("Bearer " + token).subject();
    }

    @Test
    void a_person_is_found_by_subject_reference_or_name() throws TokenRefused {
        Home home = rehearsal();
        for (String who : List.of("zhou.min", "p-1", "周敏")) {
            assertEquals("zhou.min", subjectOf(home.token(who, Instant.now())));
        }
    }

    @Test
    void nobody_of_that_name_is_answered_with_those_there_are() {
        NoToken none = assertThrows(NoToken.class, () -> rehearsal().token("nobody", Instant.now()));
        assertTrue(none.inWords(Words.in("zh")).contains("zhou.min  周敏"), none.inWords(Words.in("zh")));
        assertTrue(none.inWords(Words.in("en")).contains("ops/token SUBJECT --subject"), none.inWords(Words.in("en")));
    }

    @Test
    void somebody_registered_since_is_named_by_subject() throws TokenRefused {
        assertEquals("new.one", subjectOf(rehearsal().tokenOfSubject("new.one", Instant.now())));
    }

    @Test
    void a_production_ledger_has_no_tokens_from_a_shell() {
        Home home = rehearsal();
        home.mark(new Marker("county", "PRODUCTION", Addresses.DEFAULT.command(), Addresses.DEFAULT.query()));
        for (String who : List.of("zhou.min", "p-1")) {
            assertTrue(assertThrows(NoToken.class, () -> home.token(who, Instant.now())).getMessage().contains("production"));
        }
        assertThrows(NoToken.class, () -> home.tokenOfSubject("zhou.min", Instant.now()));
        assertTrue(Files.notExists(folder.resolve("keys")), "no key is made for a production ledger");
    }

    @Test
    void the_command_for_tokens_prints_none_for_a_production_ledger() {
        rehearsal().mark(new Marker("county", "PRODUCTION", Addresses.DEFAULT.command(), Addresses.DEFAULT.query()));
        PrintStream out = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            assertEquals(1, Client.run("token", "zhou.min", "--home", folder.toString()));
            assertEquals(1, Client.run("token", "zhou.min", "--subject", "--home", folder.toString()));
        } finally {
            System.setOut(out);
        }
        assertEquals("", printed.toString(StandardCharsets.UTF_8));
    }

    @Test
    void a_pack_is_not_loaded_into_a_production_ledger_and_nothing_is_sent() {
        Home home = rehearsal();
        home.mark(new Marker("county", "PRODUCTION", Addresses.DEFAULT.command(), Addresses.DEFAULT.query()));
        Path packs = Path.of(System.getProperty("basedir", "."), "..", "..", "seeds");
        try (ScriptedServer server = new ScriptedServer(); LedgerApi api = new LedgerApi(server.addresses(), Words.in("en"))) {
            Progress silent = new Progress(
                    new PrintStream(OutputStream.nullOutputStream()), false, Words.in("en"), InstantSource.system());
            PackLoader loader = new PackLoader(api, subject -> home.tokenOfSubject(subject, Instant.now()), silent);
            assertThrows(NoToken.class, () -> loader.load(PackReader.read(packs.resolve("disbursement-batch"))));
            assertEquals(List.of(), server.asked());
        }
    }

    @Test
    void a_folder_without_a_ledger_gives_none_and_stays_empty() throws IOException {
        assertThrows(NoToken.class, () -> Home.at(folder).token("zhou.min", Instant.now()));
        try (var files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void the_addresses_are_those_the_ledger_was_started_at() {
        assertEquals(Addresses.local(1, 2), rehearsal().addresses());
        assertEquals(Addresses.DEFAULT, Home.at(folder.resolve("other")).addresses());
    }
}
