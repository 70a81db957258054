package fundtrail.people;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Sealed rows open in their own place with their own key, and nowhere else. */
class PeopleKeyTest {
    private static final Path FILE = Path.of("people.key");
    private static final Particulars LI =
            new Particulars("李晓（虚构）", "社会保障科经办员", "CH-0003", "https://sign-in.example", "li.xiao", "00ff");
    private static final Particulars WANG =
            new Particulars("王敏（虚构）", "复核员", "CH-0004", "https://sign-in.example", "wang.min", "11ee");

    private final PeopleKey key = new PeopleKey(FILE, new byte[32]);

    @Test
    void what_is_sealed_opens_again() throws SealBroken {
        SealedPerson sealed = key.seal("p-1", LI);
        assertEquals(LI, key.open(sealed));
        assertEquals(new Signer(LI.name(), LI.post()), key.open(sealed.signer()));
        assertEquals(LI, new PeopleKey(FILE, new byte[32]).open(sealed), "by the same key read again");
    }

    @Test
    void nothing_of_a_person_shows_in_what_is_stored() {
        SealedPerson sealed = key.seal("p-1", LI);
        for (byte[] column : columns(sealed)) {
            String stored = new String(column, StandardCharsets.ISO_8859_1);
            for (String text : List.of(LI.name(), LI.post(), LI.employeeNumber(), LI.issuer(), LI.subject(), LI.salt())) {
                assertFalse(stored.contains(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)), text);
            }
        }
        assertFalse((LI + "" + new Signer(LI.name(), LI.post())).contains("李"), "nor in what a log would say of it");
    }

    @Test
    void the_same_person_sealed_twice_shares_only_the_indexes() {
        SealedPerson once = key.seal("p-1", LI);
        SealedPerson twice = key.seal("p-1", LI);
        assertArrayEquals(once.numberIndex(), twice.numberIndex());
        assertArrayEquals(once.signer().subjectIndex(), twice.signer().subjectIndex());
        assertFalse(Arrays.equals(once.signer().wrappedKey(), twice.signer().wrappedKey()));
        assertFalse(Arrays.equals(once.signer().signer(), twice.signer().signer()));
        assertFalse(Arrays.equals(once.rest(), twice.rest()));
    }

    @Test
    void another_installations_key_opens_nothing_and_finds_nobody() {
        PeopleKey other = new PeopleKey(FILE, new byte[] {1});
        assertThrows(SealBroken.class, () -> other.open(key.seal("p-1", LI)));
        assertFalse(Arrays.equals(key.subjectIndex("i", "s"), other.subjectIndex("i", "s")));
        assertFalse(Arrays.equals(key.numberIndex("1"), other.numberIndex("1")));
        assertFalse(Arrays.equals(key.fingerprint(), other.fingerprint()));
        key.requireFingerprint(new PeopleKey(FILE, new byte[32]).fingerprint());
        assertEquals(KeyUnusable.Reason.ANOTHER_REGISTRYS,
                assertThrows(KeyUnusable.class, () -> key.requireFingerprint(other.fingerprint())).reason());
    }

    @Test
    void a_changed_byte_anywhere_opens_nothing_and_says_where() {
        for (Part part : Part.values()) {
            int length = part.of(key.seal("p-1", LI)).length;
            for (int i = 0; i < length; i++) {
                SealedPerson changed = key.seal("p-1", LI);
                part.of(changed)[i] ^= 1;
                SealBroken broken = assertThrows(SealBroken.class, () -> key.open(changed), part + " at " + i);
                assertTrue(broken.getMessage().contains("person p-1"), broken.getMessage());
            }
        }
        SealedPerson changed = key.seal("p-1", LI);
        changed.rest()[20] ^= 1;
        assertEquals("the column rest of person p-1 does not open: it was changed, or moved here from another row or column,"
                + " or sealed with another key", assertThrows(SealBroken.class, () -> key.open(changed)).getMessage());
    }

    @Test
    void a_cut_column_opens_nothing() {
        for (int length : new int[] {0, 11, 12, 27, 28}) {
            SealedPerson sealed = key.seal("p-1", LI);
            assertThrows(SealBroken.class, () -> key.open(
                    new SealedPerson(sealed.signer(), sealed.numberIndex(), Arrays.copyOf(sealed.rest(), length))));
        }
    }

    /** One row's columns in another's places, every mixture of the two. */
    @Test
    void a_column_moved_to_another_row_opens_nothing() throws SealBroken {
        SealedPerson li = key.seal("p-1", LI);
        SealedPerson wang = key.seal("p-2", WANG);
        int own = 0;
        for (int mixture = 0; mixture < 1 << Part.values().length; mixture++) {
            for (String person : List.of("p-1", "p-2")) {
                SealedPerson mixed = mixed(person, li, wang, mixture);
                if (person.equals("p-1") && mixture == 0 || person.equals("p-2") && mixture == 31) {
                    key.open(mixed);
                    own++;
                } else {
                    assertThrows(SealBroken.class, () -> key.open(mixed), person + " " + Integer.toBinaryString(mixture));
                }
            }
        }
        assertEquals(2, own);
    }

    @Test
    void the_reading_sides_part_does_not_open_under_another_ones_subject() {
        SealedSigner li = key.seal("p-1", LI).signer();
        SealedSigner posing = new SealedSigner("p-1", key.subjectIndex("https://sign-in.example", "wang.min"), li.wrappedKey(), li.signer());
        assertThrows(SealBroken.class, () -> key.open(posing));
    }

    @Test
    void a_column_moved_to_another_column_opens_nothing() {
        SealedPerson li = key.seal("p-1", LI);
        SealedSigner signer = li.signer();
        assertThrows(SealBroken.class, () -> key.open(new SealedPerson(
                new SealedSigner("p-1", signer.subjectIndex(), signer.wrappedKey(), li.rest()), li.numberIndex(), li.rest())));
        assertThrows(SealBroken.class, () -> key.open(new SealedPerson(signer, li.numberIndex(), signer.signer())));
        assertThrows(SealBroken.class, () -> key.open(new SealedPerson(
                new SealedSigner("p-1", signer.subjectIndex(), signer.signer(), signer.signer()), li.numberIndex(), li.rest())));
    }

    @Test
    void an_employee_number_written_otherwise_is_the_same_number() {
        for (String written : List.of("CH-0003", "ch-0003", " CH 0003 ", "ＣＨ－０００３", "CH0003", "CH–0003", "CH\u30000003")) {
            assertArrayEquals(key.numberIndex("CH-0003"), key.numberIndex(written), written);
        }
        Set<String> numbers = new HashSet<>();
        for (String other : List.of("CH-0003", "CH-0004", "CH-00031", "CG-0003", "CH_0003")) {
            numbers.add(HexFormat.of().formatHex(key.numberIndex(other)));
        }
        assertEquals(5, numbers.size());
    }

    @Test
    void a_subject_is_one_only_to_the_letter_and_under_its_own_issuer() {
        Set<String> subjects = new HashSet<>();
        for (String[] one : new String[][] {{"a", "bc"}, {"ab", "c"}, {"abc", ""}, {"", "abc"}, {"a", "BC"}, {"a", "bc "}}) {
            subjects.add(HexFormat.of().formatHex(key.subjectIndex(one[0], one[1])));
        }
        assertEquals(6, subjects.size());
    }

    /** A row sealed by the first version of this code; if it no longer opens, every registry in use is lost. */
    @Test
    void a_row_of_the_first_day_still_opens() throws SealBroken {
        byte[] installationKey = new byte[32];
        Arrays.fill(installationKey, (byte) 7);
        SealedPerson kept = new SealedPerson(
                new SealedSigner("p-golden", hex(GOLDEN.get(0)), hex(GOLDEN.get(1)), hex(GOLDEN.get(2))), hex(GOLDEN.get(3)), hex(GOLDEN.get(4)));
        assertEquals(LI, new PeopleKey(FILE, installationKey).open(kept));
        assertArrayEquals(kept.signer().subjectIndex(), new PeopleKey(FILE, installationKey).subjectIndex(LI.issuer(), LI.subject()));
        assertArrayEquals(kept.numberIndex(), new PeopleKey(FILE, installationKey).numberIndex(LI.employeeNumber()));
        assertEquals(GOLDEN.get(5), HexFormat.of().formatHex(new PeopleKey(FILE, installationKey).fingerprint()));
    }

    private static final List<String> GOLDEN = List.of(
            "98a1aae813cc304fe91ab118474fba9e69688612f8d7e1d0ae054fe21d7bfd22",
            "df6ffc0def199f1de24145a45256d6ef4164d781fa9a1e1511e486facddc280890a849f327e9d4d1b0ae483a07ab79c536a374b376f177ed3d7eb0a6",
            "9f9e02a07dd4ef5b90f717e7f14aa9c0c87896930826ac67d2ca4c5396440c570dadf65e3ddf9a38700d32055ef6b96edef8f6f6519e098bffe22a6e828b33a498132d089a88d2c4c6a4cbac153d",
            "5e903742859c4917cd5341137d60cd500e6aca8b71975772a5811469dd16baa8",
            "c6e73944046bbd84f4164c4e5fa37a160964856448bf91eeea4deb54c100bc5d3d2833997a2b102750cf243b7b4c70f04bdcc43aa8e825cb4fcf569ae30ee351179b472c9ae6cf578f538823e9a7406dd0af95a6b3",
            "97a48ffbdca0cdb77866225fc27b380a4c35aa654ec9b818d0ce8920200e5211");

    private enum Part {
        SUBJECT, WRAPPED_KEY, SIGNER, NUMBER, REST;

        byte[] of(SealedPerson sealed) {
            return columns(sealed).get(ordinal());
        }
    }

    private static List<byte[]> columns(SealedPerson sealed) {
        return List.of(sealed.signer().subjectIndex(), sealed.signer().wrappedKey(), sealed.signer().signer(),
                sealed.numberIndex(), sealed.rest());
    }

    private static SealedPerson mixed(String person, SealedPerson one, SealedPerson other, int mixture) {
        List<byte[]> parts = new ArrayList<>();
        for (Part part : Part.values()) {
            parts.add(part.of((mixture >> part.ordinal() & 1) == 0 ? one : other));
        }
        return new SealedPerson(new SealedSigner(person, parts.get(0), parts.get(1), parts.get(2)), parts.get(3), parts.get(4));
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
