package fundtrail.query.fold;

import fundtrail.contract.Line;
import fundtrail.contract.Lines;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PersonRef;
import fundtrail.query.access.Circles;
import fundtrail.query.entity.Institution;
import fundtrail.query.entity.Kind;
import fundtrail.query.entity.Person;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Whom something may be shown to, found from what was known when it was recorded. */
final class Shown {
    private Shown() {}

    /** To the institution itself and to the bureau of its division. */
    static Set<String> institution(Earlier earlier, InstitutionId institution) {
        Set<String> circles = new HashSet<>();
        circles.add(Circles.institution(institution));
        earlier.latest(Kind.INSTITUTION, institution).map(Institution::division).map(Circles::bureau).ifPresent(circles::add);
        return circles;
    }

    /** To whom it benefits, to whose account receives it, and to the bureau whose authority it spends. */
    static Set<String> payment(Lines lines, AllotmentId allotment, InstitutionId beneficiary, InstitutionId payee) {
        Set<String> circles = new HashSet<>();
        circles.add(Circles.institution(beneficiary));
        if (payee != null) {
            circles.add(Circles.institution(payee));
        }
        for (Line line : lines) {
            if (allotment.equals(line.allotment())) {
                circles.add(Circles.bureau(line.division()));
            }
        }
        return circles;
    }

    /** To the bureaus of the divisions in which a person holds a role, and to that person. */
    static Set<String> bureausOf(Earlier earlier, PersonRef person) {
        Set<String> circles = held(earlier, person).stream()
                .map(term -> Circles.bureau(term.division()))
                .collect(Collectors.toCollection(HashSet::new));
        circles.add(Circles.person(person));
        return circles;
    }

    /** The roles a person held. */
    static List<Person.Term> held(Earlier earlier, PersonRef person) {
        return earlier.latest(Kind.PERSON, person).map(Person::held).orElse(List.of());
    }
}
