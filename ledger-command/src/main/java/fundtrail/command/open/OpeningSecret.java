package fundtrail.command.open;

import fundtrail.contract.Digest;
import fundtrail.contract.Role;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * The one-time secret by which one of the first two binds a sign-in: AD or CA, then seven groups of five characters, such as
 * {@code AD-7K3MQ-…}. 28 characters out of 31 are drawn, 138 bits; the last of each group checks it, so that a slip of the
 * tongue or the finger is told apart from a wrong secret, and in which group it is. No 0, 1, I, L or O: they are misheard and
 * misread.
 */
public final class OpeningSecret {
    static final int GROUPS = 7;
    private static final int DRAWN = 4;
    /** 31 of them, a prime: then the sum below finds every single wrong character and every two that changed places. */
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    /** What was typed was never printed. */
    public static final class Mistyped extends Exception {
        private static final long serialVersionUID = 1L;
        private final int group;

        private Mistyped(int group) {
            super("group " + group, null, false, false);
            this.group = group;
        }

        /** The first group that is wrong, from 1; 0: the beginning or the number of groups is. */
        public int group() {
            return group;
        }
    }

    private final Role holder;
    private final String characters;

    private OpeningSecret(Role holder, String characters) {
        this.holder = holder;
        this.characters = characters;
    }

    /** @param random a source of secrets, such as {@link java.security.SecureRandom} */
    static OpeningSecret fresh(Role holder, RandomGenerator random) {
        StringBuilder characters = new StringBuilder();
        for (int group = 1; group <= GROUPS; group++) {
            StringBuilder drawn = new StringBuilder();
            for (int i = 0; i < DRAWN; i++) {
                drawn.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
            characters.append(drawn).append(check(holder, group, drawn));
        }
        return new OpeningSecret(holder, characters.toString());
    }

    /** Reads what a person typed: capitals or not, with hyphens, spaces or none, full-width too. */
    public static OpeningSecret read(String typed) throws Mistyped {
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT).replaceAll("[\\s\\p{Pd}]", "");
        Role holder = plain.startsWith("AD") ? Role.AD : plain.startsWith("CA") ? Role.CA : null;
        if (holder == null || plain.length() != 2 + GROUPS * (DRAWN + 1)) {
            throw new Mistyped(0);
        }
        String characters = plain.substring(2);
        for (int group = 1; group <= GROUPS; group++) {
            String five = characters.substring((group - 1) * (DRAWN + 1), group * (DRAWN + 1));
            if (!five.chars().allMatch(one -> ALPHABET.indexOf(one) >= 0)
                    || five.charAt(DRAWN) != check(holder, group, five.substring(0, DRAWN))) {
                throw new Mistyped(group);
            }
        }
        return new OpeningSecret(holder, characters);
    }

    /** Depends on the group's place too, so that groups that changed places are found as well. */
    private static char check(Role holder, int group, CharSequence drawn) {
        int sum = holder == Role.AD ? group : GROUPS + group;
        for (int i = 0; i < DRAWN; i++) {
            sum += (i + 2) * ALPHABET.indexOf(drawn.charAt(i));
        }
        return ALPHABET.charAt(sum % ALPHABET.length());
    }

    /** AD, the first administrator, or CA, the first chief accountant. */
    public Role holder() {
        return holder;
    }

    /** As it is handed over; to be written to a file of its owner and nowhere else. */
    String printed() {
        return holder + "-" + characters.replaceAll("(.{5})(?=.)", "$1-");
    }

    /** What may be stored: as many bits as the secret has cannot be searched, so one round of SHA-256 is enough. */
    String hash(String salt) {
        return Digest.sha256((salt + holder + characters).getBytes(StandardCharsets.UTF_8));
    }

    /** Without the secret: this may end in a log. */
    @Override
    public String toString() {
        return "secret of " + holder;
    }
}
