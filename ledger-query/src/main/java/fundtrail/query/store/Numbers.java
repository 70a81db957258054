package fundtrail.query.store;

import fundtrail.contract.Line;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The numbers of what occurs over and over: audiences, and what lines are about. Given in the order of first occurrence in
 * the feed, so a rebuild gives the same. Kept in memory by whoever writes, as there are few; right as long as the mark is
 * where its writer left it, so they are dropped with each write that fails.
 */
final class Numbers {
    private Map<List<String>, Integer> audiences;
    private Map<List<Object>, Integer> general;
    private Map<List<Object>, Integer> lines;
    private CopyRows newAudiences;
    private CopyRows newGeneral;
    private CopyRows newLines;

    /** Before the first number of a transaction that has moved the mark. */
    void begin(Connection connection) throws SQLException {
        newAudiences = new CopyRows();
        newGeneral = new CopyRows();
        newLines = new CopyRows();
        if (audiences != null) {
            return;
        }
        var audiencesThere = new HashMap<List<String>, Integer>();
        Sql.of("select id, shown_to from audience").list(connection, row ->
                audiencesThere.put(List.of((String[]) row.getArray("shown_to").getArray()), row.getInt("id")));
        var generalThere = new HashMap<List<Object>, Integer>();
        Sql.of("select * from general_key").list(connection, row -> generalThere.put(List.of(row.getString("book"),
                row.getString("account"), row.getString("division"), row.getInt("budget_year"), row.getString("fund_source")), row.getInt("id")));
        var linesThere = new HashMap<List<Object>, Integer>();
        Sql.of("select * from line_key").list(connection, row -> linesThere.put(Arrays.asList(row.getInt("general_key"),
                row.getString("institution"), row.getString("programme"), row.getString("allotment"), row.getString("clawback"),
                row.getString("tranche"), row.getString("bank_account")), row.getInt("id")));
        audiences = audiencesThere;
        general = generalThere;
        lines = linesThere;
    }

    /** @param shownTo in order */
    int audience(List<String> shownTo) {
        return audiences.computeIfAbsent(shownTo, _ -> {
            newAudiences.row(2).with(audiences.size()).with(shownTo);
            return audiences.size();
        });
    }

    int key(Line line) {
        int generalKey = generalKey(line);
        List<Object> key = Arrays.asList(generalKey, text(line.institution()), text(line.programme()), text(line.allotment()),
                text(line.clawback()), text(line.tranche()), text(line.bankAccount()));
        return lines.computeIfAbsent(key, _ -> {
            newLines.row(13).with(lines.size()).with(generalKey).with(line.book()).with(line.account()).with(line.division())
                    .with(line.budgetYear()).with(line.fundSource()).with(line.institution()).with(line.programme()).with(line.allotment())
                    .with(line.clawback()).with(line.tranche()).with(line.bankAccount());
            return lines.size();
        });
    }

    private int generalKey(Line line) {
        List<Object> key = List.of(line.book().name(), line.account().name(), text(line.division()), line.budgetYear(), text(line.fundSource()));
        return general.computeIfAbsent(key, _ -> {
            newGeneral.row(6).with(general.size()).with(line.book()).with(line.account()).with(line.division()).with(line.budgetYear())
                    .with(line.fundSource());
            return general.size();
        });
    }

    private static String text(Object id) {
        return id == null ? null : id.toString();
    }

    /** Stores the numbers given since {@link #begin}. */
    void write(Connection connection) throws SQLException {
        newAudiences.into(connection, "audience (id, shown_to)");
        newGeneral.into(connection, "general_key (id, book, account, division, budget_year, fund_source)");
        newLines.into(connection, """
                line_key (id, general_key, book, account, division, budget_year, fund_source, institution, programme, allotment,
                          clawback, tranche, bank_account)""");
    }

    /** After a transaction that was not committed. */
    void drop() {
        audiences = null;
        general = null;
        lines = null;
    }
}
