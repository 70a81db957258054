package fundtrail.query.read;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.id.PersonRef;
import fundtrail.query.access.Signers;
import fundtrail.query.access.Signers.Signer;
import fundtrail.query.asof.AsOf;
import fundtrail.query.entity.Kind;
import fundtrail.query.entity.Person;
import fundtrail.query.entity.Version;
import fundtrail.query.http.Answer;
import fundtrail.query.http.Ask;
import fundtrail.query.read.Entities.Wanted;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** People and their roles, as the ledger knew them; and who they are, as the people registry says now. */
public final class PeopleReads {
    private final EntityReads entities;
    private final Signers signers;

    /**
     * A person as he stands.
     *
     * @param name absent where the registry's row is erased or cannot be read
     * @param post as {@code name}
     */
    record PersonView(
            @JsonUnwrapped Person entity,
            @MayBeAbsent String name,
            @MayBeAbsent String post,
            long position,
            LocalDate effectiveDate) {}

    public PeopleReads(EntityReads entities, Signers signers) {
        this.entities = entities;
        this.signers = signers;
    }

    public Answer list(Ask ask) throws InterruptedException {
        var division = ask.given(Params.DIVISION);
        var institution = ask.given(Params.INSTITUTION);
        var role = ask.given(Params.ROLE);
        return entities.list(ask, Kind.PERSON, Wanted.ALL, (_, person) ->
                (division.isEmpty() && institution.isEmpty() && role.isEmpty())
                        || person.held().stream().anyMatch(term ->
                                division.map(term.division()::equals).orElse(true)
                                        && institution.map(id -> id.equals(term.institution())).orElse(true)
                                        && role.map(term.role()::equals).orElse(true)),
                this::shown);
    }

    public Answer one(Ask ask) throws InterruptedException {
        return entities.one(ask, Kind.PERSON, ask.path("person", PersonRef::new).value(), this::shown);
    }

    private List<PersonView> shown(AsOf asOf, List<Version<Person>> versions) {
        Map<PersonRef, Signer> named = signers.named(versions.stream().map(version -> version.body().person()).toList());
        return versions.stream()
                .map(version -> {
                    Signer one = named.get(version.body().person());
                    return new PersonView(version.body(), one == null ? null : one.name(), one == null ? null : one.post(),
                            version.position(), version.effectiveDate());
                })
                .toList();
    }
}
