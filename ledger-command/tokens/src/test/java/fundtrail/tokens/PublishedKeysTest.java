package fundtrail.tokens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.tokens.TokenRefused.Reason;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How keys are found, kept, changed and bridged; by a clock that is set, against an issuer that really answers. */
class PublishedKeysTest {

    private static final Duration A_MOMENT = Duration.ofMillis(1);

    private final SetClock clock = new SetClock();
    private final TestSignIn issuer = new TestSignIn();
    private final TokenCheck check = TokenCheck.of(issuer.trusted(), clock);

    @AfterEach void the_issuer_closes() {
        issuer.close();
    }

    @Test void nothing_is_asked_of_the_issuer_before_somebody_signs_in() {
        assertEquals(0, issuer.metadataAsked() + issuer.keysAsked());
    }

    @Test void metadata_and_keys_are_fetched_once_for_many_tokens() throws TokenRefused {
        for (int i = 0; i < 50; i++) accepted();
        assertEquals(1, issuer.metadataAsked());
        assertEquals(1, issuer.keysAsked());
    }

    @Test void an_issuer_that_is_down_at_first_is_found_when_it_comes() throws TokenRefused {
        issuer.goes();
        for (int i = 0; i < 5; i++) refused(Reason.KEYS_UNAVAILABLE, token());
        issuer.comesBack();
        clock.passes(PublishedKeys.TWO_FETCHES_IN);
        accepted();
    }

    @Test void a_new_key_is_found_as_soon_as_a_token_names_it() throws TokenRefused {
        var old = token();
        accepted();
        issuer.changesKey("second", true);
        accepted();
        assertEquals("clerk-1", check.check(old).subject());
        assertEquals(2, issuer.keysAsked());
    }

    @Test void a_withdrawn_key_signs_nothing_after_the_kept_keys_life() throws TokenRefused {
        var old = token();
        accepted();
        issuer.changesKey("second", false);
        clock.passes(PublishedKeys.KEPT.minus(A_MOMENT));
        assertEquals("clerk-1", check.check(old).subject());
        clock.passes(A_MOMENT);
        refused(Reason.UNKNOWN_KEY, old);
        accepted();
    }

    @Test void invented_key_names_do_not_flood_the_issuer_and_stay_unknown() throws TokenRefused {
        accepted();
        for (int i = 0; i < 50; i++) {
            var inventor = new TestSignIn();
            inventor.close();
            inventor.changesKey("invented-" + i, false);
            refused(Reason.UNKNOWN_KEY, "Bearer " + inventor.token("clerk-1", clock.instant(), c -> c.issuer(issuer.issuer())));
        }
        assertTrue(issuer.keysAsked() <= 3, "asked " + issuer.keysAsked() + " times");
        accepted();
    }

    @Test void keys_once_seen_serve_for_a_day_while_the_issuer_is_away() throws TokenRefused {
        accepted();
        issuer.goes();
        for (int hour = 1; hour < 24; hour++) {
            clock.passes(Duration.ofHours(1));
            accepted();
        }
        clock.passes(Duration.ofHours(1).plus(PublishedKeys.KEPT));
        refused(Reason.KEYS_UNAVAILABLE, token());
        issuer.comesBack();
        clock.passes(PublishedKeys.TWO_FETCHES_IN);
        accepted();
    }

    @Test void while_the_issuer_is_away_a_key_not_seen_before_is_not_called_unknown() throws TokenRefused {
        accepted();
        issuer.goes();
        issuer.changesKey("second", true);
        for (int i = 0; i < 5; i++) refused(Reason.KEYS_UNAVAILABLE, token());
        issuer.comesBack();
        clock.passes(PublishedKeys.TWO_FETCHES_IN);
        accepted();
    }

    @Test void metadata_is_read_again_after_a_while_so_that_an_issuer_may_move_its_keys() throws TokenRefused {
        accepted();
        clock.passes(KeysOfIssuer.METADATA_KEPT.minus(A_MOMENT));
        accepted();
        assertEquals(1, issuer.metadataAsked());
        clock.passes(PublishedKeys.KEPT);
        accepted();
        assertEquals(2, issuer.metadataAsked());
    }

    @Test void metadata_is_read_again_at_once_when_the_keys_are_gone_from_where_it_said() throws TokenRefused {
        accepted();
        issuer.publishesKeys("gone");
        clock.passes(PublishedKeys.KEPT);
        accepted();
        assertEquals(1, issuer.metadataAsked());
        clock.passes(PublishedKeys.KEPT.minus(A_MOMENT));
        accepted();
        assertEquals(1, issuer.metadataAsked(), "the keys kept serve first");
        clock.passes(A_MOMENT);
        accepted();
        assertEquals(2, issuer.metadataAsked());
    }

