package fundtrail.query.read;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fundtrail.contract.Entry;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.Tags;
import fundtrail.contract.fact.CapitationPrepaid;
import fundtrail.contract.fact.CaseOpened;
import fundtrail.contract.fact.ClaimFlagged;
import fundtrail.contract.fact.ClawbackDetermined;
import fundtrail.contract.fact.EntitlementComputed;
import fundtrail.contract.fact.FundingPlanApproved;
import fundtrail.contract.fact.PerformanceEvaluated;
import fundtrail.contract.fact.RiskReserveDrawReturned;
import fundtrail.contract.fact.RiskReserveDrawn;
import fundtrail.contract.fact.ServiceVolumeReported;
import fundtrail.contract.fact.SettlementConfirmed;
import fundtrail.contract.fact.SettlementDisputed;
import fundtrail.contract.fact.SettlementFinalized;
import fundtrail.contract.fact.SettlementPaid;
import fundtrail.contract.fact.SettlementRefundReceived;
import fundtrail.contract.fact.SettlementReopened;
import fundtrail.contract.fact.UnitStandardFixed;
import fundtrail.contract.fact.YearClosed;
import fundtrail.contract.formula.FundingPlan.PlanLine;
import fundtrail.contract.id.ClaimId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.DrawId;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PaymentId;
import fundtrail.contract.id.ProgrammeCode;
import fundtrail.contract.id.ReportId;
import fundtrail.query.access.Scope;
import fundtrail.query.asof.AsOf;
import fundtrail.query.fold.FactTags;
import fundtrail.query.fold.LedgerFold;
import fundtrail.query.read.ClaimPayments.ClaimPaid;
import fundtrail.query.read.Claims.ClaimOf;
import fundtrail.query.store.Sql;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/**
 * What rests on a claim: every later fact that would have been another, or would not have been, without it. From the claim
 * to its report, to what the year earned, to the plan that shares the sources among all institutions, and from there to
 * all their settlements, payments and draws. What the reader may not see is left out.
 */
public final class BlastRadius {
    private final DataSource source;
    private final LedgerFold fold;
    private final Signatures signatures;

    /** How a fact rests on the claim, in the order of cause. */
    enum Link {
        /** The claim stands in it, or it replaced the report. */
        REPORT,
        /** The baseline of its unit standard has the claim's work. */
        UNIT_STANDARD,
        /** The year it judges has the claim's work. */
        EVALUATION,
        /** It counted the claim. */
        ENTITLEMENT,
        /** It shares the sources out by what the year has earned. */
        FUNDING_PLAN,
        /** The reserve bears what the plan left to it. */
        RESERVE_DRAW,
        /** It settles the claim's own year. */
        SETTLEMENT,
        /** It settles another institution's year, out of what the same plan left. */
        OTHER_SETTLEMENT,
        /** Money left or came back for the settled year, or for the heads. */
        PAYMENT,
        /** The year's books were closed with it. */
        YEAR_CLOSE,
        /** The claim is suspected, inquired into, or clawed back. */
        RECOVERY
    }

    /**
     * A fact that rests on the claim.
     *
     * @param institution whose it is; absent where it is of several
     * @param amount      what it is about; absent where it is about no one amount
     * @param payment     absent unless it is a payment
     * @param draw        absent unless it is of a draw on the reserve
     * @param document    the number (文号) of the document it rests on; absent where there is none
     */
    record Dependent(
            Link link,
            long position,
            Instant recordedAt,
            LocalDate effectiveDate,
            String type,
            @MayBeAbsent InstitutionId institution,
            @MayBeAbsent Money amount,
            @MayBeAbsent PaymentId payment,
            @MayBeAbsent DrawId draw,
            @MayBeAbsent String document) {}

    /**
     * All of them, in the order of their positions.
     *
     * @param paid what the claim itself was paid
     */
    record Blast(@JsonUnwrapped AsOf asOf, ClaimId claim, Money paid, List<Dependent> items) {}

    private record Rests(Link link, InstitutionId institution, Money amount, PaymentId payment, DrawId draw) {
        static Rests on(Link link, InstitutionId institution, Money amount) {
            return new Rests(link, institution, amount, null, null);
        }
    }

