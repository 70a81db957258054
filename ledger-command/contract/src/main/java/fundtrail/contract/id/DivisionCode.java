package fundtrail.contract.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** An administrative division (区划) by its six-digit code of GB/T 2260. Books are kept per division. */
public record DivisionCode(@JsonValue String value) {
    private static final Pattern FORM = Pattern.compile("[1-9][0-9]{5}");

    /** @throws IllegalArgumentException when {@code value} is not six digits, the first not zero */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DivisionCode {
        if (value == null || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("division \"" + value + "\": six digits as in GB/T 2260, such as 330521");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