    @Test void metadata_that_names_another_issuer_is_not_believed() {
        issuer.publishesMetadata("{\"issuer\":\"" + issuer.issuer() + "/\",\"jwks_uri\":\"" + issuer.keysAddress() + "\"}");
        refused(Reason.KEYS_UNAVAILABLE, token());
        issuer.publishesMetadata("{\"jwks_uri\":\"" + issuer.keysAddress() + "\"}");
        refused(Reason.KEYS_UNAVAILABLE, token());
        assertEquals(0, issuer.keysAsked());
    }

    @Test void metadata_that_is_none_or_too_large_is_not_believed() {
        for (var nonsense : new String[] {"", "[]", "<html>", "{\"issuer\":7}", "{\"issuer\":\"" + issuer.issuer() + "\"}",
            "{\"issuer\":\"" + issuer.issuer() + "\",\"jwks_uri\":\"file:/etc/keys.json\"}",
            "{\"issuer\":\"" + issuer.issuer() + "\",\"jwks_uri\":\"" + issuer.keysAddress() + "\",\"x\":\""
                    + "x".repeat(Fetch.LARGEST_BYTES) + "\"}"}) {
            issuer.publishesMetadata(nonsense);
            refused(Reason.KEYS_UNAVAILABLE, token());
            clock.passes(PublishedKeys.TWO_FETCHES_IN);
        }
        assertEquals(0, issuer.keysAsked());
    }

    @Test void a_redirect_is_not_followed() {
        try (var elsewhere = new TestSignIn()) {
            issuer.movesTo(elsewhere.keysAddress());
            refused(Reason.KEYS_UNAVAILABLE, token());
            assertEquals(0, elsewhere.keysAsked());
        }
    }

    @Test void an_https_issuer_publishes_its_keys_at_https_only() {
        var safe = TrustedIssuer.discovered("https://sign-in.example", "fundtrail");
        assertTrue(safe.mayHaveKeysAt(URI.create("https://keys.example/jwks")));
        for (var address : new String[] {"http://127.0.0.1/jwks", "http://sign-in.example/jwks", "file:/jwks", "jwks", "https:/jwks"}) {
            assertEquals(false, safe.mayHaveKeysAt(URI.create(address)), address);
        }
        assertTrue(issuer.trusted().mayHaveKeysAt(URI.create("http://127.0.0.1/jwks")));
    }

    @Test void the_address_of_the_metadata_keeps_the_issuers_path() {
        assertEquals("https://s.example/a/.well-known/openid-configuration",
                TrustedIssuer.discovered("https://s.example/a/", "x").metadata().toString());
        assertEquals("https://s.example/a/.well-known/openid-configuration",
                TrustedIssuer.discovered("https://s.example/a", "x").metadata().toString());
    }

    @Test void an_address_of_keys_that_is_set_is_used_without_discovery() throws TokenRefused {
        issuer.publishesMetadata("nonsense");
        var trusted = new TrustedIssuer(issuer.issuer(), TestSignIn.AUDIENCE, URI.create(issuer.keysAddress()), Set.of());
        assertEquals("clerk-1", TokenCheck.of(trusted, clock).check(token()).subject());
        assertEquals(0, issuer.metadataAsked());
    }

    @Test void an_issuer_that_could_not_be_trusted_is_refused_at_once() {
        for (var name : new String[] {"", "urn:fundtrail:rehearsal", "sign-in.example", "file:/etc", "https://s.example/?a=b",
            "https://s.example/#a", "https://me@s.example/", "https://s.example/" + "a".repeat(300)}) {
            assertThrows(IllegalArgumentException.class, () -> TrustedIssuer.discovered(name, "fundtrail"), name);
        }
        assertThrows(IllegalArgumentException.class, () -> TrustedIssuer.discovered("https://s.example", " "));
        assertThrows(IllegalArgumentException.class,
                () -> new TrustedIssuer("https://s.example", "fundtrail", URI.create("file:/etc/keys.json"), Set.of()));
    }

    private String token() {
        return "Bearer " + issuer.token("clerk-1", clock.instant());
    }

    private void accepted() throws TokenRefused {
        assertEquals("clerk-1", check.check(token()).subject());
    }

    private void refused(Reason reason, String header) {
        assertEquals(reason, assertThrows(TokenRefused.class, () -> check.check(header)).reason());
    }
}
