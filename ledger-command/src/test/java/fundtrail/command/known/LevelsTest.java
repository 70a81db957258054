package fundtrail.command.known;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.contract.fact.FundSourceRegistered.Level;
import fundtrail.contract.id.DivisionCode;
import org.junit.jupiter.api.Test;

class LevelsTest {
    private static final DivisionCode PROVINCE = new DivisionCode("330000");
    private static final DivisionCode CITY = new DivisionCode("330500");
    private static final DivisionCode COUNTY = new DivisionCode("330521");

    @Test
    void the_code_tells_the_level() {
        assertEquals(Level.PROVINCIAL, Levels.of(PROVINCE));
        assertEquals(Level.CITY, Levels.of(CITY));
        assertEquals(Level.COUNTY, Levels.of(COUNTY));
    }

    @Test
    void money_of_its_own_level_is_its_own_and_that_of_an_upper_level_is_not() {
        assertTrue(Levels.isOwn(Level.CITY, CITY) && Levels.isAbove(Level.CITY, COUNTY));
        assertFalse(Levels.isOwn(Level.CITY, COUNTY) || Levels.isAbove(Level.CITY, CITY));
        assertTrue(Levels.isAbove(Level.CENTRAL, PROVINCE) && Levels.isOwn(Level.TOWNSHIP, COUNTY) && Levels.isOwn(Level.SOCIAL, PROVINCE));
    }

    @Test
    void money_of_a_lower_level_and_of_others_is_neither() {
        for (Level level : new Level[] {Level.COUNTY, Level.INSURANCE, Level.PATIENT, Level.RISK_RESERVE}) {
            assertFalse(Levels.isOwn(level, CITY) || Levels.isAbove(level, CITY), level.name());
        }
    }

    @Test
    void a_division_lies_within_those_whose_code_it_continues() {
        assertTrue(Levels.isWithin(COUNTY, CITY) && Levels.isWithin(COUNTY, PROVINCE) && Levels.isWithin(CITY, PROVINCE));
        assertFalse(Levels.isWithin(CITY, CITY) || Levels.isWithin(CITY, COUNTY) || Levels.isWithin(new DivisionCode("330621"), CITY));
    }
}
