package fundtrail.command.known;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Everything a {@link Known} holds, as text by register and key, so that two of them can be compared and the difference read. */
final class Snapshot {
    private Snapshot() {}

    static Map<String, String> of(Known known, int positions) {
        Map<String, String> snapshot = new TreeMap<>();
        look(known, "known", snapshot);
        for (int position = 0; position <= positions; position++) {
            snapshot.put("known.reversals.typeAt(" + position + ")", known.reversals().typeAt(position) + "");
        }
        return snapshot;
    }

    private static void look(Object register, String path, Map<String, String> snapshot) {
        for (Field field : register.getClass().getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers())) {
                continue;
            }
            switch (valueOf(field, register)) {
                // The bytes behind typeAt, of which more may be there than are in use.
                case byte[] kinds -> { }
                case Journal journal -> { }
                case Table<?, ?> table -> rows(table).forEach((key, value) ->
                        snapshot.put(path + "." + field.getName() + "[" + text(key) + "]", text(value)));
                case Number number -> snapshot.put(path + "." + field.getName(), number.toString());
                case Object inner -> look(inner, path + "." + field.getName(), snapshot);
            }
        }
    }

    private static Map<?, ?> rows(Table<?, ?> table) {
        try {
            Field rows = Table.class.getDeclaredField("rows");
            return (Map<?, ?>) valueOf(rows, table);
        } catch (NoSuchFieldException e) {
            throw new AssertionError(e);
        }
    }

    private static Object valueOf(Field field, Object of) {
        try {
            field.setAccessible(true);
            return field.get(of);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(Object value) {
        return switch (value) {
            case null -> "null";
            case byte[] bytes -> HexFormat.of().formatHex(bytes);
            case List<?> list -> list.stream().map(Snapshot::text).toList().toString();
            case Collection<?> set -> set.stream().map(Snapshot::text).sorted().toList().toString();
            case Record record -> List.of(record.getClass().getRecordComponents()).stream()
                    .map(component -> component.getName() + "=" + text(componentOf(component, record)))
                    .collect(Collectors.joining(", ", record.getClass().getSimpleName() + "(", ")"));
            default -> value.toString();
        };
    }

    private static Object componentOf(RecordComponent component, Record record) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
