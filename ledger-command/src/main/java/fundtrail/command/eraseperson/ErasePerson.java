package fundtrail.command.eraseperson;

import fundtrail.command.decide.Command;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.fact.PersonErased.Reason;
import fundtrail.contract.id.PersonRef;

/**
 * Erases who a person was. For one who holds no role any more; counts from its recording on. Fields as in
 * {@link fundtrail.contract.fact.PersonErased}.
 */
public record ErasePerson(@MayBeAbsent DocumentRef document, PersonRef person, Reason reason) implements Command {}
