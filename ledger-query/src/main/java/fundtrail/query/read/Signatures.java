package fundtrail.query.read;

import fundtrail.contract.Entry;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.fact.DisbursementBatchApprovedRows;
import fundtrail.contract.id.PersonRef;
import fundtrail.query.access.Scope;
import fundtrail.query.access.Signers;
import fundtrail.query.asof.AsOf;
import fundtrail.query.entity.Allotment;
import fundtrail.query.entity.Kind;
import fundtrail.query.entity.Payment;
import fundtrail.query.entity.Version;
import fundtrail.query.fold.LedgerFold;
import fundtrail.query.read.Hands.Approval;
import fundtrail.query.store.JdbcStore;
import fundtrail.query.store.Sql;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Finds the hands under entries, and their voucher numbers. A payment is executed by the cashier alone; who made, checked and approved it stands
 * under the rows it was approved among, so those hands are found as well. Whoever may see a fact may see its signers.
 */
public final class Signatures {
    private final Signers signers;
    private final DataSource source;
    private final JdbcStore store;
    private final LedgerFold fold;
    private final Vouchers vouchers;

    public Signatures(Signers signers, DataSource source, LedgerFold fold) {
        this.signers = signers;
        this.source = source;
        this.store = new JdbcStore(source);
        this.fold = fold;
        this.vouchers = new Vouchers(source);
    }

    /** @param scope the reader's: an allotment that is another's lends no document */
    Hands under(Collection<Entry> entries, AsOf asOf, Scope scope) {
        Map<Long, Approval> approvals = approvals(entries, asOf, scope);
        return new Hands(
                signers.named(Stream.concat(entries.stream(), approvals.values().stream().map(Approval::rows))
                        .flatMap(entry -> entry.envelope().hands().stream())
                        .toList()),
                approvals,
                vouchers.of(entries));
    }

    /** The hands under proposals, and whom they name: names alone are looked up. */
    Hands of(Collection<PersonRef> people) {
        return new Hands(signers.named(people), Map.of(), Map.of());
    }

    private Map<Long, Approval> approvals(Collection<Entry> entries, AsOf asOf, Scope scope) {
        Map<Long, String> paymentOf = new HashMap<>();
        entries.forEach(entry -> payment(entry).ifPresent(payment -> paymentOf.put(entry.position(), payment)));
        Map<String, Payment> payments = latest(Kind.PAYMENT, paymentOf.values(), asOf, scope);
        Map<String, Allotment> allotments =
                latest(Kind.ALLOTMENT, payments.values().stream().map(payment -> payment.allotment().value()).toList(), asOf, scope);
        Map<Long, Entry> rows = entries(payments.values().stream().map(Payment::approvedAt).toList());
        Map<Long, Approval> approvals = new HashMap<>();
        paymentOf.forEach((position, id) -> {
            Payment payment = payments.get(id);
            if (payment != null) {
                Allotment allotment = allotments.get(payment.allotment().value());
                String document = allotment == null || allotment.document() == null ? null : allotment.document().number();
                approvals.put(position, new Approval(rows.get(payment.approvedAt()), document));
            }
        });
        return approvals;
    }

    private static Optional<String> payment(Entry entry) {
        if (entry.fact() instanceof DisbursementBatchApprovedRows) {
            return Optional.empty();
        }
        return entry.fact().tags().stream().filter(tag -> tag.key().equals(Tags.PAYMENT)).map(Tag::value).findFirst();
    }

    private <T> Map<String, T> latest(Kind<T> kind, Collection<String> ids, AsOf asOf, Scope scope) {
        return ids.isEmpty()
                ? Map.of()
                : store.versions(kind, ids, asOf.knownPosition()).stream()
                        .filter(version -> !Collections.disjoint(version.shownTo(), scope.circles()))
                        .collect(Collectors.toMap(Version::id, Version::body));
    }

    private Map<Long, Entry> entries(List<Long> positions) {
        return positions.isEmpty()
                ? Map.of()
                : Sql.of("select entry from fact where position = any(?::bigint[])", positions)
                        .list(source, row -> fold.decode(row.getBytes("entry")))
                        .stream()
                        .collect(Collectors.toMap(Entry::position, Function.identity()));
    }
}
