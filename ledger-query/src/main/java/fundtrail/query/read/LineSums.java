package fundtrail.query.read;

import fundtrail.contract.Account;
import fundtrail.contract.Money;
import fundtrail.query.asof.AsOf;
import fundtrail.query.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Adds up lines. Every sum is over what was known at a position and counts by a day, and over what its reader may see. */
public final class LineSums {
    private final DataSource source;

    public LineSums(DataSource source) {
        this.source = source;
    }

    /** Turnover and balance by dimensions, in their order. */
    List<Balance> by(List<Dimension> dimensions, Sql condition, long offset, int most) {
        String columns = dimensions.stream().map(Dimension::column).collect(Collectors.joining(", "));
        return Sql.of("select " + columns + """
                        , sum(amount) filter (where side = 'D') as debit, -sum(amount) filter (where side = 'C') as credit
                        from line where""")
                .and(condition)
                .and("group by " + columns + " order by " + columns + " offset ? limit ?", offset, most)
                .list(source, row -> Balance.of(row, dimensions));
    }

    /** What became of the authority of each allotment. */
    Map<String, Authority> ofAllotments(Collection<?> allotments, AsOf asOf) {
        Map<String, Map<Account, Money>> sums = new HashMap<>();
        Sql.of("""
                select allotment, account, sum(amount) as amount from line
                where allotment = any(?) and position <= ? and effective_date <= ? and book = 'BUDGET'
                group by allotment, account""", allotments, asOf.knownPosition(), asOf.effective())
                .each(source, row -> sums.computeIfAbsent(row.getString("allotment"), _ -> new EnumMap<>(Account.class))
                        .put(Account.valueOf(row.getString("account")), money(row, "amount")));
        return sums.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, sum -> Authority.of(sum.getValue())));
    }

    /** A sum of fen; none is 0.00. */
    static Money money(ResultSet row, String column) throws SQLException {
        var sum = row.getBigDecimal(column);
        return sum == null ? Money.ZERO : Money.ofFen(sum.longValueExact());
    }
}
