package fundtrail.query.read;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fundtrail.contract.Tags;
import fundtrail.contract.id.AllotmentId;
import fundtrail.query.asof.AsOf;
import fundtrail.query.entity.Allotment;
import fundtrail.query.entity.Kind;
import fundtrail.query.entity.Version;
import fundtrail.query.fold.FactTags;
import fundtrail.query.http.Answer;
import fundtrail.query.http.Ask;
import fundtrail.query.read.Entities.Wanted;
import java.time.LocalDate;
import java.util.List;

/** Allotments, and what became of their authority. */
public final class AllotmentReads {
    private final EntityReads entities;
    private final LineSums sums;

    /** An allotment as it stands, and what became of its authority. */
    record AllotmentView(
            @JsonUnwrapped Allotment allotment, @JsonUnwrapped Authority authority, long position, LocalDate effectiveDate) {}

    public AllotmentReads(EntityReads entities, LineSums sums) {
        this.entities = entities;
        this.sums = sums;
    }

    public Answer list(Ask ask) throws InterruptedException {
        var institution = ask.given(Params.INSTITUTION);
        var source = ask.given(Params.FUND_SOURCE);
        var programme = ask.given(Params.PROGRAMME);
        var year = ask.given(Params.BUDGET_YEAR);
        var division = ask.given(Params.DIVISION);
        Wanted wanted = Wanted.tagged(institution.map(id -> FactTags.tag(Tags.INSTITUTION, id)));
        return entities.list(ask, Kind.ALLOTMENT, wanted, (_, one) ->
                institution.map(one.institution()::equals).orElse(true)
                        && source.map(one.fundSource()::equals).orElse(true)
                        && programme.map(one.programme()::equals).orElse(true)
                        && year.map(asked -> asked == one.budgetYear()).orElse(true)
                        && division.map(one.division()::equals).orElse(true),
                this::shown);
    }

    public Answer one(Ask ask) throws InterruptedException {
        return entities.one(ask, Kind.ALLOTMENT, ask.path("allotment", AllotmentId::new).value(), this::shown);
    }

    private List<AllotmentView> shown(AsOf asOf, List<Version<Allotment>> versions) {
        var authorities = sums.ofAllotments(versions.stream().map(Version::id).toList(), asOf);
        return versions.stream()
                .map(version -> new AllotmentView(
                        version.body(),
                        authorities.getOrDefault(version.id(), Authority.NONE),
                        version.position(),
                        version.effectiveDate()))
                .toList();
    }
}
