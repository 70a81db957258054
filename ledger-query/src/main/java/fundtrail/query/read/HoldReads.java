package fundtrail.query.read;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fundtrail.contract.Tags;
import fundtrail.contract.id.HoldId;
import fundtrail.query.asof.AsOf;
import fundtrail.query.entity.Hold;
import fundtrail.query.entity.Kind;
import fundtrail.query.entity.Version;
import fundtrail.query.fold.FactTags;
import fundtrail.query.http.Answer;
import fundtrail.query.http.Ask;
import fundtrail.query.read.Entities.Wanted;
import java.time.LocalDate;
import java.util.List;

/** Payment holds. */
public final class HoldReads {
    private final EntityReads entities;

    /**
     * A hold as it stands.
     *
     * @param active whether it refuses payments on the effective date, as known
     */
    record HoldView(@JsonUnwrapped Hold hold, boolean active, long position, LocalDate effectiveDate) {}

    public HoldReads(EntityReads entities) {
        this.entities = entities;
    }

    public Answer list(Ask ask) throws InterruptedException {
        var institution = ask.given(Params.INSTITUTION);
        var active = ask.given(Params.ACTIVE);
        return entities.list(ask, Kind.HOLD, Wanted.tagged(institution.map(id -> FactTags.tag(Tags.INSTITUTION, id))), (asOf, hold) ->
                institution.map(hold.institution()::equals).orElse(true)
                        && active.map(asked -> asked == isActive(hold, asOf)).orElse(true),
                HoldReads::shown);
    }

    public Answer one(Ask ask) throws InterruptedException {
        return entities.one(ask, Kind.HOLD, ask.path("hold", HoldId::new).value(), HoldReads::shown);
    }

    static List<HoldView> shown(AsOf asOf, List<Version<Hold>> versions) {
        return versions.stream().map(version -> new HoldView(
                version.body(), isActive(version.body(), asOf), version.position(), version.effectiveDate())).toList();
    }

    private static boolean isActive(Hold hold, AsOf asOf) {
        return hold.releasedAt() == null && !asOf.effective().isAfter(hold.expiresOn());
    }
}
