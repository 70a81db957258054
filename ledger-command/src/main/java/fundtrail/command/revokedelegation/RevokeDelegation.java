package fundtrail.command.revokedelegation;

import fundtrail.command.decide.Command;
import fundtrail.contract.id.DelegationId;

/** Ends a delegation from its recording on. Not the delegator alone may ask: to take a power back is always safe. */
public record RevokeDelegation(DelegationId delegation) implements Command {}
