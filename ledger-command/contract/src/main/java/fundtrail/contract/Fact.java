package fundtrail.contract;

import java.util.Set;

/**
 * What happened, in the past tense: an immutable record of JDK types and our value types, known by a stable name and
 * version ({@link FactTypes}), not by its Java class. A fact that posts has {@link Lines} as its last component; they
 * stand beside the body in the bytes and are what the books are built from, whatever the posting rules say later.
 */
public interface Fact {
    /** The lines it posts; none for a fact that moves no money. */
    default Lines lines() {
        return Lines.NONE;
    }

    /** The bank's reference of the movement it records, as the bank's statement names it; {@code null} where there is none. */
    default String bankRef() {
        return null;
    }

    /** What it is about; see {@link Tags}. */
    Set<Tag> tags();
}
