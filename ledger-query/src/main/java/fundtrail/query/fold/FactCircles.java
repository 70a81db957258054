package fundtrail.query.fold;

import fundtrail.contract.Entry;
import fundtrail.contract.Line;
import fundtrail.contract.Lines;
import fundtrail.contract.Signature;
import fundtrail.contract.fact.*;
import fundtrail.contract.fact.InstitutionMergedRows;
import fundtrail.contract.fact.SettlementRefundReceivedRows;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.BatchId;
import fundtrail.contract.id.DelegationId;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PaymentId;
import fundtrail.contract.id.ProposalId;
import fundtrail.query.access.Circle;
import fundtrail.query.access.Reach;
import fundtrail.query.access.Thing;
import fundtrail.query.entity.Kind;
import fundtrail.query.entity.Version;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The circles each fact is shown to. An institution sees the facts that are about it alone; a list in which others stand
 * beside it is the bureau's. Whoever signed a fact sees it. A fact this does not know is shown to nobody else.
 */
final class FactCircles {
    private static final Set<Circle> RULES = Set.of(Circle.ledger(Thing.RULES));

    private FactCircles() {}

    static Set<Circle> of(Entry entry, Earlier earlier) {
        Set<Circle> circles = new HashSet<>(byFact(entry, earlier));
        circles.addAll(entries(circles));
        circles.addAll(Shown.hands(earlier, entry.envelope().signatures()));
        return circles;
    }

