package fundtrail.command.grantdelegation;

import fundtrail.command.decide.Command;
import fundtrail.command.decide.Form;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.fact.DelegationGranted;
import fundtrail.contract.id.DelegationId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.PersonRef;
import java.time.LocalDate;
import java.util.List;

/**
 * Lends one's signature for some commands to somebody else while away; a superior signs it too. Counts from its
 * recording on, like all that is about people. Fields as in {@link DelegationGranted}.
 */
public record GrantDelegation(
        DelegationId delegation,
        PersonRef from,
        PersonRef to,
        DivisionCode division,
        List<String> commands,
        @MayBeAbsent Money limit,
        LocalDate validFrom,
        LocalDate validUntil)
        implements Command {
    /** @throws IllegalArgumentException when a fact could not carry it */
    public GrantDelegation {
        Form.count("commands", commands, 1, 50);
        if (commands != null) {
            commands.forEach(command -> Form.text("command", command, 80));
        }
        if (delegation != null && from != null && to != null && division != null && commands != null
                && validFrom != null && validUntil != null) {
            new DelegationGranted(delegation, from, to, division, commands, limit, validFrom, validUntil);
        }
    }
}
