package fundtrail.query.read;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fundtrail.contract.Fraction;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.fact.BudgetApproved.SourceAmount;
import fundtrail.contract.fact.WorkEquivalentSchedulePublished.ServiceItem;
import fundtrail.contract.formula.ClaimPay;
import fundtrail.contract.id.CaseId;
import fundtrail.contract.id.ClaimId;
import fundtrail.contract.id.ClawbackId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ItemCode;
import fundtrail.contract.id.PaymentId;
import fundtrail.contract.id.PersonRef;
import fundtrail.contract.id.ProgrammeCode;
import fundtrail.contract.id.ReportId;
import fundtrail.query.access.Scope;
import fundtrail.query.asof.AsOf;
import fundtrail.query.entity.Case;
import fundtrail.query.entity.Clawback.Appeal;
import fundtrail.query.entity.Clawback;
import fundtrail.query.entity.Flag;
import fundtrail.query.entity.Kind;
import fundtrail.query.entity.Settlement;
import fundtrail.query.entity.Version;
import fundtrail.query.http.Answer;
import fundtrail.query.http.Ask;
import fundtrail.query.read.ClaimPayments.ClaimPaid;
import fundtrail.query.read.Claims.ClaimOf;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Claims on money: what was reported, what it was paid and from what, what became of it. */
public final class ClaimReads {
    private final Questions questions;
    private final Entities entities;
    private final Claims claims;
    private final ClaimSearch search;
    private final BlastRadius blast;
    private final LineSums sums;

    /** How a claim stands, for these eyes: who may not see flags is told nothing of them. */
    enum ClaimStatus {
        /** Reported, and nothing more. */
        REPORTED,
        /** Its report was replaced whole by another. */
        REPLACED,
        /** Suspected. */
        FLAGGED,
        /** Inquired into. */
        IN_CASE,
        /** Clawed back, and still owed. */
        CLAWED_BACK,
        /** Clawed back, and an appeal is pending. */
        APPEALED,
        /** Clawed back, and an appeal took all of it away. */
        CLEARED,
        /** Clawed back, and nothing is owed of the claw-back any more. */
        RECOVERED
    }

    /**
     * A claim in a list.
     *
     * @param report       absent of heads, as are row, item, quantity, and the days of the work
     * @param practitioner absent where the file names nobody
     * @param heads        how many are suspected of not being there; absent of reported work
     * @param paid         what it was paid
     */
    record ClaimRow(
            ClaimId claim,
            DivisionCode division,
            InstitutionId institution,
            ProgrammeCode programme,
            int budgetYear,
            @MayBeAbsent ReportId report,
            @MayBeAbsent Integer row,
            @MayBeAbsent ItemCode item,
            @MayBeAbsent Fraction quantity,
            @MayBeAbsent PersonRef practitioner,
            @MayBeAbsent LocalDate from,
            @MayBeAbsent LocalDate to,
            @MayBeAbsent Integer heads,
            ClaimStatus status,
            Money paid,
            List<SourceAmount> bySource,
            long position) {

        static ClaimRow of(ClaimOf one, ClaimStatus status, ClaimPaid paid) {
            boolean work = one.row() != null;
            return new ClaimRow(one.claim(), one.division(), one.institution(), one.programme(), one.budgetYear(),
                    work ? one.report().report() : null, work ? one.row().row() : null, work ? one.row().item() : null,
                    work ? one.row().quantity() : null, work ? one.row().practitioner() : null,
                    work ? one.report().from() : null, work ? one.report().to() : null, one.inventedHeads(), status,
                    paid.amount(), paid.bySource(), one.rowsAt());
        }
    }

    /**
     * Where a claim was reported.
     *
     * @param fileHash SHA-256 of the institution's file; absent where there was none
     * @param rowsHash SHA-256 over the canonical rows of the whole report
     * @param correctedBy the report that replaced it; absent while it stands
     * @param weight      of the item, by the report's schedule; absent where it is not known
     */
    record Evidence(
            ReportId report,
            @MayBeAbsent String fileHash,
            String rowsHash,
            int rowCount,
            @MayBeAbsent ReportId correctedBy,
            @MayBeAbsent String itemZh,
            @MayBeAbsent String itemEn,
            @MayBeAbsent Fraction weight,
            @MayBeAbsent Fraction equivalents) {}

    /** What paid the claim's year, and when. */
    record PaidBy(PaymentId payment, long position, LocalDate paidOn, Money amount, Money returned) {}

    /**
     * What was clawed back of it.
     *
     * @param appealed    taken away again by appeals
     * @param bySource    what is clawed back and was not taken away, in the claw-back's composition
     * @param outstanding of the whole claw-back, and so the rest
     */
    record ClawedBack(
            ClawbackId clawback,
            CaseId caseId,
            Money determined,
            Money appealed,
            List<SourceAmount> bySource,
            Appeal appeal,
            LocalDate dueOn,
            Money outstanding,
            Money recovered,
            Money restored,
            List<Long> positions) {}

    /**
     * A claim's page.
     *
     * @param evidence   absent of heads
     * @param paidFor    how it came to be paid
     * @param payments   all of its year; what they paid for is the year's work as a whole
     * @param settlement the position of the settlement's last step; absent before there was any
     * @param flag       absent where there is none, or it is not for these eyes
     * @param inquiry    the case's state; absent as the flag
     */
    record ClaimPage(
            @JsonUnwrapped ClaimRow claim,
            @MayBeAbsent Evidence evidence,
            ClaimPaid paidFor,
            @MayBeAbsent Integer revision,
            @MayBeAbsent Long settlement,
            List<PaidBy> payments,
            @MayBeAbsent Flag flag,
            @MayBeAbsent Case.State inquiry,
            List<ClawedBack> clawbacks) {}

