package fundtrail.query.read;

import fundtrail.contract.Account;
import fundtrail.contract.Money;
import fundtrail.query.asof.AsOf;
import fundtrail.query.store.Sql;
import fundtrail.query.store.Sums;
import fundtrail.query.store.Sums.Cover;
import fundtrail.query.store.Sums.Span;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Adds up lines. Every sum is over what was known at a position and counts by a day, and over what its reader may see; made
 * of the sums of whole blocks of positions, and of the lines after the last of them.
 */
public final class LineSums {
    /** What a general key tells too; by any other dimension, lines' own keys are needed. */
    private static final Set<Dimension> GENERAL = EnumSet.of(
            Dimension.division, Dimension.book, Dimension.account, Dimension.budgetYear, Dimension.fundSource);

    /**
     * The keys to add up.
     *
     * @param general  general keys alone, else lines' own
     * @param matching a condition on the key's dimensions, the reader's scope among them
     */
    record Keys(boolean general, Sql matching) {}

    private final DataSource source;
    private final Sums sums;

    public LineSums(DataSource source) {
        this(source, new Sums(source));
    }

    LineSums(DataSource source, Sums sums) {
        this.source = source;
        this.sums = sums;
    }

    DataSource source() {
        return source;
    }

    /** Whether general keys tell everything that is asked for. */
    static boolean isGeneral(Collection<Dimension> dimensions) {
        return GENERAL.containsAll(dimensions);
    }

    /** Turnover and balance by dimensions, in their order. */
    List<Balance> by(List<Dimension> dimensions, AsOf asOf, Keys keys, long offset, int most) {
        String columns = dimensions.stream().map(Dimension::column).collect(Collectors.joining(", "));
        return Sql.of("select " + columns + ", sum(debit) as debit, sum(credit) as credit from (")
                .and(turnover(asOf, keys))
                .and(") turnover group by " + columns + " order by " + columns + " offset ? limit ?", offset, most)
                .list(source, row -> Balance.of(row, dimensions));
    }

    /** What became of the authority of each allotment. */
    Map<String, Authority> ofAllotments(Collection<?> allotments, AsOf asOf) {
        Map<String, Map<Account, Money>> found = new HashMap<>();
        Sql.of("select allotment, account, sum(debit - credit) as amount from (")
                .and(turnover(asOf, new Keys(false, Sql.of("allotment = any(?) and book = 'BUDGET'", allotments))))
                .and(") turnover group by allotment, account")
                .each(source, row -> found.computeIfAbsent(row.getString("allotment"), _ -> new EnumMap<>(Account.class))
                        .put(Account.valueOf(row.getString("account")), money(row, "amount")));
        return found.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, sum -> Authority.of(sum.getValue())));
    }

    /**
     * Rows of keys' dimensions with {@code debit} and {@code credit}, that come to the turnover: at most one for each key
     * and block, and one for each line after the last block. Where there is no line there is no row.
     */
    Sql turnover(AsOf asOf, Keys keys) {
        Cover cover = sums.cover(keys.general(), asOf.knownPosition());
        String key = keys.general() ? "general_key" : "line_key";
        String table = keys.general() ? "general_sum" : "line_sum";
        Sql sql = Sql.of("with wanted as materialized (select * from " + key + " where").and(keys.matching()).and(")");
        for (Span span : cover.spans()) {
            // "offset 0" keeps the planner to what is meant: a few rows by the index for each key.
            sql.and("""
                    select wanted.*, debit, credit from wanted cross join lateral (
                        select debits[width_bucket(?, days)] as debit, credits[width_bucket(?, days)] as credit from %s
                        where key = wanted.id and level = ? and block >= ? and block < ? and from_day <= ? and until_day > ?
                        offset 0) summed
                    union all""".formatted(table),
                    asOf.effective(), asOf.effective(), span.level(), span.first(), span.past(), asOf.effective(), asOf.effective());
        }
        return sql.and("""
                select wanted.*, case side when 'D' then amount else 0 end as debit,
                       case side when 'C' then -amount else 0 end as credit
                from posted_line %s
                where position >= ? and position <= ? and effective_date <= ?"""
                .formatted(keys.general()
                        ? "join line_key on line_key.id = posted_line.key join wanted on wanted.id = line_key.general_key"
                        : "join wanted on wanted.id = posted_line.key"),
                cover.lines(), asOf.knownPosition(), asOf.effective());
    }

    /** A sum of fen; none is 0.00. */
    static Money money(ResultSet row, String column) throws SQLException {
        var sum = row.getBigDecimal(column);
        return sum == null ? Money.ZERO : Money.ofFen(sum.longValueExact());
    }
}
