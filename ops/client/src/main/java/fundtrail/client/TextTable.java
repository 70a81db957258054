package fundtrail.client;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Help.Ansi;

/** Columns aligned in a terminal, where a Chinese character takes two places. */
public final class TextTable {
    private static final String GAP = "  ";

    private record Column(String header, boolean right) {}

    private final List<Column> columns = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();
    private int ruledBefore = -1;

    /** A column of words, aligned left. */
    public TextTable words(String header) {
        columns.add(new Column(header, false));
        return this;
    }

    /** A column of amounts or counts, aligned right. */
    public TextTable amounts(String header) {
        columns.add(new Column(header, true));
        return this;
    }

    /** @throws IllegalArgumentException when it has not as many cells as there are columns */
    public TextTable row(List<String> cells) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException(cells.size() + " cells for " + columns.size() + " columns");
        }
        rows.add(List.copyOf(cells));
        return this;
    }

    /** A rule, and below it the totals. */
    public TextTable total(List<String> cells) {
        ruledBefore = rows.size();
        return row(cells);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        int[] widths = widths();
        line(text, columns.stream().map(Column::header).toList(), widths);
        rule(text, widths);
        for (int i = 0; i < rows.size(); i++) {
            if (i == ruledBefore) {
                rule(text, widths);
            }
            line(text, rows.get(i), widths);
        }
        return text.toString();
    }

    private int[] widths() {
        int[] widths = new int[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = width(columns.get(i).header());
            for (List<String> row : rows) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        return widths;
    }

    private void line(StringBuilder text, List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String padding = " ".repeat(widths[i] - width(cells.get(i)));
            line.append(i == 0 ? "" : GAP).append(columns.get(i).right() ? padding + cells.get(i) : cells.get(i) + padding);
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }

    private static void rule(StringBuilder text, int[] widths) {
        for (int i = 0; i < widths.length; i++) {
            text.append(i == 0 ? "" : GAP).append("─".repeat(widths[i]));
        }
        text.append('\n');
    }

    /** The text, cut to so many places, an ellipsis at its end where something is missing. */
    static String shortened(String text, int places) {
        if (width(text) <= places) {
            return text;
        }
        int end = text.length();
        while (width(text.substring(0, end)) > places - 1) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end) + "…";
    }

    /** The places a text takes. */
    static int width(String text) {
        return Ansi.OFF.new Text(text).getCJKAdjustedLength();
    }
}
