package fundtrail.command.known;

import fundtrail.contract.Purse;
import fundtrail.contract.id.InstitutionId;
import java.util.function.Predicate;

/**
 * One institution goes on in another.
 *
 * @param settled whether a year of the institution that ends is settled, and so stays in its name
 */
record Merger(InstitutionId from, InstitutionId into, Predicate<InstitutionYear> settled) {
    /** Who it is from now on. */
    InstitutionId of(InstitutionId institution) {
        return from.equals(institution) ? into : institution;
    }

    /** Whose it is from now on. */
    Purse of(Purse purse) {
        return from.equals(purse.institution()) ? purse.of(into, purse.programme()) : purse;
    }

    /** In whose name the year is settled from now on. */
    InstitutionYear of(InstitutionYear year) {
        return from.equals(year.institution()) && !settled.test(year) ? inAnyCase(year) : year;
    }

    /** The same, settled or not. */
    InstitutionYear inAnyCase(InstitutionYear year) {
        return new InstitutionYear(of(year.institution()), year.programme(), year.budgetYear());
    }
}
