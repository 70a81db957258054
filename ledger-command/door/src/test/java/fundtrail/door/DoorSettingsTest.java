package fundtrail.door;

import static fundtrail.door.DoorRefused.Reason.PLAIN_HTTP;
import static fundtrail.door.DoorRefused.Reason.SETTING_WRONG;
import static fundtrail.door.DoorRefused.Reason.TLS_HALF_SET;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.door.DoorRefused.Reason;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DoorSettingsTest {
    private static final Rate USUAL = new Rate(500, 50);
    private static final InetAddress ELSEWHERE = InetAddress.ofLiteral("10.0.0.5");

    private static DoorSettings settings(Map<String, String> environment) {
        return DoorSettings.from("FUNDTRAIL_QUERY_", USUAL, environment::get);
    }

    private static DoorRefused refused(Map<String, String> environment) {
        return assertThrows(DoorRefused.class, () -> settings(environment).requireGuarded(ELSEWHERE));
    }

    @Test
    void without_settings_a_door_is_local_and_has_its_usual_limits() {
        DoorSettings usual = settings(Map.of("FUNDTRAIL_QUERY_PROXIES", " "));
        assertNull(usual.tls());
        assertTrue(usual.proxies().isEmpty());
        assertEquals(USUAL, usual.person());
        assertEquals(SignInLimit.USUAL, usual.signIn());
        for (String local : new String[] {"127.0.0.1", "127.8.8.8", "::1"}) {
            usual.requireGuarded(InetAddress.ofLiteral(local));
        }
    }

    @Test
    void an_open_address_needs_tls_or_a_proxy_that_has_it() {
        assertEquals(PLAIN_HTTP, refused(Map.of()).reason());
        assertEquals(PLAIN_HTTP, assertThrows(DoorRefused.class, () -> settings(Map.of()).requireGuarded(null)).reason());
        settings(Map.of("FUNDTRAIL_QUERY_PROXIES", "10.0.0.2")).requireGuarded(ELSEWHERE);
        settings(Map.of("FUNDTRAIL_QUERY_TLS_CERTIFICATE", "/c.pem", "FUNDTRAIL_QUERY_TLS_KEY", "/k.pem")).requireGuarded(null);
    }

    @Test
    void all_of_it_can_be_set() {
        DoorSettings set = settings(Map.of(
                "FUNDTRAIL_QUERY_TLS_CERTIFICATE", "/c.pem", "FUNDTRAIL_QUERY_TLS_KEY", "/k.pem",
                "FUNDTRAIL_QUERY_SIGNIN_REFUSALS", "3", "FUNDTRAIL_QUERY_SIGNIN_WITHIN", "PT10S",
                "FUNDTRAIL_QUERY_SIGNIN_CLOSED", "PT1H", "FUNDTRAIL_QUERY_PERSON_BURST", "7",
                "FUNDTRAIL_QUERY_PERSON_PERSECOND", "2", "FUNDTRAIL_QUERY_CONNECTIONS", "10"));
        assertEquals(new TlsFiles(Path.of("/c.pem"), Path.of("/k.pem")), set.tls());
        assertEquals(new SignInLimit(3, Duration.ofSeconds(10), Duration.ofHours(1)), set.signIn());
        assertEquals(new Rate(7, 2), set.person());
        assertEquals(10, set.connections());
    }

    @Test
    void one_half_of_tls_is_refused() {
        assertEquals(TLS_HALF_SET, refused(Map.of("FUNDTRAIL_QUERY_TLS_KEY", "/k.pem")).reason());
        assertEquals(TLS_HALF_SET, refused(Map.of("FUNDTRAIL_QUERY_TLS_CERTIFICATE", "/c.pem")).reason());
    }

    @ParameterizedTest
    @CsvSource({"PROXIES, proxy.example", "SIGNIN_REFUSALS, 0", "SIGNIN_WITHIN, 60", "SIGNIN_CLOSED, PT0S",
            "PERSON_BURST, many", "PERSON_PERSECOND, -1", "CONNECTIONS, 0"})
    void a_setting_that_cannot_be_read_is_named_with_its_value(String name, String value) {
        DoorRefused refused = refused(Map.of("FUNDTRAIL_QUERY_" + name, value));
        assertEquals(SETTING_WRONG, refused.reason());
        assertTrue(refused.getMessage().contains("FUNDTRAIL_QUERY_" + name) && refused.getMessage().contains(value));
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void every_refusal_says_what_and_what_now_in_both_languages(Reason reason) {
        DoorRefused refused = new DoorRefused(reason, "first", "second", "third");
        for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE}) {
            DoorRefused.Text text = refused.text(locale);
            assertFalse(text.detail().isBlank() || text.advice().isBlank());
            assertFalse(Pattern.compile("\\{[0-9]}").matcher(text.detail() + text.advice()).find(), text.toString());
            assertEquals(locale.getLanguage().equals("zh"), text.detail().codePoints()
                    .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN), text.detail());
        }
        for (String language : new String[] {"en", "zh"}) {
            ResourceBundle texts = ResourceBundle.getBundle("fundtrail.door.refused", Locale.of(language));
            texts.keySet().forEach(key -> assertFalse(texts.getString(key).contains("'"), key));
        }
    }
}
