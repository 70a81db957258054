package fundtrail.query.fold;

import static fundtrail.query.entity.Kind.COMMUNITY;
import static fundtrail.query.entity.Kind.INSTITUTION;

import fundtrail.contract.Entry;
import fundtrail.contract.fact.InstitutionChanged;
import fundtrail.contract.fact.MedicalCommunityFormed;
import fundtrail.contract.fact.MembershipChanged;
import fundtrail.contract.id.InstitutionId;
import fundtrail.query.access.Circle;
import fundtrail.query.access.Thing;
import fundtrail.query.entity.Community;
import fundtrail.query.entity.Institution;
import fundtrail.query.entity.Institution.InstitutionChange;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What becomes of institutions, and the medical communities they form. */
final class CommunityFold implements Fold {
    @Override
    public void fold(Entry entry, Earlier earlier, Outcome outcome) {
        switch (entry.fact()) {
            case InstitutionChanged changed -> change(earlier, outcome, changed.institution(), known -> known.changed(
                    new InstitutionChange(changed.validFrom(), changed.creditCode(), changed.name(), changed.type(), changed.ownership(),
                            changed.legalStatus(), changed.legalPerson(), entry.position())));
            case MedicalCommunityFormed formed -> {
                outcome.now(COMMUNITY, formed.community(), Set.of(Circle.division(Thing.INSTITUTIONS, formed.division())),
                        new Community(formed.community(), formed.name(), formed.division(),
                                List.of(new Community.Stage(formed.validFrom(), formed.lead(), formed.members()))));
                formed.members().forEach(member -> change(earlier, outcome, member, known ->
                        known.joined(formed.community(), formed.validFrom())));
            }
            case MembershipChanged changed -> {
                earlier.version(COMMUNITY, changed.community().value()).ifPresent(known -> outcome.now(
                        COMMUNITY, known.id(), known.shownTo(),
                        known.body().changed(changed.validFrom(), changed.joins(), changed.leaves(), changed.lead())));
                changed.leaves().forEach(member -> change(earlier, outcome, member, known ->
                        known.left(changed.community(), changed.validFrom())));
                changed.joins().forEach(member -> change(earlier, outcome, member, known ->
                        known.joined(changed.community(), changed.validFrom())));
            }
            default -> { }
        }
    }

    private static void change(Earlier earlier, Outcome outcome, InstitutionId id, UnaryOperator<Institution> change) {
        earlier.version(INSTITUTION, id.value())
                .ifPresent(known -> outcome.now(INSTITUTION, id, known.shownTo(), change.apply(known.body())));
    }
}
