package fundtrail.query.read;

import fundtrail.contract.Tags;
import fundtrail.contract.fact.ServiceVolumeReportedRows.Row;
import fundtrail.contract.id.CaseId;
import fundtrail.contract.id.ClaimId;
import fundtrail.contract.id.InstitutionId;
import fundtrail.query.access.Scope;
import fundtrail.query.asof.AsOf;
import fundtrail.query.entity.Case;
import fundtrail.query.entity.Clawback.Appeal;
import fundtrail.query.entity.Clawback;
import fundtrail.query.entity.Flag;
import fundtrail.query.entity.InventedHeads;
import fundtrail.query.entity.Kind;
import fundtrail.query.entity.Version;
import fundtrail.query.entity.VolumeReport;
import fundtrail.query.entity.VolumeRows;
import fundtrail.query.fold.FactTags;
import fundtrail.query.http.Ask;
import fundtrail.query.read.ClaimReads.ClaimStatus;
import fundtrail.query.read.Claims.ClaimOf;
import fundtrail.query.read.Entities.Wanted;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Searches claims: first the rows of reported work, report by report in the order of the institutions' files, then the
 * heads that flags made claims. A row is looked at where it stands, in its part of its report, so that a claim costs no
 * row of its own in the store.
 */
final class ClaimSearch {
    private static final String ROWS = "rows";
    private static final String HEADS = "heads";
    private static final int PARTS_AT_ONCE = 10;
    private static final int EVERY = Integer.MAX_VALUE;

    /** A claim, how it stands, and where the search goes on after it. */
    record Found(ClaimOf claim, ClaimStatus status, List<String> key) {}

    /** What is known of some claims besides their rows. */
    record Standing(Map<ClaimId, Flag> flags, Map<CaseId, Case> cases, Map<InstitutionId, List<Clawback>> clawbacks) {
        List<Clawback> of(ClaimOf claim) {
            return clawbacks.getOrDefault(claim.institution(), List.of()).stream()
                    .filter(one -> one.claims().stream().anyMatch(amount -> amount.claim().equals(claim.claim())))
                    .toList();
        }

        ClaimStatus status(ClaimOf claim) {
            List<Clawback> of = of(claim);
            if (!of.isEmpty()) {
                return clawedBack(claim.claim(), of);
            }
            Flag flag = flags.get(claim.claim());
            if (flag != null) {
                Case inquiry = flag.caseId() == null ? null : cases.get(flag.caseId());
                return inquiry != null && inquiry.state() == Case.State.OPEN ? ClaimStatus.IN_CASE : ClaimStatus.FLAGGED;
            }
            return claim.report() != null && !claim.report().stands() ? ClaimStatus.REPLACED : ClaimStatus.REPORTED;
        }

        private static ClaimStatus clawedBack(ClaimId claim, List<Clawback> of) {
            if (of.stream().anyMatch(one -> one.appeal() == Appeal.PENDING)) {
                return ClaimStatus.APPEALED;
            }
            if (of.stream().noneMatch(one -> one.of(claim).isPositive())) {
                return ClaimStatus.CLEARED;
            }
            return of.stream().anyMatch(one -> one.outstanding().isPositive()) ? ClaimStatus.CLAWED_BACK : ClaimStatus.RECOVERED;
        }
    }

    /** Where the page before ended. */
    private record Place(String phase, String id, int row) {
        static Place of(List<String> key) {
            if (!key.getFirst().equals(ROWS) && !key.getFirst().equals(HEADS)) {
                throw new NoSuchElementException(key.getFirst());
            }
            return new Place(key.get(0), key.get(1), Integer.parseInt(key.get(2)));
        }
    }

    private final Questions questions;
    private final Entities entities;

    ClaimSearch(Questions questions, Entities entities) {
        this.questions = questions;
        this.entities = entities;
    }

    /** One more than a page holds, where there are so many. */
    List<Found> found(Ask ask, AsOf asOf) {
        Place after = questions.after(ask, Place::of).orElse(new Place(ROWS, "", 0));
        int most = questions.limit(ask) + 1;
        List<Found> found = new ArrayList<>();
        if (after.phase().equals(ROWS)) {
            rows(ask, asOf, after, most, found);
        }
        if (found.size() < most && asksForNoRow(ask)) {
            heads(ask, asOf, after.phase().equals(HEADS) ? after.id() : "", most - found.size(), found);
        }
        return found;
    }

    private void rows(Ask ask, AsOf asOf, Place after, int most, List<Found> found) {
        Scope scope = ask.reader().scope();
        List<Version<VolumeRows>> parts = new ArrayList<>();
        if (!after.id().isEmpty()) {
            entities.one(Kind.VOLUME_ROWS, after.id(), asOf, scope).ifPresent(parts::add);
        }
        String last = after.id();
        while (true) {
            List<Version<VolumeRows>> more = entities.list(Kind.VOLUME_ROWS, asOf, scope, wanted(ask),
                    part -> part.rows().stream().anyMatch(row -> matches(ask, row)), last, PARTS_AT_ONCE);
            parts.addAll(more);
            for (Found one : matching(ask, asOf, parts)) {
                boolean later = !one.key().get(1).equals(after.id()) || Integer.parseInt(one.key().get(2)) > after.row();
                if (later) {
                    found.add(one);
                }
                if (found.size() == most) {
                    return;
                }
            }
            if (more.size() < PARTS_AT_ONCE) {
                return;
            }
            last = more.getLast().id();
            parts.clear();
        }
    }

    private static Wanted wanted(Ask ask) {
        return Wanted.tagged(ask.given(Params.CLAIM).map(id -> FactTags.tag(Tags.CLAIM, id))
                .or(() -> ask.given(Params.REPORT).map(id -> FactTags.tag(Tags.REPORT, id)))
                .or(() -> ask.given(Params.INSTITUTION).map(id -> FactTags.tag(Tags.INSTITUTION, id))));
    }

