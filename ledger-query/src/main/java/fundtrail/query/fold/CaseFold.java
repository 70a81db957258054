package fundtrail.query.fold;

import static fundtrail.query.entity.Kind.CASE;
import static fundtrail.query.entity.Kind.CHARGE;
import static fundtrail.query.entity.Kind.CLAWBACK;
import static fundtrail.query.entity.Kind.FINDING;
import static fundtrail.query.entity.Kind.FLAG;
import static fundtrail.query.entity.Kind.INVENTED_HEADS;
import static fundtrail.query.entity.Kind.TIP_OFF;

import fundtrail.contract.Entry;
import fundtrail.contract.Money;
import fundtrail.contract.fact.AppealDecided;
import fundtrail.contract.fact.AppealFiled;
import fundtrail.contract.fact.AppealReopened;
import fundtrail.contract.fact.AppealWaived;
import fundtrail.contract.fact.CaseClosed;
import fundtrail.contract.fact.CaseOpened;
import fundtrail.contract.fact.CaseReferred;
import fundtrail.contract.fact.ChargeCollected;
import fundtrail.contract.fact.ChargeWaived;
import fundtrail.contract.fact.ClaimFlagged;
import fundtrail.contract.fact.ClawbackDetermined;
import fundtrail.contract.fact.InspectionFindingRecorded;
import fundtrail.contract.fact.InstitutionMergedRows;
import fundtrail.contract.fact.InterestAccrued;
import fundtrail.contract.fact.PenaltyAssessed;
import fundtrail.contract.fact.RecoveryDemandIssued;
import fundtrail.contract.fact.RecoveryPlanAgreed;
import fundtrail.contract.fact.RectificationConfirmed;
import fundtrail.contract.fact.RectificationRequested;
import fundtrail.contract.fact.ReferralConcluded;
import fundtrail.contract.fact.RestitutionReturned;
import fundtrail.contract.fact.TipOffRecorded;
import fundtrail.contract.fact.WriteOffReinstated;
import fundtrail.contract.id.ClawbackId;
import fundtrail.query.entity.Case;
import fundtrail.query.entity.Charge.ChargeStep;
import fundtrail.query.entity.Charge;
import fundtrail.query.entity.Clawback.Appeal;
import fundtrail.query.entity.Clawback;
import fundtrail.query.entity.Finding;
import fundtrail.query.entity.Flag;
import fundtrail.query.entity.InventedHeads;
import fundtrail.query.entity.Kind;
import fundtrail.query.entity.Ledger;
import fundtrail.query.entity.TipOff;
import fundtrail.query.entity.Version;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Tip-offs, flags, cases, charges, and claw-backs with what every line that names one makes of its terms. */
final class CaseFold implements Fold {
    @Override
    public void fold(Entry entry, Earlier earlier, Outcome outcome) {
        LocalDate day = entry.envelope().effectiveDate();
        switch (entry.fact()) {
            case TipOffRecorded one -> outcome.now(TIP_OFF, one.tipOff(), Inquiries.tipOff(one.tipOff(), one.division()),
                    new TipOff(one.tipOff(), one.division(), one.institution(), one.channel(), one.receivedOn(), one.subject(),
                            one.contentHash(), null));
            case ClaimFlagged one -> flag(one, entry, outcome);
            case CaseOpened one -> open(one, entry, earlier, outcome);
            case CaseClosed one -> earlier.version(CASE, one.caseId().value()).ifPresent(known ->
                    outcome.now(CASE, known.id(), known.shownTo(), known.body().closed(one.conclusion(), day)));
            case ClawbackDetermined one -> earlier.version(CASE, one.caseId().value()).ifPresent(known ->
                    outcome.now(CASE, known.id(), known.shownTo(), known.body().determined(one.clawback())));
            case CaseReferred one -> earlier.version(CASE, one.caseId().value()).ifPresent(known -> outcome.now(CASE, known.id(), known.shownTo(),
                    known.body().referred(new Case.Referral(one.to(), one.grounds(), day, null))));
            case ReferralConcluded one -> earlier.version(CASE, one.caseId().value()).ifPresent(known ->
                    outcome.now(CASE, known.id(), known.shownTo(), known.body().answered(one.outcome())));
            case InspectionFindingRecorded one -> outcome.now(FINDING, one.finding(), Inquiries.inquiry(one.caseId(), one.division()),
                    new Finding(one.finding(), one.division(), one.institution(), one.caseId(), one.inspectedOn(), one.found(),
                            one.evidenceHash(), Finding.State.FOUND, null, null, null));
            case RectificationRequested one -> earlier.version(FINDING, one.finding().value()).ifPresent(known ->
                    outcome.now(FINDING, known.id(), known.shownTo(), known.body().requested(one.measures(), one.dueOn())));
            case RectificationConfirmed one -> earlier.version(FINDING, one.finding().value()).ifPresent(known ->
                    outcome.now(FINDING, known.id(), known.shownTo(), known.body().confirmed(one.outcome())));
            case PenaltyAssessed one -> outcome.now(CHARGE, one.charge(), Shown.money(one.division(), one.institution()),
                    new Charge(one.charge(), one.division(), one.institution(), Charge.Type.PENALTY, one.amount(), Money.ZERO, Money.ZERO,
                            one.amount(), one.legalBasis(), one.clawback(), List.of(step(entry, one.amount()))));
            case InterestAccrued one -> outcome.now(CHARGE, one.charge(), Shown.money(one.division(), one.institution()),
                    new Charge(one.charge(), one.division(), one.institution(), Charge.Type.INTEREST, one.amount(), Money.ZERO, Money.ZERO,
                            one.amount(), one.legalBasis(), one.clawback(), List.of(step(entry, one.amount()))));
            case ChargeCollected one -> earlier.version(CHARGE, one.charge().value()).ifPresent(known ->
                    outcome.now(CHARGE, known.id(), known.shownTo(), known.body().collected(one.amount(), step(entry, one.amount()))));
            case ChargeWaived one -> earlier.version(CHARGE, one.charge().value()).ifPresent(known ->
                    outcome.now(CHARGE, known.id(), known.shownTo(), known.body().waived(one.amount(), step(entry, one.amount()))));
            default -> { }
        }
        ClawbackTerms.named(entry).forEach(id -> clawback(id, entry, earlier, outcome));
    }

