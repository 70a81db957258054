package fundtrail.command.spreadsheet;

import static fundtrail.command.spreadsheet.FaultCode.DAMAGED_FILE;
import static fundtrail.command.spreadsheet.FaultCode.HOSTILE_XML;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Looks through one XML part of a workbook with the very parser that the library will use, so that both see the same.
 * That parser knows neither external nor declared entities; a document type declaration is refused all the same, since
 * no spreadsheet programme writes one into a workbook's own parts.
 */
final class PartScan {

    /** Deeper than any part of the format; each level costs the parser memory until it is closed. */
    private static final int DEEPEST = 100;

    private static final XMLInputFactory PARSERS = new InputFactoryImpl();

    static {
        PARSERS.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        PARSERS.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    /** What is looked for in one kind of part, told by the name of its root element. */
    interface Watcher {

        void opened(XMLStreamReader xml) throws FileRefused;

        default void text(XMLStreamReader xml) throws FileRefused { }

        default void closed(String element) throws FileRefused { }
    }

    private final String name;
    private final WorkbookParts parts;
    /**
     * Drawings of old comments hold HTML that is not well-formed, and a Mac's printer settings have a document type.
     * A library that is led to such a part stops where this scan stops.
     */
    private final boolean isOwnPart;

    PartScan(String name, WorkbookParts parts) {
        this.name = name;
        this.parts = parts;
        String lower = name.toLowerCase(Locale.ROOT);
        this.isOwnPart = lower.endsWith(".xml") || lower.endsWith(".rels");
    }

    void scan(InputStream content) throws IOException {
        try {
            scan(PARSERS.createXMLStreamReader(content));
        } catch (XMLStreamException | RuntimeException broken) {
            // The parser reports some malformed input by an unchecked exception.
            FileRefused refused = FileRefused.in(broken, DAMAGED_FILE);
            if (isOwnPart || refused.fault().code() != DAMAGED_FILE) {
                throw refused;
            }
        }
    }

    private void scan(XMLStreamReader xml) throws XMLStreamException, FileRefused {
        String encoding = xml.getCharacterEncodingScheme();
        if (encoding != null && !encoding.equalsIgnoreCase("UTF-8")) {
            throw new FileRefused(DAMAGED_FILE, name + " " + encoding, "");
        }
        Watcher watcher = null;
        int depth = 0;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++depth > DEEPEST) {
                        throw new FileRefused(HOSTILE_XML, name, "");
                    }
                    watcher = watcher != null ? watcher : parts.watcher(name, xml.getLocalName());
                    watcher.opened(xml);
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    watcher.closed(xml.getLocalName());
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.SPACE -> {
                    if (watcher != null) {
                        watcher.text(xml);
                    }
                }
                case XMLStreamConstants.CDATA ->
                    // Would reach the library as one piece of any length; spreadsheet programmes do not write it.
                    throw new FileRefused(DAMAGED_FILE, name, "");
                case XMLStreamConstants.DTD -> {
                    if (isOwnPart) {
                        throw new FileRefused(HOSTILE_XML, name, "");
                    }
                }
                default -> { }
            }
        }
    }
}
