package fundtrail.query.fold;

import static fundtrail.query.access.Thing.INSTITUTIONS;
import static fundtrail.query.access.Thing.MONEY;

import fundtrail.contract.Line;
import fundtrail.contract.Lines;
import fundtrail.contract.Signature;
import fundtrail.contract.fact.DelegationGranted;
import fundtrail.contract.fact.InstitutionRegistered.InstitutionType;
import fundtrail.contract.fact.InstitutionRegistered;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PersonRef;
import fundtrail.query.access.Circle;
import fundtrail.query.access.HeldRole;
import fundtrail.query.access.Thing;
import fundtrail.query.entity.Institution;
import fundtrail.query.entity.Kind;
import fundtrail.query.entity.Person;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whom something is shown to, found from what was known when it was recorded. An entity keeps the circles of its first
 * fact for ever, so that a list can be cut to its reader before it is read.
 */
final class Shown {
    private Shown() {}

    /** To the institution itself and to its division; a lower division's bureau to everybody, as upper levels pass money down to it. */
    static Set<Circle> institution(InstitutionRegistered one) {
        Circle whole = one.type() == InstitutionType.FINANCE_BUREAU
                ? Circle.ledger(Thing.RULES)
                : Circle.institution(INSTITUTIONS, one.institution());
        return Set.of(Circle.division(INSTITUTIONS, one.division()), whole);
    }

    /** To the institution something is about, and to its division. */
    static Set<Circle> institution(Thing thing, Earlier earlier, InstitutionId institution) {
        Set<Circle> circles = new HashSet<>();
        circles.add(Circle.institution(thing, institution));
        earlier.latest(Kind.INSTITUTION, institution)
                .map(Institution::division)
                .map(division -> Circle.division(thing, division))
                .ifPresent(circles::add);
        return circles;
    }

    /** To whoever holds a role in a division: its bureau, and all whom it pays by them. */
    static Set<Circle> rules(DivisionCode division) {
        return Set.of(Circle.division(Thing.RULES, division));
    }

    /** To a division and to the institution its money is for. */
    static Set<Circle> money(DivisionCode division, InstitutionId institution) {
        return Set.of(Circle.division(MONEY, division), Circle.institution(MONEY, institution));
    }

    /** To a division alone. */
    static Set<Circle> money(DivisionCode division) {
        return Set.of(Circle.division(MONEY, division));
    }

    /** To the divisions on whose books the lines stand. */
    static Set<Circle> money(Lines lines) {
        return lines.list().stream().map(line -> Circle.division(MONEY, line.division())).collect(Collectors.toCollection(HashSet::new));
    }

    /** To whom it benefits, to whose account receives it, and to the division whose authority it spends. */
    static Set<Circle> payment(Lines lines, AllotmentId allotment, InstitutionId beneficiary, InstitutionId payee) {
        Set<Circle> circles = new HashSet<>();
        circles.add(Circle.institution(MONEY, beneficiary));
        if (payee != null) {
            circles.add(Circle.institution(MONEY, payee));
        }
        for (Line line : lines) {
            if (allotment.equals(line.allotment())) {
                circles.add(Circle.division(MONEY, line.division()));
            }
        }
        return circles;
    }

    /** To each of the hands, and to whoever lent one, as long as the role is held in which they signed. */
    static Set<Circle> hands(Earlier earlier, List<Signature> signatures) {
        Set<Circle> circles = new HashSet<>();
        for (Signature signature : signatures) {
            PersonRef whose = signature.onBehalfOf() == null ? signature.person() : signature.onBehalfOf();
            held(earlier, whose).stream().filter(role -> role.role() == signature.role())
                    .forEach(role -> circles.add(Circle.hand(whose, role)));
            if (!whose.equals(signature.person())) {
                held(earlier, signature.person()).forEach(role -> circles.add(Circle.hand(signature.person(), role)));
            }
        }
        return circles;
    }

    /** To those who keep people, and to the person. */
    static Set<Circle> person(PersonRef person) {
        return Set.of(Circle.ledger(Thing.PEOPLE), Circle.person(Thing.PEOPLE, person));
    }

    /** To those who keep people, to the division in whose books it serves, and to the two persons. */
    static Set<Circle> delegation(DelegationGranted lent) {
        return Set.of(Circle.ledger(Thing.DELEGATIONS), Circle.division(Thing.DELEGATIONS, lent.division()),
                Circle.person(Thing.DELEGATIONS, lent.from()), Circle.person(Thing.DELEGATIONS, lent.to()));
    }

    /** The roles a person held. */
    static List<HeldRole> held(Earlier earlier, PersonRef person) {
        return earlier.latest(Kind.PERSON, person).map(Person::held).orElse(List.of()).stream().map(HeldRole::of).toList();
    }
}
