package fundtrail.command.importbatch;

import fundtrail.contract.fact.FundSourceRegistered;
import fundtrail.contract.fact.FundSourceRegistered.Level;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether a cell says what the ledger has on record. Files are typed by people: spaces and full-width forms make no
 * difference to a name, nor the kind of brackets to a document number; one character more or less does.
 */
final class Spelling {
    /** A source is often written as the level that pays. */
    private static final Map<Level, Set<String>> LEVELS = Map.of(
            Level.CENTRAL, Set.of("中央", "中央级", "中央资金", "中央财政资金"),
            Level.PROVINCIAL, Set.of("省", "省级", "省级资金", "省级财政资金"),
            Level.CITY, Set.of("市", "市级", "市级资金", "市级财政资金"),
            Level.COUNTY, Set.of("县", "县级", "县级资金", "县级财政资金", "区级", "区级资金"),
            Level.TOWNSHIP, Set.of("乡镇", "乡镇级", "乡镇资金"));

    private static final Pattern SPACE = Pattern.compile("\\s");
    private static final Pattern OPENING = Pattern.compile("[\\[〔【(]");
    private static final Pattern CLOSING = Pattern.compile("[]〕】)]");
    /** After a code: nothing, or what cannot be more of the code. */
    private static final Pattern NAME_FOLLOWS = Pattern.compile("([-._]?+[^A-Z0-9].*)?");

    private Spelling() {}

    static boolean sameName(String cell, String recorded) {
        return cell.equals(recorded) || plain(cell).equals(plain(recorded));
    }

    /** The year of a document number (文号) stands in brackets of one kind or another: 〔2026〕, [2026], (2026). */
    static boolean sameNumber(String cell, String recorded) {
        return cell.equals(recorded) || brackets(cell).equals(brackets(recorded));
    }

    static boolean sameAccountNumber(String cell, String recorded) {
        return cell.equals(recorded) || plain(cell).replace("-", "").equals(plain(recorded).replace("-", ""));
    }

    /** The code alone, or the code and its name: {@code 2100408 基本公共卫生服务}, {@code [2100408]基本公共卫生服务}. */
    static boolean isCode(String cell, String code) {
        if (cell.equals(code)) {
            return true;
        }
        String written = plain(cell);
        if (OPENING.matcher(written).lookingAt()) {
            written = written.substring(1);
        }
        return written.startsWith(plain(code)) && NAME_FOLLOWS.matcher(written.substring(code.length())).matches();
    }

    /** Its code, either of its names, or its level. */
    static boolean isSource(String cell, FundSourceRegistered source) {
        return isCode(cell, source.fundSource().value())
                || Stream.of(source.nameZh(), source.nameEn()).anyMatch(name -> sameName(cell, name))
                || LEVELS.getOrDefault(source.level(), Set.of()).contains(plain(cell));
    }

    private static String plain(String text) {
        return SPACE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("").toUpperCase(Locale.ROOT);
    }

    private static String brackets(String number) {
        return CLOSING.matcher(OPENING.matcher(plain(number)).replaceAll("(")).replaceAll(")");
    }
}
