package fundtrail.command.kit;

import static fundtrail.command.kit.Office.ACCOUNTANT;
import static fundtrail.command.kit.Office.CASHIER;
import static fundtrail.command.kit.Office.CHECKER;
import static fundtrail.command.kit.Office.CLERK;
import static fundtrail.command.kit.Office.HEAD;
import static fundtrail.command.kit.Office.INSPECTOR;
import static fundtrail.command.kit.Office.INSPECTOR_2;
import static fundtrail.command.kit.Office.LEGAL;
import static fundtrail.command.kit.Sample.BPH;
import static fundtrail.command.kit.Sample.CEN;
import static fundtrail.command.kit.Sample.CLASSES;
import static fundtrail.command.kit.Sample.CT;
import static fundtrail.command.kit.Sample.DAY;
import static fundtrail.command.kit.Sample.DIVISION;
import static fundtrail.command.kit.Sample.H2;
import static fundtrail.command.kit.Sample.YEAR;
import static fundtrail.command.kit.Sample.accountOf;
import static fundtrail.command.kit.Sample.yuan;

import fundtrail.command.accrueinterest.AccrueInterest;
import fundtrail.command.agreerecoveryplan.AgreeRecoveryPlan;
import fundtrail.command.assesspenalty.AssessPenalty;
import fundtrail.command.closecase.CloseCase;
import fundtrail.command.collectcharge.CollectCharge;
import fundtrail.command.concludereferral.ConcludeReferral;
import fundtrail.command.confirmrectification.ConfirmRectification;
import fundtrail.command.decide.Command;
import fundtrail.command.decideappeal.DecideAppeal;
import fundtrail.command.determineclawback.DetermineClawback;
import fundtrail.command.fileappeal.FileAppeal;
import fundtrail.command.flagclaim.FlagClaim;
import fundtrail.command.flagclaim.FlagClaim.InventedHeads;
import fundtrail.command.issuerecoverydemand.IssueRecoveryDemand;
import fundtrail.command.known.Cases.Case;
import fundtrail.command.known.Cases.Flag;
import fundtrail.command.known.Clawback;
import fundtrail.command.known.Clawbacks;
import fundtrail.command.known.Holds.Hold;
import fundtrail.command.opencase.OpenCase;
import fundtrail.command.payclawbackrefund.PayClawbackRefund;
import fundtrail.command.placepaymenthold.PlacePaymentHold;
import fundtrail.command.posting.PostingRules;
import fundtrail.command.recordinspectionfinding.RecordInspectionFinding;
import fundtrail.command.recordrecovery.RecordRecovery;
import fundtrail.command.recordrestitutionreturn.RecordRestitutionReturn;
import fundtrail.command.recordtipoff.RecordTipOff;
import fundtrail.command.refercase.ReferCase;
import fundtrail.command.reinstatewriteoff.ReinstateWriteOff;
import fundtrail.command.reopenappeal.ReopenAppeal;
import fundtrail.command.requestrectification.RequestRectification;
import fundtrail.command.restorefundsource.RestoreFundSource;
import fundtrail.command.reviewpaymenthold.ReviewPaymentHold;
import fundtrail.command.waiveappeal.WaiveAppeal;
import fundtrail.command.waivecharge.WaiveCharge;
import fundtrail.command.writeoffclawback.WriteOffClawback;
import fundtrail.contract.Account;
import fundtrail.contract.Digest;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.Entry;
import fundtrail.contract.Line;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
import fundtrail.contract.Role;
import fundtrail.contract.fact.AppealDecided.OnHold;
import fundtrail.contract.fact.BudgetAllotted;
import fundtrail.contract.fact.CaseOpened.Origin;
import fundtrail.contract.fact.ClaimAmount;
import fundtrail.contract.fact.EntitlementComputed;
import fundtrail.contract.fact.EntitlementComputed.ByHeads;
import fundtrail.contract.fact.EntitlementComputed.Method;
import fundtrail.contract.fact.FraudType;
import fundtrail.contract.fact.FundSourceRegistered.Level;
import fundtrail.contract.fact.FundSourceRegistered.RestitutionTarget;
import fundtrail.contract.fact.FundSourceRestored;
import fundtrail.contract.fact.Instalment;
import fundtrail.contract.fact.PersonRegistered;
import fundtrail.contract.fact.RectificationRequested;
import fundtrail.contract.fact.RoleGranted;
import fundtrail.contract.fact.SettlementFinalized;
import fundtrail.contract.fact.TipOffRecorded.Channel;
import fundtrail.contract.formula.SettlementOfSource;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.CaseId;
import fundtrail.contract.id.ChargeId;
import fundtrail.contract.id.ClaimId;
import fundtrail.contract.id.ClawbackId;
import fundtrail.contract.id.FindingId;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.HoldId;
import fundtrail.contract.id.PersonRef;
import fundtrail.contract.id.TipOffId;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What people of a busy office ask for about suspected claims, from the tip-off to the closed case. H2 was paid for a
 * thousand heads the year before, and some of them are not there.
 */
