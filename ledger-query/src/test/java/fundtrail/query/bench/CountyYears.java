package fundtrail.query.bench;

import static fundtrail.contract.Account.ADVANCES;
import static fundtrail.contract.Account.ALLOTTED;
import static fundtrail.contract.Account.AUTHORITY;
import static fundtrail.contract.Account.EXPENDED;
import static fundtrail.contract.Account.INFLOW;
import static fundtrail.contract.Account.RESERVED;
import static fundtrail.contract.Account.TREASURY_CASH;
import static fundtrail.contract.Account.UNALLOTTED;
import static fundtrail.contract.Line.credit;
import static fundtrail.contract.Line.debit;

import fundtrail.contract.CompensationChannel;
import fundtrail.contract.Fact;
import fundtrail.contract.Line;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
import fundtrail.contract.Role;
import fundtrail.contract.fact.AdvancePaid;
import fundtrail.contract.fact.AuthorityMatrixSet;
import fundtrail.contract.fact.BudgetAllotted;
import fundtrail.contract.fact.BudgetApproved;
import fundtrail.contract.fact.DisbursementBatchApproved;
import fundtrail.contract.fact.DisbursementBatchApprovedRows;
import fundtrail.contract.fact.DisbursementBatchApprovedRows.PaymentKind;
import fundtrail.contract.fact.DisbursementBatchApprovedRows.Row;
import fundtrail.contract.fact.FundReceived;
import fundtrail.contract.fact.FundSourceRegistered.Level;
import fundtrail.contract.fact.LedgerOpened;
import fundtrail.contract.fact.PaymentReturned;
import fundtrail.contract.fact.PersonRegistered;
import fundtrail.contract.fact.RoleGranted;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.BatchId;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PayeeAccountId;
import fundtrail.contract.id.PaymentId;
import fundtrail.contract.id.PersonRef;
import fundtrail.contract.id.ProgrammeCode;
import fundtrail.query.Chenghu;
import fundtrail.query.WrittenLedger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Two made-up years of a county's payments, as many facts as asked for, drawn from a seed: batches of 36 rows, then each
 * row paid; on average 2 KB and 5.7 lines a fact. Fifty institutions, six sources, two budget years; the rows are spread
 * over 1,000 allotments, or all on one.
 */
final class CountyYears {
    static final int DAYS = 730;
    static final LocalDate FIRST = LocalDate.of(2018, 1, 1);
    static final int INSTITUTIONS = 50;
    private static final int SOURCES = 6;
    private static final int ALLOTMENTS_A_YEAR = 500;
    private static final int ROWS = 36;
    private static final ProgrammeCode[] PROGRAMMES = {Chenghu.BPH, new ProgrammeCode("EDP")};

    /** A fact, the day it is recorded and the day it counts. */
    record Dated(LocalDate recorded, LocalDate effective, List<Role> hands, Fact fact) {}

    private final SplittableRandom random;
    private final long total;
    private final boolean hot;
    private final List<Dated> ready = new ArrayList<>();
    private long made;
    private int batch;
    private int taken;

    /** @param total over how many facts the two years go */
    CountyYears(long seed, long total, boolean hot) {
        this.random = new SplittableRandom(seed);
        this.total = total;
        this.hot = hot;
        opening();
    }

    /** The next fact of the two years. */
    Dated next() {
        if (taken == ready.size()) {
            ready.clear();
            taken = 0;
            batch(++batch);
        }
        made++;
        return ready.get(taken++);
    }

    /** Leaves one out, as if it had been taken: only the corrections are wanted then. */
    void skip() {
        if (made++ % (ROWS + 2) == 0) {
            batch++;
        }
    }

    /** Money of an earlier payment that came back on any day since, and is recorded at the end. */
    Dated correction() {
        int of = 1 + random.nextInt(Math.max(1, batch - 40));
        int row = 1 + random.nextInt(ROWS);
        Purse purse = purse(of, row);
        Money amount = Money.yuan("1.23");
        LocalDate counts = FIRST.plusDays(random.nextInt(DAYS));
        return new Dated(FIRST.plusDays(DAYS), counts, List.of(Role.CS), new PaymentReturned(payment(of, row), purse.institution(),
                purse.allotment(), amount, "RET-" + of + "-" + row + "-" + random.nextLong(), "收款人账号与户名不符，银行退回，待核实后重新拨付",
                Lines.of(debit(TREASURY_CASH, Purse.of(purse.division(), purse.budgetYear(), purse.fundSource()).in(Chenghu.TREASURY), amount),
                        credit(ADVANCES, purse.under(null), amount), debit(EXPENDED, purse, amount), credit(ALLOTTED, purse, amount))));
    }

    static String allotmentOf(int year, int number) {
        return "A" + year + "-" + number;
    }

