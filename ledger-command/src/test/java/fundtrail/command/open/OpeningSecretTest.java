package fundtrail.command.open;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.command.open.OpeningSecret.Mistyped;
import fundtrail.contract.Role;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OpeningSecretTest {
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final String SALT = "00112233445566778899aabbccddeeff";

    private final OpeningSecret secret = OpeningSecret.fresh(Role.AD, new Random(20260105));
    private final String printed = secret.printed();

    @Test
    void it_is_printed_in_groups_that_can_be_read_over_the_phone() {
        assertTrue(printed.matches("AD(-[2-9A-HJKMNP-Z]{5}){7}"), printed);
    }

    @Test
    void it_has_at_least_128_bits() {
        assertTrue(4 * OpeningSecret.GROUPS * Math.log(ALPHABET.length()) / Math.log(2) >= 128);
        Set<String> seen = new HashSet<>();
        SecureRandom random = new SecureRandom();
        for (int i = 0; i < 1000; i++) {
            assertTrue(seen.add(OpeningSecret.fresh(Role.CA, random).printed()));
        }
    }

    @Test
    void it_is_read_however_it_is_typed() throws Mistyped {
        for (String typed : List.of(printed, printed.toLowerCase(), printed.replace("-", ""), " " + printed.replace('-', ' ') + "\n",
                printed.replace('-', '—'), fullWidth(printed))) {
            OpeningSecret read = OpeningSecret.read(typed);
            assertEquals(Role.AD, read.holder());
            assertEquals(secret.hash(SALT), read.hash(SALT), typed);
        }
    }

    @Test
    void every_single_wrong_character_is_found_in_its_group() {
        for (int at = 3; at < printed.length(); at++) {
            if (printed.charAt(at) == '-') {
                continue;
            }
            for (char other : (ALPHABET + "01ILO").toCharArray()) {
                if (other != printed.charAt(at)) {
                    String typed = printed.substring(0, at) + other + printed.substring(at + 1);
                    assertEquals(1 + (at - 3) / 6, mistyped(typed), typed);
                }
            }
        }
    }

    @Test
    void two_characters_or_two_groups_that_changed_places_are_found() {
        for (int at = 3; at < printed.length() - 1; at++) {
            char one = printed.charAt(at);
            char next = printed.charAt(at + 1);
            if (one != next && one != '-' && next != '-') {
                String typed = printed.substring(0, at) + next + one + printed.substring(at + 2);
                assertEquals(1 + (at - 3) / 6, mistyped(typed), typed);
            }
        }
        String[] groups = printed.split("-");
        for (int i = 1; i < groups.length; i++) {
            for (int j = i + 1; j < groups.length; j++) {
                String[] swapped = groups.clone();
                swapped[i] = groups[j];
                swapped[j] = groups[i];
                assertEquals(i, mistyped(String.join("-", swapped)));
            }
        }
    }

    @Test
    void another_persons_letters_before_it_are_found() {
        assertEquals(1, mistyped(printed.replace("AD-", "CA-")));
    }

    @Test
    void what_has_another_shape_is_none() {
        for (String typed : List.of("", "AD", "hello", printed.substring(1), printed + "2", printed.substring(0, 38), "CL" + printed.substring(2))) {
            assertEquals(0, mistyped(typed), typed);
        }
    }

    @Test
    void its_hash_depends_on_the_salt_and_every_character_and_it_is_never_shown() throws Mistyped {
        assertNotEquals(secret.hash(SALT), secret.hash(SALT.replace('0', '1')));
        assertNotEquals(secret.hash(SALT), OpeningSecret.fresh(Role.AD, new Random(1)).hash(SALT));
        for (String group : printed.substring(3).split("-")) {
            assertFalse(secret.toString().contains(group), secret.toString());
        }
    }

    private static int mistyped(String typed) {
        return assertThrows(Mistyped.class, () -> OpeningSecret.read(typed), typed).group();
    }

    private static String fullWidth(String text) {
        StringBuilder wide = new StringBuilder();
        text.chars().forEach(one -> wide.append((char) (one - 0x21 + 0xFF01)));
        return wide.toString();
    }
}
