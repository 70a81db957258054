package fundtrail.command.known;

import fundtrail.contract.fact.FundSourceRegistered.Level;
import fundtrail.contract.id.DivisionCode;

/**
 * Whose money is whose: the level of a division by its code (GB/T 2260: {@code xx0000} a province, {@code xxxx00} a city,
 * else a county), held against the level of a fund source.
 */
public final class Levels {
    private Levels() {}

    /** PROVINCIAL, CITY or COUNTY. */
    public static Level of(DivisionCode division) {
        String code = division.value();
        if (code.endsWith("0000")) {
            return Level.PROVINCIAL;
        }
        return code.endsWith("00") ? Level.CITY : Level.COUNTY;
    }

    /**
     * Whether the division itself approves and receives money of that level: its own, its townships', donations and the
     * general treasury. Money of the insurance funds, of patients and of the risk reserve has postings of its own.
     */
    public static boolean isOwn(Level source, DivisionCode division) {
        return switch (source) {
            case TOWNSHIP, SOCIAL, GENERAL_TREASURY -> true;
            case CENTRAL, PROVINCIAL, CITY, COUNTY -> source == of(division);
            case INSURANCE, PATIENT, RISK_RESERVE -> false;
        };
    }

    /** Whether money of that level comes down to the division from above. */
    public static boolean isAbove(Level source, DivisionCode division) {
        return switch (source) {
            case CENTRAL, PROVINCIAL, CITY -> source.compareTo(of(division)) < 0;
            case COUNTY, TOWNSHIP, INSURANCE, PATIENT, SOCIAL, RISK_RESERVE, GENERAL_TREASURY -> false;
        };
    }

    /** Whether one division lies in the other, by their codes. */
    public static boolean isWithin(DivisionCode lower, DivisionCode upper) {
        String significant = switch (of(upper)) {
            case PROVINCIAL -> upper.value().substring(0, 2);
            case CITY -> upper.value().substring(0, 4);
            default -> upper.value();
        };
        return !lower.equals(upper) && lower.value().startsWith(significant);
    }
}
