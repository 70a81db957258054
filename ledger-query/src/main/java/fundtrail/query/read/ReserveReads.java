package fundtrail.query.read;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fundtrail.contract.Account;
import fundtrail.contract.Entry;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.fact.EntryReversed;
import fundtrail.contract.fact.ReserveInterestReceived;
import fundtrail.contract.fact.RiskReserveContributed;
import fundtrail.contract.fact.RiskReserveDrawReturned;
import fundtrail.contract.fact.RiskReserveDrawn;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.DrawId;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.query.asof.AsOf;
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
import java.util.List;
import javax.sql.DataSource;

/** The risk reserve: its statement, its draws, and the rates of directed tasks. */
public final class ReserveReads {
    private final Questions questions;
    private final EntityReads entities;
    private final DataSource source;
    private final LedgerFold fold;
    private final Signatures signatures;

    /** What moved the reserve. */
    enum Movement {
        CONTRIBUTION,
        REPLENISHMENT,
        INTEREST,
        DRAW,
        DRAW_RETURNED,
        /** A contribution taken back. */
        REVERSAL,
        /** Money recovered of what it had paid, and what was there when the books began. */
        OTHER
    }

    /**
     * One movement.
     *
     * @param institution who contributed, or for whom was drawn; absent where the government contributed, and of interest
     * @param fundSource  out of which the government contributed; absent unless it did
     * @param draw        drawn, returned or made good; absent otherwise
     * @param document    the number (文号) of the document it rests on; absent where it rests on none
     * @param amount      what came in; negative: what went out
     * @param balance     of the division's reserve after it
     */
    record ReserveLine(
            long position,
            LocalDate effectiveDate,
            Instant recordedAt,
            Movement movement,
            DivisionCode division,
            int budgetYear,
            @MayBeAbsent InstitutionId institution,
            @MayBeAbsent FundSourceCode fundSource,
            @MayBeAbsent DrawId draw,
            @MayBeAbsent String document,
            Money amount,
            Money balance,
            List<Hand> signatures) {}

    /**
     * What a division's reserve came to: contributions + interest − draws + returned + other = balance = cash.
     *
     * @param contributions less those taken back
     * @param draws         whole, before anything went back
     * @param cash          in the reserve's bank accounts
     */
    record ReserveTotals(
            DivisionCode division, Money contributions, Money interest, Money draws, Money returned, Money other, Money balance, Money cash) {}

    /**
     * The reserve's statement, in the order in which its movements count.
     *
     * @param totals of each division the reader sees, at the end of the last day
     */
    record ReserveStatement(
            @JsonUnwrapped AsOf asOf,
            @MayBeAbsent LocalDate from,
            LocalDate to,
            List<ReserveTotals> totals,
            List<ReserveLine> items,
            @MayBeAbsent String next) {}

    private record Row(int lineNo, DivisionCode division, int budgetYear, Money amount, Money balance, Entry entry) {}

    public ReserveReads(Questions questions, EntityReads entities, DataSource source, LedgerFold fold, Signatures signatures) {
        this.questions = questions;
        this.entities = entities;
        this.source = source;
        this.fold = fold;
        this.signatures = signatures;
    }

    public Answer statement(Ask ask) throws InterruptedException {
        AsOf asOf = questions.asOf(ask);
        Period period = Period.of(ask, asOf);
        Sql movements = lines(ask, asOf, period.to()).and("and account = ?", Account.RISK_RESERVE.name());
        List<Row> found = RunningBalance.lines(questions, ask, "-amount", "division", movements, period.from()).list(source, this::row);
        List<Row> page = questions.page(ask, found);
        var hands = signatures.under(page.stream().map(Row::entry).toList(), asOf, ask.reader().scope());
        return Answer.json(new ReserveStatement(asOf, period.from(), period.to(), totals(ask, asOf, period.to()),
                page.stream().map(row -> line(row, hands)).toList(),
                questions.next(ask, asOf, found, row ->
                        new Place(row.entry().envelope().effectiveDate(), row.entry().position(), row.lineNo()).key())));
    }

