package fundtrail.query.entity;

import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.id.DelegationId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.PersonRef;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What one person may sign in another's stead.
 *
 * @param from       the delegator
 * @param to         the delegate
 * @param division   in whose books
 * @param commands   the commands' names
 * @param limit      the greatest amount the delegate may sign; absent: the delegator's own
 * @param validFrom  the first day, by recordedAt
 * @param validUntil the last day
 * @param grantedAt  when it was recorded
 * @param revokedAt  when its revocation was recorded; absent until it is
 */
public record Delegation(
        DelegationId delegation,
        PersonRef from,
        PersonRef to,
        DivisionCode division,
        List<String> commands,
        @MayBeAbsent Money limit,
        LocalDate validFrom,
        LocalDate validUntil,
        Instant grantedAt,
        @MayBeAbsent Instant revokedAt) {

    public Delegation {
        commands = List.copyOf(commands);
    }

    public Delegation revoked(Instant at) {
        return new Delegation(delegation, from, to, division, commands, limit, validFrom, validUntil, grantedAt, at);
    }

    /** Whether it can be used on a day. */
    public boolean isActive(LocalDate day) {
        return revokedAt == null && !day.isBefore(validFrom) && !day.isAfter(validUntil);
    }

    /** Whether it serves for a command and an amount; null: no amount. */
    public boolean covers(String command, Money amount) {
        return commands.contains(command) && (limit == null || amount == null || limit.covers(amount));
    }
}
