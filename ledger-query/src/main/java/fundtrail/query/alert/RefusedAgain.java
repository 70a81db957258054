package fundtrail.query.alert;

import fundtrail.contract.Fraction;
import fundtrail.contract.Role;
import fundtrail.contract.fact.AuthorityMatrixSet.Signer;
import fundtrail.contract.fact.CommandRefused;
import fundtrail.contract.id.DivisionCode;
import fundtrail.query.alert.Judging.Spoken;
import fundtrail.query.entity.Alert.Subject;
import fundtrail.query.entity.AuthorityMatrix;
import fundtrail.query.entity.Kind;
import fundtrail.query.entity.Noted;
import fundtrail.query.entity.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.Map;

/**
 * One person's wishes were refused for the safety of money so many times within some days: by a hold or a stay, above a
 * ceiling, by a hand of one's own. It speaks in each division in which the person may give such a wish a hand, and then begins
 * to count anew.
 */
final class RefusedAgain implements AlertRule {
    private static final String TIMES = "times";
    private static final String DAYS = "days";

    @Override
    public RuleName name() {
        return RuleName.REFUSED_AGAIN;
    }

    @Override
    public Map<String, Tuning.Sort> parameters() {
        return Map.of(TIMES, Tuning.Sort.COUNT, DAYS, Tuning.Sort.COUNT);
    }

    @Override
    public void judge(Judging fact, Tuning tuning) {
        if (!(fact.entry().fact() instanceof CommandRefused refused)) {
            return;
        }
        List<Noted> near = new ArrayList<>(fact.noted(refused.person().value()).stream()
                .filter(one -> !one.recordedOn().isBefore(fact.recordedOn().minusDays(tuning.count(DAYS))))
                .toList());
        near.subList(0, Math.max(0, near.size() + 1 - Math.max(1, tuning.count(TIMES)))).clear(); // the last ones are enough
        List<Long> earlier = near.stream().map(Noted::position).toList();
        near.add(fact.here(refused.code(), null, null));
        boolean enough = near.size() >= tuning.count(TIMES);
        fact.note(refused.person().value(), enough ? List.of() : near);
        if (enough) {
            divisions(fact, refused).forEach(division -> fact.speak(new Spoken(division, null, Subject.PERSON, refused.person().value(), null,
                    Fraction.of(near.size()), Fraction.of(tuning.count(TIMES)), earlier)));
        }
    }

    /** Of one who may give it no hand anywhere, each division in which a role is held. */
    private static List<DivisionCode> divisions(Judging fact, CommandRefused refused) {
        List<Person.Term> held = fact.known(Kind.PERSON, refused.person()).map(Person::held).orElse(List.of());
        Set<Role> hands = fact.known(Kind.AUTHORITY_MATRIX, AuthorityMatrix.ID).map(AuthorityMatrix::rows).orElse(List.of()).stream()
                .filter(row -> row.command().equals(refused.command()))
                .flatMap(row -> row.hands().stream())
                .flatMap(List::stream)
                .map(Signer::role)
                .collect(Collectors.toSet());
        List<Person.Term> able = held.stream().filter(term -> hands.contains(term.role())).toList();
        return (able.isEmpty() ? held : able).stream().map(Person.Term::division).distinct().toList();
    }
}
