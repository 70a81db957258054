package fundtrail.query.read;

import fundtrail.contract.id.PersonRef;
import fundtrail.query.entity.Kind;
import fundtrail.query.http.Answer;
import fundtrail.query.http.Ask;
import fundtrail.query.read.Entities.Wanted;

/** People by reference, and their roles; no names. */
public final class PeopleReads {
    private final EntityReads entities;

    public PeopleReads(EntityReads entities) {
        this.entities = entities;
    }

    public Answer list(Ask ask) throws InterruptedException {
        var division = ask.given(Params.DIVISION);
        var institution = ask.given(Params.INSTITUTION);
        var role = ask.given(Params.ROLE);
        return entities.list(ask, Kind.PERSON, Wanted.ALL, person ->
                (division.isEmpty() && institution.isEmpty() && role.isEmpty())
                        || person.held().stream().anyMatch(term ->
                                division.map(term.division()::equals).orElse(true)
                                        && institution.map(id -> id.equals(term.institution())).orElse(true)
                                        && role.map(term.role()::equals).orElse(true)));
    }

    public Answer one(Ask ask) throws InterruptedException {
        return entities.one(ask, Kind.PERSON, ask.path("person", PersonRef::new).value());
    }
}
