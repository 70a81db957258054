package fundtrail.command.decide;

import fundtrail.contract.id.PersonRef;
import fundtrail.contract.id.ProposalId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * When, by whom and on what ground a wish is decided. Handed to {@code decide}, which has no clock of its own.
 *
 * @param recordedAt    when the ledger learns it: holds, roles, limits and account rules are judged at this instant
 * @param today         the same as a date in the ledger's zone
 * @param effectiveDate when it counts: the wish's, or today
 * @param hands         whose wish it is: everyone who had a hand in it so far, its maker first; who signed in another's
 *                      stead is followed by that other
 * @param proposal      the proposal it comes from; {@code null} when one signature sufficed
 */
public record Moment(Instant recordedAt, LocalDate today, LocalDate effectiveDate, List<PersonRef> hands, ProposalId proposal) {}
