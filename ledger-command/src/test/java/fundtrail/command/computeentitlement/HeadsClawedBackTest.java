package fundtrail.command.computeentitlement;

import static fundtrail.command.decide.RefusalCode.CLAWED_BACK_SINCE;
import static fundtrail.command.kit.Given.given;
import static fundtrail.command.kit.Sample.BPH;
import static fundtrail.command.kit.Sample.CEN;
import static fundtrail.command.kit.Sample.DIVISION;
import static fundtrail.command.kit.Sample.DOCUMENT;
import static fundtrail.command.kit.Sample.H1;
import static fundtrail.command.kit.Sample.YEAR;
import static fundtrail.command.kit.Sample.institution;
import static fundtrail.command.kit.Sample.yuan;

import fundtrail.command.decideappeal.DecideAppeal;
import fundtrail.command.fileappeal.FileAppeal;
import fundtrail.command.flagclaim.FlagClaim;
import fundtrail.command.flagclaim.FlagClaim.InventedHeads;
import fundtrail.command.kit.ClaimedBack;
import fundtrail.command.kit.Given;
import fundtrail.command.kit.PurchasedYear;
import fundtrail.command.known.InstitutionYear;
import fundtrail.command.opencase.OpenCase;
import fundtrail.contract.Account;
import fundtrail.contract.Line;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.EntitlementComputed;
import fundtrail.contract.fact.EntitlementComputed.ByHeads;
import fundtrail.contract.fact.EntitlementComputed.Method;
import fundtrail.contract.fact.FraudType;
import fundtrail.contract.fact.SettlementFinalized;
import fundtrail.contract.formula.SettlementOfSource;
import fundtrail.contract.id.ClaimId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** H1 was settled for a thousand heads at a yuan each; ten of them are clawed back, and the settlement is open again. */
class HeadsClawedBackTest {
    private static final InstitutionYear OF_H1 = new InstitutionYear(H1, BPH, YEAR);

    private static Given reopened() {
        Money all = yuan("1000.00");
        Purse owed = Purse.of(DIVISION, YEAR, CEN).of(H1, BPH);
        ByHeads heads = new ByHeads(1000, yuan("1.00"), 12);
        Given given = given(institution(H1)).and(ClaimedBack.accounts()).and(
                new EntitlementComputed(DIVISION, H1, BPH, YEAR, Method.CAPITATION, null, heads, heads.exact(), all),
                new SettlementFinalized(DIVISION, H1, BPH, YEAR, 1,
                        List.of(SettlementOfSource.of(CEN, all, all, Money.ZERO, Money.ZERO)), Lines.of(
                                Line.debit(Account.PROGRAM_EXPENSE, owed, all),
                                Line.credit(Account.INFLOW, Purse.of(DIVISION, YEAR, CEN), all))));
        ClaimId claim = new ClaimId("HEADS");
        ClaimedBack.does(given, new FlagClaim(null, claim, new InventedHeads(H1, BPH, YEAR, 10), FraudType.FALSE_CLAIM, "查无此人", null));
        ClaimedBack.does(given, new OpenCase(null, ClaimedBack.CASE, "虚报人数", List.of(claim)));
        ClaimedBack.does(given, ClaimedBack.determination("HEADS 10.00"));
        ClaimedBack.demanded(given);
        ClaimedBack.does(given, PurchasedYear.reopening("H1"));
        return given;
    }

    private static ComputeEntitlement heads(int count) {
        return new ComputeEntitlement(null, H1, BPH, YEAR, new ByHeads(count, yuan("1.00"), 12), yuan(count + ".00"));
    }

    @Test
    void a_lower_count_waits_for_the_appeal_as_nobody_can_tell_which_heads_it_leaves_out() {
        Given given = reopened();
        given.when(heads(999)).thenRecorded(CLAWED_BACK_SINCE, OF_H1);
        given.when(heads(1000)).facts();
        given.when(heads(1001)).facts();
        ClaimedBack.does(given, new FileAppeal(null, H1, ClaimedBack.CB, null, false, "改由清算收回"));
        ClaimedBack.does(given, new DecideAppeal(null, DOCUMENT, ClaimedBack.CB, ClaimedBack.amounts("HEADS 10.00"), "改由清算收回"));
        given.when(heads(999)).facts();
    }
}
