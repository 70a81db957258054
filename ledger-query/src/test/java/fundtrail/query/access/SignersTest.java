package fundtrail.query.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fundtrail.contract.id.PersonRef;
import fundtrail.people.KeyUnusable;
import fundtrail.people.PeopleKey;
import fundtrail.postgres.TestDatabase;
import fundtrail.postgres.TestPostgres;
import fundtrail.query.WrittenLedger;
import fundtrail.query.access.Signers.Signer;
import fundtrail.query.store.StoreFailure;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Who people are, read from the writing side's sealed view. */
@ExtendWith(TestPostgres.class)
class SignersTest {
    private static final String ISSUER = "https://sign-in.example";
    private static final PersonRef LI = new PersonRef("p-li");
    private static final PersonRef WANG = new PersonRef("p-wang");
    private static final Signer LI_NAMED = new Signer(LI, "李晓（虚构）", "经办员");

    @TempDir
    Path folder;

    private final TestDatabase database = TestPostgres.freshDatabase();
    private final Clocked clock = new Clocked();
    private PeopleKey key;
    private WrittenLedger ledger;
    private Signers signers;

    @BeforeEach void written() {
        key = PeopleKey.inOrMadeAt(folder.resolve("people.key"));
        ledger = new WrittenLedger(database, key);
        ledger.signsIn("p-li", ISSUER, "li.xiao", LI_NAMED.name(), LI_NAMED.post());
        ledger.signsIn("p-wang", ISSUER, "wang.min", "王敏（虚构）", "复核员");
        signers = new Signers(database.dataSource(), key, clock);
    }

    @Test void a_sign_in_finds_its_person_and_a_reference_its_name() {
        assertEquals(Optional.of(LI_NAMED), signers.signedInAs(ISSUER, "li.xiao"));
        assertEquals(Optional.empty(), signers.signedInAs(ISSUER, "nobody"));
        assertEquals(Optional.empty(), signers.signedInAs("https://other.example", "li.xiao"));
        assertEquals(Map.of(LI, LI_NAMED), signers.named(List.of(LI, new PersonRef("p-none"))));
    }

    @Test void an_erased_name_is_gone_within_a_minute() {
        signers.signedInAs(ISSUER, "li.xiao");
        signers.named(List.of(LI));
        ledger.execute("delete from ledger.signer where person_ref = 'p-li'");
        clock.passes(Duration.ofSeconds(61));
        assertEquals(Map.of(), signers.named(List.of(LI)));
        assertEquals(Optional.empty(), signers.signedInAs(ISSUER, "li.xiao"));
    }

    @Test void a_row_somebody_changed_is_nobodys() {
        for (String column : List.of("subject_index", "wrapped_key", "signer")) {
            ledger.execute("update ledger.signer set %1$s = (select %1$s from ledger.signer where person_ref = 'p-wang') where person_ref = 'p-li'"
                    .formatted(column));
            assertEquals(Map.of(), signers.named(List.of(LI)), column);
            ledger.execute("delete from ledger.signer where person_ref = 'p-li'");
            ledger.signsIn("p-li", ISSUER, "li.xiao", LI_NAMED.name(), LI_NAMED.post());
            clock.passes(Duration.ofSeconds(61));
            assertEquals(Map.of(LI, LI_NAMED), signers.named(List.of(LI)));
            clock.passes(Duration.ofSeconds(61));
        }
    }

    @Test void nobody_signs_in_as_another_by_moving_that_ones_index_to_a_row() {
        ledger.execute("""
                with li as (delete from ledger.signer where person_ref = 'p-li' returning subject_index)
                update ledger.signer set subject_index = (select subject_index from li) where person_ref = 'p-wang'""");
        assertEquals(Optional.empty(), signers.signedInAs(ISSUER, "li.xiao"));
        assertEquals(Map.of(), signers.named(List.of(WANG)));
    }

    @Test void another_registrys_key_is_told_at_once() {
        var wrong = new Signers(database.dataSource(), PeopleKey.inOrMadeAt(folder.resolve("other.key")), clock);
        assertEquals(KeyUnusable.Reason.ANOTHER_REGISTRYS, assertThrows(KeyUnusable.class, wrong::checkKey).reason());
    }

    @Test void where_the_registry_cannot_be_read_at_the_start_the_first_look_checks_the_key() {
        var wrong = new Signers(database.dataSource(), PeopleKey.inOrMadeAt(folder.resolve("other.key")), clock);
        ledger.execute("alter table ledger.people_key rename to away");
        wrong.checkKey();
        assertThrows(StoreFailure.class, () -> wrong.signedInAs(ISSUER, "li.xiao"));
        ledger.execute("alter table ledger.away rename to people_key");
        assertThrows(KeyUnusable.class, () -> wrong.signedInAs(ISSUER, "li.xiao"));
        assertThrows(KeyUnusable.class, () -> wrong.named(List.of(LI)));
    }

    @Test void a_sign_in_known_before_outlives_the_writing_side_for_a_day() {
        signers.signedInAs(ISSUER, "li.xiao");
        signers.named(List.of(LI));
        ledger.execute("alter table ledger.signer rename to away");
        clock.passes(Duration.ofHours(23));
        assertEquals(Optional.of(LI_NAMED), signers.signedInAs(ISSUER, "li.xiao"));
        assertEquals(Map.of(), signers.named(List.of(LI)), "names are left out");
        assertThrows(StoreFailure.class, () -> signers.signedInAs(ISSUER, "wang.min"));
        clock.passes(Duration.ofHours(2));
        assertThrows(StoreFailure.class, () -> signers.signedInAs(ISSUER, "li.xiao"));
    }

    private static final class Clocked extends Clock {
        private Instant now = Instant.parse("2026-01-05T02:00:00Z");

        void passes(Duration time) {
            now = now.plus(time);
        }

        @Override public Instant instant() {
            return now;
        }

        @Override public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