    private static Set<Circle> byFact(Entry entry, Earlier earlier) {
        return switch (entry.fact()) {
            case LedgerOpened _ -> RULES;
            case RuleSetPublished _ -> RULES;
            case AuthorityMatrixSet _ -> RULES;
            case FundSourceRegistered _ -> RULES;
            case WorkEquivalentSchedulePublished _ -> RULES;
            case UnitStandardFixed one -> Shown.rules(one.division());
            case RateSet _ -> RULES;

            case PersonRegistered one -> Shown.person(one.person());
            case PersonErased one -> Shown.person(one.person());
            case RoleGranted role -> Shown.person(role.person());
            case RoleRevoked role -> Shown.person(role.person());
            case DelegationGranted lent -> Shown.delegation(lent);
            case DelegationRevoked lent -> delegation(earlier, lent.delegation());
            case CommandRefused refused -> refusal(earlier, refused);
            case AuditExtractIssued issued -> Set.of(Circle.division(Thing.EXTRACTS, issued.division()));

            case TreasuryAccountRegistered account -> Shown.money(account.division());
            case BudgetApproved approved -> Shown.money(approved.division());
            case FundReceived received -> Shown.money(received.division());
            case TransferNotified notified -> Shown.money(notified.division());
            case TransferReceived received -> Shown.money(received.division());
            case TransferPassedDown down -> Shown.money(down.lines());
            case MatchingFundsCommitted matching -> Shown.money(matching.division());
            case MatchingFundsPaid matching -> Shown.money(matching.division());
            case BudgetReallocated moved -> ofItsInstitution(moved.lines());
            case BudgetReduced reduced -> ofItsInstitution(reduced.lines());
            case OpeningBalanceRecordedRows part -> Shown.money(part.division());
            case OpeningBalanceRecorded opening -> Shown.money(opening.division());
            case UsePlanRecorded plan -> Shown.money(plan.division());
            case DisbursementBatchApproved approved -> Shown.money(approved.division());
            case DisbursementBatchApprovedRows part -> Shown.money(part.lines());
            case BudgetAllotted allotted -> Shown.money(allotted.division(), allotted.institution());
            case Paid paid -> Shown.payment(paid.lines(), paid.allotment(), paid.institution(), paid.payee());
            case ReservationReleased released -> payment(earlier, released.payment());
            case PaymentFileSent sent -> batch(earlier, sent.batch());
            case PaymentConfirmed confirmed -> payment(earlier, confirmed.payment());
            case PaymentReturned returned -> payment(earlier, returned.payment());
            case RiskReserveContributed contributed -> contributed.institution() == null
                    ? Shown.money(contributed.division())
                    : Shown.money(contributed.division(), contributed.institution());
            case ReserveInterestReceived received -> Shown.money(received.division());
            case RiskReserveDrawn drawn -> Shown.money(drawn.division(), drawn.institution());
            case RiskReserveDrawReturned returned -> allotment(earlier, returned.allotment());
            case EntryReversed reversed -> reversal(earlier, reversed);

            case PeriodClosed closed -> Shown.money(closed.division());
            case PeriodReopened reopened -> Shown.money(reopened.division());
            case BudgetLapsed lapsed -> ofItsInstitution(lapsed.lines());
            case BudgetCarriedForward carried -> ofItsInstitution(carried.lines());
            case YearCashMoved moved -> Shown.money(moved.division());
            case YearClosedRows part -> Shown.money(part.division());
            case YearClosed closed -> Shown.money(closed.division());
            case BankStatementImportedRows part -> Shown.money(part.division());
            case BankStatementImported imported -> Shown.money(imported.division());
            case ReconcilingItemExplained explained -> Shown.money(explained.division());
            case PurchasePoolDetermined one -> Shown.money(one.division());
            case FundingPlanApproved one -> Shown.money(one.division());
            case AgreementSigned one -> Shown.money(one.division(), one.institution());
            case ServiceVolumeReportedRows part -> Shown.institution(Thing.MONEY, earlier, part.institution());
            case ServiceVolumeReported one -> Shown.money(one.division(), one.institution());
            case PerformanceEvaluated one -> Shown.money(one.division(), one.institution());
            case EntitlementComputed one -> Shown.money(one.division(), one.institution());
            case SettlementFinalized one -> Shown.money(one.division(), one.institution());
            case SettlementReopened one -> Shown.money(one.division(), one.institution());
            case SettlementConfirmed one -> Shown.money(one.division(), one.institution());
            case SettlementDisputed one -> Shown.money(one.division(), one.institution());
            case SettlementRefundReceivedRows one -> Shown.money(one.division(), one.institution());
            case SettlementRefundReceived one -> Shown.money(one.division(), one.institution());

            case PaymentHoldGrounded one -> grounds(one);
            case TipOffRecorded one -> Inquiries.tipOff(one.tipOff(), one.division());
            case InformantRecorded _ -> toItsInspector(entry, earlier);
            case ClaimFlagged one -> Inquiries.claim(one.claim(), one.division());
            case CaseOpened one -> Inquiries.inquiry(one.caseId(), one.division());
            case InspectionFindingRecorded one -> Inquiries.inquiry(one.caseId(), one.division());
            case RectificationRequested one -> Shown.money(one.division(), one.institution());
            case RectificationConfirmed one -> Shown.money(one.division(), one.institution());
            case CaseReferred one -> Inquiries.inquiry(one.caseId(), one.division());
            case ReferralConcluded one -> Inquiries.inquiry(one.caseId(), one.division());
            case CaseClosed one -> Inquiries.inquiry(one.caseId(), one.division());
            case ClawbackDetermined one -> Inquiries.clawback(one.clawback(), one.caseId(), one.division());
            case RecoveryDemandIssued one -> Shown.money(one.division(), one.institution());
            case RecoveryPlanAgreed one -> Shown.money(one.division(), one.institution());
            case AppealFiled one -> Shown.money(one.division(), one.institution());
            case AppealWaived one -> Shown.money(one.division(), one.institution());
            case AppealReopened one -> Shown.money(one.division(), one.institution());
            case AppealDecided one -> Shown.money(one.division(), one.institution());
            case ClawbackRecovered one -> Shown.money(one.division(), one.institution());
            case FundSourceRestored one -> Shown.money(one.division(), one.institution());
            case RestitutionReturned one -> Shown.money(one.division(), one.institution());
            case ClawbackRefundPaid one -> Shown.money(one.division(), one.institution());
            case ClawbackWrittenOff one -> Shown.money(one.division(), one.institution());
            case WriteOffReinstated one -> Shown.money(one.division(), one.institution());
            case PenaltyAssessed one -> Shown.money(one.division(), one.institution());
            case InterestAccrued one -> Shown.money(one.division(), one.institution());
            case ChargeCollected one -> Shown.money(one.division(), one.institution());
            case ChargeWaived one -> Shown.money(one.division(), one.institution());

            case InstitutionRegistered one -> Shown.institution(one);
            case InstitutionChanged changed -> Shown.institution(Thing.INSTITUTIONS, earlier, changed.institution());
            case InstitutionMergedRows part -> mergedMoney(part);
            case InstitutionMerged merged -> merger(earlier, merged);
            case MedicalCommunityFormed formed -> members(earlier, formed.members());
            case MembershipChanged changed -> members(earlier, changed.concerned());
            case PayeeAccountRegistered account -> Shown.institution(Thing.INSTITUTIONS, earlier, account.institution());
            case PayeeAccountClosed account -> Shown.institution(Thing.INSTITUTIONS, earlier, account.institution());
            case PaymentHoldPlaced hold -> Shown.institution(Thing.HOLDS, earlier, hold.institution());
            case PaymentHoldReviewed hold -> Shown.institution(Thing.HOLDS, earlier, hold.institution());
            case PaymentHoldReleased hold -> Shown.institution(Thing.HOLDS, earlier, hold.institution());

            case ProposalSubmittedRows part -> ProposalFold.shownTo(part, entry, earlier);
            case ProposalSubmitted one -> ProposalFold.shownTo(one, entry, earlier);
            case ProposalChecked one -> proposal(earlier, one.proposal());
            case ProposalReturned one -> proposal(earlier, one.proposal());
            case ProposalApproved one -> proposal(earlier, one.proposal());
            case ProposalWithdrawn one -> proposal(earlier, one.proposal());

            default -> Set.of();
        };
    }