    private List<ReserveTotals> totals(Ask ask, AsOf asOf, LocalDate to) {
        return Sql.of("""
                        select division,
                            sum(-amount) filter (where reserve and type in ('RiskReserveContributed', 'EntryReversed')) as contributions,
                            sum(-amount) filter (where reserve and type = 'ReserveInterestReceived') as interest,
                            sum(amount) filter (where reserve and type = 'RiskReserveDrawn') as draws,
                            sum(-amount) filter (where reserve and type = 'RiskReserveDrawReturned') as returned,
                            sum(-amount) filter (where reserve) as balance,
                            sum(amount) filter (where not reserve) as cash
                        from (select line.division, line.amount, line.account = 'RISK_RESERVE' as reserve, type
                            from (select * from line where""")
                .and(lines(ask, asOf, to))
                .and("and account in ('RISK_RESERVE', 'RESERVE_CASH')) line join fact using (position)) moved")
                .and("group by division order by division")
                .list(source, ReserveReads::totals);
    }

    private static ReserveTotals totals(ResultSet row) throws SQLException {
        Money contributions = LineSums.money(row, "contributions");
        Money interest = LineSums.money(row, "interest");
        Money draws = LineSums.money(row, "draws");
        Money returned = LineSums.money(row, "returned");
        Money balance = LineSums.money(row, "balance");
        Money known = contributions.plus(interest).minus(draws).plus(returned);
        return new ReserveTotals(new DivisionCode(row.getString("division")), contributions, interest, draws, returned,
                balance.minus(known), balance, LineSums.money(row, "cash"));
    }

    private static Sql lines(Ask ask, AsOf asOf, LocalDate to) {
        return Visible.lines(asOf, ask.reader().scope())
                .and("and effective_date <= ?", to)
                .andIf(BalanceReads.text(ask, Params.DIVISION), "and division = ?");
    }

    private Row row(ResultSet row) throws SQLException {
        return new Row(row.getInt("line_no"), new DivisionCode(row.getString("division")), row.getInt("budget_year"),
                Money.ofFen(-row.getBigDecimal("amount").longValueExact()), LineSums.money(row, "balance"), fold.decode(row.getBytes("entry")));
    }

    private static ReserveLine line(Row row, Hands hands) {
        Entry entry = row.entry();
        Movement movement = Movement.OTHER;
        InstitutionId institution = null;
        FundSourceCode fundSource = null;
        DrawId draw = null;
        switch (entry.fact()) {
            case RiskReserveContributed fact -> {
                movement = fact.replenishes() == null ? Movement.CONTRIBUTION : Movement.REPLENISHMENT;
                institution = fact.institution();
                fundSource = fact.fundSource();
                draw = fact.replenishes();
            }
            case ReserveInterestReceived fact -> movement = Movement.INTEREST;
            case RiskReserveDrawn fact -> {
                movement = Movement.DRAW;
                institution = fact.institution();
                draw = fact.draw();
            }
            case RiskReserveDrawReturned fact -> {
                movement = Movement.DRAW_RETURNED;
                institution = fact.institution();
                draw = fact.draw();
            }
            case EntryReversed fact -> movement = Movement.REVERSAL;
            default -> { }
        }
        return new ReserveLine(entry.position(), entry.envelope().effectiveDate(), entry.recordedAt(), movement, row.division(),
                row.budgetYear(), institution, fundSource, draw, hands.document(entry), row.amount(), row.balance(), hands.under(entry));
    }

    public Answer draws(Ask ask) throws InterruptedException {
        var division = ask.given(Params.DIVISION);
        var institution = ask.given(Params.INSTITUTION);
        return entities.list(ask, Kind.RESERVE_DRAW, Entities.Wanted.ALL, draw -> division.map(draw.division()::equals).orElse(true)
                && institution.map(draw.institution()::equals).orElse(true));
    }

    public Answer taskRates(Ask ask) throws InterruptedException {
        var division = ask.given(Params.DIVISION);
        return entities.list(ask, Kind.TASK_RATE, Entities.Wanted.ALL, rate -> division.map(rate.division()::equals).orElse(true));
    }
}
