package fundtrail.command.decide;

import fundtrail.contract.MayBeAbsent;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

/** Finds what a wish leaves out and must not: every component without {@link MayBeAbsent}, lists and records within. */
public final class Presence {
    private Presence() {}

    /** The paths of what is missing, such as {@code rows[3].amount}; empty when the wish is whole. */
    public static List<String> missing(Record wish) {
        List<String> missing = new ArrayList<>();
        look(wish, "", missing);
        return missing;
    }

    private static void look(Record record, String path, List<String> missing) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = valueOf(record, component);
            String here = path.isEmpty() ? component.getName() : path + "." + component.getName();
            if (value == null) {
                if (!component.isAnnotationPresent(MayBeAbsent.class)) {
                    missing.add(here);
                }
            } else {
                within(value, here, missing);
            }
        }
    }

    private static void within(Object value, String path, List<String> missing) {
        if (value instanceof Record record) {
            look(record, path, missing);
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                if (list.get(i) == null) {
                    missing.add(path + "[" + i + "]");
                } else {
                    within(list.get(i), path + "[" + i + "]", missing);
                }
            }
        }
    }

    private static Object valueOf(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " of a wish cannot be read", e);
        }
    }
}