    /**
     * Who told is known to the inspector who keeps it, and shown to nobody besides: not to those who keep people, not to
     * auditors. The reference alone names nobody, so the bytes are the auditors' as all others are: without them there would
     * be a bundle of entries that nobody may check.
     */
    private static Set<Circle> toItsInspector(Entry entry, Earlier earlier) {
        Set<Circle> circles = new HashSet<>();
        for (Signature hand : entry.envelope().signatures()) {
            circles.add(Circle.person(Thing.PEOPLE, hand.person()));
            Shown.held(earlier, hand.onBehalfOf() == null ? hand.person() : hand.onBehalfOf()).stream()
                    .filter(held -> held.role() == hand.role())
                    .forEach(held -> circles.add(Circle.division(Thing.ENTRIES, held.division())));
        }
        return circles;
    }

    /** On a case: whose case it is; on suspected claims alone: whoever may see each of them. */
    private static Set<Circle> grounds(PaymentHoldGrounded one) {
        return one.caseId() == null
                ? Set.of(Circle.division(Thing.LEADS, one.division()))
                : Inquiries.inquiry(one.caseId(), one.division());
    }

    /** The bytes of a division's fact are its auditors'; of what belongs to the ledger as a whole, any auditor's. */
    private static Set<Circle> entries(Set<Circle> circles) {
        return circles.stream()
                .filter(circle -> circle.reach() == Reach.DIVISION || circle.reach() == Reach.LEDGER)
                .filter(circle -> circle.thing() != Thing.TO_SIGN)
                .map(circle -> new Circle(Thing.ENTRIES, circle.reach(), circle.whom()))
                .collect(Collectors.toSet());
    }

    /** To the division on whose books it stands, and to both. */
    private static Set<Circle> mergedMoney(InstitutionMergedRows part) {
        Set<Circle> circles = Shown.money(part.lines());
        circles.add(Circle.institution(Thing.MONEY, part.from()));
        circles.add(Circle.institution(Thing.MONEY, part.into()));
        return circles;
    }

    /** To both: each is told with whom. */
    private static Set<Circle> merger(Earlier earlier, InstitutionMerged merged) {
        Set<Circle> circles = Shown.institution(Thing.INSTITUTIONS, earlier, merged.from());
        circles.addAll(Shown.institution(Thing.INSTITUTIONS, earlier, merged.into()));
        return circles;
    }

    private static Set<Circle> delegation(Earlier earlier, DelegationId id) {
        return earlier.version(Kind.DELEGATION, id.value()).map(Version::shownTo).orElse(Set.of());
    }

    private static Set<Circle> proposal(Earlier earlier, ProposalId id) {
        return earlier.version(Kind.PROPOSAL, id.value()).map(Version::shownTo).orElse(Set.of());
    }

    private static Set<Circle> batch(Earlier earlier, BatchId id) {
        return earlier.version(Kind.BATCH, id.value()).map(Version::shownTo).orElse(Set.of());
    }

    private static Set<Circle> allotment(Earlier earlier, AllotmentId id) {
        return earlier.version(Kind.ALLOTMENT, id.value()).map(Version::shownTo).orElse(Set.of());
    }

    private static Set<Circle> payment(Earlier earlier, PaymentId id) {
        return earlier.version(Kind.PAYMENT, id.value()).map(Version::shownTo).orElse(Set.of());
    }

    /** A payment's is its payment's; of anything else its lines say whose it was, where they concern one institution alone. */
    private static Set<Circle> reversal(Earlier earlier, EntryReversed reversed) {
        if (reversed.payment() == null) {
            return ofItsInstitution(reversed.lines());
        }
        Set<Circle> circles = Shown.money(reversed.lines());
        circles.addAll(payment(earlier, reversed.payment()));
        return circles;
    }

    /** To the divisions of the lines, and to the institution they concern, where that is one alone. */
    private static Set<Circle> ofItsInstitution(Lines lines) {
        Set<Circle> circles = Shown.money(lines);
        var institutions = lines.list().stream().map(Line::institution).filter(Objects::nonNull).distinct().toList();
        if (institutions.size() == 1) {
            circles.add(Circle.institution(Thing.MONEY, institutions.getFirst()));
        }
        return circles;
    }

    /** To each: all are told with whom. */
    private static Set<Circle> members(Earlier earlier, List<InstitutionId> members) {
        return members.stream()
                .flatMap(member -> Shown.institution(Thing.INSTITUTIONS, earlier, member).stream())
                .collect(Collectors.toSet());
    }

    /**
     * To oneself and to the superiors where one holds a role; of one who holds none, to the ledger's auditors. What tells of
     * an inquiry is for its inspectors and auditors instead of superiors, who may not know of it.
     */
    private static Set<Circle> refusal(Earlier earlier, CommandRefused refused) {
        Thing thing = Inquiries.tells(refused.command()) ? Thing.CASES : Thing.REFUSALS;
        Set<Circle> circles = Shown.held(earlier, refused.person()).stream()
                .map(role -> Circle.division(thing, role.division()))
                .collect(Collectors.toCollection(HashSet::new));
        if (circles.isEmpty()) {
            circles.add(Circle.ledger(Thing.REFUSALS));
        }
        circles.add(Circle.person(Thing.REFUSALS, refused.person()));
        return circles;
    }
}
