package fundtrail.query.read;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fundtrail.contract.Tags;
import fundtrail.contract.id.DelegationId;
import fundtrail.query.asof.AsOf;
import fundtrail.query.entity.Delegation;
import fundtrail.query.entity.Kind;
import fundtrail.query.entity.Version;
import fundtrail.query.fold.FactTags;
import fundtrail.query.http.Answer;
import fundtrail.query.http.Ask;
import fundtrail.query.read.Entities.Wanted;
import java.time.LocalDate;
import java.util.List;

/** Delegations: who may sign what in whose stead. */
public final class DelegationReads {
    private final Questions questions;
    private final EntityReads entities;

    /**
     * A delegation as it stands.
     *
     * @param active whether it can be used on the day of the known position
     */
    record DelegationView(@JsonUnwrapped Delegation delegation, boolean active, long position, LocalDate effectiveDate) {}

    public DelegationReads(Questions questions, EntityReads entities) {
        this.questions = questions;
        this.entities = entities;
    }

    public Answer list(Ask ask) throws InterruptedException {
        var person = ask.given(Params.PERSON);
        var division = ask.given(Params.DIVISION);
        var active = ask.given(Params.ACTIVE);
        return entities.list(ask, Kind.DELEGATION, Wanted.tagged(person.map(one -> FactTags.tag(Tags.PERSON, one))), (asOf, one) ->
                person.map(asked -> asked.equals(one.from()) || asked.equals(one.to())).orElse(true)
                        && division.map(one.division()::equals).orElse(true)
                        && active.map(asked -> asked == one.isActive(questions.day(asOf))).orElse(true),
                this::shown);
    }

    public Answer one(Ask ask) throws InterruptedException {
        return entities.one(ask, Kind.DELEGATION, ask.path("delegation", DelegationId::new).value(), this::shown);
    }

    private List<DelegationView> shown(AsOf asOf, List<Version<Delegation>> versions) {
        LocalDate day = questions.day(asOf);
        return versions.stream().map(version -> new DelegationView(
                version.body(), version.body().isActive(day), version.position(), version.effectiveDate())).toList();
    }
}