    private void opening() {
        add(List.of(), new LedgerOpened("chenghu", List.of(new LedgerOpened.Division(Chenghu.COUNTY, "澄湖县（虚构）")),
                "rehearsal.fundtrail.example/chenghu", LedgerOpened.Purpose.REHEARSAL, WrittenLedger.ZONE));
        for (Role role : List.of(Role.CL, Role.CK, Role.CA, Role.CS, Role.AU, Role.BO)) {
            var person = new PersonRef(person(role));
            add(List.of(), new PersonRegistered(person, "ef".repeat(32)));
            add(List.of(), new RoleGranted(person, role, Chenghu.COUNTY, null));
        }
        List<Role> bureau = List.of(Role.CL, Role.CK, Role.CA);
        add(bureau, new AuthorityMatrixSet(List.of(AuthorityMatrixSet.Row.of("DisburseBatch", Role.CL, Role.CK, Role.CA))));
        for (int source = 0; source < SOURCES; source++) {
            add(bureau, Chenghu.source("S" + source, Level.COUNTY));
        }
        for (int institution = 0; institution < INSTITUTIONS; institution++) {
            add(bureau, Chenghu.institution("H" + institution, "12330521471100016Q", "乡镇卫生院" + institution, Chenghu.COUNTY));
            add(bureau, Chenghu.account("H" + institution + "-main", "H" + institution));
        }
        for (int year = 0; year < 2; year++) {
            for (int source = 0; source < SOURCES; source++) {
                money(bureau, Purse.of(Chenghu.COUNTY, 2018 + year, new FundSourceCode("S" + source)));
            }
            for (int number = 0; number < ALLOTMENTS_A_YEAR; number++) {
                allot(bureau, allotment(year, number));
            }
        }
    }

    private void money(List<Role> hands, Purse purse) {
        Money amount = Money.yuan("9000000000.00");
        add(hands, new BudgetApproved(purse.division(), purse.budgetYear(), Chenghu.BPH, CompensationChannel.BASIC_SERVICE_PURCHASE,
                List.of(new BudgetApproved.SourceAmount(purse.fundSource(), amount)),
                Lines.of(debit(AUTHORITY, purse, amount), credit(UNALLOTTED, purse, amount))));
        add(hands, new FundReceived(purse.division(), purse.budgetYear(), purse.fundSource(), Chenghu.TREASURY,
                "IN-" + purse.budgetYear() + purse.fundSource(), amount,
                Lines.of(debit(TREASURY_CASH, purse.in(Chenghu.TREASURY), amount), credit(INFLOW, purse, amount))));
    }

    private void allot(List<Role> hands, Purse purse) {
        Money amount = Money.yuan("90000000.00");
        add(hands, new BudgetAllotted(purse.allotment(), purse.institution(), purse.division(), purse.fundSource(), purse.programme(),
                purse.budgetYear(), new BudgetAllotted.Classification("2100408", "50502", null), amount,
                Lines.of(debit(UNALLOTTED, Purse.of(purse.division(), purse.budgetYear(), purse.fundSource()), amount),
                        credit(ALLOTTED, purse, amount))));
    }

    private void batch(int number) {
        var id = new BatchId("P" + number);
        List<Row> rows = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        Money sum = Money.ZERO;
        for (int row = 1; row <= ROWS; row++) {
            Purse purse = purse(number, row);
            Money amount = amount(number, row);
            sum = sum.plus(amount);
            rows.add(new Row(row, payment(number, row), PaymentKind.ADVANCE, purse.institution(), account(purse), purse.allotment(),
                    amount, purpose(number), "1", null));
            lines.add(debit(ALLOTTED, purse, amount));
            lines.add(credit(RESERVED, purse, amount));
        }
        List<Role> hands = List.of(Role.CL, Role.CK, Role.CA);
        add(hands, new DisbursementBatchApprovedRows(id, 1, rows, new Lines(lines)));
        add(hands, new DisbursementBatchApproved(id, Chenghu.COUNTY, Chenghu.TREASURY, 1, ROWS, sum, "cd".repeat(32), null));
        for (int row = 1; row <= ROWS; row++) {
            Purse purse = purse(number, row);
            Money amount = amount(number, row);
            add(List.of(Role.CS), new AdvancePaid(payment(number, row), id, row, purse.institution(), purse.institution(), account(purse),
                    purse.allotment(), Chenghu.TREASURY, amount, purpose(number), "1",
                    Lines.of(debit(ADVANCES, purse.under(null), amount),
                            credit(TREASURY_CASH, Purse.of(purse.division(), purse.budgetYear(), purse.fundSource()).in(Chenghu.TREASURY), amount),
                            debit(RESERVED, purse, amount), credit(EXPENDED, purse, amount))));
        }
    }

    private void add(List<Role> hands, Fact fact) {
        LocalDate day = FIRST.plusDays(Math.min(DAYS - 1, (made + ready.size()) * DAYS / total));
        ready.add(new Dated(day, day, hands, fact));
    }

    /** What a row is paid from, told by its number alone, so that a correction finds it again. */
    private Purse purse(int batch, int row) {
        if (hot) {
            return allotment(0, 7);
        }
        int drawn = Math.floorMod((batch * 31 + row) * 0x9E3779B1 >>> 7, ALLOTMENTS_A_YEAR);
        return allotment((batch * 38L > total / 2) ? 1 : 0, drawn);
    }

    private static Purse allotment(int year, int number) {
        return Purse.of(Chenghu.COUNTY, 2018 + year, new FundSourceCode("S" + number / INSTITUTIONS % SOURCES))
                .of(new InstitutionId("H" + number % INSTITUTIONS), PROGRAMMES[number % 2])
                .under(new AllotmentId(allotmentOf(year, number)));
    }

    private static PaymentId payment(int batch, int row) {
        return new PaymentId("P" + batch + "." + row);
    }

    private static PayeeAccountId account(Purse purse) {
        return new PayeeAccountId(purse.institution() + "-main");
    }

    private static Money amount(int batch, int row) {
        return Money.ofFen(10_000 + Math.floorMod(batch * 7919L + row * 104_729L, 5_000_000));
    }

    private static String purpose(int batch) {
        return "基本公共卫生服务补助资金预拨（第" + batch + "批）";
    }

    static String person(Role role) {
        return "p-" + role.name().toLowerCase(java.util.Locale.ROOT);
    }
}
