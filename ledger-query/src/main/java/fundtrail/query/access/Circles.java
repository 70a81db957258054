package fundtrail.query.access;

import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PersonRef;

/**
 * The circles of people a fact or an entity can be shown to. What is projected names its circles; a person's roles say
 * to which circles they belong ({@link Grants}); nothing else decides what is seen.
 */
public final class Circles {
    /** Whoever holds any role. */
    public static final String ALL = "all";
    /** Whoever keeps people anywhere: administrators and auditors. */
    public static final String PEOPLE = "people";

    private Circles() {}

    /** The bureau's roles, supervisors and auditors of a division. */
    public static String bureau(DivisionCode division) {
        return "bureau:" + division;
    }

    /** Administrators and auditors of a division. */
    public static String people(DivisionCode division) {
        return "people:" + division;
    }

    /** Who sees other people's refusals in a division: its bureau heads and auditors. */
    public static String refusals(DivisionCode division) {
        return "refusals:" + division;
    }

    /** An institution's accountants and signatories. */
    public static String institution(InstitutionId institution) {
        return "institution:" + institution;
    }

    /** One person. */
    public static String person(PersonRef person) {
        return "person:" + person;
    }
}