final class BusyCases {
    private static final PersonRef LEGAL_2 = new PersonRef("p-legal-2");
    private static final PersonRef SIGNATORY = new PersonRef("p-signatory-2");
    private static final FundSourceCode GEN = new FundSourceCode("GEN");
    private static final AllotmentId PAID_FROM = new AllotmentId("CEN-H2-before");

    private final Office office;
    private final Random random;
    private final Lately lately;
    private final List<ClaimId> claims = new ArrayList<>();
    private final List<CaseId> cases = new ArrayList<>();
    private final List<ClawbackId> clawbacks = new ArrayList<>();
    private int number;
    private HoldId lastHold = new HoldId("case-hold-0");

    BusyCases(Office office, Random random) {
        this.office = office;
        this.random = random;
        this.lately = new Lately(office, random);
        Purse owed = Purse.of(DIVISION, YEAR - 1, CEN).of(H2, BPH);
        Purse source = Purse.of(DIVISION, YEAR - 1, CEN);
        Money all = yuan("1000.00");
        ByHeads heads = new ByHeads(1000, yuan("1.00"), 12);
        office.with(ClaimedBack.accounts()[0], ClaimedBack.source("GEN", Level.GENERAL_TREASURY, RestitutionTarget.TREASURY),
                new PersonRegistered(LEGAL_2, Digest.sha256(LEGAL_2.value().getBytes(StandardCharsets.UTF_8))),
                new RoleGranted(LEGAL_2, Role.LO, DIVISION, null),
                new BudgetAllotted(PAID_FROM, H2, DIVISION, CEN, BPH, YEAR - 1, CLASSES, all,
                        PostingRules.budgetAllotted(owed.under(PAID_FROM), all)),
                new EntitlementComputed(DIVISION, H2, BPH, YEAR - 1, Method.CAPITATION, null, heads, heads.exact(), all),
                new SettlementFinalized(DIVISION, H2, BPH, YEAR - 1, 1,
                        List.of(SettlementOfSource.of(CEN, all, all, Money.ZERO, Money.ZERO)), Lines.of(
                                Line.debit(Account.PROGRAM_EXPENSE, owed, all), Line.credit(Account.INFLOW, source, all),
                                Line.debit(Account.AUTHORITY, source, all), Line.credit(Account.UNALLOTTED, source, all),
                                Line.debit(Account.ALLOTTED, owed.under(PAID_FROM), all),
                                Line.credit(Account.EXPENDED, owed.under(PAID_FROM), all))));
    }

    /** One of them comes up. */
    void turn(BusyReserve.Bringing hands) {
        number++;
        switch (random.nextInt(28)) {
            case 0, 1, 2 -> hands.bring(flag(), INSPECTOR);
            case 3, 4 -> hands.bring(open(), random.nextBoolean() ? INSPECTOR : INSPECTOR_2);
            case 5, 6, 7 -> {
                hands.bring(determination(), LEGAL, ACCOUNTANT);
                clawback(clawback(), hands, 0);
            }
            case 8 -> hands.bring(new RecordTipOff(new TipOffId("TIP-" + number), null, H2, Channel.LETTER, DAY, "反映虚报人数", null,
                    random.nextBoolean() ? null : new PersonRef("i-" + random.nextInt(40))), INSPECTOR);
            case 9 -> rectify(hands);
            case 10 -> hands.bring(random.nextBoolean()
                    ? new ReferCase(null, document(), any(cases, new CaseId("none")), "县公安局", "涉嫌诈骗")
                    : new ConcludeReferral(null, document(), referred(), "退回处理"), INSPECTOR, LEGAL);
            case 11 -> hands.bring(new CloseCase(null, any(cases, new CaseId("none")), "已了结"), INSPECTOR);
            case 12 -> hold(hands);
            case 13, 14 -> charge(hands);
            default -> clawback(clawback(), hands);
        }
    }

