package fundtrail.command.open;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.command.StartRefused;
import fundtrail.command.StartRefused.Reason;
import fundtrail.command.kit.RunningLedger;
import fundtrail.contract.Entry;
import fundtrail.contract.Role;
import fundtrail.contract.fact.LedgerOpened;
import fundtrail.contract.fact.PersonRegistered;
import fundtrail.contract.fact.RoleGranted;
import fundtrail.postgres.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From two files handed over to a ledger of two people, by a clock that is set; starts and claims as the service does them. */
@ExtendWith(TestPostgres.class)
class ProductionOpeningTest {
    private final WaitingLedger ledger = new WaitingLedger();

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void the_second_claim_opens_the_ledger_with_the_claimers_sign_ins() throws Exception {
        ledger.start();
        assertEquals(List.of("AD", "CA"), ledger.awaited());
        assertEquals(new Claim.Bound(Role.CA, false), ledger.claim("chief-accountant", "cai"));
        assertEquals(List.of("AD"), ledger.awaited());
        assertEquals(new Claim.Bound(Role.AD, false), ledger.claim("administrator", "an"));
        assertEquals(List.of(), ledger.awaited());
        List<Entry> entries = ledger.entries();
        assertInstanceOf(LedgerOpened.class, entries.getFirst().fact());
        assertEquals(List.of(ledger.hashOf("an"), ledger.hashOf("cai")), facts(PersonRegistered.class).map(PersonRegistered::registryHash).toList());
        assertEquals(List.of(Role.AD, Role.CA), facts(RoleGranted.class).map(RoleGranted::role).toList());
        assertEquals(1, entries.stream().map(Entry::recordedAt).distinct().count(), "one append");
        assertTrue(entries.stream().noneMatch(entry -> entry.toString().contains("REHEARSAL")));
    }

