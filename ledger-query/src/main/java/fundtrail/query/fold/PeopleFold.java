package fundtrail.query.fold;

import static fundtrail.query.entity.Kind.DELEGATION;
import static fundtrail.query.entity.Kind.PERSON;

import fundtrail.contract.Entry;
import fundtrail.contract.fact.DelegationGranted;
import fundtrail.contract.fact.DelegationRevoked;
import fundtrail.contract.fact.PersonErased;
import fundtrail.contract.fact.PersonRegistered;
import fundtrail.contract.fact.RoleGranted;
import fundtrail.contract.fact.RoleRevoked;
import fundtrail.contract.id.PersonRef;
import fundtrail.query.entity.Delegation;
import fundtrail.query.entity.Person;
import java.util.List;
import java.util.function.UnaryOperator;

/** People by reference, their roles, and what they may sign in each other's stead. */
final class PeopleFold implements Fold {
    @Override
    public void fold(Entry entry, Earlier earlier, Outcome outcome) {
        switch (entry.fact()) {
            case PersonRegistered registered -> outcome.now(
                    PERSON,
                    registered.person(),
                    Shown.person(registered.person()),
                    new Person(registered.person(), registered.registryHash(), earlierRoles(earlier, registered.person()), null));
            case PersonErased erased -> change(earlier, outcome, erased.person(), person -> person.erased(entry.recordedAt()));
            case RoleGranted granted -> change(earlier, outcome, granted.person(), person ->
                    person.granted(granted.role(), granted.division(), granted.body(), granted.institution(), entry.recordedAt()));
            case RoleRevoked revoked -> change(earlier, outcome, revoked.person(), person ->
                    person.revoked(revoked.role(), revoked.division(), revoked.body(), revoked.institution(), entry.recordedAt()));
            case DelegationGranted lent -> outcome.now(
                    DELEGATION,
                    lent.delegation(),
                    Shown.delegation(lent),
                    new Delegation(lent.delegation(), lent.from(), lent.to(), lent.division(), lent.commands(), lent.limit(),
                            lent.validFrom(), lent.validUntil(), entry.recordedAt(), null));
            case DelegationRevoked back -> earlier.version(DELEGATION, back.delegation().value()).ifPresent(known ->
                    outcome.now(DELEGATION, back.delegation(), known.shownTo(), known.body().revoked(entry.recordedAt())));
            default -> { }
        }
    }

    /** A person registered anew, with a corrected registry row, keeps the roles held. */
    private static List<Person.Term> earlierRoles(Earlier earlier, PersonRef person) {
        return earlier.latest(PERSON, person).map(Person::roles).orElse(List.of());
    }

    private static void change(Earlier earlier, Outcome outcome, PersonRef person, UnaryOperator<Person> change) {
        earlier.version(PERSON, person.value())
                .ifPresent(known -> outcome.now(PERSON, person, known.shownTo(), change.apply(known.body())));
    }
}
