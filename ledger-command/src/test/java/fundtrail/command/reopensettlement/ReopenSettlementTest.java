package fundtrail.command.reopensettlement;

import static fundtrail.command.decide.RefusalCode.DOCUMENT_REQUIRED;
import static fundtrail.command.decide.RefusalCode.SETTLEMENT_OPEN;
import static fundtrail.command.decide.RefusalCode.SETTLEMENT_UNKNOWN;
import static fundtrail.command.kit.Given.given;
import static fundtrail.command.kit.PurchasedYear.reopening;
import static fundtrail.command.kit.Sample.BPH;
import static fundtrail.command.kit.Sample.DIVISION;
import static fundtrail.command.kit.Sample.DOCUMENT;
import static fundtrail.command.kit.Sample.H1;
import static fundtrail.command.kit.Sample.YEAR;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fundtrail.command.kit.PurchasedYear;
import fundtrail.command.known.InstitutionYear;
import fundtrail.contract.fact.SettlementReopened.Ground;
import fundtrail.contract.fact.SettlementReopened;
import org.junit.jupiter.api.Test;

class ReopenSettlementTest {
    @Test
    void a_final_settlement_is_opened_on_a_ground() {
        PurchasedYear year = new PurchasedYear().institution("H1 CEN 100.00").standard("100.00", "100", "1").earned("H1", "50", "90", "50.00").planned();
        year.ledger().when(reopening("H1")).thenRefused(SETTLEMENT_UNKNOWN, "H1 BPH 2026");
        year.settled("H1", "50.00");
        year.ledger().when(reopening("H1")).then(new SettlementReopened(DIVISION, H1, BPH, YEAR, 1, Ground.ERROR, null, "考核得分登记有误"));
        year.does(reopening("H1"));
        year.ledger().when(reopening("H1")).thenRefused(SETTLEMENT_OPEN, "H1 BPH 2026");
        assertFalse(year.ledger().known().purchases().settlements().isFinal(new InstitutionYear(H1, BPH, YEAR)));
    }

    @Test
    void it_rests_on_a_document_and_says_why() {
        given().when(new ReopenSettlement(null, null, H1, BPH, YEAR, Ground.CASE, "案-1", "追缴决定")).thenRefused(DOCUMENT_REQUIRED, "ReopenSettlement");
        assertThrows(IllegalArgumentException.class, () -> new ReopenSettlement(null, DOCUMENT, H1, BPH, YEAR, Ground.CASE, null, " "));
    }
}
