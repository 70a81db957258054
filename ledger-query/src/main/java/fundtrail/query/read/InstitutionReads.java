package fundtrail.query.read;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fundtrail.contract.Account;
import fundtrail.contract.Book;
import fundtrail.contract.Entry;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.Side;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ProgrammeCode;
import fundtrail.query.asof.AsOf;
import fundtrail.query.entity.Institution;
import fundtrail.query.entity.Kind;
import fundtrail.query.fold.LedgerFold;
import fundtrail.query.http.Answer;
import fundtrail.query.http.Ask;
import fundtrail.query.read.Hands.Hand;
import fundtrail.query.read.RunningBalance.Period;
import fundtrail.query.read.RunningBalance.Place;
import fundtrail.query.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;

/** Institutions and their statements. */
public final class InstitutionReads {
    /** Without a choice of accounts: every account of the FUND book. */
    private static final List<Account> FUND = Arrays.stream(Account.values()).filter(account -> account.book() == Book.FUND).toList();

    private final Questions questions;
    private final EntityReads entities;
    private final DataSource source;
    private final LedgerFold fold;
    private final Signatures signatures;

    /** What stands on an account, of one source, on a day; debits positive. */
    record Standing(Account account, FundSourceCode fundSource, Money balance) {}

    /**
     * One line of a statement.
     *
     * @param document   the number (文号) of the document its fact rests on, or, for a payment, its allotment
     * @param amount     negative only in a red entry
     * @param balance    of this account and source after this line, debits positive
     * @param signatures the hands under its fact: maker, checker, approver; of a payment, the cashier
     * @param approval   of a payment, its maker, checker and approver
     */
    record StatementLine(
            long position,
            int lineNo,
            LocalDate effectiveDate,
            Instant recordedAt,
            String type,
            @MayBeAbsent String document,
            Account account,
            FundSourceCode fundSource,
            int budgetYear,
            @MayBeAbsent ProgrammeCode programme,
            @MayBeAbsent AllotmentId allotment,
            Side side,
            Money amount,
            Money balance,
            List<Hand> signatures,
            @MayBeAbsent List<Hand> approval) {}

    /**
     * An institution's statement: its lines in the order in which they count.
     *
     * @param from    the first day; absent: from the beginning
     * @param to      the last day, never after the effective date
     * @param opening what stood before the first day
     * @param closing what stood at the end of the last day
     */
    record Statement(
            @JsonUnwrapped AsOf asOf,
            Institution institution,
            @MayBeAbsent LocalDate from,
            LocalDate to,
            List<Standing> opening,
            List<Standing> closing,
            List<StatementLine> items,
            @MayBeAbsent String next) {}

    private record Row(LocalDate effectiveDate, long position, int lineNo, Account account, FundSourceCode fundSource, int budgetYear,
            ProgrammeCode programme, AllotmentId allotment, Side side, Money amount, Money balance, Entry entry) {}

    public InstitutionReads(Questions questions, EntityReads entities, DataSource source, LedgerFold fold, Signatures signatures) {
        this.questions = questions;
        this.entities = entities;
        this.source = source;
        this.fold = fold;
        this.signatures = signatures;
    }

    public Answer statement(Ask ask) throws InterruptedException {
        AsOf asOf = questions.asOf(ask);
        InstitutionId id = ask.path("institution", InstitutionId::new);
        Institution institution = entities.found(ask, asOf, Kind.INSTITUTION, id.value()).body().on(asOf.effective());
        Period period = Period.of(ask, asOf);
        List<Row> found = RunningBalance.lines(questions, ask, "amount", "account, fund_source", lines(ask, asOf, id, period.to()), period.from())
                .list(source, this::row);
        List<Row> page = questions.page(ask, found);
        var hands = signatures.under(page.stream().map(Row::entry).toList(), asOf, ask.reader().scope());
        return Answer.json(new Statement(asOf, institution, period.from(), period.to(),
                period.from() == null ? List.of() : standing(ask, asOf, id, period.from().minusDays(1)),
                standing(ask, asOf, id, period.to()),
                page.stream().map(row -> line(row, hands)).toList(),
                questions.next(ask, asOf, found, row -> new Place(row.effectiveDate(), row.position(), row.lineNo()).key())));
    }

    private List<Standing> standing(Ask ask, AsOf asOf, InstitutionId institution, LocalDate day) {
        return Sql.of("select account, fund_source, sum(amount) as balance from line where")
                .and(lines(ask, asOf, institution, day))
                .and("group by account, fund_source order by account, fund_source")
                .list(source, row -> new Standing(Account.valueOf(row.getString("account")),
                        new FundSourceCode(row.getString("fund_source")), LineSums.money(row, "balance")));
    }

    private static Sql lines(Ask ask, AsOf asOf, InstitutionId institution, LocalDate to) {
        return Visible.lines(asOf, ask.reader().scope())
                .and("and institution = ? and effective_date <= ?", institution.value(), to)
                .and("and account = any(?)", BalanceReads.names(ask.given(Params.ACCOUNT).orElse(FUND)))
                .andIf(BalanceReads.text(ask, Params.FUND_SOURCE), "and fund_source = ?")
                .andIf(BalanceReads.text(ask, Params.PROGRAMME), "and programme = ?")
                .andIf(ask.given(Params.BUDGET_YEAR), "and budget_year = ?");
    }

    private Row row(ResultSet row) throws SQLException {
        Side side = Side.valueOf(row.getString("side"));
        String programme = row.getString("programme");
        String allotment = row.getString("allotment");
        return new Row(row.getObject("effective_date", LocalDate.class), row.getLong("position"), row.getInt("line_no"),
                Account.valueOf(row.getString("account")), new FundSourceCode(row.getString("fund_source")), row.getInt("budget_year"),
                programme == null ? null : new ProgrammeCode(programme), allotment == null ? null : new AllotmentId(allotment),
                side, side.signed(Money.ofFen(row.getLong("amount"))), LineSums.money(row, "balance"), fold.decode(row.getBytes("entry")));
    }

    private static StatementLine line(Row row, Hands hands) {
        var envelope = row.entry().envelope();
        return new StatementLine(row.position(), row.lineNo(), row.effectiveDate(), row.entry().recordedAt(), envelope.type(),
                hands.document(row.entry()), row.account(), row.fundSource(), row.budgetYear(),
                row.programme(), row.allotment(), row.side(), row.amount(), row.balance(), hands.under(row.entry()),
                hands.approving(row.entry()));
    }
}
