package fundtrail.command.recordtipoff;

import static fundtrail.command.decide.RefusalCode.ALREADY_EXISTS;
import static fundtrail.command.decide.RefusalCode.DATE_IN_FUTURE;
import static fundtrail.command.decide.RefusalCode.DATE_TOO_EARLY;
import static fundtrail.command.decide.RefusalCode.INFORMANT_EXPOSED;
import static fundtrail.command.decide.RefusalCode.INSTITUTION_UNKNOWN;
import static fundtrail.command.kit.Given.given;
import static fundtrail.command.kit.Sample.DAY;
import static fundtrail.command.kit.Sample.DIVISION;
import static fundtrail.command.kit.Sample.H1;
import static fundtrail.command.kit.Sample.TESTER;
import static fundtrail.command.kit.Sample.institution;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fundtrail.command.kit.Given;
import fundtrail.command.registerperson.RegisterPerson;
import fundtrail.contract.fact.InformantRecorded;
import fundtrail.contract.fact.TipOffRecorded;
import fundtrail.contract.fact.TipOffRecorded.Channel;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PersonRef;
import fundtrail.contract.id.TipOffId;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RecordTipOffTest {
    private static final TipOffId TIP = new TipOffId("TIP-1");
    private static final PersonRef INFORMANT = new PersonRef("i-7c35c5a1785d2070");

    private static RecordTipOff tip(TipOffId id, PersonRef informant) {
        return new RecordTipOff(id, null, H1, Channel.LETTER, DAY, "反映虚报工作量", null, informant);
    }

    @Test
    void the_informant_stands_in_a_fact_of_its_own() {
        given(institution(H1)).when(tip(TIP, INFORMANT)).then(
                new TipOffRecorded(TIP, DIVISION, H1, Channel.LETTER, DAY, "反映虚报工作量", null), new InformantRecorded(TIP, INFORMANT));
    }

    @Test
    void an_unsigned_one_and_one_that_names_no_institution_are_recorded_too() {
        given().when(new RecordTipOff(TIP, DIVISION, null, Channel.ONLINE, DAY, "反映虚报工作量", "0".repeat(64), null))
                .then(new TipOffRecorded(TIP, DIVISION, null, Channel.ONLINE, DAY, "反映虚报工作量", "0".repeat(64)));
    }

    @Test
    void no_informant_has_a_reference_that_stands_anywhere_else() {
        Given given = given(institution(H1));
        given.when(tip(TIP, TESTER)).thenRefused(INFORMANT_EXPOSED, TIP);
        given.when(tip(TIP, INFORMANT)).facts().forEach(given::and);
        given.when(tip(new TipOffId("TIP-2"), INFORMANT)).thenRefused(INFORMANT_EXPOSED, "TIP-2");
        given.when(tip(TIP, null)).thenRefused(ALREADY_EXISTS, TIP);
    }

    @Test
    void nobody_is_registered_under_an_informants_reference() {
        Given given = given(institution(H1));
        given.when(tip(TIP, INFORMANT)).facts().forEach(given::and);
        given.when(new RegisterPerson(INFORMANT, "d".repeat(64))).thenRefused(ALREADY_EXISTS, INFORMANT);
    }

    @Test
    void it_came_by_today_and_is_about_what_there_is() {
        Given given = given(institution(H1));
        LocalDate tomorrow = DAY.plusDays(1);
        given.when(new RecordTipOff(TIP, null, H1, Channel.LETTER, tomorrow, "反映", null, null)).thenRefused(DATE_IN_FUTURE, tomorrow);
        given.when(new RecordTipOff(TIP, null, new InstitutionId("X"), Channel.LETTER, DAY, "反映", null, null))
                .thenRefused(INSTITUTION_UNKNOWN, "X");
    }

    @Test
    void it_came_within_the_thirty_years_for_which_records_are_kept() {
        LocalDate first = DAY.minusYears(30);
        given(institution(H1)).when(new RecordTipOff(TIP, null, H1, Channel.LETTER, first, "反映", null, null)).facts();
        LocalDate earlier = first.minusDays(1);
        assertEquals(first.toString(), given(institution(H1)).when(new RecordTipOff(TIP, null, H1, Channel.LETTER, earlier, "反映", null, null))
                .thenRefused(DATE_TOO_EARLY, earlier).details().get("earliest"));
    }
}
