package fundtrail.command.setauthoritymatrix;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.LOCKS_OUT;
import static fundtrail.command.decide.RefusalCode.MATRIX_INCOMPLETE;
import static fundtrail.command.decide.RefusalCode.MATRIX_UNSAFE;

import fundtrail.command.decide.Command;
import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Slice;
import fundtrail.command.known.Known;
import fundtrail.command.known.People;
import fundtrail.contract.Role;
import fundtrail.contract.fact.AuthorityMatrixSet;
import fundtrail.contract.fact.AuthorityMatrixSet.Row;
import fundtrail.contract.fact.LedgerOpened.Division;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

public final class SetAuthorityMatrixDecision {
    /** Roles that never sign for money: one looks after people, two only read. */
    private static final Set<Role> NEVER_MONEY = EnumSet.of(Role.AD, Role.AU, Role.SU);

    private SetAuthorityMatrixDecision() {}

    /** @param slices every command there is */
    public static Decision decide(
            SetAuthorityMatrix wish, Collection<Slice<? extends Command>> slices, Known known) {
        Set<String> commands = slices.stream().map(Slice::name).collect(Collectors.toCollection(TreeSet::new));
        Set<String> named = new TreeSet<>();
        Set<String> twice = new TreeSet<>();
        wish.rows().stream().map(Row::command).filter(command -> !named.add(command)).forEach(twice::add);
        if (!named.equals(commands) || !twice.isEmpty()) {
            return refused(MATRIX_INCOMPLETE, "rows")
                    .with("missing", without(commands, named))
                    .with("unknown", without(named, commands))
                    .with("twice", twice);
        }
        for (Slice<? extends Command> slice : slices) {
            Set<Role> wrong = new TreeSet<>(NEVER_MONEY);
            wrong.retainAll(roles(row(wish, slice.name())));
            if (slice.onMoney() && !wrong.isEmpty()) {
                return refused(MATRIX_UNSAFE, slice.name()).with("roles", wrong);
            }
        }
        List<Set<Role>> before = known.rules().signatures(People.GRANTING);
        List<Set<Role>> after = row(wish, People.GRANTING).signatures();
        for (Division division : known.ledger().divisions()) {
            if (known.people().canSign(before, division.code(), null)
                    && !known.people().canSign(after, division.code(), null)) {
                return refused(LOCKS_OUT, division.code()).with("roles", after).with("command", People.GRANTING);
            }
        }
        return accepted(new AuthorityMatrixSet(wish.rows()));
    }

    private static Row row(SetAuthorityMatrix wish, String command) {
        return wish.rows().stream().filter(row -> row.command().equals(command)).findFirst().orElseThrow();
    }

    private static Set<Role> roles(Row row) {
        return row.signatures().stream().flatMap(Set::stream).collect(Collectors.toSet());
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        return all.stream().filter(name -> !some.contains(name)).collect(Collectors.toCollection(TreeSet::new));
    }
}
