package fundtrail.command.spreadsheet;

import fundtrail.command.spreadsheet.Column.Kind;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The columns wanted of a file, and how a header in the file names one of them: spaces, full-width forms, case, the
 * asterisk of a required field and, for amounts, a unit of yuan in brackets do not matter. Any other unit does.
 */
public final class Columns {

    private static final Set<String> YUAN = Set.of("元", "人民币", "人民币元", "单位:元", "yuan", "cny", "rmb", "¥");
    private static final Pattern WITH_UNIT = Pattern.compile("(?<name>[^(]+)\\((?<unit>[^()]*)\\)");

    private final List<Column> all;
    private final Map<String, Column> byName = new HashMap<>();

    private Columns(List<Column> all) {
        this.all = List.copyOf(all);
        for (Column column : all) {
            Column before = byName.put(plain(column.header()), column);
            Column sameEnglish = byName.put(plain(column.english()), column);
            if (before != null || sameEnglish != null && sameEnglish != column) {
                throw new IllegalArgumentException("two columns are called " + column.header() + " or " + column.english());
            }
        }
    }

    /** @throws IllegalArgumentException if two columns could be meant by one header */
    public static Columns of(List<Column> columns) {
        return new Columns(columns);
    }

    /** In the order in which they were given. */
    public List<Column> all() {
        return all;
    }

    /** The headers a file must have, for a person to read. */
    String inWords() {
        return all.stream().filter(Column::required).map(Column::header).collect(Collectors.joining("、"));
    }

    /** A header that names a wanted column; {@code inYuan} is false if it states some other unit of money. */
    record Named(Column column, boolean inYuan) { }

    Optional<Named> named(String header) {
        String plain = plain(header);
        Column column = byName.get(plain);
        if (column != null) {
            return Optional.of(new Named(column, true));
        }
        Matcher withUnit = WITH_UNIT.matcher(plain);
        if (withUnit.matches() && byName.get(withUnit.group("name")) instanceof Column amount && amount.kind() == Kind.AMOUNT) {
            return Optional.of(new Named(amount, YUAN.contains(withUnit.group("unit"))));
        }
        return Optional.empty();
    }

    private static String plain(String header) {
        return Normalizer.normalize(header, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replaceAll("[\\s*]", "");
    }
}
