package fundtrail.contract.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** An administrative division (区划) by its six-digit code of GB/T 2260. Books are kept per division. */
public record DivisionCode(@JsonValue String value) {
    /** @throws IllegalArgumentException when {@code value} is not six digits, the first not zero */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DivisionCode {
        if (value == null || !isOfForm(value)) {
            throw new IllegalArgumentException("division \"" + value + "\": six digits as in GB/T 2260, such as 330521");
        }
    }

    private static boolean isOfForm(String value) {
        boolean digits = value.length() == 6 && value.charAt(0) != '0';
        for (int i = 0; digits && i < value.length(); i++) {
            digits = '0' <= value.charAt(i) && value.charAt(i) <= '9';
        }
        return digits;
    }

    @Override
    public String toString() {
        return value;
    }
}
