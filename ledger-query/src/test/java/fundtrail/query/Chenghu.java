package fundtrail.query;

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
import fundtrail.contract.Digest;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.Fact;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.AdvancePaid;
import fundtrail.contract.fact.BudgetAllotted;
import fundtrail.contract.fact.BudgetAllotted.Classification;
import fundtrail.contract.fact.BudgetApproved;
import fundtrail.contract.fact.BudgetApproved.SourceAmount;
import fundtrail.contract.fact.BudgetReallocated;
import fundtrail.contract.fact.DisbursementBatchApproved;
import fundtrail.contract.fact.DisbursementBatchApprovedRows;
import fundtrail.contract.fact.DisbursementBatchApprovedRows.PaymentKind;
import fundtrail.contract.fact.DisbursementBatchApprovedRows.Row;
import fundtrail.contract.fact.FundReceived;
import fundtrail.contract.fact.FundSourceRegistered;
import fundtrail.contract.fact.FundSourceRegistered.Level;
import fundtrail.contract.fact.FundSourceRegistered.RestitutionTarget;
import fundtrail.contract.fact.InstitutionRegistered;
import fundtrail.contract.fact.InstitutionRegistered.InstitutionType;
import fundtrail.contract.fact.InstitutionRegistered.Ownership;
import fundtrail.contract.fact.PayeeAccountRegistered;
import fundtrail.contract.fact.PaymentConfirmed;
import fundtrail.contract.fact.PaymentReturned;
import fundtrail.contract.fact.ReservationReleased;
import fundtrail.contract.fact.TransferNotified;
import fundtrail.contract.fact.TransferReceived;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.BatchId;
import fundtrail.contract.id.CreditCode;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.HoldId;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PayeeAccountId;
import fundtrail.contract.id.PaymentId;
import fundtrail.contract.id.ProgrammeCode;
import fundtrail.contract.id.TrancheId;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** Facts of a made-up county, with the lines its posting rules give them. */
public final class Chenghu {
    public static final DivisionCode COUNTY = new DivisionCode("330521");
    public static final DivisionCode NEIGHBOUR = new DivisionCode("330522");
    public static final ProgrammeCode BPH = new ProgrammeCode("BPH");
    public static final BankAccountId TREASURY = new BankAccountId("CT");
    public static final int YEAR = 2018;
    public static final byte[] PAPER = "%PDF-1.7\n%made up\n".getBytes(StandardCharsets.UTF_8);
    public static final DocumentRef DOCUMENT =
            new DocumentRef("预算批复", "澄湖县财政局（虚构）", "澄财预〔2018〕1号", LocalDate.of(2018, 1, 14), Digest.sha256(PAPER));

    private Chenghu() {}

    public static Money yuan(String yuan) {
        return Money.yuan(yuan);
    }

    public static InstitutionRegistered institution(String id, String creditCode, String name, DivisionCode division) {
        return new InstitutionRegistered(new InstitutionId(id), new CreditCode(creditCode), name,
                InstitutionType.TOWNSHIP_HEALTH_CENTRE, Ownership.PUBLIC, division);
    }

    public static FundSourceRegistered source(String code, Level level) {
        return new FundSourceRegistered(new FundSourceCode(code), "资金" + code, "Source " + code, level, "111", null,
                level == Level.CENTRAL, RestitutionTarget.ALLOTMENT, RestitutionTarget.UPPER_LEVEL, null);
    }

    public static PayeeAccountRegistered account(String id, String institution) {
        return new PayeeAccountRegistered(new PayeeAccountId(id), new InstitutionId(institution), "户名" + id, "99000000" + id, "虚构银行");
    }

    public static BudgetApproved approved(DivisionCode division, String source, String amount) {
        Purse purse = Purse.of(division, YEAR, new FundSourceCode(source));
        return new BudgetApproved(division, YEAR, BPH, CompensationChannel.BASIC_SERVICE_PURCHASE, List.of(new SourceAmount(purse.fundSource(), yuan(amount))),
                Lines.of(debit(AUTHORITY, purse, yuan(amount)), credit(UNALLOTTED, purse, yuan(amount))));
    }

    public static FundReceived received(DivisionCode division, String source, String bankRef, String amount) {
        Purse purse = Purse.of(division, YEAR, new FundSourceCode(source));
        return new FundReceived(division, YEAR, purse.fundSource(), TREASURY, bankRef, yuan(amount),
                Lines.of(debit(TREASURY_CASH, purse.in(TREASURY), yuan(amount)), credit(INFLOW, purse, yuan(amount))));
    }

    /** A tranche is named {@code source-year-1}. */
    public static TransferNotified notified(DivisionCode division, String source, String amount) {
        Purse purse = Purse.of(division, YEAR, new FundSourceCode(source));
        return new TransferNotified(tranche(source), division, YEAR, Level.PROVINCIAL, purse.fundSource(), BPH,
                CompensationChannel.BASIC_SERVICE_PURCHASE, yuan(amount), false,
                Lines.of(debit(AUTHORITY, purse, yuan(amount)), credit(UNALLOTTED, purse, yuan(amount))));
    }

    /** Due thirty days later. */
    public static TransferReceived transferred(DivisionCode division, String source, String arrivedOn, String bankRef, String amount) {
        Purse purse = Purse.of(division, YEAR, new FundSourceCode(source));
        LocalDate arrived = LocalDate.parse(arrivedOn);
        return new TransferReceived(tranche(source), division, TREASURY, arrived, arrived.plusDays(30), bankRef, yuan(amount),
                Lines.of(debit(TREASURY_CASH, purse.in(TREASURY), yuan(amount)), credit(INFLOW, purse, yuan(amount)).of(tranche(source))));
    }

