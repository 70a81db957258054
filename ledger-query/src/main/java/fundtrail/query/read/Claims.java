package fundtrail.query.read;

import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Tags;
import fundtrail.contract.fact.ServiceVolumeReportedRows.Row;
import fundtrail.contract.id.ClaimId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ProgrammeCode;
import fundtrail.query.access.Scope;
import fundtrail.query.asof.AsOf;
import fundtrail.query.entity.Clawback;
import fundtrail.query.entity.InventedHeads;
import fundtrail.query.entity.Kind;
import fundtrail.query.entity.Settlement;
import fundtrail.query.entity.Version;
import fundtrail.query.entity.VolumeReport;
import fundtrail.query.entity.VolumeRows;
import fundtrail.query.fold.FactTags;
import fundtrail.query.http.Ask;
import fundtrail.query.http.HttpProblem;
import fundtrail.query.http.ProblemCode;
import fundtrail.query.read.Entities.Wanted;
import java.util.List;
import java.util.Optional;

/** Finds claims: rows of reported work, and heads that a flag made one. */
final class Claims {
    private static final int EVERY = Integer.MAX_VALUE;

    /**
     * Where a claim stands.
     *
     * @param report        absent of heads
     * @param row           absent of heads
     * @param rowsAt        the position of the rows it stands among; of heads, that of the flag
     * @param inventedHeads absent of reported work
     */
    record ClaimOf(
            ClaimId claim,
            DivisionCode division,
            InstitutionId institution,
            ProgrammeCode programme,
            int budgetYear,
            @MayBeAbsent VolumeReport report,
            @MayBeAbsent Row row,
            long rowsAt,
            @MayBeAbsent Integer inventedHeads) {

        static ClaimOf reported(VolumeReport report, Row row, long position) {
            return new ClaimOf(row.claim(), report.division(), report.institution(), report.programme(), report.budgetYear(), report,
                    row, position, null);
        }

        static ClaimOf heads(InventedHeads heads) {
            return new ClaimOf(heads.claim(), heads.division(), heads.institution(), heads.programme(), heads.budgetYear(), null, null,
                    heads.flaggedAt(), heads.heads());
        }
    }

    private final Entities entities;

    Claims(Entities entities) {
        this.entities = entities;
    }

    /** @throws HttpProblem 404 where there was none at that moment, or it is not for these eyes */
    ClaimOf found(Ask ask, AsOf asOf) {
        ClaimId id = ask.path("claim", ClaimId::new);
        Scope scope = ask.reader().scope();
        return reported(id, asOf, scope)
                .or(() -> entities.one(Kind.INVENTED_HEADS, id.value(), asOf, scope).map(Version::body).map(ClaimOf::heads))
                .orElseThrow(() -> HttpProblem.of(ProblemCode.UNKNOWN, id.value()));
    }

    private Optional<ClaimOf> reported(ClaimId id, AsOf asOf, Scope scope) {
        Optional<Version<VolumeRows>> part = entities.list(Kind.VOLUME_ROWS, asOf, scope,
                Wanted.tagged(Optional.of(FactTags.tag(Tags.CLAIM, id))), _ -> true, "", 1).stream().findFirst();
        Optional<VolumeReport> report = part.flatMap(rows -> entities.one(Kind.VOLUME_REPORT, rows.body().report().value(), asOf, scope))
                .map(Version::body);
        return report.map(one -> ClaimOf.reported(one, part.get().body().rows().stream()
                .filter(row -> row.claim().equals(id)).findFirst().orElseThrow(), part.get().position()));
    }

    /** What is known of the claim's year. */
    Settlement year(ClaimOf claim, AsOf asOf, Scope scope) {
        return entities.one(Kind.SETTLEMENT, Settlement.id(claim.institution(), claim.programme(), claim.budgetYear()), asOf, scope)
                .map(Version::body)
                .orElseGet(() -> Settlement.none(claim.division(), claim.institution(), claim.programme(), claim.budgetYear()));
    }

    /** The claw-backs of an institution's claims. */
    List<Clawback> clawbacks(InstitutionId institution, AsOf asOf, Scope scope) {
        return clawbacks(FactTags.tag(Tags.INSTITUTION, institution), asOf, scope);
    }

    /** The claw-backs of one claim, whoever owes them. */
    List<Clawback> clawbacks(ClaimId claim, AsOf asOf, Scope scope) {
        return clawbacks(FactTags.tag(Tags.CLAIM, claim), asOf, scope);
    }

    private List<Clawback> clawbacks(String tag, AsOf asOf, Scope scope) {
        return entities.list(Kind.CLAWBACK, asOf, scope, Wanted.tagged(Optional.of(tag)), _ -> true, "", EVERY)
                .stream().map(Version::body).toList();
    }
}
