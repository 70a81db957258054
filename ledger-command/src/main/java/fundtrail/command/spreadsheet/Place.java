package fundtrail.command.spreadsheet;

/**
 * Where in a file a fault is.
 *
 * @param row    the row's number as a spreadsheet programme shows it; 0 for a whole column or the whole file
 * @param letter the column's letter; empty for a whole row or the whole file
 * @param header the column's header as the file writes it; empty if it has none or it is not known
 */
public record Place(int row, String letter, String header) {

    /** The last column a spreadsheet programme knows, XFD, counted from 0 (ECMA-376 part 1, 18.3.1.73). */
    static final int LAST_COLUMN = 16_383;

    static Place file() {
        return new Place(0, "", "");
    }

    static Place row(int row) {
        return new Place(row, "", "");
    }

    static Place column(int column, String header) {
        return new Place(0, letter(column), header);
    }

    static Place cell(int row, int column, String header) {
        return new Place(row, letter(column), header);
    }

    /** 0 is A, 25 is Z, 26 is AA. */
    static String letter(int column) {
        String letters = "";
        for (int left = column; left >= 0; left = left / 26 - 1) {
            letters = (char) ('A' + left % 26) + letters;
        }
        return letters;
    }

    /** A is 0, Z is 25, AA is 26; −1 if these are not one to three letters of A to Z. */
    static int index(String letters) {
        int index = 0;
        for (char letter : letters.toCharArray()) {
            if (letter < 'A' || letter > 'Z' || letters.length() > 3) {
                return -1;
            }
            index = index * 26 + letter - 'A' + 1;
        }
        return index - 1;
    }
}
