package fundtrail.command.axon;

import fundtrail.contract.EntryCodec;
import fundtrail.contract.Envelope;
import fundtrail.contract.Fact;
import fundtrail.contract.fact.BudgetAllotted;
import fundtrail.contract.fact.DisbursementBatchApproved;
import fundtrail.contract.fact.EntryReversed;
import fundtrail.contract.fact.FundSourceRegistered;
import fundtrail.contract.fact.InstitutionRegistered;
import fundtrail.contract.fact.LedgerOpened;
import fundtrail.contract.fact.PayeeAccountRegistered;
import fundtrail.contract.fact.PaymentConfirmed;
import fundtrail.contract.fact.PaymentHoldPlaced;
import fundtrail.contract.fact.PaymentReturned;
import fundtrail.contract.fact.PersonRegistered;
import fundtrail.contract.fact.ProposalSubmitted;
import fundtrail.contract.fact.RuleSetPublished;
import fundtrail.contract.fact.TreasuryAccountRegistered;
import fundtrail.eventstore.Encoded;
import fundtrail.eventstore.EventCodec;
import fundtrail.eventstore.StoredEvent;
import fundtrail.eventstore.Unique;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.messaging.eventhandling.EventMessage;

/** Facts as the event store keeps them: the contract's bytes, and what must be unique for ever. */
public final class LedgerEventCodec implements EventCodec {
    private final EntryCodec codec = new EntryCodec();

    @Override
    public Encoded encode(EventMessage event) {
        Fact fact = FactMessages.fact(event);
        Envelope envelope = FactMessages.envelope(event);
        return new Encoded(envelope.eventId(), envelope.version(), codec.tail(envelope, fact), uniques(event, envelope, fact));
    }

    @Override
    public EventMessage decode(StoredEvent stored) {
        return FactMessages.message(codec.decode(stored.entry()));
    }

    /** The lane has already seen to it that these are new; the database would refuse a second one all the same. */
    private static List<Unique> uniques(EventMessage event, Envelope envelope, Fact fact) {
        List<Unique> uniques = new ArrayList<>(2);
        if (envelope.key() != null && FactMessages.leads(event)) {
            uniques.add(new Unique("wish", envelope.actor() + " " + envelope.key()));
        }
        switch (fact) {
            case LedgerOpened opened -> uniques.add(new Unique("ledger", "opened"));
            case PersonRegistered person -> uniques.add(new Unique("registryRow", person.registryHash()));
            case RuleSetPublished rules -> uniques.add(new Unique("ruleSet", rules.ruleSet().value()));
            case InstitutionRegistered institution -> {
                uniques.add(new Unique("institution", institution.institution().value()));
                uniques.add(new Unique("creditCode", institution.creditCode().value()));
            }
            case FundSourceRegistered source -> uniques.add(new Unique("fundSource", source.fundSource().value()));
            case TreasuryAccountRegistered account -> uniques.add(new Unique("bankAccount", account.bankAccount().value()));
            case PayeeAccountRegistered account -> uniques.add(new Unique("payeeAccount", account.payeeAccount().value()));
            case BudgetAllotted allotted -> uniques.add(new Unique("allotment", allotted.allotment().value()));
            case ProposalSubmitted proposal -> uniques.add(new Unique("proposal", proposal.proposal().value()));
            case DisbursementBatchApproved batch -> uniques.add(new Unique("batch", batch.batch().value()));
            case PaymentConfirmed confirmed when confirmed.bankRef() != null -> uniques.add(new Unique("bankRef", confirmed.bankRef()));
            case PaymentReturned returned -> uniques.add(new Unique("bankRef", returned.bankRef()));
            case PaymentHoldPlaced hold -> uniques.add(new Unique("hold", hold.hold().value()));
            case EntryReversed reversed -> uniques.add(new Unique("reverses", Long.toString(reversed.reverses())));
            default -> { }
        }
        return uniques;
    }
}