    private void clawback(ClawbackId id, BusyReserve.Bringing hands) {
        clawback(id, hands, random.nextInt(14));
    }

    private void clawback(ClawbackId id, BusyReserve.Bringing hands, int what) {
        Clawbacks all = office.known().recoveries().clawbacks();
        Clawback clawback = all.of(id);
        Money outstanding = clawback == null ? yuan("1.00") : Money.sum(all.outstanding(clawback).values());
        Money some = Money.ofFen(1 + random.nextInt((int) Math.max(1, outstanding.fen())));
        switch (what) {
            case 0 -> hands.bring(new IssueRecoveryDemand(null, document(), id, outstanding, later()), LEGAL);
            case 1 -> hands.bring(new AgreeRecoveryPlan(null, document(), id, List.of(new Instalment(later(), outstanding.isPositive() ? outstanding : some))), LEGAL);
            case 2 -> hands.bring(new FileAppeal(null, H2, id, null, random.nextBoolean(), "属实"), SIGNATORY);
            case 3 -> hands.bring(random.nextBoolean() ? new WaiveAppeal(null, H2, id) : new FileAppeal(null, H2, null, lastHold, false, "属实"), SIGNATORY);
            case 4 -> hands.bring(new ReopenAppeal(null, document(), id, false, "法院判决"), LEGAL, HEAD);
            case 5, 6 -> hands.bring(decision(id, clawback), LEGAL_2, HEAD);
            case 7, 8 -> hands.bring(new RecordRecovery(null, id, ClaimedBack.CH, "back-in-" + number, some), CASHIER);
            case 13 -> hands.bring(returned(), CASHIER);
            case 9 -> hands.bring(new RestoreFundSource(null, document(), id, ClaimedBack.CH, CT, Reserve.CR, some), CLERK, CHECKER);
            case 10 -> hands.bring(new PayClawbackRefund(null, id, ClaimedBack.CH, accountOf(H2), "refund-out-" + number, refundDue(all, clawback)),
                    CLERK, CHECKER, ACCOUNTANT);
            case 11 -> hands.bring(new WriteOffClawback(null, document(), id, some, "无力缴纳"), LEGAL, ACCOUNTANT, HEAD);
            default -> hands.bring(new ReinstateWriteOff(null, document(), id, Money.ofFen(1 + random.nextInt(30)), "发现财产"), LEGAL, ACCOUNTANT);
        }
    }

    /** A fen of the last restitution. */
    private Command returned() {
        Entry last = office.log().reversed().stream().filter(entry -> entry.fact() instanceof FundSourceRestored).findFirst().orElse(null);
        return last == null
                ? new RecordRestitutionReturn(null, new ClawbackId("none"), 0, CEN, "again-" + number, yuan("0.01"), "户名不符")
                : new RecordRestitutionReturn(null, ((FundSourceRestored) last.fact()).clawback(), last.position(), CEN,
                        "again-" + number, yuan("0.01"), "户名不符");
    }

    private static Money refundDue(Clawbacks all, Clawback clawback) {
        Money due = clawback == null ? Money.ZERO : Money.sum(all.refundDue(clawback).values());
        return due.isPositive() ? due : yuan("0.01");
    }

    private Command flag() {
        claims.add(new ClaimId("HEAD-" + number));
        return new FlagClaim(null, claims.getLast(), new InventedHeads(H2, BPH, YEAR - 1, 1), FraudType.FALSE_CLAIM, "查无此人", null);
    }

    private Command open() {
        List<ClaimId> free = claims.stream().filter(claim -> flag(claim) != null && flag(claim).inCase() == null).toList();
        cases.add(new CaseId("CASE-" + number));
        TipOffId tipOff = random.nextBoolean() ? null : new TipOffId("TIP-" + random.nextInt(number + 1));
        return new OpenCase(null, cases.getLast(), tipOff == null ? null : Origin.TIP_OFF, tipOff, "虚报人数",
                free.isEmpty() ? List.of(new ClaimId("none")) : free, null);
    }

