package fundtrail.tokens;

import static fundtrail.tokens.SigningKeys.es256;
import static fundtrail.tokens.SigningKeys.rsa;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import fundtrail.tokens.TokenRefused.Reason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class TokenCheckTest {

    private static final String ISSUER = "https://sign-in.example";
    private static final String AUDIENCE = "fundtrail";
    private static final Instant NOW = Instant.parse("2018-03-05T01:00:00Z");
    private static final ECKey EC = SigningKeys.ec("ec-1");
    private static final RSAKey RSA = SigningKeys.rsa("rsa-1");

    private final TokenCheck check = TokenCheck.of(
            ISSUER, AUDIENCE, new JWKSet(List.of(EC.toPublicJWK(), RSA.toPublicJWK())), Clock.fixed(NOW, ZoneOffset.UTC));

    @Test void a_valid_token_says_who_since_when_and_until_when() throws TokenRefused {
        var bearer = check.check("Bearer " + es256(EC, claims(c -> c.claim("auth_time", NOW.minusSeconds(60).getEpochSecond()))));
        assertEquals(new Bearer(ISSUER, "clerk-1", NOW.minusSeconds(60), NOW.plusSeconds(300)), bearer);
    }

    @Test void auth_time_is_null_where_the_token_has_none() throws TokenRefused {
        assertNull(check.check("Bearer " + es256(EC, claims(c -> c))).authTime());
    }

    @Test void a_token_shown_again_is_judged_again_by_the_clock_and_to_the_letter() throws TokenRefused {
        var clock = new SetClock();
        clock.passes(Duration.between(clock.instant(), NOW));
        var check = TokenCheck.of(ISSUER, AUDIENCE, new JWKSet(EC.toPublicJWK()), clock);
        var token = es256(EC, claims(c -> c));
        for (int time = 0; time < 3; time++) assertEquals("clerk-1", check.check("Bearer " + token).subject());
        var parts = token.split("\\.");
        var other = es256(EC, claims(c -> c.subject("clerk-2"))).split("\\.");
        var mixed = assertThrows(TokenRefused.class, () -> check.check("Bearer " + parts[0] + "." + other[1] + "." + parts[2]));
        assertEquals(Reason.WRONG_SIGNATURE, mixed.reason());
        clock.passes(Duration.ofSeconds(300).plus(TokenCheck.TOLERANCE));
        assertEquals(Reason.EXPIRED, assertThrows(TokenRefused.class, () -> check.check("Bearer " + token)).reason());
    }

    @Test void a_signature_found_good_under_one_key_says_nothing_under_another_of_the_same_name() {
        var good = new GoodSignatures();
        good.add("a.b.c", EC.toPublicJWK());
        assertTrue(good.isGood("a.b.c", List.of(RSA.toPublicJWK(), EC.toPublicJWK())));
        assertFalse(good.isGood("a.b.c", List.of(SigningKeys.ec("ec-1").toPublicJWK())));
        assertFalse(good.isGood("a.b.d", List.of(EC.toPublicJWK())));
        for (int i = 0; i < GoodSignatures.MOST_KEPT; i++) good.add("t" + i, EC.toPublicJWK());
        assertFalse(good.isGood("a.b.c", List.of(EC.toPublicJWK())), "the one longest not seen is forgotten");
    }

    @Test void rs256_and_ps256_are_accepted_too() throws TokenRefused {
        assertEquals("clerk-1", check.check("Bearer " + rsa(JWSAlgorithm.RS256, RSA, claims(c -> c))).subject());
        assertEquals("clerk-1", check.check("bearer " + rsa(JWSAlgorithm.PS256, RSA, claims(c -> c))).subject());
    }

    @Test void no_header_is_missing() {
        refused(Reason.MISSING, null);
        refused(Reason.MISSING, "  ");
    }

    @Test void what_is_not_a_bearer_token_is_malformed() {
        refused(Reason.MALFORMED, "Basic Y2xlcms6c2VjcmV0");
        refused(Reason.MALFORMED, "Bearer");
        refused(Reason.MALFORMED, "Bearer a b");
        refused(Reason.MALFORMED, "Bearer not.a.token");
        refused(Reason.MALFORMED, "Bearer " + "x".repeat(TokenCheck.LONGEST + 1));
    }

    @Test void a_token_without_subject_or_expiry_is_malformed() {
        refused(Reason.MALFORMED, "Bearer " + es256(EC, claims(c -> c.subject(null))));
        refused(Reason.MALFORMED, "Bearer " + es256(EC, claims(c -> c.subject(" "))));
        refused(Reason.MALFORMED, "Bearer " + es256(EC, claims(c -> c.expirationTime(null))));
    }

    @Test void a_subject_has_at_most_255_characters_and_no_control_characters() throws TokenRefused {
        check.check("Bearer " + es256(EC, claims(c -> c.subject("s".repeat(255)))));
        refused(Reason.MALFORMED, "Bearer " + es256(EC, claims(c -> c.subject("s".repeat(256)))));
        refused(Reason.MALFORMED, "Bearer " + es256(EC, claims(c -> c.subject("an\nAD claimed"))));
    }

    @Test void an_auth_time_that_is_no_time_is_malformed() {
        refused(Reason.MALFORMED, "Bearer " + es256(EC, claims(c -> c.claim("auth_time", "yesterday"))));
    }

    @Test void a_signed_document_of_another_type_is_malformed() throws Exception {
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256).type(new JOSEObjectType("logout+jwt")).keyID("ec-1").build();
        refused(Reason.MALFORMED, "Bearer " + SigningKeys.sign(header, new ECDSASigner(EC), claims(c -> c)));
    }

    @Test void alg_none_is_unsigned() {
        refused(Reason.UNSIGNED, "Bearer " + new PlainJWT(claims(c -> c)).serialize());
    }

    @Test void a_public_key_used_as_a_shared_secret_signs_nothing() throws Exception {
        var signer = new MACSigner(RSA.toRSAPublicKey().getEncoded());
        refused(Reason.WRONG_ALGORITHM, "Bearer " + SigningKeys.sign(JWSAlgorithm.HS256, "rsa-1", signer, claims(c -> c)));
    }

    @Test void rs512_is_not_accepted() {
        refused(Reason.WRONG_ALGORITHM, "Bearer " + rsa(JWSAlgorithm.RS512, RSA, claims(c -> c)));
    }

    @Test void a_key_the_issuer_does_not_publish_is_unknown() {
        refused(Reason.UNKNOWN_KEY, "Bearer " + es256(SigningKeys.ec("ec-2"), claims(c -> c)));
    }

    @Test void another_key_under_a_known_name_gives_a_wrong_signature() {
        refused(Reason.WRONG_SIGNATURE, "Bearer " + es256(SigningKeys.ec("ec-1"), claims(c -> c)));
    }

    @Test void an_altered_claim_gives_a_wrong_signature() {
        var parts = es256(EC, claims(c -> c)).split("\\.");
        var altered = Base64URL.encode(new Base64URL(parts[1]).decodeToString().replace("clerk-1", "chief-1"));
        refused(Reason.WRONG_SIGNATURE, "Bearer " + parts[0] + "." + altered + "." + parts[2]);
    }

    @Test void a_token_is_good_until_thirty_seconds_after_its_expiry() throws TokenRefused {
        check.check("Bearer " + es256(EC, claims(c -> c.expirationTime(date(NOW.minusSeconds(29))))));
        refused(Reason.EXPIRED, "Bearer " + es256(EC, claims(c -> c.expirationTime(date(NOW.minusSeconds(30))))));
    }

    @Test void a_token_is_good_from_thirty_seconds_before_its_beginning() throws TokenRefused {
        check.check("Bearer " + es256(EC, claims(c -> c.notBeforeTime(date(NOW.plusSeconds(30))))));
        refused(Reason.NOT_YET_VALID, "Bearer " + es256(EC, claims(c -> c.notBeforeTime(date(NOW.plusSeconds(31))))));
        refused(Reason.NOT_YET_VALID, "Bearer " + es256(EC, claims(c -> c.issueTime(date(NOW.plusSeconds(31))))));
    }

    @Test void a_sign_in_that_lies_ahead_is_refused_so_that_it_cannot_stay_fresh_for_ever() {
        var ahead = NOW.plus(Duration.ofDays(365)).getEpochSecond();
        refused(Reason.NOT_YET_VALID, "Bearer " + es256(EC, claims(c -> c.claim("auth_time", ahead))));
    }

    @Test void another_issuers_claims_are_refused_even_under_our_issuers_key() {
        refused(Reason.WRONG_ISSUER, "Bearer " + es256(EC, claims(c -> c.issuer("https://elsewhere.example"))));
    }

    @Test void a_token_for_something_else_is_refused() {
        refused(Reason.WRONG_AUDIENCE, "Bearer " + es256(EC, claims(c -> c.audience("payroll"))));
    }

    @Test void a_token_for_several_audiences_is_accepted_when_one_is_ours() throws TokenRefused {
        check.check("Bearer " + es256(EC, claims(c -> c.audience(List.of("payroll", AUDIENCE)))));
        refused(Reason.WRONG_AUDIENCE, "Bearer " + es256(EC, claims(c -> c.audience(List.of("payroll", "fundtrail-2")))));
        refused(Reason.WRONG_AUDIENCE, "Bearer " + es256(EC, claims(c -> c.audience(List.of()))));
    }

    @Test void where_clients_are_named_the_token_must_have_been_given_to_one_of_them() throws TokenRefused {
        try (var issuer = new TestSignIn()) {
            var named = TokenCheck.of(
                    new TrustedIssuer(issuer.issuer(), TestSignIn.AUDIENCE, null, Set.of("console", "shell")), Clock.fixed(NOW, ZoneOffset.UTC));
            for (var claim : List.of("azp", "client_id")) {
                named.check("Bearer " + issuer.token("clerk-1", NOW, c -> c.claim(claim, "shell")));
                refused(named, Reason.WRONG_CLIENT, "Bearer " + issuer.token("clerk-1", NOW, c -> c.claim(claim, "payroll")));
            }
            refused(named, Reason.WRONG_CLIENT, "Bearer " + issuer.token("clerk-1", NOW));
            refused(named, Reason.WRONG_CLIENT,
                    "Bearer " + issuer.token("clerk-1", NOW, c -> c.claim("azp", "payroll").claim("client_id", "shell")));
            refused(named, Reason.MALFORMED, "Bearer " + issuer.token("clerk-1", NOW, c -> c.claim("azp", List.of("shell"))));
        }
    }

    @Test void where_no_clients_are_named_the_issuers_audience_is_enough() throws TokenRefused {
        check.check("Bearer " + es256(EC, claims(c -> c.claim("azp", "any-console"))));
    }

    @Test void a_token_is_read_up_to_its_longest_and_no_further() throws TokenRefused {
        var longest = es256(EC, claims(c -> c.claim("groups", "g".repeat(5_800))));
        assertEquals(true, longest.length() > TokenCheck.LONGEST - 300 && longest.length() <= TokenCheck.LONGEST, longest.length() + "");
        check.check("Bearer " + longest);
        refused(Reason.MALFORMED, "Bearer " + es256(EC, claims(c -> c.claim("groups", "g".repeat(10_000_000)))));
    }

    @Test void another_issuers_token_is_refused_before_any_key_is_fetched() {
        try (var issuer = new TestSignIn(); var other = new TestSignIn()) {
            var ours = TokenCheck.of(issuer.trusted(), Clock.fixed(NOW, ZoneOffset.UTC));
            refused(ours, Reason.WRONG_ISSUER, "Bearer " + other.token("clerk-1", NOW));
            assertEquals(0, issuer.keysAsked() + issuer.metadataAsked());
        }
    }

    private static JWTClaimsSet claims(UnaryOperator<JWTClaimsSet.Builder> with) {
        return with.apply(new JWTClaimsSet.Builder()
                .issuer(ISSUER).audience(AUDIENCE).subject("clerk-1").expirationTime(date(NOW.plusSeconds(300)))).build();
    }

    private static Date date(Instant instant) {
        return Date.from(instant);
    }

    private void refused(Reason reason, String header) {
        refused(check, reason, header);
    }

    private static void refused(TokenCheck check, Reason reason, String header) {
        assertEquals(reason, assertThrows(TokenRefused.class, () -> check.check(header)).reason());
    }
}
