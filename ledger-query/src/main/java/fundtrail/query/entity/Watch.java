package fundtrail.query.entity;

import java.util.List;

/** What a version of a red-flag rule remembers under one key. It is part of the fold and shown to nobody. */
public record Watch(List<Noted> noted) {
    public Watch {
        noted = List.copyOf(noted);
    }

    /** The id of a key's watch. */
    public static String id(String rule, int version, String key) {
        return rule + "/" + version + "/" + key;
    }
}
