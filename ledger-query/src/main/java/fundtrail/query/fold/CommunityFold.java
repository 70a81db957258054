package fundtrail.query.fold;

import static fundtrail.query.entity.Kind.COMMUNITY;
import static fundtrail.query.entity.Kind.INSTITUTION;

import fundtrail.contract.Entry;
import fundtrail.contract.fact.InstitutionChanged;
import fundtrail.contract.fact.MedicalCommunityFormed;
import fundtrail.contract.fact.MembershipChanged;
import fundtrail.contract.id.CommunityId;
import fundtrail.contract.id.InstitutionId;
import fundtrail.query.access.Circle;
import fundtrail.query.access.Thing;
import fundtrail.query.entity.Community;
import fundtrail.query.entity.Institution;
import fundtrail.query.entity.Institution.InstitutionChange;
import fundtrail.query.entity.Kind;
import fundtrail.query.entity.Opened;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What becomes of institutions, and the medical communities they form, which every member sees. */
final class CommunityFold implements Fold {
    @Override
    public void fold(Entry entry, Earlier earlier, Outcome outcome) {
        switch (entry.fact()) {
            case InstitutionChanged changed -> change(earlier, outcome, changed.institution(), known -> known.changed(
                    new InstitutionChange(changed.validFrom(), changed.creditCode(), changed.name(), changed.type(), changed.ownership(),
                            changed.legalStatus(), changed.legalPerson(), entry.position())));
            case MedicalCommunityFormed formed -> {
                Set<Circle> shownTo = of(formed.members());
                shownTo.add(Circle.division(Thing.INSTITUTIONS, formed.division()));
                shownTo.add(members(formed.community()));
                outcome.now(COMMUNITY, formed.community(), shownTo, new Community(formed.community(), formed.name(), formed.division(),
                        List.of(new Community.Stage(formed.validFrom(), formed.lead(), formed.members()))));
                formed.members().forEach(member -> change(earlier, outcome, member, known ->
                        known.joined(formed.community(), formed.validFrom())));
            }
            case MembershipChanged changed -> {
                earlier.version(COMMUNITY, changed.community().value()).ifPresent(known -> outcome.now(
                        COMMUNITY, known.id(), known.shownTo(),
                        known.body().changed(changed.validFrom(), changed.joins(), changed.leaves(), changed.lead())));
                if (!changed.joins().isEmpty()) {
                    Circle joined = members(changed.community());
                    outcome.now(Kind.OPENED, joined, of(changed.joins()), new Opened(joined.toString()));
                }
                changed.leaves().forEach(member -> change(earlier, outcome, member, known ->
                        known.left(changed.community(), changed.validFrom())));
                changed.joins().forEach(member -> change(earlier, outcome, member, known ->
                        known.joined(changed.community(), changed.validFrom())));
            }
            default -> { }
        }
    }

    private static Set<Circle> of(List<InstitutionId> institutions) {
        return institutions.stream().map(one -> Circle.institution(Thing.INSTITUTIONS, one)).collect(Collectors.toCollection(HashSet::new));
    }

    /** Who belongs to it since it was formed, or joined later. */
    private static Circle members(CommunityId community) {
        return Circle.withItsFact(Thing.INSTITUTIONS, "community/" + community);
    }

    private static void change(Earlier earlier, Outcome outcome, InstitutionId id, UnaryOperator<Institution> change) {
        earlier.version(INSTITUTION, id.value())
                .ifPresent(known -> outcome.now(INSTITUTION, id, known.shownTo(), change.apply(known.body())));
    }
}
