package fundtrail.query.read;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fundtrail.contract.Account;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ProgrammeCode;
import fundtrail.query.asof.AsOf;
import fundtrail.query.entity.FundSource;
import fundtrail.query.entity.Kind;
import fundtrail.query.http.Answer;
import fundtrail.query.http.Ask;
import fundtrail.query.read.LineSums.Keys;
import fundtrail.query.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Fund sources, and where their money went. */
public final class FundSourceReads {
    private final Questions questions;
    private final EntityReads entities;
    private final DataSource source;
    private final LineSums sums;

    private record Key(DivisionCode division, int budgetYear, InstitutionId institution, ProgrammeCode programme) {}

    /**
     * What became of a source's money with one institution and programme, or, where both are absent, with the division
     * itself.
     *
     * @param authority of the institution; of the division, what is not yet allotted stands in {@code balances}
     * @param balances  every account, debits positive
     */
    record Share(
            DivisionCode division,
            int budgetYear,
            @MayBeAbsent InstitutionId institution,
            @MayBeAbsent ProgrammeCode programme,
            Authority authority,
            Map<Account, Money> balances) {}

    /**
     * A source's money down to institution and programme.
     *
     * @param total of every share
     */
    record Breakdown(@JsonUnwrapped AsOf asOf, FundSource fundSource, Authority total, List<Share> items) {}

    public FundSourceReads(Questions questions, EntityReads entities, DataSource source, LineSums sums) {
        this.questions = questions;
        this.entities = entities;
        this.source = source;
        this.sums = sums;
    }

    public Answer breakdown(Ask ask) throws InterruptedException {
        AsOf asOf = questions.asOf(ask);
        String code = ask.path("fundSource", FundSourceCode::new).value();
        FundSource fundSource = entities.found(ask, asOf, Kind.FUND_SOURCE, code).body();
        Map<Key, Map<Account, Money>> shares = new LinkedHashMap<>();
        Map<Account, Money> total = new EnumMap<>(Account.class);
        Sql keys = Visible.books(ask.reader().scope())
                .and("and fund_source = ?", code)
                .andIf(ask.given(Params.BUDGET_YEAR), "and budget_year = ?")
                .andIf(BalanceReads.text(ask, Params.DIVISION), "and division = ?");
        Sql.of("select division, budget_year, institution, programme, account, sum(debit - credit) as amount from (")
                .and(sums.turnover(asOf, new Keys(false, keys)))
                .and("""
                        ) turnover
                        group by division, budget_year, institution, programme, account
                        order by division, budget_year, institution nulls first, programme nulls first, account""")
                .each(source, row -> {
                    Account account = Account.valueOf(row.getString("account"));
                    Money amount = LineSums.money(row, "amount");
                    total.merge(account, amount, Money::plus);
                    shares.computeIfAbsent(key(row), _ -> new EnumMap<>(Account.class)).put(account, amount);
                });
        return Answer.json(new Breakdown(asOf, fundSource, Authority.of(total), shares.entrySet().stream()
                .map(share -> new Share(share.getKey().division(), share.getKey().budgetYear(), share.getKey().institution(),
                        share.getKey().programme(), Authority.of(share.getValue()), share.getValue()))
                .toList()));
    }

    private static Key key(ResultSet row) throws SQLException {
        String institution = row.getString("institution");
        String programme = row.getString("programme");
        return new Key(new DivisionCode(row.getString("division")), row.getInt("budget_year"),
                institution == null ? null : new InstitutionId(institution), programme == null ? null : new ProgrammeCode(programme));
    }
}
