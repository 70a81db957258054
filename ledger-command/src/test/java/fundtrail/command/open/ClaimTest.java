package fundtrail.command.open;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fundtrail.command.open.Claim.Bound;
import fundtrail.command.open.Claim.Closed;
import fundtrail.command.open.Claim.Expired;
import fundtrail.command.open.Claim.SignInBound;
import fundtrail.command.open.Claim.Used;
import fundtrail.command.open.Claim.Wrong;
import fundtrail.contract.Role;
import fundtrail.contract.id.PersonRef;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ClaimTest {
    private static final String ISSUER = "https://sign-in.example";
    private static final Instant NOW = Instant.parse("2026-01-05T01:00:00Z");
    private static final Random RANDOM = new Random(7);
    private static final OpeningSecret AD = OpeningSecret.fresh(Role.AD, RANDOM);
    private static final OpeningSecret CA = OpeningSecret.fresh(Role.CA, RANDOM);

    private static SecretSlot slot(OpeningSecret secret, int wrongTries, String subject) {
        return new SecretSlot(secret.holder(), new PersonRef("p-1"), "salt", secret.hash("salt"), "opening",
                NOW.plus(Duration.ofDays(7)), wrongTries, subject == null ? null : ISSUER, subject);
    }

    private static Claim claim(OpeningSecret secret, String subject, Instant now, SecretSlot... slots) {
        return Claim.of(secret, ISSUER, subject, List.of(slots), now);
    }

    @Test
    void the_secret_binds_the_sign_in_once() {
        assertEquals(new Bound(Role.AD, false), claim(AD, "an", NOW, slot(AD, 0, null), slot(CA, 0, null)));
        assertEquals(new Bound(Role.AD, true), claim(AD, "an", NOW, slot(AD, 0, "an"), slot(CA, 0, null)));
        assertEquals(new Used(), claim(AD, "mallory", NOW, slot(AD, 0, "an"), slot(CA, 0, null)));
    }

    @Test
    void another_issuers_like_named_subject_is_somebody_else() {
        assertEquals(new Used(), Claim.of(AD, "https://other.example", "an", List.of(slot(AD, 0, "an"), slot(CA, 0, null)), NOW));
        assertEquals(new Bound(Role.CA, false),
                Claim.of(CA, "https://other.example", "an", List.of(slot(AD, 0, "an"), slot(CA, 0, null)), NOW));
    }

    @Test
    void one_sign_in_cannot_claim_both() {
        assertEquals(new SignInBound(Role.AD), claim(CA, "an", NOW, slot(AD, 0, "an"), slot(CA, 0, null)));
    }

    @Test
    void a_secret_is_good_for_seven_days_to_the_instant() {
        Instant end = NOW.plus(Duration.ofDays(7));
        assertEquals(new Bound(Role.CA, false), claim(CA, "cai", end.minusMillis(1), slot(AD, 0, null), slot(CA, 0, null)));
        assertEquals(new Expired(end), claim(CA, "cai", end, slot(AD, 0, null), slot(CA, 0, null)));
        assertEquals(new Bound(Role.CA, true), claim(CA, "cai", end, slot(AD, 0, null), slot(CA, 0, "cai")));
    }

    @Test
    void after_ten_wrong_ones_of_both_together_no_secret_is_looked_at() {
        OpeningSecret other = OpeningSecret.fresh(Role.CA, RANDOM);
        assertEquals(new Wrong(Role.CA, 9), claim(other, "an", NOW, slot(AD, 0, null), slot(CA, 0, null)));
        assertEquals(new Wrong(Role.CA, 0), claim(other, "an", NOW, slot(AD, 4, null), slot(CA, 5, null)));
        assertEquals(new Bound(Role.AD, false), claim(AD, "an", NOW, slot(AD, 4, null), slot(CA, 5, null)));
        assertEquals(new Closed(), claim(AD, "an", NOW, slot(AD, 4, null), slot(CA, 6, null)));
        assertEquals(new Closed(), claim(other, "an", NOW, slot(AD, 4, null), slot(CA, 6, null)));
    }

    @Test
    void whoever_has_not_the_secret_learns_nothing_of_its_state() {
        OpeningSecret other = OpeningSecret.fresh(Role.CA, RANDOM);
        Instant late = NOW.plus(Duration.ofDays(8));
        assertEquals(new Wrong(Role.CA, 9), claim(other, "mallory", late, slot(AD, 0, null), slot(CA, 0, null)));
        assertEquals(new Wrong(Role.CA, 9), claim(other, "mallory", NOW, slot(AD, 0, null), slot(CA, 0, "cai")));
    }
}
