package fundtrail.query.bench;

import java.util.HashMap;
import java.util.Map;

/** {@code name=value}, one an argument. */
record BenchArguments(Map<String, String> given) {
    static BenchArguments of(String[] args) {
        var given = new HashMap<String, String>();
        for (String arg : args) {
            int equals = arg.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("\"" + arg + "\": name=value");
            }
            given.put(arg.substring(0, equals), arg.substring(equals + 1));
        }
        return new BenchArguments(given);
    }

    String text(String name, String otherwise) {
        return given.getOrDefault(name, otherwise);
    }

    long number(String name, long otherwise) {
        return given.containsKey(name) ? Long.parseLong(given.get(name)) : otherwise;
    }
}