    @Test
    void a_secret_lies_in_its_own_file_for_its_owner_alone_and_nowhere_in_the_database() throws Exception {
        ledger.start();
        for (String holder : List.of("administrator", "chief-accountant")) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(ledger.file(holder))));
            String secret = ledger.secret(holder);
            for (String group : secret.substring(3).split("-")) {
                assertFalse(ledger.rows().contains(group), "a part of the secret is in the database");
            }
        }
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(ledger.folder())));
        try (var files = Files.list(ledger.folder())) {
            assertEquals(2, files.count());
        }
    }

    @Test
    void after_the_opening_secrets_rows_and_files_are_gone() throws Exception {
        ledger.start();
        String secret = ledger.secret("administrator");
        ledger.claim("chief-accountant", "cai");
        ledger.claim("administrator", "an");
        assertEquals("[]", ledger.rows());
        assertFalse(Files.exists(ledger.file("administrator")) || Files.exists(ledger.file("chief-accountant")));
        assertTrue(ledger.openings().waiting().isEmpty());
        ledger.restart();
        assertEquals(List.of(), ledger.awaited());
        assertFalse(Files.exists(ledger.file("administrator")), secret + " has no successor");
    }

    @Test
    void a_restart_makes_no_new_secrets_though_the_files_were_handed_over() throws Exception {
        ledger.start();
        String administrator = ledger.secret("administrator");
        String accountant = ledger.secret("chief-accountant");
        Files.delete(ledger.file("administrator"));
        Files.delete(ledger.file("chief-accountant"));
        ledger.restart();
        assertFalse(Files.exists(ledger.file("administrator")));
        assertEquals(new Claim.Bound(Role.AD, false), ledger.typed(administrator, "an"));
        ledger.restart();
        assertEquals(List.of("CA"), ledger.awaited());
        assertEquals(new Claim.Bound(Role.CA, false), ledger.typed(accountant, "cai"));
        assertEquals(List.of(), ledger.awaited());
    }

    @Test
    void an_expired_secret_is_made_anew_at_a_start_and_a_claim_made_in_time_stays() throws Exception {
        ledger.start();
        String late = ledger.secret("chief-accountant");
        ledger.claim("administrator", "an");
        ledger.passes(Duration.ofDays(7));
        assertInstanceOf(Claim.Expired.class, ledger.typed(late, "cai"));
        ledger.restart();
        assertNotEquals(late, ledger.secret("chief-accountant"));
        assertInstanceOf(Claim.Wrong.class, ledger.typed(late, "cai"));
        assertEquals(new Claim.Bound(Role.CA, false), ledger.claim("chief-accountant", "cai"));
        assertEquals(List.of(), ledger.awaited());
    }

    @Test
    void ten_wrong_secrets_close_the_claims_over_restarts_until_the_secrets_are_renewed() throws Exception {
        ledger.start();
        Random random = new Random(11);
        for (int left = 9; left >= 0; left--) {
            Role aimedAt = left % 2 == 0 ? Role.AD : Role.CA;
            assertEquals(new Claim.Wrong(aimedAt, left), ledger.typed(OpeningSecret.fresh(aimedAt, random).printed(), "mallory"));
        }
        assertEquals(new Claim.Closed(), ledger.claim("administrator", "an"));
        ledger.restart();
        assertEquals(new Claim.Closed(), ledger.claim("administrator", "an"));
        Files.createFile(ledger.folder().resolve("renew"));
        ledger.restart();
        assertFalse(Files.exists(ledger.folder().resolve("renew")));
        assertEquals(new Claim.Bound(Role.AD, false), ledger.claim("administrator", "an"));
    }

    @Test
    void renewing_makes_claims_void_so_that_whoever_had_anothers_secret_has_nothing() throws Exception {
        ledger.start();
        String stolen = ledger.secret("administrator");
        assertEquals(new Claim.Bound(Role.AD, false), ledger.typed(stolen, "mallory"));
        assertEquals(new Claim.Used(), ledger.typed(stolen, "an"));
        Files.createFile(ledger.folder().resolve("renew"));
        ledger.restart();
        assertEquals(List.of("AD", "CA"), ledger.awaited());
        assertInstanceOf(Claim.Wrong.class, ledger.typed(stolen, "mallory"));
        ledger.claim("administrator", "an");
        ledger.claim("chief-accountant", "cai");
        assertTrue(ledger.hashOf("mallory").isEmpty());
    }

    @Test
    void another_opening_file_makes_the_secrets_of_the_first_void() throws Exception {
        ledger.start();
        String administrator = ledger.secret("administrator");
        ledger.typed(administrator, "an");
        ledger.open(RunningLedger.PRODUCTION_OPENING.replace("安管理", "安二"));
        ledger.restart();
        assertEquals(List.of("AD", "CA"), ledger.awaited());
        assertInstanceOf(Claim.Wrong.class, ledger.typed(administrator, "an"));
    }

    @Test
    void what_a_killed_opening_left_in_the_registry_goes_with_the_claims_it_was_made_for() throws Exception {
        ledger.start();
        ledger.claim("administrator", "mallory");
        ledger.register("p-admin", "安管理", "系统管理员", "E001", "mallory");
        Files.createFile(ledger.folder().resolve("renew"));
        ledger.restart();
        ledger.claim("administrator", "an");
        ledger.claim("chief-accountant", "cai");
        assertEquals(List.of(), ledger.awaited());
        assertTrue(ledger.hashOf("mallory").isEmpty());
    }

    @Test
    void one_person_cannot_be_both() throws Exception {
        ledger.start();
        ledger.claim("administrator", "an");
        assertEquals(new Claim.SignInBound(Role.AD), ledger.claim("chief-accountant", "an"));
        assertEquals(List.of("CA"), ledger.awaited());
    }

    @Test
    void without_a_folder_or_with_one_others_may_write_to_it_does_not_start() throws IOException {
        assertEquals(Reason.SECRETS_FOLDER_MISSING, assertThrows(StartRefused.class, () -> ledger.startWith(null, false)).reason());
        Files.createDirectory(ledger.folder());
        Files.setPosixFilePermissions(ledger.folder(), PosixFilePermissions.fromString("rwxrwx---"));
        assertEquals(Reason.SECRETS_FOLDER_OPEN, assertThrows(StartRefused.class, ledger::start).reason());
    }

    @Test
    void an_open_ledger_starts_whatever_has_become_of_the_folder() throws Exception {
        ledger.start();
        ledger.claim("administrator", "an");
        ledger.claim("chief-accountant", "cai");
        Files.setPosixFilePermissions(ledger.folder(), PosixFilePermissions.fromString("rwxrwxrwx"));
        Files.writeString(ledger.file("administrator"), "left by a killed opening");
        ledger.restart();
        assertFalse(Files.exists(ledger.file("administrator")));
        Files.delete(ledger.folder());
        ledger.restart();
        assertEquals(List.of(), ledger.awaited());
        assertFalse(Files.exists(ledger.folder()), "no folder is made for secrets nobody needs");
    }

    @Test
    void with_a_rehearsals_keys_it_starts_neither_before_nor_after_its_opening() throws Exception {
        assertEquals(Reason.REHEARSAL_KEYS,
                assertThrows(StartRefused.class, () -> ledger.startWith(ledger.folder(), true)).reason());
        assertFalse(Files.exists(ledger.folder()), "no secret is made for a ledger that does not start");
        ledger.start();
        ledger.claim("administrator", "an");
        ledger.claim("chief-accountant", "cai");
        ledger.stop();
        assertEquals(Reason.REHEARSAL_KEYS,
                assertThrows(StartRefused.class, () -> ledger.startWith(ledger.folder(), true)).reason());
        ledger.withoutFile();
        assertEquals(Reason.REHEARSAL_KEYS,
                assertThrows(StartRefused.class, () -> ledger.startWith(ledger.folder(), true)).reason());
    }

    @Test
    void an_open_ledger_is_not_taken_for_another_or_for_a_rehearsal() throws Exception {
        ledger.start();
        ledger.claim("administrator", "an");
        ledger.claim("chief-accountant", "cai");
        ledger.open(RunningLedger.PRODUCTION_OPENING.replace("\"test\"", "\"other\""));
        assertEquals(Reason.ANOTHER_LEDGER, assertThrows(StartRefused.class, ledger::restart).reason());
        ledger.open(RunningLedger.OPENING);
        assertEquals(Reason.ANOTHER_PURPOSE, assertThrows(StartRefused.class, ledger::restart).reason());
    }

    private <T> Stream<T> facts(Class<T> kind) {
        return ledger.entries().stream().map(Entry::fact).filter(kind::isInstance).map(kind::cast);
    }
}
