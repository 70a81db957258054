package fundtrail.command.spreadsheet;

import static fundtrail.command.spreadsheet.FaultCode.DAMAGED_FILE;
import static fundtrail.command.spreadsheet.FaultCode.EMPTY_FILE;
import static fundtrail.command.spreadsheet.FaultCode.EXTERNAL_LINK;
import static fundtrail.command.spreadsheet.FaultCode.HAS_MACROS;
import static fundtrail.command.spreadsheet.FaultCode.HIDDEN_SHEET;
import static fundtrail.command.spreadsheet.FaultCode.SEVERAL_SHEETS;
import static fundtrail.command.spreadsheet.FaultCode.ZIP_BOMB;

import fundtrail.command.spreadsheet.PartScan.Watcher;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamReader;

/** What the parts of a workbook say about it, gathered before its cells are read. */
final class WorkbookParts {

    /** Excel's own limits (64,000 cell formats, 65,530 links) leave a part far below this many elements. */
    private static final int MOST_ELEMENTS = 400_000;
    /** Twice the longest text of a cell in Excel, for its reading aids. */
    private static final int LONGEST_TEXT = 2 * 32_767;

    private final Limits limits;
    private final List<SheetLayout> layouts = new ArrayList<>();
    private final List<String> visibleSheets = new ArrayList<>();
    private final List<String> hiddenSheets = new ArrayList<>();
    private boolean hasStyles;
    private int sharedStrings = -1;
    private int highestSharedString = -1;

    WorkbookParts(Limits limits) {
        this.limits = limits;
    }

    /** Whether the workbook has formats, which the library insists on finding if asked for them. */
    boolean hasStyles() {
        return hasStyles;
    }

    /** Of the one sheet that has content. */
    SheetLayout layout() {
        return layouts.getFirst();
    }

    Watcher watcher(String part, String root) throws FileRefused {
        return switch (root) {
            case "worksheet" -> new WorksheetWatcher(part, limits, this);
            case "sst" -> sharedStrings(part);
            case "workbook" -> atMost(MOST_ELEMENTS, part, this::workbook);
            case "Types" -> atMost(MOST_ELEMENTS, part, this::contentTypes);
            case "Relationships" -> atMost(MOST_ELEMENTS, part, this::relationship);
            case "styleSheet" -> atMost(MOST_ELEMENTS, part, xml -> { });
            case "macrosheet" -> throw new FileRefused(HAS_MACROS, part, "");
            default -> xml -> { };
        };
    }

    private static Watcher atMost(int elements, String part, Watcher watcher) {
        int[] seen = new int[1];
        return xml -> {
            if (++seen[0] > elements) {
                throw new FileRefused(ZIP_BOMB, part, String.valueOf(elements));
            }
            watcher.opened(xml);
        };
    }

    private void workbook(XMLStreamReader xml) {
        if (xml.getLocalName().equals("sheet")) {
            String state = attribute(xml, "state");
            (state.equals("hidden") || state.equals("veryHidden") ? hiddenSheets : visibleSheets).add(attribute(xml, "name"));
        }
    }

    private void contentTypes(XMLStreamReader xml) throws FileRefused {
        String type = attribute(xml, "ContentType");
        if (type.contains("macroEnabled") || type.contains("vbaProject")) {
            throw new FileRefused(HAS_MACROS, type, "");
        }
        if (xml.getLocalName().equals("Override") && type.endsWith("spreadsheetml.styles+xml")) {
            hasStyles = true;
        }
    }

    /** A hyperlink in a cell only shows an address; anything else outside brings content in. */
    private void relationship(XMLStreamReader xml) throws FileRefused {
        if (attribute(xml, "TargetMode").equals("External") && !attribute(xml, "Type").endsWith("/hyperlink")) {
            throw new FileRefused(EXTERNAL_LINK, attribute(xml, "Target"), "");
        }
    }

    private Watcher sharedStrings(String part) throws FileRefused {
        if (sharedStrings >= 0) {
            throw new FileRefused(DAMAGED_FILE, part, "");
        }
        sharedStrings = 0;
        return new Watcher() {
            private int length;

            @Override
            public void opened(XMLStreamReader xml) throws FileRefused {
                if (xml.getLocalName().equals("si")) {
                    length = 0;
                    if (++sharedStrings > limits.rows() * (long) limits.columns()) {
                        throw new FileRefused(ZIP_BOMB, part, String.valueOf(limits.rows() * (long) limits.columns()));
                    }
                }
            }

            @Override
            public void text(XMLStreamReader xml) throws FileRefused {
                length = longer(length, xml, part);
            }
        };
    }

    /** @return {@code length} and the text at hand; refuses what the library would have to put together at any length */
    static int longer(int length, XMLStreamReader xml, String place) throws FileRefused {
        int together = length + xml.getTextLength();
        if (together > LONGEST_TEXT) {
            throw new FileRefused(FaultCode.CELL_TOO_LONG, place, String.valueOf(LONGEST_TEXT));
        }
        return together;
    }

    void refersTo(int sharedString) {
        highestSharedString = Math.max(highestSharedString, sharedString);
    }

    void hasContent(SheetLayout layout) {
        layouts.add(layout);
    }

    static String attribute(XMLStreamReader xml, String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    /** @throws FileRefused if the workbook is not one visible sheet that is complete in itself */
    void refuseWhatIsNotPlain() throws FileRefused {
        if (highestSharedString >= Math.max(0, sharedStrings)) {
            throw new FileRefused(DAMAGED_FILE);
        }
        if (!hiddenSheets.isEmpty()) {
            throw new FileRefused(HIDDEN_SHEET, String.join(", ", hiddenSheets), "");
        }
        if (layouts.size() > 1) {
            throw new FileRefused(SEVERAL_SHEETS, String.join(", ", visibleSheets), "");
        }
        if (layouts.isEmpty()) {
            throw new FileRefused(EMPTY_FILE);
        }
    }
}
