package fundtrail.query.fold;

import fundtrail.contract.Entry;
import fundtrail.contract.Line;
import fundtrail.contract.Signature;
import fundtrail.contract.id.Period;
import java.util.HashSet;
import java.util.Set;

/** Every tag under which a fact is found: the fact's own, who signed it, its document, its cause. */
public final class FactTags {
    public static final String SIGNER = "signer";
    public static final String DOCUMENT = "document";
    /** The proposal or other wish that led to it. */
    public static final String CAUSE = "cause";

    /** The bank's reference of the movement it records. */
    public static final String BANK_REF = "bankRef";
    /** A month of a division's books in which it posts: its facts, in order, are the vouchers of that month. */
    public static final String VOUCHER = "voucher";

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
        if (entry.fact().bankRef() != null) {
            tags.add(tag(BANK_REF, entry.fact().bankRef()));
        }
        entry.fact().lines().list().stream().map(Line::division).distinct().forEach(division ->
                tags.add(tag(VOUCHER, division + "/" + Period.of(entry.envelope().effectiveDate()))));
        return tags;
    }
}
