package fundtrail.client.seed;

/** Synthetic unified social credit codes of public institutions (authority code 12) in the made-up county. */
final class CreditCodes {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    private CreditCodes() {}

    /** @param organisation the first eight characters of a made-up organisation code */
    static String of(String organisation) {
        String first = "12" + "330521" + organisation + organisationCheck(organisation);
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < first.length(); i++) {
            sum += ALPHABET.indexOf(first.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return first + ALPHABET.charAt((31 - sum % 31) % 31);
    }

    /** The ninth character of an organisation code (GB 11714): weights, complement to 11, ten as X. */
    private static char organisationCheck(String organisation) {
        int sum = 0;
        for (int i = 0; i < organisation.length(); i++) {
            sum += Character.digit(organisation.charAt(i), 36) * ORGANISATION_WEIGHTS[i];
        }
        int check = 11 - sum % 11;
        return check == 10 ? 'X' : check == 11 ? '0' : Character.forDigit(check, 10);
    }

    /** The same code with two neighbouring characters exchanged, as a hand does that types it. */
    static String mistyped(String code) {
        return code.substring(0, 8) + code.charAt(9) + code.charAt(8) + code.substring(10);
    }
}
