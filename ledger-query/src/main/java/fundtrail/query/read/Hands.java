package fundtrail.query.read;

import fundtrail.contract.Entry;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Role;
import fundtrail.contract.Signature;
import fundtrail.contract.Signature.Step;
import fundtrail.contract.id.PersonRef;
import fundtrail.query.access.Signers;
import fundtrail.query.access.Signers.Signer;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The signatures under some entries, with names and posts beside the references as far as they are known. */
record Hands(Map<PersonRef, Signer> named) {
    /**
     * One signature.
     *
     * @param name     as registered; absent where the registry's row is gone
     * @param post     as registered; absent where the registry's row is gone
     * @param position the fact of this signature
     */
    record Hand(Step step, Role role, PersonRef person, @MayBeAbsent String name, @MayBeAbsent String post, long position) {}

    static Hands of(Collection<Entry> entries, Signers signers) {
        return new Hands(signers.named(entries.stream()
                .flatMap(entry -> entry.envelope().signatures().stream())
                .map(Signature::person)
                .toList()));
    }

    /** First to last. The last hand's signature is the entry itself, or stands in its append. */
    List<Hand> under(Entry entry) {
        return entry.envelope().signatures().stream().map(signature -> hand(
                signature.step(),
                signature.role(),
                signature.person(),
                signature.position() == null ? entry.position() : signature.position())).toList();
    }

    Hand hand(Step step, Role role, PersonRef person, long position) {
        Signer signer = named.get(person);
        return new Hand(step, role, person, signer == null ? null : signer.name(), signer == null ? null : signer.post(), position);
    }
}
