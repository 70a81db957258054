package fundtrail.query.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Sums of lines at both clocks, made block by block when a block of positions is whole: of what a key's lines in it come to
 * by each day. They are the fold of the lines and nothing else, so they may come late, and whoever makes them makes the
 * same.
 */
public final class Sums {
    /** Positions in a block of level 0; what is stored was summed by it. */
    private static final int SMALLEST = 512;
    private static final int FAN_OUT_BITS = 3;
    /** Days in a row: its arrays stay inside it, and looking one up reads no more than that. */
    private static final int DAYS = 100;

    private static final String NEXT = """
            select general, level, blocks from sums_made
            where (blocks + 1) * (?::bigint << (? * level)) <= (select position + 1 from follower)
              and (level = (select min(level) from sums_made lowest where lowest.general = sums_made.general)
                   or (blocks + 1) << ? <= (select below.blocks from sums_made below
                        where below.general = sums_made.general and below.level = sums_made.level - 1))
            order by level, general limit 1""";

    /** The lines of a block, and what they come to by key and day. */
    private static final String OF_LINES = """
            select %s as key, effective_date as day, sum(amount) filter (where side = 'D') as debit,
                   -sum(amount) filter (where side = 'C') as credit
            from %s where position >= ? and position < ? group by 1, 2""";

    /** The blocks a block is made of, their running sums undone. */
    private static final String OF_SUMS = """
            select key, day, sum(debit) as debit, sum(credit) as credit
            from (select key, day, debit - lag(debit, 1, 0::bigint) over earlier as debit,
                         credit - lag(credit, 1, 0::bigint) over earlier as credit
                  from %s, unnest(days, debits, credits) as cell(day, debit, credit)
                  where level = ? and block >= ? and block < ?
                  window earlier as (partition by key, block order by day)) cell
            group by key, day""";

    private static final String MAKE = """
            with cell as (%s),
            running as (
                select key, day, sum(debit) over until_then as debit, sum(credit) over until_then as credit,
                       (row_number() over until_then - 1) / %d as part
                from (select key, day, coalesce(debit, 0) as debit, coalesce(credit, 0) as credit from cell) cell
                window until_then as (partition by key order by day)),
            packed as (
                select key, min(day) as from_day, array_agg(day order by day) as days,
                       array_agg(debit::bigint order by day) as debits, array_agg(credit::bigint order by day) as credits
                from running group by key, part)
            insert into %s (key, level, block, from_day, until_day, days, debits, credits)
            select key, ?, ?, from_day, lead(from_day, 1, 'infinity'::date) over (partition by key order by from_day),
                   days, debits, credits
            from packed""";

    private final DataSource source;
    private final int smallest;

    /** The next block to be made. */
    private record Next(boolean general, int level, long block) {
        String table() {
            return general ? "general_sum" : "line_sum";
        }
    }

    /**
     * Whole blocks of a level, one after the other.
     *
     * @param past the first block that is not among them
     */
    public record Span(int level, long first, long past) {}

    /**
     * How to add up everything up to a position: by whole blocks, the largest first, and then line by line.
     *
     * @param lines the first position that no block holds
     */
    public record Cover(List<Span> spans, long lines) {}

    public Sums(DataSource source) {
        this(source, SMALLEST);
    }

    /** @param smallest positions in a block of level 0; the same for all who ever meet this store */
    public Sums(DataSource source, int smallest) {
        this.source = source;
        this.smallest = smallest;
    }

    /** The positions a block of a level has. */
    long size(int level) {
        return (long) smallest << (FAN_OUT_BITS * level);
    }

    /**
     * What is summed already of everything up to a position.
     *
     * @param general by general keys, else by lines' keys
     */
    public Cover cover(boolean general, long position) {
        List<Span> spans = new ArrayList<>();
        long from = 0;
        for (Next made : Sql.of("select level, blocks from sums_made where general = ? order by level desc", general)
                .list(source, row -> new Next(general, row.getInt("level"), row.getLong("blocks")))) {
            long size = size(made.level());
            long past = Math.min(made.block(), (position + 1) / size);
            if (past * size > from) {
                spans.add(new Span(made.level(), from / size, past));
                from = past * size;
            }
        }
        return new Cover(List.copyOf(spans), from);
    }

    /**
     * Makes the next block that is whole and not summed; answers whether there was one. Of two that try, one waits for the
     * other and finds it made.
     */
    public boolean makeNext() {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                boolean made = makeNext(connection);
                connection.commit();
                return made;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new StoreFailure(e);
        }
    }

    private boolean makeNext(Connection connection) throws SQLException {
        List<Next> whole = Sql.of(NEXT, smallest, FAN_OUT_BITS, FAN_OUT_BITS).list(connection, row ->
                new Next(row.getBoolean("general"), row.getInt("level"), row.getLong("blocks")));
        if (whole.isEmpty()) {
            return false;
        }
        Next next = whole.getFirst();
        Sql.of("set local synchronous_commit = off").update(connection);
        Sql.of("set local work_mem = '64MB'").update(connection);
        if (Sql.of("update sums_made set blocks = blocks + 1 where general = ? and level = ? and blocks = ?",
                next.general(), next.level(), next.block()).update(connection) == 1) {
            make(connection, next, lowest(connection, next.general()) == next.level());
        }
        return true;
    }

    private static int lowest(Connection connection, boolean general) throws SQLException {
        return Sql.of("select min(level) as level from sums_made where general = ?", general)
                .list(connection, row -> row.getInt("level")).getFirst();
    }

    private void make(Connection connection, Next next, boolean ofLines) throws SQLException {
        String cells = !ofLines ? OF_SUMS.formatted(next.table())
                : next.general() ? OF_LINES.formatted("general_key", "posted_line join line_key on line_key.id = posted_line.key")
                : OF_LINES.formatted("key", "posted_line");
        Sql sql = Sql.of(MAKE.formatted(cells, DAYS, next.table()));
        long size = size(next.level());
        if (ofLines) {
            sql.with(next.block() * size, (next.block() + 1) * size);
        } else {
            sql.with(next.level() - 1, next.block() << FAN_OUT_BITS, (next.block() + 1) << FAN_OUT_BITS);
        }
        sql.with(next.level(), next.block()).update(connection);
    }
}
