package fundtrail.query.read;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Tags;
import fundtrail.contract.id.CommunityId;
import fundtrail.contract.id.InstitutionId;
import fundtrail.query.asof.AsOf;
import fundtrail.query.entity.Community;
import fundtrail.query.entity.Institution;
import fundtrail.query.entity.Kind;
import fundtrail.query.entity.PayeeAccount;
import fundtrail.query.entity.Version;
import fundtrail.query.fold.FactTags;
import fundtrail.query.http.Answer;
import fundtrail.query.http.Ask;
import fundtrail.query.http.HttpProblem;
import fundtrail.query.http.ProblemCode;
import fundtrail.query.read.Entities.Wanted;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Institutions as they are on a day, with their history, and the medical communities they form. */
public final class CommunityReads {
    private final Questions questions;
    private final EntityReads reads;
    private final Entities entities;

    /**
     * An institution with what is in force on the effective date.
     *
     * @param community     to which it belongs on that day; absent where to none
     * @param payeeAccounts every bank account it ever had, open and closed; absent in a list
     */
    record InstitutionView(
            @JsonUnwrapped Institution entity,
            @MayBeAbsent CommunityId community,
            @MayBeAbsent List<PayeeAccount> payeeAccounts,
            long position,
            LocalDate effectiveDate) {}

    /**
     * A medical community with who belongs to it on the effective date.
     *
     * @param lead    absent after all have left
     * @param members none after all have left
     */
    record CommunityView(
            @JsonUnwrapped Community entity,
            @MayBeAbsent InstitutionId lead,
            List<InstitutionId> members,
            long position,
            LocalDate effectiveDate) {}

    public CommunityReads(Questions questions, EntityReads reads, Entities entities) {
        this.questions = questions;
        this.reads = reads;
        this.entities = entities;
    }

    public Answer institutions(Ask ask) throws InterruptedException {
        var division = ask.given(Params.DIVISION);
        return reads.list(ask, Kind.INSTITUTION, Wanted.ALL, (_, one) -> division.map(one.division()::equals).orElse(true),
                (asOf, versions) -> shown(ask, asOf, versions, false));
    }

    public Answer institution(Ask ask) throws InterruptedException {
        InstitutionId id = ask.path("institution", InstitutionId::new);
        return reads.one(ask, Kind.INSTITUTION, id.value(), (asOf, versions) -> shown(ask, asOf, versions, true));
    }

    /** What is valid from an earlier day than it was recorded on, counts from that day: so of each its last version known. */
    private List<InstitutionView> shown(Ask ask, AsOf asOf, List<Version<Institution>> versions, boolean withAccounts) {
        Map<String, Version<Institution>> known = entities.named(
                        Kind.INSTITUTION, versions.stream().map(Version::id).toList(), Questions.ever(asOf), ask.reader().scope()).stream()
                .collect(Collectors.toMap(Version::id, Function.identity()));
        return versions.stream().map(version -> {
            Institution history = known.getOrDefault(version.id(), version).body();
            List<PayeeAccount> accounts = withAccounts ? accounts(ask, version.body().institution(), asOf) : null;
            CommunityId community = history.memberships().stream()
                    .filter(term -> term.holdsOn(asOf.effective()))
                    .map(Institution.Membership::community)
                    .findFirst().orElse(null);
            Institution onTheDay = history.on(asOf.effective()).mergedInto(version.body().successor());
            return new InstitutionView(onTheDay, community, accounts, version.position(), version.effectiveDate());
        }).toList();
    }

    private List<PayeeAccount> accounts(Ask ask, InstitutionId institution, AsOf asOf) {
        return entities.list(Kind.PAYEE_ACCOUNT, asOf, ask.reader().scope(),
                        Wanted.tagged(Optional.of(FactTags.tag(Tags.INSTITUTION, institution))),
                        account -> account.institution().equals(institution), "", Integer.MAX_VALUE).stream()
                .map(Version::body)
                .toList();
    }

    public Answer communities(Ask ask) throws InterruptedException {
        AsOf asOf = questions.asOf(ask);
        var division = ask.given(Params.DIVISION);
        String after = questions.after(ask, List::getFirst).orElse("");
        List<Version<Community>> found = entities.list(Kind.COMMUNITY, Questions.ever(asOf), ask.reader().scope(), Wanted.ALL,
                one -> one.isKnownOn(asOf.effective()) && division.map(one.division()::equals).orElse(true),
                after, questions.limit(ask) + 1);
        String next = questions.next(ask, asOf, found, version -> List.of(version.id()));
        return Answer.json(new Page<>(asOf,
                questions.page(ask, found).stream().map(version -> shown(version, asOf)).toList(), next));
    }

    public Answer community(Ask ask) throws InterruptedException {
        AsOf asOf = questions.asOf(ask);
        CommunityId id = ask.path("community", CommunityId::new);
        return entities.one(Kind.COMMUNITY, id.value(), Questions.ever(asOf), ask.reader().scope())
                .filter(version -> version.body().isKnownOn(asOf.effective()))
                .map(version -> Answer.json(new One<>(asOf, shown(version, asOf))))
                .orElseThrow(() -> HttpProblem.of(ProblemCode.UNKNOWN, id));
    }

    private static CommunityView shown(Version<Community> version, AsOf asOf) {
        Community.Stage stage = version.body().on(asOf.effective());
        return new CommunityView(version.body(), stage.members().isEmpty() ? null : stage.lead(), stage.members(),
                version.position(), version.effectiveDate());
    }
}