    private static boolean matches(Ask ask, Row row) {
        return ask.given(Params.ITEM).map(row.item()::equals).orElse(true)
                && ask.given(Params.CLAIM).map(row.claim()::equals).orElse(true)
                && ask.given(Params.PRACTITIONER).map(asked -> asked.equals(row.practitioner())).orElse(true);
    }

    private static boolean matches(Ask ask, VolumeReport report) {
        return ask.given(Params.DIVISION).map(report.division()::equals).orElse(true)
                && ask.given(Params.INSTITUTION).map(report.institution()::equals).orElse(true)
                && ask.given(Params.PROGRAMME).map(report.programme()::equals).orElse(true)
                && ask.given(Params.BUDGET_YEAR).map(asked -> asked == report.budgetYear()).orElse(true)
                && ask.given(Params.REPORT).map(report.report()::equals).orElse(true)
                && ask.given(Params.MONTH).map(month -> covers(report, month)).orElse(true);
    }

    private static boolean covers(VolumeReport report, YearMonth month) {
        return !report.from().isAfter(month.atEndOfMonth()) && !report.to().isBefore(month.atDay(1));
    }

    private List<Found> matching(Ask ask, AsOf asOf, List<Version<VolumeRows>> parts) {
        Scope scope = ask.reader().scope();
        Map<String, VolumeReport> reports = entities.named(Kind.VOLUME_REPORT,
                        parts.stream().map(part -> part.body().report().value()).distinct().toList(), asOf, scope)
                .stream().collect(Collectors.toMap(Version::id, Version::body));
        List<Found> rows = new ArrayList<>();
        for (Version<VolumeRows> part : parts) {
            VolumeReport report = reports.get(part.body().report().value());
            if (report != null && matches(ask, report)) {
                part.body().rows().stream().filter(row -> matches(ask, row)).forEach(row -> rows.add(new Found(
                        ClaimOf.reported(report, row, part.position()), null, List.of(ROWS, part.id(), Integer.toString(row.row())))));
            }
        }
        return withStatus(ask, asOf, rows);
    }

    private List<Found> withStatus(Ask ask, AsOf asOf, List<Found> rows) {
        Standing standing = standing(rows.stream().map(Found::claim).toList(), asOf, ask.reader().scope());
        return rows.stream()
                .map(one -> new Found(one.claim(), standing.status(one.claim()), one.key()))
                .filter(one -> ask.given(Params.CLAIM_STATUS).map(one.status()::equals).orElse(true))
                .toList();
    }

    /** Heads stand in no report and name no item, nobody who did the work, and no month. */
    private static boolean asksForNoRow(Ask ask) {
        return ask.given(Params.ITEM).isEmpty() && ask.given(Params.PRACTITIONER).isEmpty() && ask.given(Params.REPORT).isEmpty()
                && ask.given(Params.MONTH).isEmpty();
    }

    private void heads(Ask ask, AsOf asOf, String after, int most, List<Found> found) {
        Optional<String> tag = ask.given(Params.INSTITUTION).map(id -> FactTags.tag(Tags.INSTITUTION, id));
        String last = after;
        int wanted = found.size() + most;
        while (true) {
            List<Version<InventedHeads>> heads = entities.list(Kind.INVENTED_HEADS, asOf, ask.reader().scope(), Wanted.tagged(tag),
                    one -> matches(ask, one), last, most);
            found.addAll(withStatus(ask, asOf, heads.stream().map(one -> new Found(
                    ClaimOf.heads(one.body()), null, List.of(HEADS, one.id(), "0"))).toList()));
            if (heads.size() < most || found.size() >= wanted) {
                return;
            }
            last = heads.getLast().id();
        }
    }

    private static boolean matches(Ask ask, InventedHeads heads) {
        return ask.given(Params.DIVISION).map(heads.division()::equals).orElse(true)
                && ask.given(Params.CLAIM).map(heads.claim()::equals).orElse(true)
                && ask.given(Params.INSTITUTION).map(heads.institution()::equals).orElse(true)
                && ask.given(Params.PROGRAMME).map(heads.programme()::equals).orElse(true)
                && ask.given(Params.BUDGET_YEAR).map(asked -> asked == heads.budgetYear()).orElse(true);
    }

    /** What is known of some claims, for these eyes. */
    Standing standing(List<ClaimOf> claims, AsOf asOf, Scope scope) {
        Map<ClaimId, Flag> flags = entities.named(Kind.FLAG, claims.stream().map(one -> one.claim().value()).toList(), asOf, scope)
                .stream().map(Version::body).collect(Collectors.toMap(Flag::claim, Function.identity()));
        Set<String> ids = new HashSet<>();
        flags.values().stream().filter(flag -> flag.caseId() != null).forEach(flag -> ids.add(flag.caseId().value()));
        Map<CaseId, Case> cases = entities.named(Kind.CASE, ids, asOf, scope).stream().map(Version::body)
                .collect(Collectors.toMap(Case::caseId, Function.identity()));
        Map<InstitutionId, List<Clawback>> clawbacks = new HashMap<>();
        var known = new Claims(entities);
        if (claims.size() == 1) {
            ClaimOf claim = claims.getFirst();
            clawbacks.put(claim.institution(), known.clawbacks(claim.claim(), asOf, scope));
        } else {
            claims.stream().map(ClaimOf::institution).distinct().forEach(institution ->
                    clawbacks.put(institution, known.clawbacks(institution, asOf, scope)));
        }
        return new Standing(flags, cases, clawbacks);
    }
}
