package fundtrail.query.fold;

import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.contract.Entry;
import fundtrail.contract.fact.CaseOpened;
import fundtrail.contract.fact.ClawbackDetermined;
import fundtrail.contract.fact.InspectionFindingRecorded;
import fundtrail.contract.fact.RecoveryDemandIssued;
import fundtrail.contract.id.CaseId;
import fundtrail.contract.id.ClaimId;
import fundtrail.contract.id.ClawbackId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.TipOffId;
import fundtrail.query.access.Circle;
import fundtrail.query.access.Thing;
import fundtrail.query.entity.Case;
import fundtrail.query.entity.Flag;
import fundtrail.query.entity.Kind;
import fundtrail.query.entity.Opened;
import fundtrail.query.entity.Version;
import java.util.Set;

/**
 * Whom suspicions, cases and claw-backs are shown to, and from when on. What is known of each stands in a circle of its own
 * beside its inspectors'; a later fact opens that circle, and all that was ever recorded in it, to more people: a case its
 * claims and its tip-off to auditors, its first finding or claw-back all of it to legal officers, the demand a claw-back,
 * and the invented heads it is about, to the bureau and the institution.
 */
final class Inquiries implements Fold {
    /** The commands that tell of an inquiry, or of a claw-back that is not demanded yet. */
    private static final Set<String> COMMANDS = Set.of("RecordTipOff", "FlagClaim", "OpenCase", "RecordInspectionFinding",
            "RequestRectification", "ConfirmRectification", "ReferCase", "ConcludeReferral", "CloseCase", "DetermineClawback",
            "IssueRecoveryDemand", "AssessPenalty");

    @Override
    public void fold(Entry entry, Earlier earlier, Outcome outcome) {
        switch (entry.fact()) {
            case CaseOpened one -> {
                Circle inquirers = Circle.division(Thing.CASES, one.division());
                one.claims().forEach(claim -> open(ofClaim(claim), Set.of(inquirers), outcome));
                if (one.tipOff() != null) {
                    open(ofTipOff(one.tipOff()), Set.of(inquirers), outcome);
                }
            }
            case InspectionFindingRecorded one when one.caseId() != null -> judged(one.caseId(), earlier, outcome);
            case ClawbackDetermined one -> judged(one.caseId(), earlier, outcome);
            case RecoveryDemandIssued one -> demanded(one, earlier, outcome);
            default -> { }
        }
    }

    private static void judged(CaseId id, Earlier earlier, Outcome outcome) {
        earlier.version(Kind.CASE, id.value()).map(Version<Case>::body).ifPresent(known -> {
            Circle judges = Circle.division(Thing.JUDGED, known.division());
            Set<Circle> all = Set.of(Circle.division(Thing.CASES, known.division()), judges);
            open(ofCase(id), Set.of(judges), outcome);
            known.claims().stream().map(Flag::claim).forEach(claim -> open(ofClaim(claim), all, outcome));
            if (known.tipOff() != null) {
                open(ofTipOff(known.tipOff()), all, outcome);
            }
        });
    }

    /** With the claw-back, what it is about: the heads that are claims by their flag alone, without the flag. */
    private static void demanded(RecoveryDemandIssued one, Earlier earlier, Outcome outcome) {
        Set<Circle> all = Shown.money(one.division(), one.institution());
        open(ofClawback(one.clawback()), all, outcome);
        earlier.latest(Kind.CLAWBACK, one.clawback()).stream()
                .flatMap(known -> known.claims().stream())
                .filter(determined -> earlier.latest(Kind.INVENTED_HEADS, determined.claim()).isPresent())
                .forEach(determined -> open(ofHeads(determined.claim()), all, outcome));
    }

    private static void open(Circle circle, Set<Circle> to, Outcome outcome) {
        outcome.now(Kind.OPENED, circle, to, new Opened(circle.toString()));
    }

    /** A tip-off: its division's inspectors. */
    static Set<Circle> tipOff(TipOffId id, DivisionCode division) {
        return Set.of(Circle.division(Thing.LEADS, division), ofTipOff(id));
    }

    /** A suspected claim: its division's inspectors. */
    static Set<Circle> claim(ClaimId id, DivisionCode division) {
        return Set.of(Circle.division(Thing.LEADS, division), ofClaim(id));
    }

    /** Invented heads: as the claim that they are, and besides whoever may see a claw-back of them. */
    static Set<Circle> heads(ClaimId id, DivisionCode division) {
        return Set.of(Circle.division(Thing.LEADS, division), ofClaim(id), ofHeads(id));
    }

    /** Of a case: its division's inspectors and auditors; of an inspection, whose case is null, the same. */
    static Set<Circle> inquiry(CaseId id, DivisionCode division) {
        Circle inquirers = Circle.division(Thing.CASES, division);
        return id == null ? Set.of(inquirers) : Set.of(inquirers, ofCase(id));
    }

    /** A claw-back: who may see its case. */
    static Set<Circle> clawback(ClawbackId id, CaseId caseId, DivisionCode division) {
        return Set.of(Circle.division(Thing.CASES, division), ofCase(caseId), ofClawback(id));
    }

    /** Whether a wish tells of an inquiry, so that it is no bureau's business while it is proposed or refused. */
    static boolean tells(String command, JsonNode content) {
        return COMMANDS.contains(command) || content.hasNonNull("caseId");
    }

    static boolean tells(String command) {
        return COMMANDS.contains(command);
    }

    private static Circle ofTipOff(TipOffId id) {
        return Circle.withItsFact(Thing.LEADS, "tipOff/" + id);
    }

    private static Circle ofClaim(ClaimId id) {
        return Circle.withItsFact(Thing.LEADS, "claim/" + id);
    }

    private static Circle ofHeads(ClaimId id) {
        return Circle.withItsFact(Thing.MONEY, "claim/" + id);
    }

    private static Circle ofCase(CaseId id) {
        return Circle.withItsFact(Thing.CASES, id.value());
    }

    private static Circle ofClawback(ClawbackId id) {
        return Circle.withItsFact(Thing.MONEY, id.value());
    }
}
