package fundtrail.contract.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.time.YearMonth;

/** An accounting period (会计期间): a calendar month of the years 1949 to 9999, as {@code 2018-03}. */
public record Period(@JsonValue String value) {
    /** @throws IllegalArgumentException when it is not of that form */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Period {
        if (value == null || !value.matches("(19(49|[5-9][0-9])|[2-9][0-9]{3})-(0[1-9]|1[0-2])")) {
            throw new IllegalArgumentException("period \"" + value + "\": a month from 1949-01 to 9999-12, such as 2018-03");
        }
    }

    /** The period a day lies in. */
    public static Period of(LocalDate day) {
        return new Period(YearMonth.from(day).toString());
    }

    /** The calendar year, which is the fiscal year. */
    public int year() {
        return month().getYear();
    }

    public LocalDate firstDay() {
        return month().atDay(1);
    }

    public LocalDate lastDay() {
        return month().atEndOfMonth();
    }

    public Period next() {
        return new Period(month().plusMonths(1).toString());
    }

    public Period previous() {
        return new Period(month().minusMonths(1).toString());
    }

    public boolean isAfter(Period other) {
        return value.compareTo(other.value) > 0;
    }

    private YearMonth month() {
        return YearMonth.parse(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
