package fundtrail.command.mergeinstitution;

import static fundtrail.command.decide.RefusalCode.INSTITUTION_MERGED;
import static fundtrail.command.decide.RefusalCode.SETTLEMENT_FINAL;
import static fundtrail.command.decide.RefusalCode.SETTLEMENT_OPEN;
import static fundtrail.command.kit.PurchasedYear.refund;
import static fundtrail.command.kit.PurchasedYear.reopening;
import static fundtrail.command.kit.PurchasedYear.settlement;
import static fundtrail.command.kit.Sample.BPH;
import static fundtrail.command.kit.Sample.CEN;
import static fundtrail.command.kit.Sample.DOCUMENT;
import static fundtrail.command.kit.Sample.H1;
import static fundtrail.command.kit.Sample.H2;
import static fundtrail.command.kit.Sample.OTHER;
import static fundtrail.command.kit.Sample.YEAR;
import static fundtrail.command.kit.Sample.yuan;
import static fundtrail.contract.Account.ADVANCES;
import static fundtrail.contract.Account.ALLOTTED;
import static fundtrail.contract.Account.CLAWBACK_RECEIVABLE;
import static fundtrail.contract.Account.SETTLEMENT_PAYABLE;
import static fundtrail.contract.Account.SETTLEMENT_RECEIVABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fundtrail.command.computeentitlement.ComputeEntitlement;
import fundtrail.command.kit.ClaimedBack;
import fundtrail.command.kit.Given;
import fundtrail.command.kit.PurchasedYear;
import fundtrail.command.known.InstitutionYear;
import fundtrail.contract.fact.SettlementFinalized;
import org.junit.jupiter.api.Test;

/** H1 goes on in H2 in the middle of a year of work, or after it. */
class MergedYearTest {
    /** Both were advanced money and worked; one equivalent is one yuan. */
    private static PurchasedYear worked() {
        return new PurchasedYear().institution("H1 CEN 100.00").institution("H2 CEN 100.00").institution("H3 CEN 50.00")
                .advanced("H1 CEN 40.00").advanced("H2 CEN 60.00").standard("1000.00", "1000", "1")
                .earned("H1", "90", "90", "90.00").earned("H2", "70", "90", "70.00").earned("H3", "20", "90", "20.00");
    }

    private static PurchasedYear merged(PurchasedYear year) {
        year.does(new MergeInstitution(null, DOCUMENT, H1, H2));
        return year;
    }

    @Test
    void what_both_have_done_and_were_advanced_is_settled_with_the_successor() {
        PurchasedYear year = merged(worked().planned());
        assertEquals(yuan("100.00"), year.balance(ADVANCES, "H2", "CEN"));
        year.does(new ComputeEntitlement(null, H2, BPH, YEAR, null, yuan("160.00")));
        year.planned();
        SettlementFinalized settled = year.settled("H2", "160.00");
        assertEquals(yuan("60.00"), settled.payable());
        assertEquals(yuan("0.00"), year.balance(ADVANCES, "H2", "CEN"));
        assertEquals(yuan("20.00"), year.settled("H3", "20.00").payable());
    }

    @Test
    void what_a_settlement_found_goes_over_and_the_plan_still_can_be_revised() {
        PurchasedYear year = worked().planned();
        year.settled("H1", "90.00");
        year.settled("H2", "70.00");
        merged(year);
        assertEquals(yuan("0.00"), year.balance(SETTLEMENT_PAYABLE, "H1", "CEN"));
        assertEquals(yuan("-60.00"), year.balance(SETTLEMENT_PAYABLE, "H2", "CEN"));
        year.ledger().when(reopening("H1")).thenRefused(INSTITUTION_MERGED, H1);
        year.does(reopening("H2"));
        year.does(PurchasedYear.volume("H2", "V-2", "65", "V-H2"));
        year.scored("H2", "90", "65.00").planned();
        SettlementFinalized second = year.settled("H2", "65.00");
        assertEquals(yuan("55.00"), second.payable());
        assertEquals(yuan("-55.00"), year.balance(SETTLEMENT_PAYABLE, "H2", "CEN"));
    }

