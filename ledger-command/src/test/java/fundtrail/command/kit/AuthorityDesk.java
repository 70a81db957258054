package fundtrail.command.kit;

import static fundtrail.command.kit.Office.ACCOUNTANT;
import static fundtrail.command.kit.Office.BUDGET_OFFICER;
import static fundtrail.command.kit.Office.CASHIER;
import static fundtrail.command.kit.Office.CHECKER;
import static fundtrail.command.kit.Office.CLERK;
import static fundtrail.command.kit.Office.NEXT_DIVISION;
import static fundtrail.command.kit.Sample.*;

import fundtrail.command.commitmatching.CommitMatching;
import fundtrail.command.decide.Command;
import fundtrail.command.kit.ClosingDesk.Wished;
import fundtrail.command.passdowntransfer.PassDownTransfer;
import fundtrail.command.paymatching.PayMatching;
import fundtrail.command.posting.PostingRules;
import fundtrail.command.reallocatebudget.ReallocateBudget;
import fundtrail.command.recordopeningbalance.RecordOpeningBalance;
import fundtrail.command.recordtransfernotice.RecordTransferNotice;
import fundtrail.command.recordtransferreceipt.RecordTransferReceipt;
import fundtrail.command.recorduseplan.RecordUsePlan;
import fundtrail.command.reducebudget.ReduceBudget;
import fundtrail.contract.Account;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
import fundtrail.contract.Role;
import fundtrail.contract.fact.BudgetAllotted;
import fundtrail.contract.fact.FundSourceRegistered.Level;
import fundtrail.contract.fact.InstitutionRegistered;
import fundtrail.contract.fact.InstitutionRegistered.InstitutionType;
import fundtrail.contract.fact.InstitutionRegistered.Ownership;
import fundtrail.contract.fact.LedgerOpened;
import fundtrail.contract.fact.OpeningBalanceRecordedRows.Row;
import fundtrail.contract.fact.RoleGranted;
import fundtrail.contract.fact.TreasuryAccountRegistered;
import fundtrail.contract.fact.TreasuryAccountRegistered.Use;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.CreditCode;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.TrancheId;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/**
 * What is asked about transfers, moved and reduced authority, use plans and opening balances: in the county, in the city
 * above it that passes money down, and in the next county, whose books have not begun.
 */
final class AuthorityDesk {
    private static final DivisionCode CITY = new DivisionCode("330500");
    private static final FundSourceCode UPPER = new FundSourceCode("UPP");
    private static final BankAccountId CITYS_ACCOUNT = new BankAccountId("MT");
    private static final BankAccountId NEXT_ACCOUNT = new BankAccountId("NT");
    private static final InstitutionId BUREAU = new InstitutionId("FB21");
    private static final AllotmentId TO_BUREAU = new AllotmentId("UPP-FB21");

    private final Office office;
    private final Random random;
    private final Supplier<DocumentRef> document;

    /** Gives the office what these wishes are about. */
    AuthorityDesk(Office office, Random random, Supplier<DocumentRef> document) {
        this.office = office;
        this.random = random;
        this.document = document;
        LedgerOpened opened = office.known().ledger();
        List<LedgerOpened.Division> divisions = new ArrayList<>(opened.divisions());
        divisions.add(new LedgerOpened.Division(CITY, "澄市"));
        office.with(new LedgerOpened(opened.ledgerId(), divisions, opened.origin(), opened.purpose(), opened.timeZone()));
        Map.of(CLERK, Role.CL, CHECKER, Role.CK, ACCOUNTANT, Role.CA).forEach((person, role) -> office.with(
                new RoleGranted(person, role, CITY, null), new RoleGranted(person, role, NEXT_DIVISION, null)));
        Purse purse = Purse.of(CITY, YEAR, UPPER).of(BUREAU, null).under(TO_BUREAU);
        office.with(source(UPPER, Level.CENTRAL),
                new TreasuryAccountRegistered(CITYS_ACCOUNT, CITY, Use.TREASURY, "市财政局", "8801", "虚构银行"),
                new TreasuryAccountRegistered(NEXT_ACCOUNT, NEXT_DIVISION, Use.TREASURY, "邻湖县财政局", "8802", "虚构银行"),
                new InstitutionRegistered(BUREAU, new CreditCode("12330522471100030N"), "澄湖县财政局", InstitutionType.FINANCE_BUREAU,
                        Ownership.PUBLIC, DIVISION),
                notified(CITY, UPPER, "500.00"),
                transferred(CITY, UPPER, CITYS_ACCOUNT, DAY, "400.00", "city-in"),
                new BudgetAllotted(TO_BUREAU, BUREAU, CITY, UPPER, BPH, YEAR, CLASSES, yuan("300.00"),
                        PostingRules.budgetAllotted(purse, yuan("300.00"))));
    }

