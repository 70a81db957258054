package fundtrail.query.fold;

import fundtrail.contract.Entry;
import fundtrail.contract.Signature;
import java.util.HashSet;
import java.util.Set;

/** Every tag under which a fact is found: the fact's own, who signed it, its document, its cause. */
public final class FactTags {
    public static final String SIGNER = "signer";
    public static final String DOCUMENT = "document";
    /** The proposal or other wish that led to it. */
    public static final String CAUSE = "cause";

    private FactTags() {}

    public static String tag(String key, Object value) {
        return key + ":" + value;
    }

    static Set<String> of(Entry entry) {
        Set<String> tags = new HashSet<>();
        entry.fact().tags().forEach(tag -> tags.add(tag(tag.key(), tag.value())));
        entry.envelope().signatures().stream().map(Signature::person).forEach(person -> tags.add(tag(SIGNER, person)));
        if (entry.envelope().document() != null) {
            tags.add(tag(DOCUMENT, entry.envelope().document().number()));
        }
        if (entry.envelope().causation() != null) {
            tags.add(tag(CAUSE, entry.envelope().causation()));
        }
        return tags;
    }
}
