package fundtrail.command.contributeriskreserve;

import static fundtrail.command.decide.RefusalCode.*;
import static fundtrail.command.kit.Reserve.CR;
import static fundtrail.command.kit.Reserve.contributed;
import static fundtrail.command.kit.Sample.*;
import static fundtrail.contract.Account.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fundtrail.command.kit.Given;
import fundtrail.command.kit.Reserve;
import fundtrail.command.reverseentry.ReverseEntry;
import fundtrail.contract.Line;
import fundtrail.contract.fact.EntryReversed;
import fundtrail.contract.fact.RiskReserveContributed;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.InstitutionId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Money paid into the risk reserve, by the government or by an institution. */
class ContributeRiskReserveTest {
    private static Given county() {
        return Given.given(institution(H1), source(CTY), Reserve.source(), treasuryAccount(), Reserve.account(),
                budget(CTY, "100.00"), received(CTY, "80.00", "in-1"));
    }

    private static ContributeRiskReserve ofGovernment(String yuan) {
        return new ContributeRiskReserve(null, DOCUMENT, DIVISION, YEAR, CTY, null, yuan(yuan), CT, CR, null);
    }

    private static ContributeRiskReserve ofInstitution(String yuan, String bankRef) {
        return new ContributeRiskReserve(null, DOCUMENT, DIVISION, YEAR, null, H1, yuan(yuan), null, CR, bankRef);
    }

    private static List<String> lines(RiskReserveContributed fact) {
        return fact.lines().list().stream().map(ContributeRiskReserveTest::text).toList();
    }

    private static String text(Line line) {
        return line.account() + " " + line.fundSource() + " " + line.bankAccount() + " " + line.signed();
    }

    @Test
    void the_governments_contribution_leaves_its_source_and_its_authority_and_enters_the_reserve() {
        RiskReserveContributed fact = (RiskReserveContributed) county().when(ofGovernment("80.00")).facts().getFirst();
        assertEquals(List.of("TRANSFER_TO_RESERVE CTY null 80.00", "TREASURY_CASH CTY CT -80.00", "RESERVE_CASH RSV CR 80.00",
                "RISK_RESERVE RSV null -80.00", "UNALLOTTED CTY null 80.00", "EXPENDED CTY null -80.00"), lines(fact));
    }

    @Test
    void an_institutions_contribution_enters_the_reserve_and_nothing_else() {
        county().when(ofInstitution("10.00", "gift-1")).then(contributed("10.00", "gift-1"));
        assertEquals(List.of("RESERVE_CASH RSV CR 10.00", "RISK_RESERVE RSV null -10.00"), lines(contributed("10.00", "gift-1")));
    }

    @Test
    void not_a_fen_beyond_cash_or_unallotted_authority() {
        county().when(ofGovernment("80.01")).thenRefused(CASH_EXCEEDED, CTY);
        county().and(received(CTY, "90.00", "in-2")).when(ofGovernment("100.01")).thenRefused(UNALLOTTED_EXCEEDED, CTY);
        county().and(received(CTY, "90.00", "in-2")).when(ofGovernment("100.00")).facts();
        county().when(ofGovernment("0.00")).thenRefused(AMOUNT_NOT_POSITIVE, CR);
    }

    @Test
    void the_reserve_lies_in_an_account_of_its_own_and_has_one_source() {
        Given withoutSource = Given.given(institution(H1), source(CTY), treasuryAccount(), Reserve.account());
        withoutSource.when(ofInstitution("10.00", "gift-1")).thenRefused(RESERVE_SOURCE_MISSING, DIVISION);
        county().when(new ContributeRiskReserve(null, DOCUMENT, DIVISION, YEAR, null, H1, yuan("10.00"), null, CT, "gift-1"))
                .thenRefused(RESERVE_ACCOUNT_NEEDED, CT);
        county().when(new ContributeRiskReserve(null, DOCUMENT, DIVISION, YEAR, CTY, null, yuan("10.00"), CR, CR, null))
                .thenRefused(ACCOUNT_MISMATCH, CR);
        county().when(new ContributeRiskReserve(null, DOCUMENT, DIVISION, YEAR, null, H1, yuan("10.00"), null, new BankAccountId("NO"), "gift-1"))
                .thenRefused(TREASURY_ACCOUNT_UNKNOWN, "NO");
    }

    @Test
    void who_and_what_is_not_known_contributes_nothing() {
        county().when(new ContributeRiskReserve(null, DOCUMENT, DIVISION, YEAR, null, new InstitutionId("H9"), yuan("1.00"), null, CR, "gift-1"))
                .thenRefused(INSTITUTION_UNKNOWN, "H9");
        county().when(new ContributeRiskReserve(null, DOCUMENT, DIVISION, YEAR, new FundSourceCode("NO"), null, yuan("1.00"), CT, CR, null))
                .thenRefused(FUND_SOURCE_UNKNOWN, "NO");
        county().when(new ContributeRiskReserve(null, DOCUMENT, DIVISION, YEAR, Reserve.RSV, null, yuan("1.00"), CT, CR, null))
                .thenRefused(SOURCE_NOT_OWN_LEVEL, Reserve.RSV);
        county().and(contributed("1.00", "gift-1")).when(ofInstitution("1.00", "gift-1")).thenRefused(NUMBER_USED, "gift-1");
    }

    @Test
    void a_contribution_is_the_governments_or_an_institutions() {
        assertThrows(IllegalArgumentException.class, () -> new ContributeRiskReserve(
                null, DOCUMENT, DIVISION, YEAR, CTY, H1, yuan("1.00"), CT, CR, "gift-1"));
        assertThrows(IllegalArgumentException.class, () -> new ContributeRiskReserve(
                null, DOCUMENT, DIVISION, YEAR, null, H1, yuan("1.00"), null, CR, null));
    }

    @Test
    void a_contribution_is_reversed_while_the_reserve_has_it_and_its_bank_reference_is_then_free() {
        Given given = county().and(contributed("10.00", "gift-1"));
        long position = given.last();
        EntryReversed reversal = new EntryReversed(position, "RiskReserveContributed", null, "录入有误",
                contributed("10.00", "gift-1").lines().red());
        given.when(new ReverseEntry(null, DOCUMENT, position, "录入有误")).then(reversal);
        given.and(reversal).when(ofInstitution("10.00", "gift-1")).facts();
        county().and(contributed("10.00", "gift-1"), Reserve.drawn("0.01"))
                .when(new ReverseEntry(null, DOCUMENT, position, "录入有误")).thenRefused(REVERSAL_BREAKS_LATER, position);
    }
}