    private Flag flag(ClaimId claim) {
        return office.known().recoveries().cases().flag(claim);
    }

    private Command determination() {
        List<ClaimId> inCase = claims.stream().filter(claim -> flag(claim) != null && flag(claim).inCase() != null).toList();
        ClaimId claim = any(inCase, new ClaimId("none"));
        CaseId in = inCase.isEmpty() ? new CaseId("none") : flag(claim).inCase();
        clawbacks.add(new ClawbackId("CB-" + number));
        return new DetermineClawback(null, document(), clawbacks.getLast(), in,
                List.of(new ClaimAmount(claim, Money.ofFen(1 + random.nextInt(60)))), later());
    }

    private Command decision(ClawbackId id, Clawback clawback) {
        Hold hold = office.known().holds().get(lastHold);
        if (hold != null && random.nextBoolean()) {
            return new DecideAppeal(null, document(), null, lastHold, null, OnHold.values()[random.nextInt(2) * 2], null, "核实");
        }
        List<ClaimAmount> reduced = clawback == null || random.nextInt(4) == 0 ? List.of() : List.of(
                new ClaimAmount(clawback.claims().getFirst().claim(), Money.ofFen(1 + random.nextInt(30))));
        return new DecideAppeal(null, document(), id, reduced, "核实");
    }

    private void rectify(BusyReserve.Bringing hands) {
        FindingId finding = lately.or(new FindingId("F-" + random.nextInt(3)), RectificationRequested.class, RectificationRequested::finding);
        switch (random.nextInt(3)) {
            case 0 -> hands.bring(new RecordInspectionFinding(finding, H2, null, DAY, "登记不实", null), INSPECTOR);
            case 1 -> hands.bring(new RequestRectification(finding, "整改", later()), INSPECTOR);
            default -> hands.bring(new ConfirmRectification(finding, "已整改", null), INSPECTOR);
        }
    }

    private void hold(BusyReserve.Bringing hands) {
        if (random.nextBoolean()) {
            hands.bring(new ReviewPaymentHold(null, lastHold, null, later(), later(), "尚未查清"), INSPECTOR_2);
            return;
        }
        lastHold = new HoldId("case-hold-" + number);
        hands.bring(new PlacePaymentHold(document(), lastHold, H2, null, null, List.of(any(claims, new ClaimId("none"))), null, null,
                "条例第六条", later(), later()), INSPECTOR);
    }

    private void charge(BusyReserve.Bringing hands) {
        ChargeId charge = new ChargeId("CH-" + random.nextInt(10));
        switch (random.nextInt(4)) {
            case 0 -> hands.bring(new AssessPenalty(null, document(), charge, H2, GEN, yuan("0.50"), "条例第十四条", null), LEGAL, ACCOUNTANT);
            case 1 -> hands.bring(new AccrueInterest(null, document(), charge, H2, GEN, yuan("0.50"), "条例第十四条", clawback()), LEGAL, ACCOUNTANT);
            case 2 -> hands.bring(new CollectCharge(null, charge, CT, "charge-" + number, yuan("0.01")), CASHIER);
            default -> hands.bring(new WaiveCharge(null, document(), charge, yuan("0.01"), "减免"), LEGAL, ACCOUNTANT);
        }
    }

    /** Mostly one of the last that was determined. */
    private ClawbackId clawback() {
        List<ClawbackId> determined = clawbacks.stream().filter(id -> office.known().recoveries().clawbacks().of(id) != null).toList();
        return any(determined.subList(Math.max(0, determined.size() - 3), determined.size()), new ClawbackId("none"));
    }

    private CaseId referred() {
        return any(office.known().recoveries().cases().referred().stream().map(Case::id).toList(), new CaseId("none"));
    }

    private <T> T any(List<T> list, T none) {
        return list.isEmpty() ? none : list.get(random.nextInt(list.size()));
    }

    private LocalDate later() {
        return DAY.plusDays(300);
    }

    private DocumentRef document() {
        return new DocumentRef("文件", "澄湖县财政局", "澄财监〔2026〕" + number + "号", DAY, "0".repeat(64));
    }
}