    public static TrancheId tranche(String source) {
        return new TrancheId(source + "-" + YEAR + "-1");
    }

    /** From one allotment of a source to another, or back. */
    public static BudgetReallocated reallocated(DivisionCode division, String source, String from, String to, String amount) {
        Purse taken = purse(division, source, from);
        Purse given = to == null ? null : purse(division, source, to);
        return new BudgetReallocated(taken.allotment(), to == null ? null : given.allotment(), yuan(amount), Lines.of(
                debit(ALLOTTED, taken, yuan(amount)),
                to == null ? credit(UNALLOTTED, Purse.of(division, YEAR, taken.fundSource()), yuan(amount)) : credit(ALLOTTED, given, yuan(amount))));
    }

    /** An allotment is named {@code source-institution}. */
    public static BudgetAllotted allotted(DivisionCode division, String source, String institution, String amount) {
        Purse purse = Purse.of(division, YEAR, new FundSourceCode(source));
        Purse allotment = purse(division, source, institution);
        return new BudgetAllotted(allotment.allotment(), allotment.institution(), division, allotment.fundSource(), BPH, YEAR,
                new Classification("2100408", "50502", null), yuan(amount),
                Lines.of(debit(UNALLOTTED, purse, yuan(amount)), credit(ALLOTTED, allotment, yuan(amount))));
    }

    /** A row pays {@code amount} to an institution's account from its allotment of a source. */
    public record Paying(int row, String source, String institution, String account, String amount) {}

    /** The rows in one part and the batch that closes them. */
    public static Fact[] batch(DivisionCode division, String batch, Paying... rows) {
        var lines = Arrays.stream(rows)
                .flatMap(row -> {
                    Purse purse = purse(division, row.source(), row.institution());
                    return List.of(debit(ALLOTTED, purse, yuan(row.amount())), credit(RESERVED, purse, yuan(row.amount()))).stream();
                })
                .toList();
        var list = Arrays.stream(rows)
                .map(row -> new Row(row.row(), payment(batch, row), PaymentKind.ADVANCE, new InstitutionId(row.institution()),
                        new PayeeAccountId(row.account()), allotment(row), yuan(row.amount()), "基本公共卫生服务预拨", "1", null))
                .toList();
        Money total = Money.sum(Arrays.stream(rows).map(row -> yuan(row.amount())).toList());
        return new Fact[] {
            new DisbursementBatchApprovedRows(new BatchId(batch), 1, list, new Lines(lines)),
            new DisbursementBatchApproved(new BatchId(batch), division, TREASURY, 1, rows.length, total, "cd".repeat(32), null)
        };
    }

    public static AdvancePaid paid(DivisionCode division, String batch, String payee, Paying row) {
        Purse purse = purse(division, row.source(), row.institution());
        Money amount = yuan(row.amount());
        return new AdvancePaid(payment(batch, row), new BatchId(batch), row.row(), purse.institution(), new InstitutionId(payee),
                new PayeeAccountId(row.account()), purse.allotment(), TREASURY, amount, "基本公共卫生服务预拨", "1",
                Lines.of(debit(ADVANCES, purse.under(null), amount),
                        credit(TREASURY_CASH, Purse.of(division, YEAR, purse.fundSource()).in(TREASURY), amount),
                        debit(RESERVED, purse, amount), credit(EXPENDED, purse, amount)));
    }

    public static ReservationReleased released(DivisionCode division, String batch, Paying row) {
        Purse purse = purse(division, row.source(), row.institution());
        Money amount = yuan(row.amount());
        return new ReservationReleased(new BatchId(batch), row.row(), payment(batch, row), purse.institution(), purse.allotment(), amount,
                ReservationReleased.Reason.REFUSED, "HOLD_ACTIVE", new HoldId("hold-1"), null,
                Lines.of(debit(RESERVED, purse, amount), credit(ALLOTTED, purse, amount)));
    }

    public static PaymentConfirmed confirmed(String batch, String bankRef, Paying row) {
        return new PaymentConfirmed(payment(batch, row), new InstitutionId(row.institution()), yuan(row.amount()), bankRef);
    }

    public static PaymentReturned returned(DivisionCode division, String batch, String bankRef, String came, Paying row) {
        Purse purse = purse(division, row.source(), row.institution());
        Money amount = yuan(came);
        return new PaymentReturned(payment(batch, row), purse.institution(), purse.allotment(), amount, bankRef, "账号户名不符",
                Lines.of(debit(TREASURY_CASH, Purse.of(division, YEAR, purse.fundSource()).in(TREASURY), amount),
                        credit(ADVANCES, purse.under(null), amount), debit(EXPENDED, purse, amount), credit(ALLOTTED, purse, amount)));
    }

    public static PaymentId payment(String batch, Paying row) {
        return new PaymentId(batch + "." + row.row());
    }

    private static AllotmentId allotment(Paying row) {
        return new AllotmentId(row.source() + "-" + row.institution());
    }

    private static Purse purse(DivisionCode division, String source, String institution) {
        return Purse.of(division, YEAR, new FundSourceCode(source))
                .of(new InstitutionId(institution), BPH)
                .under(new AllotmentId(source + "-" + institution));
    }
}
