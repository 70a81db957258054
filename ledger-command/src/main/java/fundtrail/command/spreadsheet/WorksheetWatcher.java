package fundtrail.command.spreadsheet;

import static fundtrail.command.spreadsheet.FaultCode.DAMAGED_FILE;
import static fundtrail.command.spreadsheet.FaultCode.FORMULA;
import static fundtrail.command.spreadsheet.FaultCode.TOO_MANY_COLUMNS;
import static fundtrail.command.spreadsheet.WorkbookParts.attribute;

import fundtrail.command.spreadsheet.SheetLayout.Merge;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;

/**
 * Looks through a worksheet (ECMA-376 part 1, 18.3.1.99) for what its values do not show, and makes sure that every
 * cell says where it stands, in order: the library would count wrongly or take memory for any place named.
 */
final class WorksheetWatcher implements PartScan.Watcher {

    private static final Pattern CELL = Pattern.compile("(?<column>[A-Z]{1,3})(?<row>[1-9][0-9]{0,6})");
    private static final Pattern BLOCK = Pattern.compile("(?<from>[A-Z0-9]{2,10}):(?<to>[A-Z0-9]{2,10})");
    private static final Pattern ZERO = Pattern.compile("0+(\\.0*)?");
    private static final int LAST_ROW = 1_048_576;
    /** The library's time for a cell grows with the array formulas before it. */
    private static final int MOST_FORMULAS = 1_000;
    private static final int MOST_MERGES = 1_000;

    private final String part;
    private final Limits limits;
    private final WorkbookParts workbook;
    private final SheetLayout layout = new SheetLayout();

    private int row;
    private int column;
    private boolean inCell;
    private boolean hasValue;
    private boolean refersToString;
    private int length;
    private final StringBuilder sharedString = new StringBuilder();
    private boolean inValue;
    private boolean inFormula;

    WorksheetWatcher(String part, Limits limits, WorkbookParts workbook) {
        this.part = part;
        this.limits = limits;
        this.workbook = workbook;
    }

    @Override
    public void opened(XMLStreamReader xml) throws FileRefused {
        switch (xml.getLocalName()) {
            case "col" -> column(xml);
            case "row" -> row(xml);
            case "c" -> cell(xml);
            case "v", "is" -> inValue = inCell;
            case "f" -> formula();
            case "mergeCell" -> merge(attribute(xml, "ref"));
            default -> { }
        }
    }

    private void column(XMLStreamReader xml) throws FileRefused {
        if (isTrue(xml, "hidden") || ZERO.matcher(attribute(xml, "width")).matches()) {
            int first = number(attribute(xml, "min"), 1, Place.LAST_COLUMN + 1);
            int last = number(attribute(xml, "max"), 1, Place.LAST_COLUMN + 1);
            layout.hiddenColumns.set(first - 1, Math.max(first, last));
        }
    }

    private void row(XMLStreamReader xml) throws FileRefused {
        int next = number(attribute(xml, "r"), 1, LAST_ROW);
        if (next <= row) {
            throw damaged();
        }
        row = next;
        column = -1;
        if (isTrue(xml, "hidden") || ZERO.matcher(attribute(xml, "ht")).matches()) {
            layout.hiddenRows.set(row);
        }
    }

    private void cell(XMLStreamReader xml) throws FileRefused {
        Matcher reference = CELL.matcher(attribute(xml, "r"));
        if (inCell || !reference.matches() || number(reference.group("row"), 1, LAST_ROW) != row) {
            throw damaged();
        }
        int next = Place.index(reference.group("column"));
        if (next <= column || next > Place.LAST_COLUMN) {
            throw damaged();
        }
        if (next >= limits.columns()) {
            throw new FileRefused(new Fault(TOO_MANY_COLUMNS, Place.cell(row, next, ""),
                    reference.group(), String.valueOf(limits.columns())));
        }
        column = next;
        inCell = true;
        hasValue = false;
        refersToString = attribute(xml, "t").equals("s");
        length = 0;
        sharedString.setLength(0);
    }

    private void formula() throws FileRefused {
        if (inCell) {
            hasValue = true;
            inFormula = true;
            layout.formulas.put(Place.letter(column) + row, "");
            if (layout.formulas.size() > MOST_FORMULAS) {
                throw new FileRefused(new Fault(FORMULA, Place.cell(row, column, ""), "> " + MOST_FORMULAS, ""));
            }
        }
    }

    private void merge(String ref) throws FileRefused {
        Matcher block = BLOCK.matcher(ref);
        if (block.matches() && layout.merges.size() < MOST_MERGES) {
            Matcher from = CELL.matcher(block.group("from"));
            Matcher to = CELL.matcher(block.group("to"));
            if (!from.matches() || !to.matches()) {
                throw damaged();
            }
            layout.merges.add(new Merge(Integer.parseInt(from.group("row")), Place.index(from.group("column")),
                    Integer.parseInt(to.group("row")), Place.index(to.group("column"))));
        }
    }

    @Override
    public void text(XMLStreamReader xml) throws FileRefused {
        if (inCell) {
            length = WorkbookParts.longer(length, xml, Place.letter(column) + row);
            if (inFormula) {
                layout.formulas.merge(Place.letter(column) + row, xml.getText(), String::concat);
            }
            if (inValue) {
                hasValue = true;
                if (refersToString) {
                    sharedString.append(xml.getText());
                }
            }
        }
    }

    @Override
    public void closed(String element) throws FileRefused {
        switch (element) {
            case "v", "is" -> inValue = false;
            case "f" -> inFormula = false;
            case "c" -> {
                inCell = false;
                if (hasValue) {
                    layout.values++;
                }
                if (!sharedString.isEmpty()) {
                    workbook.refersTo(number(sharedString.toString(), 0, Integer.MAX_VALUE));
                }
            }
            case "worksheet" -> {
                if (layout.values > 0) {
                    workbook.hasContent(layout);
                }
            }
            default -> { }
        }
    }

    private int number(String digits, int least, int most) throws FileRefused {
        if (digits.isEmpty() || digits.length() > 9 || !digits.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            throw damaged();
        }
        int number = Integer.parseInt(digits);
        if (number < least || number > most) {
            throw damaged();
        }
        return number;
    }

    private static boolean isTrue(XMLStreamReader xml, String attribute) {
        String value = attribute(xml, attribute);
        return value.equals("1") || value.equals("true");
    }

    private FileRefused damaged() {
        return new FileRefused(DAMAGED_FILE, part, "");
    }
}
