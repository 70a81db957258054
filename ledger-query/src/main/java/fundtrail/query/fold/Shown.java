package fundtrail.query.fold;

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

    /** To the institutions themselves and to the bureaus of their divisions. */
    static Set<String> institution(Earlier earlier, InstitutionId... institutions) {
        Set<String> circles = new HashSet<>();
        for (InstitutionId institution : institutions) {
            if (institution != null) {
                circles.add(Circles.institution(institution));
                earlier.latest(Kind.INSTITUTION, institution).map(Institution::division).map(Circles::bureau).ifPresent(circles::add);
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
