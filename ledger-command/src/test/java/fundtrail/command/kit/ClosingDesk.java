package fundtrail.command.kit;

import static fundtrail.command.kit.Office.ACCOUNTANT;
import static fundtrail.command.kit.Office.BUDGET_OFFICER;
import static fundtrail.command.kit.Office.CASHIER;
import static fundtrail.command.kit.Office.CHECKER;
import static fundtrail.command.kit.Office.CLERK;
import static fundtrail.command.kit.Office.HEAD;
import static fundtrail.command.kit.Sample.*;

import fundtrail.command.carrybudgetforward.CarryBudgetForward;
import fundtrail.command.changeinstitution.ChangeInstitution;
import fundtrail.command.changemembership.ChangeMembership;
import fundtrail.command.closeperiod.ClosePeriod;
import fundtrail.command.closeyear.CloseYear;
import fundtrail.command.decide.Command;
import fundtrail.command.explainreconcilingitem.ExplainReconcilingItem;
import fundtrail.command.formmedicalcommunity.FormMedicalCommunity;
import fundtrail.command.importbankstatement.ImportBankStatement;
import fundtrail.command.known.Statements.Last;
import fundtrail.command.lapsebudget.LapseBudget;
import fundtrail.command.moveyearcash.MoveYearCash;
import fundtrail.command.recordfundreceipt.RecordFundReceipt;
import fundtrail.command.reopenperiod.ReopenPeriod;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.Money;
import fundtrail.contract.fact.BankStatementImported;
import fundtrail.contract.fact.BankStatementImportedRows.Row;
import fundtrail.contract.fact.InstitutionChanged.LegalStatus;
import fundtrail.contract.fact.InstitutionRegistered;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.CommunityId;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.Period;
import fundtrail.contract.id.PersonRef;
import fundtrail.contract.id.StatementId;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** What is asked about the end of months and years, the bank's statements, and what becomes of institutions. */
final class ClosingDesk {
    /** A wish, and the hands it goes through. */
    record Wished(Command command, PersonRef... hands) {}

    private static final int YEAR_BEFORE = YEAR - 1;
    private static final LocalDate FIRST_STATEMENT = DAY.minusDays(30);

    private final Office office;
    private final Random random;
    private final Lately lately;
    private final Supplier<DocumentRef> document;

    ClosingDesk(Office office, Random random, Supplier<DocumentRef> document) {
        this.office = office;
        this.random = random;
        this.lately = new Lately(office, random);
        this.document = document;
    }

    /** Something about the books, or about institutions, on a day. */
    Wished next(LocalDate today) {
        AllotmentId allotment = new AllotmentId((random.nextBoolean() ? CEN : CTY) + "-" + institution() + "-" + random.nextInt(3));
        return switch (random.nextInt(13)) {
            case 0 -> new Wished(new RecordFundReceipt(null, null, DIVISION, YEAR_BEFORE, CEN, CT, "old-" + random.nextInt(60), amount()), CASHIER);
            case 1 -> new Wished(new CloseYear(null, document.get(), DIVISION, YEAR_BEFORE), CHECKER, ACCOUNTANT, HEAD);
            case 2 -> new Wished(new ClosePeriod(DIVISION, month(office.known().periods().next(DIVISION))), ACCOUNTANT);
            case 3 -> new Wished(new ReopenPeriod(DIVISION, month(office.known().periods().lastClosed(DIVISION)), "漏记"), ACCOUNTANT, HEAD);
            case 4 -> new Wished(new LapseBudget(null, document.get(), DIVISION, YEAR, CEN, null, amount()), BUDGET_OFFICER, ACCOUNTANT);
            case 5 -> new Wished(new LapseBudget(null, document.get(), DIVISION, YEAR, CEN, allotment, amount()), BUDGET_OFFICER, ACCOUNTANT);
            case 6 -> new Wished(new CarryBudgetForward(null, document.get(), DIVISION, allotment.value().startsWith("CEN") ? CEN : CTY, YEAR,
                    allotment, new AllotmentId("next-" + random.nextInt(60)), amount()), BUDGET_OFFICER, ACCOUNTANT);
            case 7 -> new Wished(new MoveYearCash(null, document.get(), DIVISION, CEN, CT, YEAR_BEFORE + random.nextInt(2), YEAR + 1, amount()),
                    BUDGET_OFFICER, ACCOUNTANT);
            case 8 -> new Wished(statement(), CASHIER);
            case 9 -> new Wished(new ExplainReconcilingItem(CT, lately.or(new StatementId("none"), BankStatementImported.class, BankStatementImported::statement), 1,
                    random.nextBoolean() ? null : (long) random.nextInt(office.log().size()), "次日入账"), CHECKER);
            case 10 -> new Wished(change(today), CLERK, CHECKER);
            case 11 -> new Wished(new FormMedicalCommunity(null, null, new CommunityId("MC" + random.nextInt(3)), "医共体", H2,
                    List.of(H1, H2), today), CLERK, CHECKER);
            default -> new Wished(new ChangeMembership(null, null, new CommunityId("MC" + random.nextInt(3)), List.of(), List.of(H1, H2), null,
                    today.plusDays(1)), CLERK, CHECKER);
        };
    }

    /** Of one day, after the last one's; now and then with a gap. */
    private ImportBankStatement statement() {
        Last last = office.known().statements().last(CT);
        LocalDate day = last == null ? FIRST_STATEMENT : last.to().plusDays(random.nextInt(5) == 0 ? 2 : 1);
        Money opening = last == null ? Money.ZERO : last.closing();
        Money moved = amount();
        return new ImportBankStatement(new StatementId("S" + random.nextInt(60)), CT, day, day, opening, opening.plus(moved), null,
                List.of(new Row(1, day, "in-" + random.nextInt(600), moved, null)));
    }

    private ChangeInstitution change(LocalDate today) {
        InstitutionRegistered fact = Sample.institution(institution());
        boolean branch = random.nextBoolean() && fact.institution().equals(H1);
        return new ChangeInstitution(null, null, fact.institution(), today.plusDays(random.nextInt(3)), fact.creditCode(), fact.name(),
                fact.type(), fact.ownership(), branch ? LegalStatus.BRANCH : LegalStatus.LEGAL_PERSON, branch ? H2 : null);
    }

    /** The one whose turn it is, mostly. */
    private Period month(Period due) {
        return due == null || random.nextInt(4) == 0 ? new Period("2025-" + (11 + random.nextInt(2))) : due;
    }

    private InstitutionId institution() {
        return random.nextBoolean() ? H1 : H2;
    }

    private Money amount() {
        return Money.ofFen(1 + random.nextInt(3_000));
    }
}
