package fundtrail.contract.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * A unified social credit code (统一社会信用代码): eighteen characters, the last a check character (GB 32100-2015).
 * One that fails its check cannot be built.
 */
public record CreditCode(@JsonValue String value) {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final Pattern FORM = Pattern.compile("[0-9A-HJ-NPQRTUWXY]{2}\\d{6}[0-9A-HJ-NPQRTUWXY]{10}");

    /** @throws IllegalArgumentException when the form or the check character is wrong */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CreditCode {
        if (value == null || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("credit code \"" + value
                    + "\": 18 characters, digits and capital letters without I, O, S, V and Z (GB 32100)");
        }
        char expected = checkCharacter(value);
        if (value.charAt(17) != expected) {
            throw new IllegalArgumentException("credit code \"" + value + "\": its check character is "
                    + value.charAt(17) + " and should be " + expected + " (GB 32100); a character is mistyped");
        }
    }

    /** The check character over the first seventeen: weights 3^(i-1) mod 31, complement to 31. */
    private static char checkCharacter(String code) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += ALPHABET.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }

    @Override
    public String toString() {
        return value;
    }
}