    Wished next(LocalDate today) {
        return switch (random.nextInt(9)) {
            case 0 -> new Wished(new RecordTransferNotice(null, document.get(), tranche(), DIVISION, YEAR, Level.PROVINCIAL, UPPER, null,
                    null, amount(50_000), random.nextBoolean()), CLERK, CHECKER);
            case 1 -> new Wished(new RecordTransferReceipt(null, null, tranche(), DIVISION, CT, today.minusDays(random.nextInt(3)),
                    "tr-" + random.nextInt(300), amount(20_000)), CASHIER);
            case 2 -> new Wished(new PassDownTransfer(null, document.get(), TRANCHE, CITY, DIVISION, CITYS_ACCOUNT, TO_BUREAU, null,
                    amount(8_000), null), CLERK, CHECKER, ACCOUNTANT);
            case 3 -> new Wished(new CommitMatching(null, document.get(), tranche(), DIVISION, CTY, amount(9_000)),
                    BUDGET_OFFICER, ACCOUNTANT);
            case 4 -> new Wished(new PayMatching(null, document.get(), tranche(), DIVISION, CTY, CT, "m-" + random.nextInt(300), amount(5_000)),
                    BUDGET_OFFICER, ACCOUNTANT);
            case 5 -> reallocation();
            case 6 -> new Wished(new ReduceBudget(null, document.get(), DIVISION, YEAR, CEN, random.nextBoolean() ? null : allotment(),
                    amount(500)), CLERK, CHECKER, ACCOUNTANT);
            case 7 -> new Wished(opening(), CLERK, CHECKER, ACCOUNTANT);
            default -> new Wished(new RecordUsePlan(null, DIVISION, YearMonth.of(YEAR, 1 + random.nextInt(12)), CEN, amount(9_000)),
                    BUDGET_OFFICER);
        };
    }

    private Wished reallocation() {
        AllotmentId from = allotment();
        AllotmentId to = random.nextInt(3) == 0 ? null : allotment();
        return new Wished(new ReallocateBudget(null, document.get(), from, from.equals(to) ? null : to, amount(500)),
                BUDGET_OFFICER, ACCOUNTANT);
    }

    private Command opening() {
        Row cash = new Row(1, Account.TREASURY_CASH, YEAR, UPPER, null, null, NEXT_ACCOUNT, null, null, amount(9_000), null);
        Row authority = new Row(2, Account.ALLOTTED, YEAR, UPPER, H1, BPH, null, new AllotmentId("N-" + random.nextInt(99)), CLASSES,
                yuan("50.00"), amount(5_000));
        return new RecordOpeningBalance(null, document.get(), NEXT_DIVISION, 2, cash.amount().plus(authority.amount()),
                List.of(cash, authority));
    }

    /** Mostly one there is. */
    private AllotmentId allotment() {
        List<AllotmentId> all = office.known().allotments().values().stream()
                .map(one -> one.id())
                .filter(id -> id.value().startsWith("CEN"))
                .sorted((one, other) -> one.value().compareTo(other.value()))
                .toList();
        return all.isEmpty() ? CEN_H1 : all.get(random.nextInt(all.size()));
    }

    private TrancheId tranche() {
        return new TrancheId("T-" + random.nextInt(4));
    }

    private Money amount(int most) {
        return Money.ofFen(1 + random.nextInt(most));
    }
}
