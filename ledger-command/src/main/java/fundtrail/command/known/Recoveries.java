package fundtrail.command.known;

import fundtrail.command.known.Cases.Case;
import fundtrail.command.known.Charges.Charge;
import fundtrail.command.memory.Fingerprints;
import fundtrail.command.memory.Form;
import fundtrail.command.memory.Memory;
import fundtrail.command.memory.Table;
import fundtrail.contract.Entry;
import fundtrail.contract.Fact;
import fundtrail.contract.Money;
import fundtrail.contract.fact.AppealReopened;
import fundtrail.contract.fact.CapitationPrepaid;
import fundtrail.contract.fact.InterestAccrued;
import fundtrail.contract.fact.PaymentBasis.Heads;
import fundtrail.contract.fact.PaymentHoldGrounded;
import fundtrail.contract.fact.PenaltyAssessed;
import fundtrail.contract.fact.RestitutionReturned;
import fundtrail.contract.fact.WriteOffReinstated;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.BatchId;
import fundtrail.contract.id.CaseId;
import fundtrail.contract.id.ClawbackId;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.PersonRef;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** What is suspected, what is clawed back, and what it was paid for by the head. */
public final class Recoveries implements Room {
    /** Heads that a batch paid for: all its rows of the year together, once. */
    public record Prepaid(BatchId batch, Heads heads) {}

    private final TipOffs tipOffs;
    private final Findings findings;
    private final Cases cases;
    private final Clawbacks clawbacks;
    private final RecoveryPlans plans;
    private final Charges charges;
    private final Offsets offsets;
    private final Restorations restorations;
    private final Table<InstitutionYear, List<Prepaid>> prepaid;
    private final Table<AllotmentId, Allotment> allotments;
    private final List<Room> rooms;

    Recoveries(Memory memory, Fingerprints bankRefs, Table<AllotmentId, Allotment> allotments, Payments payments,
            Purchases purchases, Function<Instant, LocalDate> dayOf) {
        tipOffs = new TipOffs(memory);
        findings = new Findings(memory);
        cases = new Cases(memory, tipOffs);
        clawbacks = new Clawbacks(memory, cases, bankRefs, purchases.takenOut(), dayOf);
        plans = new RecoveryPlans(memory, clawbacks);
        charges = new Charges(memory, bankRefs);
        offsets = new Offsets(memory, clawbacks, payments);
        restorations = new Restorations(memory, clawbacks);
        prepaid = new Table<>(memory, "prepaidHeads", Form.json(InstitutionYear.class), Form.list(Prepaid.class));
        this.allotments = allotments;
        rooms = List.of(tipOffs, findings, cases, clawbacks, plans, charges);
    }

    @Override
    public boolean fold(Entry entry) {
        boolean mine = rooms.stream().anyMatch(room -> room.fold(entry));
        ClawbackId opening = opening(entry.fact());
        if (opening != null) {
            cases.reopened(clawbacks.of(opening).caseId());
        }
        return mine;
    }

    /** The claw-back of which the fact makes something owed, held or contested again, whose case is open then; or {@code null}. */
    private static ClawbackId opening(Fact fact) {
        return switch (fact) {
            case AppealReopened one -> one.clawback();
            case WriteOffReinstated one -> one.clawback();
            case RestitutionReturned one -> one.clawback();
            case PenaltyAssessed one -> one.clawback();
            case InterestAccrued one -> one.clawback();
            default -> null;
        };
    }

    void merged(Merger merger) {
        cases.merged(merger);
        clawbacks.merged(merger);
        charges.merged(merger);
        restorations.merged(merger);
        prepaid.rename(merger::of, (there, more) -> Stream.concat(there.stream(), more.stream()).toList());
    }

    /** Takes in what matters here of a payment, which is still known as it stood before. */
    void post(Entry entry) {
        offsets.post(entry);
        restorations.post(entry);
        if (entry.fact() instanceof CapitationPrepaid paid) {
            Allotment allotment = allotments.get(paid.allotment());
            InstitutionYear year = new InstitutionYear(paid.institution(), allotment.programme(), allotment.budgetYear());
            List<Prepaid> before = prepaid(year);
            if (before.stream().noneMatch(one -> one.batch().equals(paid.batch()))) {
                List<Prepaid> more = new ArrayList<>(before);
                more.add(new Prepaid(paid.batch(), paid.heads()));
                prepaid.put(year, List.copyOf(more));
            }
        }
    }

    public TipOffs tipOffs() {
        return tipOffs;
    }

    public Findings findings() {
        return findings;
    }

    public Cases cases() {
        return cases;
    }

    public Clawbacks clawbacks() {
        return clawbacks;
    }

    /** The referred case that the person is concerned in, as a hand, as one who answers for it, or by having done claimed work; or {@code null}. */
    public Case freezing(PersonRef person, Volumes volumes) {
        return cases.referred().stream()
                .filter(one -> one.people().contains(person) || one.claims().stream().anyMatch(claim -> volumes.isBy(person, claim)))
                .findFirst()
                .orElse(null);
    }

    /** The referred case to which the claw-back belongs; {@code null} while it belongs to none. */
    public Case referred(Clawback clawback) {
        return referred(clawback.caseId());
    }

    /** The referred case on whose claw-back the charge is owed; {@code null} while there is none. */
    public Case referred(Charge charge) {
        return charge.clawback() == null ? null : referred(clawbacks.of(charge.clawback()));
    }

    /**
     * The referred case that a hold is about, by itself or by a claim of it; {@code null} while there is none.
     *
     * @param ground {@code null} of a hold that is about neither a case nor claims
     */
    public Case referred(PaymentHoldGrounded ground) {
        if (ground == null) {
            return null;
        }
        Stream<CaseId> ofClaims = ground.claims() == null ? Stream.of() : ground.claims().stream().map(claim -> cases.flag(claim).inCase());
        return Stream.concat(Stream.ofNullable(ground.caseId()), ofClaims.filter(Objects::nonNull))
                .map(this::referred).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private Case referred(CaseId id) {
        Case inquiry = cases.of(id);
        return inquiry.isReferred() ? inquiry : null;
    }

    /** What of a claw-back may leave a bank account, by source: not what was set off by a payment the bank may still send back. */
    public Map<FundSourceCode, Money> free(Clawback clawback, BankAccountId bankAccount) {
        Map<FundSourceCode, Money> free = clawbacks.held(clawback, bankAccount);
        free.replaceAll((source, held) -> held.minus(offsets.unconfirmed(clawback.id(), source, bankAccount)));
        return free;
    }

    /** What was set off against it by payments the bank has not confirmed and may still send back, by source. */
    public Map<FundSourceCode, Money> unconfirmed(Clawback clawback) {
        Map<FundSourceCode, Money> unconfirmed = new LinkedHashMap<>();
        clawback.bySource().forEach(one -> unconfirmed.put(one.fundSource(), offsets.unconfirmed(clawback.id(), one.fundSource())));
        return unconfirmed;
    }

    /** What of the claw-back's outstanding amount approved rows not yet paid are to be set off against. */
    public Money promised(Clawback clawback) {
        return offsets.promised(clawback.id());
    }

    public Restorations restorations() {
        return restorations;
    }

    public RecoveryPlans plans() {
        return plans;
    }

    public Charges charges() {
        return charges;
    }

    /** The heads paid for ahead of the year's entitlement, batch after batch. */
    public List<Prepaid> prepaid(InstitutionYear year) {
        return prepaid.getOrDefault(year, List.of());
    }
}
