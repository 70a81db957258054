package fundtrail.query.read;

import fundtrail.query.access.Circle;
import fundtrail.query.access.Reach;
import fundtrail.query.access.Scope;
import fundtrail.query.access.Thing;
import fundtrail.query.asof.AsOf;
import fundtrail.query.store.Sql;
import java.util.List;

/**
 * The conditions by which every statement is cut to its reader: facts, entities, lines. They stand in the statement
 * itself, so that what may not be seen is neither fetched nor counted and costs no further statement.
 */
final class Visible {
    private Visible() {}

    /** Of {@code fact}: what counts and is known by a moment, and is shown to one of the reader's circles. */
    static Sql facts(AsOf asOf, Scope scope) {
        return Sql.of("fact.position <= ? and fact.effective_date <= ?", asOf.knownPosition(), asOf.effective())
                .and("and")
                .and(shownTo(scope));
    }

    /** Of {@code fact}: whether it is shown to the reader. */
    static Sql shown(Scope scope) {
        return shownTo(scope);
    }

    /** Of {@code fact}: whether the reader may have its stored bytes, which opens nothing of the fact itself. */
    static Sql entry(Scope scope) {
        return Sql.of("audience = any(array(select audience.id from audience where audience.shown_to && ?))", scope.of(Thing.ENTRIES));
    }

    /** Of {@code version_of}: an entity's circles are the same in each of its versions. */
    static Sql versions(Scope scope) {
        return shownTo(scope);
    }

    /** Of {@code line}: what counts and is known by a moment, on the reader's books. */
    static Sql lines(AsOf asOf, Scope scope) {
        return Sql.of("position <= ? and effective_date <= ? and", asOf.knownPosition(), asOf.effective()).and(books(scope));
    }

    /**
     * Of {@code line} and {@code line_key}: the books of the reader's divisions and institutions. An institution's are without
     * what was clawed back of it and not demanded yet.
     */
    static Sql books(Scope scope) {
        return Sql.of("(division = any(?) or institution = any(?)", scope.whose(Thing.MONEY, Reach.DIVISION), scope.whose(Thing.MONEY, Reach.INSTITUTION))
                .and("and (clawback is null or '" + Circle.withItsFact(Thing.MONEY, "") + "' || clawback = any(").and(opened(scope)).and(")))");
    }

    /** Of {@code general_key}, for whoever sees no institution's lines alone. */
    static Sql generalBooks(Scope scope) {
        return Sql.of("division = any(?)", scope.whose(Thing.MONEY, Reach.DIVISION));
    }

    /** One's own circles, and those that later facts opened to them. Nothing is shown for its bytes alone. */
    private static Sql shownTo(Scope scope) {
        return Sql.of("audience = any(array(select audience.id from audience where audience.shown_to && (?::text[] ||", shownBy(scope))
                .and(opened(scope))
                .and(")))");
    }

    private static Sql opened(Scope scope) {
        return Sql.of("""
                array(select opened.id from entity_version opened where opened.kind = 'opened' and opened.audience = any(
                    array(select whom.id from audience whom where whom.shown_to && ?)))""", shownBy(scope));
    }

    private static List<Circle> shownBy(Scope scope) {
        return scope.circles().stream().filter(circle -> circle.thing() != Thing.ENTRIES).toList();
    }
}
