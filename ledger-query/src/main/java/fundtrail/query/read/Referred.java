package fundtrail.query.read;

import fundtrail.contract.Fact;
import fundtrail.contract.Line;
import fundtrail.contract.Tags;
import fundtrail.contract.fact.Paid;
import fundtrail.contract.id.CaseId;
import fundtrail.contract.id.InstitutionId;
import fundtrail.query.access.Scope;
import fundtrail.query.asof.AsOf;
import fundtrail.query.entity.Case;
import fundtrail.query.entity.Kind;
import fundtrail.query.evidence.EvidencePack.Referral;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A case that was referred to another body (移送). What a pack of it holds is about the institution inquired into and its
 * legal predecessors and successors; what names others as well is theirs too, and no business of that body.
 *
 * @param parties the one inquired into, and those it went on in or came from
 */
record Referred(Case of, Set<InstitutionId> parties) {
    /** Empty where there is no such case, or it was not referred by then. */
    static Optional<Referred> of(CaseId id, AsOf asOf, Scope scope, Entities entities) {
        return entities.one(Kind.CASE, id.value(), asOf, scope)
                .map(version -> version.body())
                .filter(found -> found.referral() != null)
                .map(found -> new Referred(found, parties(found.institution(), asOf, scope, entities)));
    }

    private static Set<InstitutionId> parties(InstitutionId one, AsOf asOf, Scope scope, Entities entities) {
        Set<InstitutionId> parties = new HashSet<>();
        Set<InstitutionId> more = Set.of(one);
        while (!more.isEmpty()) {
            parties.addAll(more);
            Set<InstitutionId> next = new HashSet<>();
            entities.named(Kind.INSTITUTION, more.stream().map(InstitutionId::value).toList(), asOf, scope).forEach(version ->
                    Stream.concat(Stream.ofNullable(version.body().successor()), version.body().predecessors().stream())
                            .filter(linked -> !parties.contains(linked)).forEach(next::add));
            more = next;
        }
        return parties;
    }

    Referral said() {
        return new Referral(of.caseId(), of.referral().to(), of.referral().on());
    }

    /** Whether it names an institution that is no party; a payment is its beneficiary's, whoever's account received it. */
    boolean isOfOthers(Fact fact) {
        if (fact instanceof Paid paid && parties.contains(paid.institution())) {
            return false;
        }
        Stream<String> tagged = fact.tags().stream().filter(tag -> tag.key().equals(Tags.INSTITUTION)).map(tag -> tag.value());
        Stream<String> posted = fact.lines().list().stream().map(Line::institution).filter(Objects::nonNull).map(InstitutionId::value);
        return Stream.concat(tagged, posted).anyMatch(named -> parties.stream().noneMatch(party -> party.value().equals(named)));
    }
}
