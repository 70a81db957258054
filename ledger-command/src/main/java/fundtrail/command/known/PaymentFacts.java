package fundtrail.command.known;

import fundtrail.command.memory.Fingerprint;
import fundtrail.command.memory.Fingerprints;
import fundtrail.contract.Entry;
import fundtrail.contract.fact.DisbursementBatchApproved;
import fundtrail.contract.fact.DisbursementBatchApprovedRows;
import fundtrail.contract.fact.Paid;
import fundtrail.contract.fact.PaymentConfirmed;
import fundtrail.contract.fact.PaymentFileSent;
import fundtrail.contract.fact.PaymentReturned;
import fundtrail.contract.fact.ReservationReleased;

/** Takes what happens to a payment to all who keep some of it. */
record PaymentFacts(Payments payments, Reversals reversals, Fingerprints bankRefs) implements Room {
    @Override
    public boolean fold(Entry entry) {
        switch (entry.fact()) {
            case DisbursementBatchApprovedRows fact -> reversals.fold(fact, payments.fold(fact, entry));
            case DisbursementBatchApproved fact -> payments.fold(fact, entry);
            case Paid fact -> reversals.fold(fact, entry, payments.fold(fact, entry));
            case ReservationReleased fact -> payments.fold(fact);
            case PaymentFileSent fact -> payments.fold(fact);
            case PaymentConfirmed fact -> {
                if (fact.bankRef() != null) {
                    bankRefs.put(Fingerprint.of(fact.bankRef()), entry.position());
                }
                payments.fold(fact);
            }
            case PaymentReturned fact -> {
                bankRefs.put(Fingerprint.of(fact.bankRef()), entry.position());
                payments.fold(fact);
            }
            default -> {
                return false;
            }
        }
        return true;
    }
}