    @Test
    void what_one_owes_is_netted_with_what_the_other_is_owed_of_the_same_source() {
        PurchasedYear year = new PurchasedYear().institution("H1 CEN 100.00").institution("H2 CEN 100.00")
                .advanced("H1 CEN 90.00").advanced("H2 CEN 60.00").standard("1000.00", "1000", "1")
                .earned("H1", "80", "90", "80.00").earned("H2", "95", "90", "95.00").planned();
        year.settled("H1", "80.00");
        year.settled("H2", "95.00");
        merged(year);
        assertEquals(yuan("-25.00"), year.balance(SETTLEMENT_PAYABLE, "H2", "CEN"));
        assertEquals(yuan("0.00"), year.balance(SETTLEMENT_RECEIVABLE, "H2", "CEN"));
    }

    @Test
    void the_successor_pays_back_what_its_predecessor_owes() {
        PurchasedYear year = new PurchasedYear().institution("H1 CEN 100.00").institution("H2 CEN 100.00")
                .advanced("H1 CEN 90.00").standard("1000.00", "1000", "1").earned("H1", "80", "90", "80.00").planned();
        year.settled("H1", "80.00");
        merged(year);
        year.ledger().when(refund("H1", "10.00")).thenRefused(INSTITUTION_MERGED, H1);
        year.does(refund("H2", "10.00"));
        assertEquals(yuan("0.00"), year.balance(SETTLEMENT_RECEIVABLE, "H2", "CEN"));
        assertEquals(yuan("-120.00"), year.balance(ALLOTTED, "H2", "CEN"));
    }

    @Test
    void of_a_year_both_are_settled_or_neither() {
        PurchasedYear year = worked().planned();
        year.settled("H2", "70.00");
        year.ledger().when(new MergeInstitution(null, DOCUMENT, H1, H2)).thenRefused(SETTLEMENT_FINAL, new InstitutionYear(H2, BPH, YEAR));
        year.settled("H1", "90.00");
        year.does(reopening("H1"));
        year.ledger().when(new MergeInstitution(null, DOCUMENT, H1, H2)).thenRefused(SETTLEMENT_OPEN, new InstitutionYear(H1, BPH, YEAR));
        year.does(settlement("H1", "90.00"));
        assertEquals(2, year.ledger().when(new MergeInstitution(null, DOCUMENT, H1, H2)).facts().size());
    }

    @Test
    void a_claw_back_is_owed_recovered_and_restored_by_the_successor() {
        PurchasedYear year = worked();
        Given ledger = year.ledger().and(ClaimedBack.accounts());
        ClaimedBack.inquired(ledger, "V-H1.2");
        ClaimedBack.does(ledger, ClaimedBack.determination("V-H1.2 10.00"));
        merged(year);
        assertEquals(yuan("0.00"), year.balance(CLAWBACK_RECEIVABLE, "H1", "CEN"));
        assertEquals(yuan("10.00"), year.ledger().known().balances().fund(CLAWBACK_RECEIVABLE,
                ledger.known().recoveries().clawbacks().of(ClaimedBack.CB).purse(CEN).forClawback(null)));
        ClaimedBack.does(ledger, ClaimedBack.recovery("10.00", "in-9"));
        ClaimedBack.does(ledger, ClaimedBack.waiver(H2));
        ClaimedBack.does(ledger, ClaimedBack.restitution("10.00"));
        ClaimedBack.holds(ledger.known(), ledger.known().recoveries().clawbacks().of(ClaimedBack.CB));
        assertEquals(yuan("-110.00"), year.balance(ALLOTTED, "H2", "CEN"));
    }

    @Test
    void what_is_found_out_later_of_a_settled_year_is_owed_by_the_successor() {
        PurchasedYear year = worked().planned();
        year.settled("H1", "90.00");
        year.settled("H2", "70.00");
        merged(year);
        Given ledger = year.ledger().and(ClaimedBack.accounts());
        ClaimedBack.inquired(ledger, "V-H1.2");
        ClaimedBack.does(ledger.by(OTHER), ClaimedBack.determination("V-H1.2 10.00"));
        assertEquals(H2, ledger.known().recoveries().clawbacks().of(ClaimedBack.CB).institution());
        assertEquals(yuan("10.00"), year.balance(CLAWBACK_RECEIVABLE, "H2", "CEN"));
    }
}