    public BlastRadius(DataSource source, LedgerFold fold, Signatures signatures) {
        this.source = source;
        this.fold = fold;
        this.signatures = signatures;
    }

    Blast of(ClaimOf claim, ClaimPaid paid, AsOf asOf, Scope scope) {
        var trace = new Trace(claim);
        List<Entry> entries = new ArrayList<>();
        List<Rests> rests = new ArrayList<>();
        for (Entry entry : later(claim, asOf, scope)) {
            Rests one = trace.of(entry);
            if (one != null) {
                entries.add(entry);
                rests.add(one);
            }
        }
        Hands hands = signatures.under(entries, asOf, scope);
        List<Dependent> items = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            Rests one = rests.get(i);
            items.add(new Dependent(one.link(), entry.position(), entry.recordedAt(), entry.envelope().effectiveDate(),
                    entry.envelope().type(), one.institution(), one.amount(), one.payment(), one.draw(), hands.document(entry)));
        }
        return new Blast(asOf, claim.claim(), paid.amount(), items);
    }

    /** Whatever the claim's report, programme, institution, claim or year is named by, from the claim on. */
    private List<Entry> later(ClaimOf claim, AsOf asOf, Scope scope) {
        List<String> tags = new ArrayList<>(List.of(
                FactTags.tag(Tags.CLAIM, claim.claim()),
                FactTags.tag(Tags.PROGRAMME, claim.programme()),
                FactTags.tag(Tags.BUDGET_YEAR, claim.division() + "/" + claim.budgetYear())));
        if (claim.report() != null) {
            tags.add(FactTags.tag(Tags.REPORT, claim.report().report()));
        }
        return Sql.of("select entry from fact where").and(Visible.facts(asOf, scope))
                .and("and type = any(?) and position in (select position from fact_tag where tag = any(?))", Trace.TYPES, tags)
                .and("and (position >= ? or type = 'CapitationPrepaid') order by position", claim.rowsAt())
                .list(source, row -> fold.decode(row.getBytes("entry")));
    }

    /** Follows one claim through the facts in their order. */
    private static final class Trace {
        static final List<String> TYPES = List.of("ServiceVolumeReported", "UnitStandardFixed",
                "PerformanceEvaluated", "EntitlementComputed", "FundingPlanApproved", "RiskReserveDrawn", "RiskReserveDrawReturned",
                "SettlementFinalized", "SettlementReopened", "SettlementConfirmed", "SettlementDisputed", "SettlementRefundReceived",
                "SettlementPaid", "CapitationPrepaid", "YearClosed", "ClaimFlagged", "CaseOpened", "ClawbackDetermined");

        private final ClaimOf claim;
        private final Set<ReportId> reports = new HashSet<>();
        private final Set<DrawId> draws = new HashSet<>();
        private boolean earned;

        Trace(ClaimOf claim) {
            this.claim = claim;
            if (claim.report() != null) {
                reports.add(claim.report().report());
            }
            earned = claim.report() == null;
        }

        /** How the fact rests on the claim, or {@code null}. */
        Rests of(Entry entry) {
            return switch (entry.fact()) {
                case ServiceVolumeReported fact when reports.contains(fact.report()) || reports.contains(fact.corrects()) -> {
                    reports.add(fact.report());
                    yield Rests.on(Link.REPORT, fact.institution(), null);
                }
                case UnitStandardFixed fact when claim.report() != null && fact.baselineYear() == claim.budgetYear()
                        && here(fact.division()) && fact.programme().equals(claim.programme()) ->
                        Rests.on(Link.UNIT_STANDARD, null, fact.pool());
                case PerformanceEvaluated fact when mine(fact.institution(), fact.programme(), fact.budgetYear()) ->
                        Rests.on(Link.EVALUATION, fact.institution(), null);
                case EntitlementComputed fact when mine(fact.institution(), fact.programme(), fact.budgetYear()) -> entitlement(fact);
                case FundingPlanApproved fact when here(fact.division()) && ofYear(fact.programme(), fact.budgetYear()) && earned ->
                        Rests.on(Link.FUNDING_PLAN, null, Money.sum(fact.planLines().stream().map(PlanLine::amount).toList()));
                case RiskReserveDrawn fact when here(fact.division()) && ofYear(fact.programme(), fact.budgetYear()) && earned -> {
                    draws.add(fact.draw());
                    yield new Rests(Link.RESERVE_DRAW, fact.institution(), fact.amount(), null, fact.draw());
                }
                case RiskReserveDrawReturned fact when draws.contains(fact.draw()) ->
                        new Rests(Link.RESERVE_DRAW, fact.institution(), fact.amount(), null, fact.draw());
                default -> settled(entry);
            };
        }

        private Rests settled(Entry entry) {
            return switch (entry.fact()) {
                case SettlementFinalized fact when here(fact.division()) && ofYear(fact.programme(), fact.budgetYear()) && earned ->
                        settlement(fact.institution(), fact.entitlement());
                case SettlementReopened fact when mine(fact.institution(), fact.programme(), fact.budgetYear()) && earned ->
                        settlement(fact.institution(), null);
                case SettlementConfirmed fact when mine(fact.institution(), fact.programme(), fact.budgetYear()) && earned ->
                        settlement(fact.institution(), null);
                case SettlementDisputed fact when mine(fact.institution(), fact.programme(), fact.budgetYear()) && earned ->
                        settlement(fact.institution(), null);
                case SettlementRefundReceived fact when mine(fact.institution(), fact.programme(), fact.budgetYear()) && earned ->
                        Rests.on(Link.PAYMENT, fact.institution(), fact.amount());
                case SettlementPaid fact when paysYear(fact) && earned ->
                        new Rests(Link.PAYMENT, fact.institution(), fact.amount(), fact.payment(), null);
                case CapitationPrepaid fact when claim.inventedHeads() != null && fact.institution().equals(claim.institution())
                        && namesYear(entry) -> new Rests(Link.PAYMENT, fact.institution(), fact.amount(), fact.payment(), null);
                case YearClosed fact when here(fact.division()) && fact.budgetYear() == claim.budgetYear() && earned ->
                        Rests.on(Link.YEAR_CLOSE, null, null);
                case ClaimFlagged fact when fact.claim().equals(claim.claim()) -> Rests.on(Link.RECOVERY, fact.institution(), null);
                case CaseOpened fact when fact.claims().contains(claim.claim()) -> Rests.on(Link.RECOVERY, fact.institution(), null);
                case ClawbackDetermined fact when fact.claims().stream().anyMatch(one -> one.claim().equals(claim.claim())) ->
                        Rests.on(Link.RECOVERY, fact.institution(), Money.sum(fact.claims().stream()
                                .filter(one -> one.claim().equals(claim.claim())).map(one -> one.amount()).toList()));
                default -> null;
            };
        }

        private Rests entitlement(EntitlementComputed fact) {
            boolean counted = fact.equivalents() == null
                    ? claim.report() == null
                    : fact.equivalents().reports().stream().anyMatch(reports::contains);
            earned |= counted;
            return counted ? Rests.on(Link.ENTITLEMENT, fact.institution(), fact.entitlement()) : null;
        }

        private Rests settlement(InstitutionId institution, Money amount) {
            return Rests.on(institution.equals(claim.institution()) ? Link.SETTLEMENT : Link.OTHER_SETTLEMENT, institution, amount);
        }

        private boolean here(DivisionCode division) {
            return division.equals(claim.division());
        }

        private boolean ofYear(ProgrammeCode programme, int budgetYear) {
            return programme.equals(claim.programme()) && budgetYear == claim.budgetYear();
        }

        private boolean mine(InstitutionId institution, ProgrammeCode programme, int budgetYear) {
            return institution.equals(claim.institution()) && ofYear(programme, budgetYear);
        }

        /** Out of whichever year's allotment. */
        private boolean paysYear(SettlementPaid fact) {
            return fact.settledYear() == claim.budgetYear() && fact.lines().list().stream().anyMatch(line ->
                    line.division().equals(claim.division()) && claim.programme().equals(line.programme()));
        }

        private boolean namesYear(Entry entry) {
            return entry.fact().lines().list().stream().anyMatch(line -> claim.programme().equals(line.programme())
                    && line.budgetYear() == claim.budgetYear());
        }
    }
}
