package fundtrail.command.issuerecoverydemand;

import fundtrail.command.decide.Command;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.id.ClawbackId;
import java.time.LocalDate;

/**
 * Demands what is outstanding of a claw-back; from then on the days to appeal run.
 *
 * @param amount what is outstanding, as its signer knows it
 * @param dueOn  the last day to pay it
 */
public record IssueRecoveryDemand(
        @MayBeAbsent LocalDate effectiveDate, @MayBeAbsent DocumentRef document, ClawbackId clawback, Money amount, LocalDate dueOn)
        implements Command {}
