package fundtrail.command.requestrectification;

import static fundtrail.command.decide.RefusalCode.ALREADY_EXISTS;
import static fundtrail.command.decide.RefusalCode.CASE_ELSEWHERE;
import static fundtrail.command.decide.RefusalCode.DATE_IN_FUTURE;
import static fundtrail.command.decide.RefusalCode.DATE_PASSED;
import static fundtrail.command.decide.RefusalCode.FINDING_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.RECTIFICATION_NOT_ASKED;
import static fundtrail.command.decide.RefusalCode.RECTIFICATION_OPEN;
import static fundtrail.command.decide.RefusalCode.RECTIFIED;
import static fundtrail.command.kit.Given.given;
import static fundtrail.command.kit.Sample.DAY;
import static fundtrail.command.kit.Sample.DIVISION;
import static fundtrail.command.kit.Sample.H1;
import static fundtrail.command.kit.Sample.institution;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fundtrail.command.closecase.CloseCase;
import fundtrail.command.confirmrectification.ConfirmRectification;
import fundtrail.command.kit.ClaimedBack;
import fundtrail.command.kit.Given;
import fundtrail.command.kit.PurchasedYear;
import fundtrail.command.recordinspectionfinding.RecordInspectionFinding;
import fundtrail.contract.fact.InspectionFindingRecorded;
import fundtrail.contract.fact.RectificationConfirmed;
import fundtrail.contract.fact.RectificationRequested;
import fundtrail.contract.id.FindingId;
import fundtrail.contract.id.InstitutionId;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** From what an inspection found to its being put right. */
class RequestRectificationTest {
    private static final FindingId FINDING = new FindingId("FIND-1");
    private static final RecordInspectionFinding FOUND = new RecordInspectionFinding(FINDING, H1, null, DAY, "无检验记录", null);
    private static final RequestRectification REQUEST = new RequestRectification(FINDING, "建立核对制度", DAY.plusDays(30));
    private static final ConfirmRectification CONFIRMED = new ConfirmRectification(FINDING, "现场复核", null);

    private static Given found() {
        Given given = given(institution(H1));
        ClaimedBack.does(given, FOUND);
        return given;
    }

    @Test
    void what_was_found_is_asked_to_be_put_right_and_confirmed() {
        Given given = given(institution(H1));
        given.when(FOUND).then(new InspectionFindingRecorded(FINDING, DIVISION, H1, null, DAY, "无检验记录", null));
        ClaimedBack.does(given, FOUND);
        given.when(REQUEST).then(new RectificationRequested(FINDING, DIVISION, H1, "建立核对制度", DAY.plusDays(30)));
        ClaimedBack.does(given, REQUEST);
        given.when(CONFIRMED).then(new RectificationConfirmed(FINDING, DIVISION, H1, "现场复核", null));
    }

    @Test
    void it_is_asked_again_until_it_is_confirmed() {
        Given given = found();
        given.when(CONFIRMED).thenRefused(RECTIFICATION_NOT_ASKED, FINDING);
        ClaimedBack.does(given, REQUEST);
        ClaimedBack.does(given, new RequestRectification(FINDING, "再予整改", DAY.plusDays(60)));
        ClaimedBack.does(given, CONFIRMED);
        given.when(CONFIRMED).thenRefused(RECTIFIED, FINDING);
        given.when(REQUEST).thenRefused(RECTIFIED, FINDING);
    }

    @Test
    void each_finding_is_there_once_and_was_made_by_today() {
        found().when(FOUND).thenRefused(ALREADY_EXISTS, FINDING);
        FindingId other = new FindingId("X");
        LocalDate tomorrow = DAY.plusDays(1);
        found().when(new RecordInspectionFinding(other, H1, null, tomorrow, "无记录", null)).thenRefused(DATE_IN_FUTURE, tomorrow);
        found().when(new RequestRectification(other, "整改", DAY)).thenRefused(FINDING_UNKNOWN, other);
        LocalDate passed = DAY.minusDays(1);
        found().when(new RequestRectification(FINDING, "整改", passed)).thenRefused(DATE_PASSED, passed);
    }

    @Test
    void a_case_is_not_closed_before_what_was_asked_in_it_is_put_right() {
        PurchasedYear year = new PurchasedYear().institution("H1 CEN 100.00").institution("H2 CEN 100.00").standard("750.00", "200", "3.75");
        year.does(PurchasedYear.volume("H1", "V", "10", null));
        Given given = year.ledger();
        ClaimedBack.inquired(given, "V.2");
        given.when(new RecordInspectionFinding(FINDING, new InstitutionId("H2"), ClaimedBack.CASE, DAY, "无记录", null))
                .thenRefused(CASE_ELSEWHERE, ClaimedBack.CASE);
        ClaimedBack.does(given, new RecordInspectionFinding(FINDING, H1, ClaimedBack.CASE, DAY, "无记录", null));
        ClaimedBack.does(given, REQUEST);
        CloseCase close = new CloseCase(null, ClaimedBack.CASE, "结案");
        assertEquals(DAY.plusDays(30).toString(), given.when(close).thenRefused(RECTIFICATION_OPEN, ClaimedBack.CASE).details().get("dueOn"));
        ClaimedBack.does(given, CONFIRMED);
        ClaimedBack.does(given, close);
    }
}
