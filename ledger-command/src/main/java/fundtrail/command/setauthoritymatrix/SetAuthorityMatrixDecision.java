package fundtrail.command.setauthoritymatrix;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.LOCKS_OUT;
import static fundtrail.command.decide.RefusalCode.MATRIX_ADMINISTRATORS;
import static fundtrail.command.decide.RefusalCode.MATRIX_INCOMPLETE;
import static fundtrail.command.decide.RefusalCode.MATRIX_LIMIT_VOID;
import static fundtrail.command.decide.RefusalCode.MATRIX_ONE_BODY;
import static fundtrail.command.decide.RefusalCode.MATRIX_ONE_HAND;
import static fundtrail.command.decide.RefusalCode.MATRIX_UNSAFE;

import fundtrail.command.decide.Command;
import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Slice;
import fundtrail.command.known.Known;
import fundtrail.command.known.People;
import fundtrail.contract.Body;
import fundtrail.contract.Role;
import fundtrail.contract.fact.AuthorityMatrixSet;
import fundtrail.contract.fact.AuthorityMatrixSet.Row;
import fundtrail.contract.fact.AuthorityMatrixSet.Signer;
import fundtrail.contract.fact.LedgerOpened.Division;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A matrix knows every command once, lets nobody sign for money who only reads it or looks after people, leaves nothing
 * to administrators among themselves, keeps two hands where one person would otherwise do all, two bodies where both must answer, sets no limit where there is no
 * amount, and locks nobody out.
 */
public final class SetAuthorityMatrixDecision {
    /** Roles that never sign for money: one looks after people, two only read. */
    private static final Set<Role> NEVER_MONEY = EnumSet.of(Role.AD, Role.AU, Role.SU);
    /** Roles that commit no money besides: one pays it out (会计法, Article 37), one inspects it, two receive it. */
    private static final Set<Role> NEVER_COMMIT = EnumSet.of(Role.AD, Role.AU, Role.SU, Role.CS, Role.IN, Role.IA, Role.IS);

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
            boolean commits = slice.amount() != null && slice.fewestHands() > 1;
            Set<Role> wrong = new TreeSet<>(commits ? NEVER_COMMIT : NEVER_MONEY);
            wrong.retainAll(roles(row(wish, slice.name())));
            if (slice.onMoney() && !wrong.isEmpty()) {
                return refused(MATRIX_UNSAFE, slice.name()).with("roles", wrong);
            }
        }
        for (Slice<? extends Command> slice : slices) {
            int hands = row(wish, slice.name()).hands().size();
            if (hands < slice.fewestHands()) {
                return refused(MATRIX_ONE_HAND, slice.name()).with("hands", hands).with("fewest", slice.fewestHands());
            }
        }
        for (Row row : wish.rows()) {
            if (row.hands().stream().allMatch(hand -> hand.stream().anyMatch(signer -> signer.role() == Role.AD))) {
                return refused(MATRIX_ADMINISTRATORS, row.command());
            }
        }
        for (Slice<? extends Command> slice : slices) {
            if (slice.joint() && !isSignedByTwoBodies(row(wish, slice.name()))) {
                return refused(MATRIX_ONE_BODY, slice.name());
            }
        }
        for (Slice<? extends Command> slice : slices) {
            if (slice.amount() == null && hasLimit(row(wish, slice.name()))) {
                return refused(MATRIX_LIMIT_VOID, slice.name());
            }
        }
        Row before = known.rules().authority(People.GRANTING);
        Row after = row(wish, People.GRANTING);
        for (Division division : known.ledger().divisions()) {
            if (known.people().canSign(before, division.code(), null)
                    && !known.people().canSign(after, division.code(), null)) {
                return refused(LOCKS_OUT, division.code()).with("roles", roles(after)).with("command", People.GRANTING);
            }
        }
        return accepted(new AuthorityMatrixSet(wish.rows()));
    }

    /** Whether two of the hands can under no circumstances be of one body. */
    private static boolean isSignedByTwoBodies(Row row) {
        List<Set<Body>> hands = row.hands().stream().map(SetAuthorityMatrixDecision::bodies).toList();
        return hands.stream().anyMatch(one -> hands.stream().anyMatch(other -> Collections.disjoint(one, other)));
    }

    private static Set<Body> bodies(List<Signer> hand) {
        return hand.stream()
                .flatMap(signer -> signer.body() != null
                        ? Set.of(signer.body()).stream()
                        : Arrays.stream(Body.values()).filter(signer.role()::canBeOf))
                .collect(Collectors.toSet());
    }

    private static boolean hasLimit(Row row) {
        return row.hands().stream().flatMap(List::stream).anyMatch(signer -> signer.upTo() != null);
    }

    private static Row row(SetAuthorityMatrix wish, String command) {
        return wish.rows().stream().filter(row -> row.command().equals(command)).findFirst().orElseThrow();
    }

    private static Set<Role> roles(Row row) {
        return row.hands().stream().flatMap(List::stream).map(Signer::role).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        return all.stream().filter(name -> !some.contains(name)).collect(Collectors.toCollection(TreeSet::new));
    }
}
