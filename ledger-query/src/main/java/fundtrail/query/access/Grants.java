package fundtrail.query.access;

import fundtrail.contract.Role;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PersonRef;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** What roles open: the one table of who may see what. */
public final class Grants {
    private Grants() {}

    /** The scope of a person who holds these roles. */
    public static Scope of(PersonRef person, Collection<HeldRole> roles) {
        Set<String> circles = new HashSet<>();
        Set<DivisionCode> divisions = new HashSet<>();
        Set<InstitutionId> institutions = new HashSet<>();
        boolean auditor = false;
        boolean keeper = false;
        for (HeldRole held : roles) {
            DivisionCode division = held.division();
            circles.add(Circles.ALL);
            circles.add(Circles.person(person));
            if (seesDivision(held.role())) {
                circles.add(Circles.bureau(division));
                divisions.add(division);
            }
            if (held.role() == Role.AU || held.role() == Role.BH) {
                circles.add(Circles.refusals(division));
            }
            if (held.role() == Role.AU || held.role() == Role.AD) {
                circles.add(Circles.PEOPLE);
                circles.add(Circles.people(division));
                keeper = true;
            }
            if (held.role().isOfInstitution()) {
                circles.add(Circles.institution(held.institution()));
                institutions.add(held.institution());
            }
            auditor |= held.role() == Role.AU;
        }
        return new Scope(circles, divisions, institutions, auditor, keeper);
    }

    /** A finance centre sees the institutions of its community; until communities are recorded, that is none. */
    private static boolean seesDivision(Role role) {
        return switch (role) {
            case CL, CK, CA, BH, BO, CS, HO, IN, LO, AU, SU -> true;
            case IA, IS, FC, AD -> false;
        };
    }
}
