package fundtrail.command.known;

import fundtrail.command.memory.Fingerprint;
import fundtrail.command.memory.Fingerprints;
import fundtrail.command.memory.Table;
import fundtrail.contract.Entry;
import fundtrail.contract.fact.BudgetAllotted;
import fundtrail.contract.fact.BudgetReallocated;
import fundtrail.contract.fact.BudgetReduced;
import fundtrail.contract.fact.FundReceived;
import fundtrail.contract.fact.OpeningBalanceRecorded;
import fundtrail.contract.fact.OpeningBalanceRecordedRows;
import fundtrail.contract.fact.UsePlanRecorded;
import fundtrail.contract.id.AllotmentId;

/** Facts about authority and own-level money: the allotments they make and the references they use. */
final class AuthorityFacts implements Room {
    private final Table<AllotmentId, Allotment> allotments;
    private final Fingerprints bankRefs;

    AuthorityFacts(Table<AllotmentId, Allotment> allotments, Fingerprints bankRefs) {
        this.allotments = allotments;
        this.bankRefs = bankRefs;
    }

    @Override
    public boolean fold(Entry entry) {
        switch (entry.fact()) {
            case BudgetAllotted fact -> allotments.put(fact.allotment(), Allotment.of(fact, entry));
            case OpeningBalanceRecordedRows fact -> Allotment.in(fact, entry).forEach(one -> allotments.put(one.id(), one));
            case FundReceived fact -> bankRefs.put(Fingerprint.of(fact.bankRef()), entry.position());
            // All that a decision asks of these is in the balances.
            case BudgetReallocated _, BudgetReduced _, OpeningBalanceRecorded _, UsePlanRecorded _ -> { }
            default -> {
                return false;
            }
        }
        return true;
    }
}
