package fundtrail.query.read;

import fundtrail.contract.Entry;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Role;
import fundtrail.contract.Signature.Step;
import fundtrail.contract.id.PersonRef;
import fundtrail.query.access.Signers.Signer;
import fundtrail.query.read.Vouchers.Voucher;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The signatures under some entries, with names and posts beside the references as far as they are known.
 *
 * @param named     people with a registry row
 * @param approvals for the position of a payment's fact, how the payment was approved
 * @param vouchers  for the position of a fact that posts, its vouchers
 */
record Hands(Map<PersonRef, Signer> named, Map<Long, Approval> approvals, Map<Long, List<Voucher>> vouchers) {
    /**
     * One signature.
     *
     * @param name           as registered; absent where the registry's row is gone
     * @param post           as registered; absent where the registry's row is gone
     * @param onBehalfOf     in whose stead; absent where it was by a role of one's own
     * @param onBehalfOfName as registered; absent where the registry's row is gone
     * @param position       the fact of this signature
     */
    record Hand(
            Step step,
            Role role,
            PersonRef person,
            @MayBeAbsent String name,
            @MayBeAbsent String post,
            @MayBeAbsent PersonRef onBehalfOf,
            @MayBeAbsent String onBehalfOfName,
            long position) {}

    /**
     * A person whom a wish is about, or who stands in it.
     *
     * @param name as the registry has it now, before the person is registered too; absent where there is no row
     * @param post as {@code name}
     */
    record Concerned(PersonRef person, @MayBeAbsent String name, @MayBeAbsent String post) {}

    /**
     * How a payment was approved.
     *
     * @param rows     the approved rows it stands among
     * @param document the number (文号) of the document its allotment rests on; null where there is none
     */
    record Approval(Entry rows, String document) {}

    /** Its voucher in each division's books it posts in; null where it posts nothing. */
    List<Voucher> vouchers(Entry entry) {
        return vouchers.get(entry.position());
    }

    /** First to last. The last hand's signature is the entry itself, or stands in its append. */
    List<Hand> under(Entry entry) {
        return entry.envelope().signatures().stream().map(signature -> hand(
                signature.step(),
                signature.role(),
                signature.person(),
                signature.onBehalfOf(),
                signature.position() == null ? entry.position() : signature.position())).toList();
    }

    /** The hands that approved the payment an entry is about: maker, checker, approver; null where it is about none. */
    List<Hand> approving(Entry entry) {
        Approval approval = approvals.get(entry.position());
        return approval == null ? null : under(approval.rows());
    }

    /** The number of the document an entry rests on, or, for a payment, its allotment; null where there is none. */
    String document(Entry entry) {
        if (entry.envelope().document() != null) {
            return entry.envelope().document().number();
        }
        Approval approval = approvals.get(entry.position());
        return approval == null ? null : approval.document();
    }

    Hand hand(Step step, Role role, PersonRef person, PersonRef onBehalfOf, long position) {
        Optional<Signer> signer = Optional.ofNullable(named.get(person));
        return new Hand(step, role, person, signer.map(Signer::name).orElse(null), signer.map(Signer::post).orElse(null),
                onBehalfOf, onBehalfOf == null || !named.containsKey(onBehalfOf) ? null : named.get(onBehalfOf).name(), position);
    }

    Concerned concerned(PersonRef person) {
        Optional<Signer> known = Optional.ofNullable(named.get(person));
        return new Concerned(person, known.map(Signer::name).orElse(null), known.map(Signer::post).orElse(null));
    }
}
