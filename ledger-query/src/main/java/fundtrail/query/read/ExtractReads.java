package fundtrail.query.read;

import fundtrail.contract.Tags;
import fundtrail.query.entity.Kind;
import fundtrail.query.fold.FactTags;
import fundtrail.query.http.Answer;
import fundtrail.query.http.Ask;
import fundtrail.query.read.Entities.Wanted;

/** What was handed out, and opened. */
public final class ExtractReads {
    private final EntityReads entities;

    public ExtractReads(EntityReads entities) {
        this.entities = entities;
    }

    /** In the order of reading. */
    public Answer list(Ask ask) throws InterruptedException {
        var division = ask.given(Params.DIVISION);
        var institution = ask.given(Params.INSTITUTION);
        var caseId = ask.given(Params.CASE);
        var person = ask.given(Params.PERSON);
        var tag = caseId.map(id -> FactTags.tag(Tags.CASE, id)).or(() -> institution.map(id -> FactTags.tag(Tags.INSTITUTION, id)));
        return entities.list(ask, Kind.EXTRACT, Wanted.tagged(tag), one ->
                division.map(one.division()::equals).orElse(true)
                        && institution.map(id -> id.equals(one.institution())).orElse(true)
                        && caseId.map(id -> id.equals(one.caseId())).orElse(true)
                        && person.map(one.person()::equals).orElse(true));
    }
}