    public ClaimReads(Questions questions, Entities entities, LineSums sums, BlastRadius blast) {
        this.questions = questions;
        this.entities = entities;
        this.claims = new Claims(entities);
        this.search = new ClaimSearch(questions, entities);
        this.blast = blast;
        this.sums = sums;
    }

    public Answer list(Ask ask) throws InterruptedException {
        AsOf asOf = questions.asOf(ask);
        Scope scope = ask.reader().scope();
        List<ClaimSearch.Found> found = search.found(ask, asOf);
        Map<String, ClaimPayments> ofYear = new HashMap<>();
        List<ClaimRow> rows = questions.page(ask, found).stream()
                .map(one -> ClaimRow.of(one.claim(), one.status(), payments(one.claim(), ofYear, asOf, scope).paid(one.claim())))
                .toList();
        return Answer.json(new Page<>(asOf, rows, questions.next(ask, asOf, found, ClaimSearch.Found::key)));
    }

    private ClaimPayments payments(ClaimOf claim, Map<String, ClaimPayments> ofYear, AsOf asOf, Scope scope) {
        return ofYear.computeIfAbsent(Settlement.id(claim.institution(), claim.programme(), claim.budgetYear()),
                _ -> new ClaimPayments(entities, sums, asOf, scope, claims.year(claim, asOf, scope)));
    }

    public Answer one(Ask ask) throws InterruptedException {
        AsOf asOf = questions.asOf(ask);
        Scope scope = ask.reader().scope();
        ClaimOf claim = claims.found(ask, asOf);
        Settlement year = claims.year(claim, asOf, scope);
        var payments = new ClaimPayments(entities, sums, asOf, scope, year);
        ClaimPaid paid = payments.paid(claim);
        ClaimSearch.Standing standing = search.standing(List.of(claim), asOf, scope);
        Flag flag = standing.flags().get(claim.claim());
        return Answer.json(new One<>(asOf, new ClaimPage(
                ClaimRow.of(claim, standing.status(claim), paid),
                claim.row() == null ? null : evidence(claim, payments),
                paid,
                year.revision() > 0 ? year.revision() : null,
                year.steps().isEmpty() ? null : year.steps().getLast().position(),
                payments.work().payments().stream().map(ClaimReads::paidBy).toList(),
                flag,
                flag == null || flag.caseId() == null ? null
                        : entities.one(Kind.CASE, flag.caseId().value(), asOf, scope).map(Version::body).map(Case::state).orElse(null),
                standing.of(claim).stream().map(clawback -> clawedBack(clawback, claim.claim())).toList())));
    }

    /** Every later fact that rests on a claim. */
    public Answer blastRadius(Ask ask) throws InterruptedException {
        AsOf asOf = questions.asOf(ask);
        Scope scope = ask.reader().scope();
        ClaimOf claim = claims.found(ask, asOf);
        Settlement year = claims.year(claim, asOf, scope);
        return Answer.json(blast.of(claim, new ClaimPayments(entities, sums, asOf, scope, year).paid(claim), asOf, scope));
    }

    private static Evidence evidence(ClaimOf claim, ClaimPayments payments) {
        ServiceItem item = payments.work().item(claim.report(), claim.row().item());
        return new Evidence(claim.report().report(), claim.report().fileHash(), claim.report().rowsHash(), claim.report().rowCount(),
                claim.report().correctedBy(), item == null ? null : item.nameZh(), item == null ? null : item.nameEn(),
                item == null ? null : item.weight(), item == null ? null : payments.work().equivalents(claim.report(), claim.row()));
    }

    private static PaidBy paidBy(fundtrail.query.entity.Payment payment) {
        var paid = payment.steps().stream().filter(step -> step.effectiveDate().equals(SettlementReads.paidOn(payment))
                && (step.type().endsWith("Paid") || step.type().endsWith("Prepaid"))).findFirst().orElseThrow();
        return new PaidBy(payment.payment(), paid.position(), paid.effectiveDate(), payment.amount(), payment.returned());
    }

    private static ClawedBack clawedBack(Clawback one, ClaimId claim) {
        Map<FundSourceCode, Money> composition = one.bySource().stream().collect(Collectors.toMap(
                Clawback.ClawbackOfSource::fundSource, Clawback.ClawbackOfSource::determined, Money::plus,
                () -> new TreeMap<>(Comparator.comparing(FundSourceCode::value))));
        Money left = one.of(claim);
        return new ClawedBack(one.clawback(), one.caseId(), one.determinedOf(claim), one.determinedOf(claim).minus(left),
                left.isPositive() ? ClaimPay.bySource(left, composition).entrySet().stream()
                        .map(share -> new SourceAmount(share.getKey(), share.getValue())).toList() : List.of(),
                one.appeal(), one.dueOn(), one.outstanding(), total(one, Clawback.ClawbackOfSource::recovered)
                        .plus(total(one, Clawback.ClawbackOfSource::offset)),
                total(one, Clawback.ClawbackOfSource::restored), one.steps().stream().map(Clawback.ClawbackStep::position).toList());
    }

    private static Money total(Clawback one, Function<Clawback.ClawbackOfSource, Money> term) {
        return Money.sum(one.bySource().stream().map(term).toList());
    }
}
