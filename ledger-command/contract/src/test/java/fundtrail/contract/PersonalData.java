package fundtrail.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks for what must not stand in the log: it forgets nothing, and a person has a right to be forgotten. Used by the
 * tests of whatever may become part of a fact.
 */
public final class PersonalData {
    /** Words in a field's name that say it holds something of a person. */
    private static final Set<String> SUSPECT = Set.of("name", "surname", "phone", "mobile", "telephone", "tel", "fax", "email", "mail",
            "wechat", "address", "identity", "passport", "card", "birth", "birthday", "gender", "sex", "age", "nationality", "employee",
            "staff", "post", "contact", "holder", "informant", "patient", "diagnosis", "photo", "signature", "salary");

    /** 公民身份号码 (GB 11643): six digits of a division, a birth date, a sequence of three, a check digit. */
    private static final Pattern IDENTITY_NUMBER = Pattern.compile(
            "(?<![0-9A-Za-z])[1-9]\\d{5}(?:18|19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}[0-9Xx](?![0-9A-Za-z])");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_DIGITS = "10X98765432";

    private static final Pattern MOBILE_NUMBER = Pattern.compile("(?:\\+?86[ -]?)?1[3-9]\\d[ -]?\\d{4}[ -]?\\d{4}");

    private PersonalData() {}

    /**
     * What texts of a value, or of anything in it, look like a person's.
     *
     * @param words of people that must not stand in any text
     */
    public static List<String> in(JsonNode value, Collection<String> words) {
        List<String> found = new ArrayList<>();
        if (value.isContainerNode()) {
            value.properties().stream()
                    .filter(member -> !member.getKey().equals("creditCode")) // eighteen places too, and checked by its own type
                    .forEach(member -> found.addAll(in(member.getValue(), words)));
            if (value.isArray()) {
                value.forEach(element -> found.addAll(in(element, words)));
            }
        } else {
            String text = value.asText();
            words.stream().filter(text::contains).forEach(word -> found.add("of a person: " + word));
            if (MOBILE_NUMBER.matcher(text).matches()) {
                found.add("a mobile phone number: " + text);
            }
            Matcher number = IDENTITY_NUMBER.matcher(text);
            while (number.find()) {
                if (isIdentityNumber(number.group())) {
                    found.add("an identity number: " + number.group());
                }
            }
        }
        return found;
    }

    private static boolean isIdentityNumber(String number) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * Character.digit(number.charAt(i), 10);
        }
        return CHECK_DIGITS.charAt(sum % 11) == Character.toUpperCase(number.charAt(17));
    }

    /** The paths of members, at any depth, whose names say that they hold something of a person. */
    public static Set<String> fields(String path, JsonNode value) {
        Set<String> found = new TreeSet<>();
        value.properties().forEach(member -> {
            String here = path + "." + member.getKey();
            if (isSuspect(member.getKey())) {
                found.add(here);
            }
            found.addAll(fields(here, member.getValue()));
        });
        if (value.isArray()) {
            value.forEach(element -> found.addAll(fields(path, element)));
        }
        return found;
    }

    /** The same for a record, whether its members are there in some example or not. */
    public static Set<String> fields(String path, Class<?> record) {
        Set<String> found = new TreeSet<>();
        for (RecordComponent component : record.getRecordComponents()) {
            String here = path + "." + component.getName();
            if (isSuspect(component.getName())) {
                found.add(here);
            }
            records(component.getGenericType()).forEach(inner -> found.addAll(fields(here, inner)));
        }
        return found;
    }

    private static List<Class<?>> records(Type type) {
        return switch (type) {
            case Class<?> one when one.isRecord() -> List.of(one);
            case ParameterizedType many -> List.of(many.getActualTypeArguments()).stream().flatMap(inner -> records(inner).stream()).toList();
            default -> List.of();
        };
    }

    private static boolean isSuspect(String field) {
        return List.of(field.split("(?=[A-Z])|_|-")).stream().map(word -> word.toLowerCase(Locale.ROOT)).anyMatch(SUSPECT::contains);
    }
}
