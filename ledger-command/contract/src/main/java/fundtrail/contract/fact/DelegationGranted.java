package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Money;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.id.DelegationId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.PersonRef;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * 授权代理: while one person is away, another signs some commands in his stead: within the roles the delegator holds at
 * that moment, never further.
 *
 * @param from       the delegator
 * @param to         the delegate
 * @param division   in whose books; the delegator's roles elsewhere are not lent
 * @param commands   the commands' names, such as {@code DisburseBatch}; 1 to 50, in order, none twice
 * @param limit      the greatest amount the delegate may sign, in yuan; absent: the delegator's own
 * @param validFrom  the first day, by recordedAt in the ledger's time zone
 * @param validUntil the last day
 */
public record DelegationGranted(
        DelegationId delegation,
        PersonRef from,
        PersonRef to,
        DivisionCode division,
        List<String> commands,
        Money limit,
        LocalDate validFrom,
        LocalDate validUntil)
        implements Fact {
    public DelegationGranted {
        if (Stream.of(delegation, from, to, division, commands, validFrom, validUntil).anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("a delegation needs its id, both persons, its division, its commands, its first and its last day");
        }
        if (from.equals(to)) {
            throw new IllegalArgumentException("nobody is his own delegate");
        }
        commands = commands.stream().sorted().distinct().toList();
        if (commands.isEmpty() || commands.size() > 50) {
            throw new IllegalArgumentException("a delegation names 1 to 50 commands");
        }
        if (limit != null && !limit.isPositive()) {
            throw new IllegalArgumentException("a limit is a positive amount, not " + limit);
        }
        if (validUntil.isBefore(validFrom)) {
            throw new IllegalArgumentException("a delegation's last day " + validUntil + " is before its first " + validFrom);
        }
    }

    /** Whether it serves for the command, that amount and that day. */
    public boolean covers(String command, Money amount, LocalDate today) {
        return commands.contains(command)
                && (limit == null || amount == null || limit.covers(amount))
                && !today.isBefore(validFrom)
                && !today.isAfter(validUntil);
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(Tags.DELEGATION, delegation).and(Tags.PERSON, from).and(Tags.PERSON, to).set();
    }
}
