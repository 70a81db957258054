package fundtrail.query.access;

import fundtrail.contract.Role;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PersonRef;

/**
 * The people who may see things of one kind and one owner. What is projected names its circles; the roles a person holds
 * say to which circles that person belongs ({@link AccessTable}); nothing else decides what is seen. Circles are compared
 * whole: 330500 opens nothing of 330521.
 *
 * @param whom the division, institution or person; empty for the ledger as a whole; of a hand asked for, the role first
 */
public record Circle(Thing thing, Reach reach, String whom) {

    public static Circle ledger(Thing thing) {
        return new Circle(thing, Reach.LEDGER, "");
    }

    public static Circle division(Thing thing, DivisionCode division) {
        return new Circle(thing, Reach.DIVISION, division.value());
    }

    public static Circle institution(Thing thing, InstitutionId institution) {
        return new Circle(thing, Reach.INSTITUTION, institution.value());
    }

    /** Whoever a later fact lets see one thing, such as a case. */
    public static Circle withItsFact(Thing thing, String whom) {
        return new Circle(thing, Reach.WITH_ITS_FACT, whom);
    }

    public static Circle person(Thing thing, PersonRef person) {
        return new Circle(thing, Reach.ONESELF, person.value());
    }

    /** Whoever holds the role, wherever: what is for the whole ledger may wait for a hand of theirs. */
    public static Circle toSign(Role role) {
        return new Circle(Thing.TO_SIGN, Reach.LEDGER, role.name());
    }

    /** Whoever holds the role in the division. */
    public static Circle toSign(Role role, DivisionCode division) {
        return new Circle(Thing.TO_SIGN, Reach.DIVISION, role + "/" + division);
    }

    /** Whoever signed, for as long as they hold the role in which they did, where they did. */
    public static Circle hand(PersonRef person, HeldRole role) {
        return new Circle(Thing.OWN_HAND, Reach.ONESELF,
                person + "/" + role.role() + "/" + role.division() + (role.institution() == null ? "" : "/" + role.institution()));
    }

    /** @throws IllegalArgumentException when it is none that {@link #toString} made */
    public static Circle parse(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("\"" + text + "\" names no circle");
        }
        return new Circle(Thing.valueOf(parts[0]), Reach.valueOf(parts[1]), parts[2]);
    }

    /** As it stands in the store: no spaces, and no colon but the two. */
    @Override
    public String toString() {
        return thing + ":" + reach + ":" + whom;
    }
}
