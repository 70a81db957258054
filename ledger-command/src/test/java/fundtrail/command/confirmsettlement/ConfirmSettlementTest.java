package fundtrail.command.confirmsettlement;

import static fundtrail.command.decide.RefusalCode.ALREADY_CONFIRMED;
import static fundtrail.command.decide.RefusalCode.INSTITUTION_OUTSIDE;
import static fundtrail.command.decide.RefusalCode.REVISION_DIFFERS;
import static fundtrail.command.decide.RefusalCode.SETTLEMENT_OPEN;
import static fundtrail.command.decide.RefusalCode.SETTLEMENT_UNKNOWN;
import static fundtrail.command.kit.PurchasedYear.reopening;
import static fundtrail.command.kit.Sample.BPH;
import static fundtrail.command.kit.Sample.DIVISION;
import static fundtrail.command.kit.Sample.H1;
import static fundtrail.command.kit.Sample.H2;
import static fundtrail.command.kit.Sample.YEAR;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fundtrail.command.kit.Given;
import fundtrail.command.kit.PurchasedYear;
import fundtrail.contract.Role;
import fundtrail.contract.fact.PersonRegistered;
import fundtrail.contract.fact.RoleGranted;
import fundtrail.contract.fact.SettlementConfirmed;
import fundtrail.contract.id.PersonRef;
import org.junit.jupiter.api.Test;

class ConfirmSettlementTest {
    private static PurchasedYear settled() {
        PurchasedYear year = new PurchasedYear().institution("H1 CEN 100.00").standard("100.00", "100", "1").earned("H1", "50", "90", "50.00").planned();
        year.settled("H1", "50.00");
        return year;
    }

    private static ConfirmSettlement wish(int revision) {
        return new ConfirmSettlement(null, H1, BPH, YEAR, revision);
    }

    @Test
    void the_revision_before_the_institution_is_confirmed() {
        settled().ledger().when(wish(1)).then(new SettlementConfirmed(DIVISION, H1, BPH, YEAR, 1));
    }

    @Test
    void it_is_the_one_that_stands() {
        new PurchasedYear().institution("H1").ledger().when(wish(1)).thenRefused(SETTLEMENT_UNKNOWN, "H1 BPH 2026");
        settled().ledger().when(wish(2)).thenRefused(REVISION_DIFFERS, "H1 BPH 2026");
        PurchasedYear year = settled();
        year.does(reopening("H1"));
        year.ledger().when(wish(1)).thenRefused(SETTLEMENT_OPEN, "H1 BPH 2026");
        year.settled("H1", "50.00");
        assertEquals(1, year.does(wish(2)).size());
    }

    @Test
    void what_was_confirmed_stays_so() {
        PurchasedYear year = settled();
        year.ledger().and(new SettlementConfirmed(DIVISION, H1, BPH, YEAR, 1));
        year.ledger().when(wish(1)).thenRefused(ALREADY_CONFIRMED, "H1 BPH 2026");
    }

    @Test
    void only_the_institutions_own_people_say_so() {
        PersonRef other = new PersonRef("p-other-house");
        Given ledger = settled().ledger().and(new PersonRegistered(other, "4".repeat(64)), new RoleGranted(other, Role.IS, DIVISION, H2)).by(other);
        ledger.when(wish(1)).thenRefused(INSTITUTION_OUTSIDE, "ConfirmSettlement");
    }
}
