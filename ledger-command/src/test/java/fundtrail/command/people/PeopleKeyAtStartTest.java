package fundtrail.command.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.command.kit.RunningLedger;
import fundtrail.people.KeyUnusable;
import fundtrail.people.KeyUnusable.Reason;
import fundtrail.people.PeopleKey;
import fundtrail.postgres.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The writing side starts with its people registry's own key, or not at all. */
@ExtendWith(TestPostgres.class)
class PeopleKeyAtStartTest {
    @Test
    void without_its_key_with_anothers_or_with_one_that_others_may_read_nothing_starts() throws IOException {
        try (RunningLedger ledger = new RunningLedger()) {
            Path file = ledger.peopleKey();
            Path kept = file.resolveSibling("kept.key");
            ledger.stop();

            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
            assertEquals(Reason.OPEN_TO_OTHERS, refused(ledger).reason());
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

            Files.move(file, kept);
            assertEquals(Reason.MISSING, refused(ledger).reason());
            assertTrue(Files.notExists(file), "a start makes no key");

            PeopleKey.inOrMadeAt(file);
            assertEquals(Reason.ANOTHER_REGISTRYS, refused(ledger).reason());

            Files.delete(file);
            Files.move(kept, file);
            ledger.start();
            ledger.person("p-li", "li", "CL");
        }
    }

    @Test
    void the_refusal_is_said_in_words() {
        KeyUnusable unusable = new KeyUnusable(Reason.MISSING, "people.key");
        assertTrue(new KeyUnusableAnalyzer().analyze(unusable).getDescription().contains("people.key"));
    }

    private static KeyUnusable refused(RunningLedger ledger) {
        Throwable failure = assertThrows(RuntimeException.class, ledger::start);
        while (!(failure instanceof KeyUnusable unusable)) {
            failure = failure.getCause();
        }
        return unusable;
    }
}
