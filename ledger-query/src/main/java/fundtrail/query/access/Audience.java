package fundtrail.query.access;

import java.util.function.Predicate;

/**
 * Who is let in to a route at all, by the role alone and never by what is asked for. What they then see of it is their
 * {@link Scope}'s.
 */
public enum Audience {
    /** Anybody, without a token. */
    ANYONE(_ -> true),
    /** A registered person holding a role. */
    READERS(scope -> !scope.circles().isEmpty()),
    /** Who sees a division's books whole: the bureau's roles, supervisors, auditors. */
    BUREAU(scope -> !scope.whose(Thing.MONEY, Reach.DIVISION).isEmpty()),
    /** Who inquires into claims, or judges such an inquiry: inspectors, legal officers, auditors. */
    INQUIRERS(scope -> !scope.of(Thing.CASES).isEmpty() || !scope.of(Thing.JUDGED).isEmpty()),
    /** An auditor. */
    AUDITORS(scope -> !scope.of(Thing.ENTRIES).isEmpty()),
    /** An administrator or an auditor. */
    KEEPERS_OF_PEOPLE(scope -> scope.circles().contains(Circle.ledger(Thing.PEOPLE)));

    private final Predicate<Scope> isFor;

    Audience(Predicate<Scope> isFor) {
        this.isFor = isFor;
    }

    boolean isFor(Scope scope) {
        return isFor.test(scope);
    }
}
