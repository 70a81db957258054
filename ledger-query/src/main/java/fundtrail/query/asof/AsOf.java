package fundtrail.query.asof;

import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.fact.LedgerOpened.Purpose;
import java.time.Instant;
import java.time.LocalDate;

/**
 * At which two dates an answer was made; part of every answer.
 *
 * @param knownPosition the last position taken into account: with {@code effective}, what to cite
 * @param knownAt       when that position was recorded
 * @param effective     the last day counted
 * @param open          there and true when more may yet be recorded by the instant asked for, so that asking again may
 *                      give a later position
 * @param purpose       whether this is a rehearsal
 */
public record AsOf(long knownPosition, Instant knownAt, LocalDate effective, @MayBeAbsent Boolean open, Purpose purpose) {}
