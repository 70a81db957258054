package fundtrail.command.spreadsheet;

import java.util.List;
import java.util.Map;

/**
 * A sheet as it stands in the file: what {@link ErrorWorkbook} gives back to whoever handed it in.
 *
 * @param lines     the rows that are not empty, ascending
 * @param headerRow the number of the row with the headers; 0 if none was found
 * @param positions where each wanted column stands: its {@link Column#header} to its index from 0
 */
public record Grid(List<Line> lines, int headerRow, Map<String, Integer> positions) {

    static final Grid EMPTY = new Grid(List.of(), 0, Map.of());

    public Grid {
        lines = List.copyOf(lines);
        positions = Map.copyOf(positions);
    }

    /** The header of the wanted column at this letter; the letter itself where none stands. */
    public String column(String letter) {
        return positions.entrySet().stream()
                .filter(position -> position.getValue() == Place.index(letter))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(letter);
    }

    /**
     * @param number the row's number in the file, from 1
     * @param cells  the texts of its cells from column A on; a formula as {@code =…}
     */
    public record Line(int number, List<String> cells) {
        public Line {
            cells = List.copyOf(cells);
        }
    }
}