    private static void flag(ClaimFlagged one, Entry entry, Outcome outcome) {
        outcome.now(FLAG, one.claim(), Inquiries.claim(one.claim(), one.division()),
                new Flag(one.claim(), one.division(), one.institution(), one.programme(), one.budgetYear(), one.report(), one.inventedHeads(),
                        one.fraud(), one.reason(), one.evidenceHash(), one.alert(), null, entry.position(), entry.envelope().effectiveDate()));
        if (one.inventedHeads() != null) {
            outcome.now(INVENTED_HEADS, one.claim(), Inquiries.heads(one.claim(), one.division()), new InventedHeads(one.claim(),
                    one.division(), one.institution(), one.programme(), one.budgetYear(), one.inventedHeads(), entry.position()));
        }
    }

    /** Its tip-off and its claims' flags come into it, whose reasons the case then tells whoever may see it. */
    private static void open(CaseOpened one, Entry entry, Earlier earlier, Outcome outcome) {
        List<Version<Flag>> flags = one.claims().stream().flatMap(claim -> earlier.version(FLAG, claim.value()).stream()).toList();
        flags.forEach(flag -> outcome.now(FLAG, flag.id(), flag.shownTo(), flag.body().in(one.caseId())));
        if (one.tipOff() != null) {
            earlier.version(TIP_OFF, one.tipOff().value()).ifPresent(known ->
                    outcome.now(TIP_OFF, known.id(), known.shownTo(), known.body().takenUp(one.caseId())));
        }
        outcome.now(CASE, one.caseId(), Inquiries.inquiry(one.caseId(), one.division()), new Case(one.caseId(), one.division(),
                one.institution(), one.origin(), one.tipOff(), one.subject(), one.responsible() == null ? List.of() : one.responsible(), flags.stream().map(flag -> flag.body().in(one.caseId())).toList(), Case.State.OPEN, null,
                List.of(), null, entry.position(), entry.envelope().effectiveDate(), null));
    }

    private static void clawback(ClawbackId id, Entry entry, Earlier earlier, Outcome outcome) {
        Optional<Version<Clawback>> known = earlier.version(CLAWBACK, id.value());
        if (entry.fact() instanceof ClawbackDetermined one) {
            outcome.now(CLAWBACK, id, Inquiries.clawback(id, one.caseId(), one.division()), ClawbackTerms.after(entry, begun(entry, one)));
        } else {
            known.ifPresent(one -> outcome.now(CLAWBACK, id, one.shownTo(),
                    ClawbackTerms.after(entry, said(entry, earlier).apply(one.body()))));
            if (opensAgain(entry)) {
                known.flatMap(one -> earlier.version(CASE, one.body().caseId().value()))
                        .filter(inquiry -> inquiry.body().state() == Case.State.CLOSED)
                        .ifPresent(inquiry -> outcome.now(CASE, inquiry.id(), inquiry.shownTo(), inquiry.body().reopened()));
            }
        }
    }

    /** Whether something of the claw-back is owed, held or contested again by it, so that its case is open again. */
    private static boolean opensAgain(Entry entry) {
        return switch (entry.fact()) {
            case AppealReopened _, WriteOffReinstated _, RestitutionReturned _, PenaltyAssessed _, InterestAccrued _ -> true;
            default -> false;
        };
    }

    private static Clawback begun(Entry entry, ClawbackDetermined one) {
        return new Clawback(one.clawback(), one.caseId(), one.division(), one.institution(), null, one.programme(), one.budgetYear(),
                one.claims(), List.of(), entry.envelope().effectiveDate(), one.dueOn(), null, Appeal.NONE, false, List.of(),
                one.bySource().stream().map(source -> ClawbackTerms.none(source.fundSource(), source.counter())).toList(), List.of());
    }

    /** What a fact says of a claw-back beside its lines. */
    private static UnaryOperator<Clawback> said(Entry entry, Earlier earlier) {
        return switch (entry.fact()) {
            case RecoveryDemandIssued one -> known -> known.demanded(recordedOn(entry, earlier), one.dueOn());
            case AppealFiled one -> known -> known.appeal(Appeal.PENDING, one.stay());
            case AppealReopened one -> known -> known.appeal(Appeal.PENDING, one.stay());
            case AppealWaived _ -> known -> known.appeal(Appeal.WAIVED, false);
            case InstitutionMergedRows part -> known -> known.goesOver(part.into());
            case RecoveryPlanAgreed one -> known -> known.agreed(one.instalments());
            case AppealDecided one -> known -> known.appeal(Appeal.DECIDED, false).reducedBy(one.claims());
            default -> UnaryOperator.identity();
        };
    }

    private static LocalDate recordedOn(Entry entry, Earlier earlier) {
        ZoneId zone = earlier.latest(Kind.LEDGER, Ledger.ID).map(Ledger::timeZone).orElse(ZoneOffset.UTC);
        return LocalDate.ofInstant(entry.recordedAt(), zone);
    }

    private static ChargeStep step(Entry entry, Money amount) {
        return new ChargeStep(entry.envelope().type(), entry.position(), entry.envelope().effectiveDate(), amount);
    }
}
