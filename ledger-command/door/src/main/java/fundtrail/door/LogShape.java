package fundtrail.door;

import java.util.Map;

/**
 * How both services write their logs: as lines for people, or, with {@value #SETTING}{@code =json}, as one JSON object a
 * line for programs.
 */
public final class LogShape {
    public static final String SETTING = "FUNDTRAIL_LOGS";

    private static final String JSON = "fundtrail/door/logs-json.xml";

    private LogShape() {}

    /**
     * The Logback configuration, a resource on the class path.
     *
     * @param text the one for people; may be {@code null}
     * @throws IllegalArgumentException when the setting is neither {@code json} nor {@code text}
     */
    public static String configuration(Map<String, String> environment, String text) {
        return switch (environment.getOrDefault(SETTING, "text")) {
            case "json" -> JSON;
            case "text" -> text;
            default -> throw new IllegalArgumentException(SETTING + " is \"" + environment.get(SETTING)
                    + "\", and can be text or json: lines for people, or one JSON object a line");
        };
    }
}
